"""The ballot box: what people answered, until it is counted; in an SQLite file of its own, never in PostgreSQL.

No name, no address, no day and no order lies with a ballot: its key is a keyed hash of the code its form was minted with, or
of its card, so the same form sent twice is one ballot, and so is the same card; where it lies in the file is drawn by lot. Of
cards only such hashes are here. `box` locks and opens, `chest` knows the file. May import `sqlite_file`; knows no person and no
fact.
"""

from services.ballot_box.box import BallotBox

__all__ = ["BallotBox"]
