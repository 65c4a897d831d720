"""The sample hospital: a year of Alder Creek, ending yesterday, lived through the real commands under a scripted clock.

Invented place, invented people. The same seed and day give the same year. May import the house and what
brings it things; knows no page.

* `cast`        who works there, in which roles
* `stage`       the scripted clock: who says what on which day
* `arcs`        the stories of the year, each a generator of days
* `everyday`    what happens between the stories
* `sheet`       the tracking log they kept before
* `clearing`    how they work it off
* `year`        all of it, in order
"""

from services.sample.cast import CODE, PASSWORD, SIGN_INS
from services.sample.year import make

__all__ = ["CODE", "PASSWORD", "SIGN_INS", "make"]
