"""Papers for the operator of the machine, who asks at the terminal and not at a page. What they may read is asked before."""

from msgspec.structs import replace

from services.clerk.access import OPERATOR
from services.house import House
from services.printing.press import pdf
from services.web.pages.trace.telling import traced
from services.web.papers.packet import packet_paper
from services.web.visit import Visit
from services.web.when import When


def packet(house: House, issue: str) -> bytes:
    visit, looking = _now(house)
    return pdf(packet_paper(visit, traced(visit, issue, looking), looking))


def _now(house: House) -> tuple[Visit, When]:
    visit = Visit(house, "", replace(OPERATOR, behind=house.rights.apart(OPERATOR)))
    return visit, When("now", visit.today, visit.now)
