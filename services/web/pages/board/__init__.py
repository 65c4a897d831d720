"""A unit's board: who is owed an answer, what waits with whom, what is done and not yet heard."""
