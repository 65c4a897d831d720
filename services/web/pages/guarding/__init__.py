"""Privacy: erasures and holds, whose voice it was, who read what is restricted, what left the building.

`page` the first of these, with the form that asks for an erasure; `redacting` a passage taken out; `openings` the name behind a
voice; `reads` the read log and what left; `shared` the views of the place.
"""
