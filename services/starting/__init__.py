"""Starting a hospital: from a name to a working house, with units, people, their roles and their first passwords.

The terminal and the first page ask the same questions and hand over the same plan; whatever is there already is left as it is,
so the same plan (or the same file of people) twice adds nothing. May import the house and everything below it.

* `plan`      what is known about the hospital to be, before anything is written
* `template`  what it can begin with, handed on by an association or another hospital
* `roster`    the file of people, read and judged: every fault a row, a column and what to do
* `places`    roles and units as people write them
* `judging`   the plan held against what is there already
* `founding`  `carry_out`: the plan carried out, as commands of the operator
* `accounts`  first sign-ins
"""
