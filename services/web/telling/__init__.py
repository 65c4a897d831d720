"""Rows and facts as pages tell them.

* `desks`      where a thing lies, since when, by when; `lots` the board's cards of it
* `timeline`   what happened, fact by fact; `held_lanes` who held the ball, `days_gone` where days went, drawn and as tables
* `visits`     rounds, when, with whom, how ready; `beforehand` what is to be spoken of there; `practices` what a unit took up
* `book`       what has changed between two positions of the log
* `stories`    what an issue, a barrier and a voice have in common on their pages
* `recorded`   by which entries all that is told, and `reference` the line by which it is found again
* `incidents`, `held_rows`, `watched`  what one reader may know of respect, of held rows, and of who looked

May import the visit, the moment it asks about, and what lies below them; knows no form and no frame.
"""
