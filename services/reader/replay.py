"""A unit as of one day, read twice: as it was known by its end, and as it was by all that is known up to a position."""

from collections.abc import Callable, Iterator
from functools import cached_property

from msgspec import Struct

from projections.accountability import ACCOUNTABILITY, Holding
from projections.answers import ANSWERS, VoiceRow
from projections.answers import SHELVES as VOICE_SHELVES
from projections.barriers import BARRIERS
from projections.lives import Projection, Stint
from projections.replay import Apart, Standing, apart, standing
from projections.rounds import ROUNDS
from projections.rounds import SHELVES as ROUNDS_SHELVES
from projections.tracking_log import TRACKING_LOG, IssueRow
from services.reader.answers import Counts
from services.reader.views import UNFINISHED, Look
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import Day, Moment

ISSUES = ("open", "done", "closed")
_NEVER: Moment = -(1 << 62)
_FOLLOWED: tuple[tuple[Projection, tuple[str, ...]], ...] = (
    (TRACKING_LOG, (*ISSUES,)),
    (ANSWERS, VOICE_SHELVES),
    (BARRIERS, ("open", "settled")),
    (ROUNDS, ROUNDS_SHELVES),
)


class Happened:
    """When anything of a unit's issues, voices, barriers and rounds happened, by all that is known from where one looks."""

    def __init__(self, look: Look, unit: str) -> None:
        self._look = look
        self._asked = [(projection, {"unit": [unit], "shelf": shelves}) for projection, shelves in _FOLLOWED]

    @cached_property
    def first(self) -> Moment | None:
        return self.after(_NEVER)

    def before(self, moment: Moment) -> Moment | None:
        """The last of those before it."""
        return max(self._nearest(moment, back=True), default=None)

    def after(self, moment: Moment) -> Moment | None:
        """The first of those after it."""
        return min(self._nearest(moment, back=False), default=None)

    def by(self, start: Moment, end: Moment) -> list[int]:
        """The facts by which anything happened from one moment to another, both of it, in the order of the log."""
        found = (self._look.begun(projection, wanted, (start, end)) for projection, wanted in self._asked)
        return sorted(set[int]().union(*found))

    def _nearest(self, moment: Moment, *, back: bool) -> Iterator[Moment]:
        for projection, wanted in self._asked:
            found = self._look.nearest(projection, wanted, moment, back=back)
            if found is not None:
                yield found


def on_desks(look: Look, unit: str) -> list[Stint[Holding]]:
    """Who held what of a unit's issues and their barriers, ever; what waits for whoever spoke lies on no desk."""
    issues = look.issues([unit], ISSUES)
    streams = {issue.stream for issue in issues}.union(*(issue.row.matter.barriers for issue in issues))
    return [stint for stint in look.held(streams) if noun_of(stint.row.holder) != "voice"]


class Taken(Struct, frozen=True, kw_only=True):
    """What a unit's figures are made of, at one moment: issues that are not closed, voices that somebody owes something, balls,
    all voices by where they stand."""

    issues: list[Stint[IssueRow]]
    voices: tuple[Stint[VoiceRow], ...]
    held: list[Stint[Holding]]
    counts: Counts

    def standing(self, day: Day, until: Moment) -> Standing:
        in_work = (stint for stint in self.issues if stint.row.shelf == "open")
        return standing(self.counts, in_work, self.held, day, until)


def taken(look: Look, unit: str, sees: Callable[[str], bool]) -> Taken:
    return Taken(
        issues=look.issues([unit]),
        voices=look.voices(unit, UNFINISHED),
        held=[one for one in look.rows(ACCOUNTABILITY, {"unit": [unit]}) if sees(one.stream)],
        counts=look.counts([unit])[unit],
    )


def parted(known: tuple[Look, Taken], true: tuple[Look, Taken]) -> tuple[Apart, ...]:
    """The unit's issues and voices of which another state was known than was so; what waits for nothing any more by either
    reading is looked at only where the other one says that it does."""
    issues = apart(known[1].issues, true[1].issues)
    found = (*issues, *apart(known[1].voices, true[1].voices))
    then = known[0].about([one.stream for one in found if one.known is None])
    so = true[0].about([one.stream for one in found if one.true is None])
    whole = (Apart(one.stream, one.known or then.get(one.stream), one.true or so.get(one.stream)) for one in found)
    return tuple(one for one in whole if one.parts)
