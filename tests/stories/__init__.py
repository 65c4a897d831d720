"""Whole sentences, told as people of a hospital would tell them: once through HTTP, once through a browser.

`telling` holds the words; each story brings a teller that knows how its people act.
"""
