"""The clerk takes commands: authorises, decides, seals, appends. The only road into the ledger.

May import the stores (ledger, vault, people, intake), the pure rooms and the clock's moments handed to it; knows no page,
route or terminal.

* `reception`  where everybody asks: may they, does it make sense, then to the clerk or into the waiting room
* `rights`     who somebody is, what they may do and read, what is there for them; `access` the one table behind it
* `granting`   what the hospital's roles may do otherwise; `floors` what no setting may take away
* `posts`      who has which role today; `holding` whom somebody is when balls are counted
* `appointing` who is given a role by whom
* `walls`      what is not there for somebody because it is about them
* `authorship` as whom an act stands in the record
* `looks`      who looked at what is restricted; `opening` whose words one reader is shown
* `sharing`    what is part of a page or a file that is handed on
* `sense`      what cannot stand in a fact: days that never were, names
* `waiting_room` what waits in the intake, decided on by the same rules; `stand_ins` its facts before there are any;
  `meanwhile` its rows among those of the views
* `asking`     what the clerk is asked and what it answers
* `clerk`      one command from asking to answer; `bulk` many at once
* `memory`     states of streams, kept while they are true
* `drafting`   decided events as drafts for the store
* `sealing`    words taken out of events and locked; opened again at the door
* `redactions` words read in place of others
* `terms`      the terms in force; `rungs` of a ladder on which nobody stands who may see what would climb
* `settings`   what else is settled; `teams` what a team is made of; `instruments` of the hospital's own
"""
