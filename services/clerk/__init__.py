"""The clerk takes commands: authorises, decides, seals, appends. The only road into the ledger.

May import the ledger, the vault, the pure rooms and the clock's moments handed to it; knows no page, route or terminal.

* `clerk`    one command from asking to answer
* `memory`   states of streams, kept while they are true
* `sealing`  words taken out of events and locked; opened again at the door
* `access`   who may do and read what, where: one table, one question
* `sense`    what cannot stand in a fact: days that never were, names
* `terms`    the terms in force
"""
