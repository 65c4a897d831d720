"""Whoever leaves: what lies with them by name, the command by which each thing goes to somebody else, and how roles and
account end once nothing is left. May import the house and what lies below it; asks nobody for rights, that is its callers'.

* `lying`    what lies with somebody, thing by thing
* `leaving`  the end of their roles and of every way in
"""
