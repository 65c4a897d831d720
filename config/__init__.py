"""Defaults as data: terms, roles, aims, registers, synonyms and word lists, each beside its JSON Schema.

Nothing here is code. Documents reach the rest of the house through `services`, validated, and the pure rooms receive them
as values.
"""
