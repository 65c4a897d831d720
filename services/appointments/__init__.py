"""Rounds and monthly meetings in the calendars of those who come: an invitation by mail, and a feed of one's own.

Everything is read from facts, so a calendar says what the record says. May import the house and what lies below it.

* `diary`     what is planned with whom, and what became of it
* `inviting`  whoever comes is invited, told of another day, told that it does not take place
* `feeding`   the feed of one person
"""
