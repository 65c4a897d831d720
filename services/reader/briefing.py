"""What a look answers to whoever is about to round: the visit before, and the unit between two positions of the log."""

from collections.abc import Collection

from msgspec import Struct

from projections.answers import ANSWERS
from projections.answers import SHELVES as VOICE_SHELVES
from projections.barriers import BARRIERS
from projections.briefing_book import Book, Changes, Standing, book
from projections.heard_on_rounds import HeardRow
from projections.lives import Stint
from projections.promises import PROMISES
from projections.rounds import HELD, ROUNDS, RoundsRow
from projections.tracking_log import TRACKING_LOG
from projections.units import UnitRow
from services.reader.views import Look
from workflows.rounds.state import Visit
from workflows.unit.state import PARTNER


class Opened(Struct, frozen=True, kw_only=True):
    """The book of one visit, or (`stint` None) of a unit that nobody plans to visit. It begins `at` the position where the
    `last` rounds were held; `held` counts all before, `first` are the issues agreed to come first, `heard` what belongs to
    this visit."""

    unit: UnitRow
    stint: Stint[RoundsRow] | None
    executive: str | None
    last: Stint[RoundsRow] | None
    at: int
    held: int
    first: tuple[str, ...]
    heard: tuple[Stint[HeardRow], ...]
    book: Book

    @property
    def rounds(self) -> Visit | None:
        return self.stint.row.visit if self.stint else None


def opened(look: Look, unit: UnitRow, stint: Stint[RoundsRow] | None) -> Opened:
    """Where nobody has rounded yet, nothing has changed since: what waits is all there is to say."""
    visit, stream = (stint.row.visit, stint.stream) if stint else (None, "")
    executive = visit.partner if visit else next(iter(unit.in_role(PARTNER)), None)
    held = [one for one in look.rounds(unit.slug, HELD) if one.stream != stream]
    last = before(look, unit.slug, executive, stream)
    at = position(look, last.stream) if last else look.at()
    return Opened(
        unit=unit,
        stint=stint,
        executive=executive,
        last=last,
        at=at,
        held=len(held),
        first=agreed(held[-1].row) if held else (),
        heard=look.heard_on(stream) if stream else (),
        book=since(look, unit.slug, executive, at),
    )


def agreed(row: RoundsRow) -> tuple[str, ...]:
    """The issues that were agreed there to come first."""
    return row.visit.agreed[-1] if row.visit.agreed else row.priorities


def before(look: Look, unit: str, executive: str | None, other_than: str = "") -> Stint[RoundsRow] | None:
    """The last rounds that were held there: those the executive came to, or, where there were none, any."""
    held = [one for one in look.rounds(unit, HELD) if one.stream != other_than]
    came = [one for one in held if one.row.colour == "executive" and executive in _there(one.row)]
    return next(reversed(came or held), None)


def position(look: Look, rounds: str) -> int:
    """Where in the log it stands that these rounds were held."""
    told = look.told(ROUNDS, [rounds])
    return min((one.begun_by for one in told if one.row.state in HELD), default=0)


def since(look: Look, unit: str, executive: str | None, at: int) -> Book:
    """The unit now, beside what was known at that position."""
    open_issues = look.issues([unit], ("open",))
    barriers = {one.stream: one for one in look.barriers(unit=unit)}
    others = {stream for one in open_issues for stream in one.row.matter.barriers} - barriers.keys()
    barriers |= {one.stream: one for one in look.some_barriers(others) if one.row.shelf == "open"}
    standing = Standing(issues=tuple(open_issues), barriers=tuple(barriers.values()), promises=look.promises(unit))
    return book(_changes(look, unit, at), standing, executive)


def _changes(look: Look, unit: str, at: int) -> Changes:
    def asked(shelves: Collection[str]) -> dict[str, Collection[str]]:
        return {"unit": [unit], "shelf": shelves}

    return Changes(
        voices=tuple(look.turned(ANSWERS, asked(VOICE_SHELVES), at)),
        issues=tuple(look.turned(TRACKING_LOG, asked(("open", "done", "closed")), at)),
        barriers=tuple(look.turned(BARRIERS, asked(("open", "settled")), at)),
        promises=tuple(look.turned(PROMISES, asked(("owed", "kept", "released")), at)),
    )


def _there(row: RoundsRow) -> set[str]:
    return {*row.attendees, *({row.visit.partner} if row.visit.partner else ())}
