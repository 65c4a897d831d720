"""One issue as the cells of a row, by field: what the sheet said where that still holds, else what is known here."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from projections.tracking_log import IssueRow
from services import clock
from services.house import House
from services.tracking_sheet.row import Status
from services.tracking_sheet.said import WORDS, Said
from services.wording.names import Names
from workflows.barrier.state import Unsettled
from workflows.concern.state import Delivered, Ended, Owed
from workflows.issue.events import Listed
from workflows.kernel.moments import Moment

OPEN = frozenset[Status]({"open", "in_progress", "unknown"})
"""What a sheet calls in three ways, and is one here."""


class Line(Struct, frozen=True):
    """An issue with what there is to tell of it: how it was listed, its words, and what the sheet said beside (None where
    none did)."""

    row: IssueRow
    listed: Listed
    what: str
    idea: str
    resources: str
    said: Said | None


class Lines:
    """Of one hospital, for a reader who `sees` streams. `titles` are what every sheet calls an executive, by the id of the
    role."""

    def __init__(self, house: House, sees: Callable[[str], bool], titles: Mapping[str, str]) -> None:
        self._house = house
        self._sees = sees
        self._names = Names(house)
        self._titles = titles

    def cells(self, line: Line) -> dict[str, str]:
        matter, said = line.row.matter, line.said or self._here(line)
        stands = self._stands(line.row)
        same = stands == said.status or (stands == "open" and said.status in OPEN)
        return {
            "unit": self._names.unit(matter.unit),
            "what": line.what,
            "idea": line.idea,
            "resources": line.resources,
            "owners": self._owners(line, said),
            "executive": self._titles.get(said.executive or "", "") or self._named(said.executive),
            "category": said.category or "" if matter.category == line.listed.category else _category(matter.category),
            "priority": str(matter.rank or ""),
            "opened": said.opened or "",
            "rounds": said.rounds or "",
            "due": (said.due or said.due_note or "") if matter.due == line.listed.due else matter.due,
            "status": said.status_words if same else WORDS[stands],
            "closed": (said.closed or "") if same else self._closed(line.row),
            "feedback": self._feedback(line, said),
            "notes": said.notes or "",
        }

    def _here(self, line: Line) -> Said:
        """What a sheet would have said of an issue that came from none."""
        matter, stands = line.row.matter, self._stands(line.row)
        barrier = next((self._state(one) for one in matter.barriers if self._blocks(one)), None)
        visit = self._state(matter.rounds).visit if matter.rounds else None
        return Said(
            opened=self._day(matter.listed),
            rounds=visit.day if visit else None,
            owners=(line.listed.owner,) if line.listed.owner else (),
            executive=barrier.obstacle.holder if barrier else None,
            category=_category(line.listed.category),
            due=line.listed.due,
            status=stands,
            closed=self._closed(line.row) or None,
        )

    def _stands(self, row: IssueRow) -> Status:
        if row.shelf == "open":
            return "waiting" if any(map(self._blocks, row.matter.barriers)) else "open"
        return "declined" if row.declined else "closed"

    def _blocks(self, barrier: str) -> bool:
        return isinstance(self._state(barrier), Unsettled)

    def _closed(self, row: IssueRow) -> str:
        return self._day(row.resolved) if row.resolved is not None and row.shelf != "open" else ""

    def _owners(self, line: Line, said: Said) -> str:
        """All of them while the first one is the same."""
        owner = line.row.matter.owner
        return " / ".join(map(self._named, said.owners if owner == line.listed.owner else [owner]))

    def _feedback(self, line: Line, said: Said) -> str:
        """As the sheet says, while it is as true as it was; of a voice that is not there for the reader nothing more."""
        speaks = line.listed.from_concern
        if speaks is None or not self._sees(speaks):
            return said.feedback_words
        voice = self._state(speaks)
        told = _was_told(voice)
        if line.said and told == (said.feedback.kind == "told"):
            return said.feedback_words
        return self._day(voice.since) if told else "No"

    def _named(self, holder: str | None) -> str:
        return self._names.of(holder) if holder else ""

    def _day(self, moment: Moment) -> str:
        return clock.day_of(moment, self._house.plate.zone)

    def _state(self, stream: str) -> Any:
        return self._house.clerk.memory.get(stream).state


def _was_told(voice: Any) -> bool:
    """Whether an answer, or how far it is, has reached whoever spoke."""
    if isinstance(voice, Owed):
        return voice.so_far is not None and voice.brought is not None
    return isinstance(voice, Delivered | Ended)


def _category(category: str | None) -> str:
    return category.replace("_", " ").capitalize() if category else ""
