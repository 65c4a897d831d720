"""Measuring whether people feel safe and heard: instruments, scoring, suppression, maturity and goals.

Pure but for reading its own published instruments, which are data and never change once published. May import
`workflows.kernel` and nothing else of the house.
"""
