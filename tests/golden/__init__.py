"""Bytes that never change: one stored entry of every event and version, in `<name>.<version>.entry`.

A file here is what an old ledger holds. `tests/laws/test_golden.py` reads every one with today's program and writes it again:
a difference means that ledgers in hospitals could no longer be read or proved. So a file is never edited and never deleted.
A new event or a new version of one is added by `python -m tests.golden`, which overwrites nothing; the shape of the
version before stays in its file, and its way to today's shape in `workflows/was`.
"""
