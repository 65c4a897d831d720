"""Starting a hospital: from a name to a working house, with units, people, their roles and their first passwords.

The terminal and the first page ask the same questions and hand over the same plan; whatever is there already is left as it is,
so the same plan (or the same file of people) twice adds nothing. May import the house and everything below it.

* `plan`      what is known about the hospital to be, before anything is written
* `roster`    the file of people, read and judged: every fault a row, a column and what to do
* `places`    roles and units as people write them
* `judging`   the plan held against what is there already
* `founding`  the plan carried out, as commands of the operator
* `accounts`  first sign-ins
"""

from services.starting.accounts import Account
from services.starting.founding import Opened, carry_out
from services.starting.judging import judge, nothing_there
from services.starting.plan import Fault, NotSo, Plan, UnitPlan, slug_of
from services.starting.roster import Entry

__all__ = [
    "Account",
    "Entry",
    "Fault",
    "NotSo",
    "Opened",
    "Plan",
    "UnitPlan",
    "carry_out",
    "judge",
    "nothing_there",
    "slug_of",
]
