"""Decisions over several streams: one rule per question, each appended in one transaction over every stream it read.
Imports nouns and the kernel. A rule only asks each noun for its own part (`joint`) and says whether all of it may happen.
"""
