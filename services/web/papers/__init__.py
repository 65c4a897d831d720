"""Papers: what a page tells, as PDF. Each is told with what its page is told with, under the same rights, so that no paper says
more than the screen, or anything else.

One file for each kind: what is on it, and its address. `making` gives them their head, their foot and their name, `pictures`
draws what a page draws, `survey` tells what one found, `states` calls a state what a page calls it, `again` finds figures
again. Above the pages, so that a paper may be told as several of them tell; no page knows its paper but by its address. An
errand of the terminal has them made by `services.operators`.
"""

from services.web.papers.binder import binder
from services.web.papers.board_pack import board_pack
from services.web.papers.debrief import debrief
from services.web.papers.evidence import evidence
from services.web.papers.month import month
from services.web.papers.packet import packet
from services.web.papers.stop import stop

PAPERS = (binder, board_pack, debrief, evidence, month, packet, stop)
"""In the order of the alphabet."""
