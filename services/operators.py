"""Papers for the operator of the machine, who asks at the terminal and not at a page. What they may read is asked before."""

from pathlib import Path

from msgspec.structs import replace

from services.clerk.access import OPERATOR
from services.evidence.bundle import Bundled
from services.house import House
from services.printing.press import pdf
from services.printing.reference import Reference
from services.reader.position import NotAMoment
from services.web.papers.again import Pairs
from services.web.papers.again import again as found_again
from services.web.papers.binder import write
from services.web.papers.board_pack import board_pack_paper
from services.web.papers.month import hospital_paper, unit_paper
from services.web.papers.packet import packet_files
from services.web.visit import Visit
from services.web.when import When, then


def packets(house: House, stream: str) -> tuple[tuple[str, bytes], ...]:
    return packet_files(_operator(house), stream)


def board_pack(house: House, on: str | None) -> bytes:
    """As it was `on` that day; NotAMoment for what is none."""
    visit = _operator(house)
    return pdf(board_pack_paper(visit, _at(visit, on)))


def month(house: House, unit: str | None, on: str | None) -> bytes:
    """Of a unit or of the hospital, the month of that day up to it; likewise."""
    visit = _operator(house)
    looking = _at(visit, on)
    return pdf(unit_paper(visit, unit, looking) if unit else hospital_paper(visit, looking))


def again(house: House, asked: Reference) -> tuple[Reference, Pairs]:
    """The figures of a reference as they are found now, and their own reference."""
    return found_again(_operator(house), asked)


def binder(house: House, file: Path, register: str, on: str | None) -> Bundled:
    """Written to the file, as it stood `on` that day."""
    visit = _operator(house)
    return write(file, visit, register, _at(visit, on))


def _operator(house: House) -> Visit:
    return Visit(house, "", replace(OPERATOR, behind=house.rights.apart(OPERATOR)))


def _at(visit: Visit, on: str | None) -> When:
    now = When("now", visit.today, visit.now)
    if on is None or on == visit.today:
        return now
    found = then(visit, "on", on)
    if found.until > visit.now:
        raise NotAMoment("That day has not come yet.")
    return found
