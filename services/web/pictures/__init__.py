"""Pictures drawn on the server as plain text: no script, no inline style, readable in grey and on paper.

Pure functions from small frozen structs to markup. Every picture says in its title what it is and in its
description what it shows; the page prints the same facts as a table beside it. Imports nothing of Heard.
"""

from services.web.pictures.aims import AimMark, aims
from services.web.pictures.bar import Bar
from services.web.pictures.curve import curve
from services.web.pictures.funnel import Bound, Place, funnel
from services.web.pictures.grid import Band, Box, grid, sentence
from services.web.pictures.heard import Heard, heard_bar
from services.web.pictures.lanes import lanes
from services.web.pictures.run import Dot, Flag, Lines, run_chart
from services.web.pictures.shares import Mark, shares
from services.web.pictures.stacked import Part, Stack, stacked
from services.web.pictures.stages import Climb, Flight, stages
from services.web.pictures.strip import Mark as StripMark
from services.web.pictures.strip import strip
from services.web.pictures.waterfall import Fall, waterfall
from services.web.pictures.year import MonthBox, year_strip

__all__ = [
    "AimMark",
    "Band",
    "Bar",
    "Bound",
    "Box",
    "Climb",
    "Dot",
    "Fall",
    "Flag",
    "Flight",
    "Heard",
    "Lines",
    "Mark",
    "MonthBox",
    "Part",
    "Place",
    "Stack",
    "StripMark",
    "aims",
    "curve",
    "funnel",
    "grid",
    "heard_bar",
    "lanes",
    "run_chart",
    "sentence",
    "shares",
    "stacked",
    "stages",
    "strip",
    "waterfall",
    "year_strip",
]
