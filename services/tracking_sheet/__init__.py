"""The tracking log a hospital already keeps, read from CSV or XLSX into typed rows.

Reading and judging only: every row of the sheet leaves `read` as a `Row`, as `Held` (it looks like a respect incident or
carries a person's name, so nobody sees it before someone decides) or as a `Reject` (which value is wrong and what to do).
No value is guessed and no row is lost. Units, names and words are handed in; no store, person or clock is known here.
A sheet is hostile until read: sizes are capped, XML may declare nothing, a workbook is unpacked in a process of its own.

May import msgspec, jsonschema and the standard library; from Heard nothing but itself.
"""
