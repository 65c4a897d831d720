"""Who has drawn a card, and the cards that are left; in an SQLite file of its own, apart from the ballot box.

This side knows people and no ballot, the ballot box knows ballots and no people, and there is no key that both have: a card is
drawn by lot, leaves no trace of who has it, and the box knows it by a keyed hash alone. `draws` is the whole of it. May import
`sqlite_file` and `code`; knows no fact.
"""

from services.roster.draws import DrawnAlready, Draws, Ended

__all__ = ["DrawnAlready", "Draws", "Ended"]
