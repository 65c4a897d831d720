"""XLSX workbooks as text: one sheet as a stream of rows, in a process of its own with its own bounds.

`parts` guards the archive, `outline` knows the sheets, styles and strings, `cell` shows a cell as text, `sheet` streams
rows, `unpack` is the program that runs apart, `child` starts it and hands its rows on. Formulas stay text; nothing is
evaluated; a document type or an entity in the XML is refused. May import msgspec, the standard library and
`services.tracking_sheet`'s rows and caps.
"""
