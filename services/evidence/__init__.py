"""Evidence: a part of the log that somebody outside can check without trusting us, as a zip.

`bundle` writes it; `verify.py` goes into it as it is and needs nothing but Python, so it imports nothing of the house;
`index.html` does the same in a browser, written apart from it. `contents` says what is in it, as `schema.json` says. `scope` is
what a bundle is about, `keys` which keys go out with the words they open. May import the clerk's rights, the proof log and what
the house has; knows no page.
"""
