"""Whenever this, then that: commands that follow from facts or from the day, wished for purely and given by the clock.

Imports rules, nouns and the kernel. A wish is a command like any other: it may be refused, and repeats nothing.
"""
