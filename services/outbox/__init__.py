"""The outbox: mail that is to leave the house, in an SQLite file of its own, sent over the hospital's relay.

A message holds plain words and a link, never a name and nothing anybody wrote; the address is looked up when it is sent. A
message put under the same key again is the same message. Once it is gone only a keyed hash of its key is kept, so that the
file says nothing of who heard what; of a message about a thing whose readers may know, also a keyed hash of the thing, and the
hour. May import `sqlite_file` and
`calendar_file`; knows no fact.

* `outbox`  what waits, what failed and why
* `letter`  a message as it is sent; nothing in it can become a header
* `relay`   the hospital's mail server
* `posting` what is due goes out, or is tried again later
"""

from services.outbox.letter import Unfit
from services.outbox.outbox import Delayed, Failed, Mail, Notice, Outbox, undelivered
from services.outbox.posting import Posting

__all__ = ["Delayed", "Failed", "Mail", "Notice", "Outbox", "Posting", "Unfit", "undelivered"]
