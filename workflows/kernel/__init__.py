"""The grammar of every noun: commands, events, facts, balls, moments, ids. Imports msgspec and the standard library only.

Nothing here knows a store, a clock, a page or a noun.
"""
