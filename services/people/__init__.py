"""The directory: names, mail addresses, sign-ins, and whose voice is whose. Outside the ledger, so that it can be put right.

Facts know people only by opaque ids; here an id becomes a name. May import `sqlite_file`; knows no fact.
"""

from services.people.directory import Directory, Person
from services.people.sessions import Sessions

__all__ = ["Directory", "Person", "Sessions"]
