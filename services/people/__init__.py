"""The directory: names, mail addresses, sign-ins, and whose voice is whose. Outside the ledger, so that it can be put right.

Facts know people only by opaque ids; here an id becomes a name. May import `sqlite_file` and `documents`; knows no fact.

* `directory`      names for ids, and whose voice is whose
* `terms`          what the house has settled about signing in
* `accounts`       logins and passwords; `passwords` says which are too easy, `breached` which are stolen
* `second_factor`  codes from an app
* `identities`     whom the hospital's own sign-in means
* `throttle`       slows guessing, locks nobody out
* `sessions`       who is signed in
* `tokens`         of programs that act for a person
* `calendars`      of calendars that ask for what a person comes to
* `unit_keys`      of machines that show a unit's board
* `preferences`    how somebody wants to be told
* `links`          of holders without an account, each for one barrier, once
* `leaving`        who asked that everything of theirs be erased, until it is
"""

from services.people.accounts import Accounts
from services.people.calendars import Calendars
from services.people.directory import Directory, Person
from services.people.identities import Identities
from services.people.leaving import Leavers, Leaving
from services.people.preferences import Preference, Preferences, Quiet
from services.people.second_factor import SecondFactors
from services.people.sessions import Sessions
from services.people.throttle import Throttle
from services.people.tokens import Tokens
from services.people.unit_keys import UnitKeys

__all__ = [
    "Accounts",
    "Calendars",
    "Directory",
    "Identities",
    "Leavers",
    "Leaving",
    "Person",
    "Preference",
    "Preferences",
    "Quiet",
    "SecondFactors",
    "Sessions",
    "Throttle",
    "Tokens",
    "UnitKeys",
]
