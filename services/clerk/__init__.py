"""The clerk takes commands: authorises, decides, seals, appends. The only road into the ledger.

May import the ledger, the vault, the pure rooms and the clock's moments handed to it; knows no page, route or terminal.

* `reception` where everybody asks: who is it, may they, then to the clerk or to the words
* `access`    who may do and read what, where: one table, one question
* `holding`   whom somebody is when balls are counted; `appointing` who is given a role by whom
* `walls`     what is not there for somebody because it is about them
* `sense`     what cannot stand in a fact: days that never were, names
* `asking`    what the clerk is asked and what it answers
* `clerk`     one command from asking to answer; `bulk` many at once
* `memory`    states of streams, kept while they are true
* `drafting`  decided events as drafts for the store
* `redactions` words read in place of others
* `sealing`   words taken out of events and locked; opened again at the door
* `terms`     the terms in force
"""
