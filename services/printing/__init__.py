"""What is printed as PDF: a plain description of a paper goes in, the bytes of one that anybody can read come out.

* `paper`  what a paper is made of: headings, words, lists, tables, pictures, and the signed head of the ledger at its foot
* `reference` the line by which its figures are found again
* `press`  sets it, by one of the templates beside it: `sheet.typ` for what is handed over, `book.typ` for what is bound

Words reach the templates as data and are never read as markup. The same paper gives the same bytes. Nothing is fetched: fonts
come with the press. Imports nothing of Heard.
"""
