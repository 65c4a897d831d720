"""Erasure: words asked to be destroyed are destroyed, once no legal hold keeps them, and a fact says so.

First the fact, which names the words, the keys and the photos; then they are destroyed. Whatever stops the machine in between,
the next process that opens the hospital destroys what is on record and not yet gone, and so does a restored backup before
anybody reads it. May import the house and what lies below it.

* `asking`    a voice or a person: what is asked to be erased
* `carrying`  what waits and may go, goes
* `words`     which words, keys and photos a record has
* `destroying` they are gone: ledger, vault, attachments, directory
"""
