"""How a leader and the team look at the figures together: since when not, by when again, what they saw and what followed."""

from collections.abc import Iterator

from msgspec import Struct

from projections.panels import PanelRow
from projections.units import UnitRow
from services import clock
from services.web.pages.results.measured import Telling
from services.web.when import When
from services.wording import time_words
from workflows.kernel.grammar import Ref
from workflows.kernel.practices import in_use


class Review(Struct, frozen=True, kw_only=True):
    """One review as the page shows it; `href` leads to the figures as they were then."""

    day: str
    who: str
    found: str
    follows: str
    href: str


def refs(panel: PanelRow | None) -> Iterator[Ref | None]:
    for one in panel.reviews if panel else ():
        yield from (one.found, one.follows)


def adopted(unit: UnitRow | None, looking: When) -> str:
    """Since when the unit measures, or that it has not taken it up."""
    taken = in_use(unit.practices, "measures") if unit else None
    if taken is None:
        return "This unit has not taken up measuring yet, so looking at the figures is never counted as missed."
    begins = "Taken up on" if taken.since <= looking.day else "This unit takes it up on"
    return f"{begins} {time_words.short(taken.since, looking.day)}."


def figures(panel: PanelRow | None, looking: When, zone: str) -> list[tuple[str, str]]:
    """Days since the last review, and by when the next one is due, where it is."""
    if panel is None:
        return []
    last, due = panel.last, panel.review_by
    found = []
    if last is not None:
        days = -time_words.left(clock.day_of(last.at, zone), looking.day)
        found.append((f"{days:,}", f"{'day' if days == 1 else 'days'} since the figures were looked at together"))
    elif panel.panel.measures:
        found.append(("–", "the figures were not looked at together yet"))
    if due is not None:
        again = " again" if last else ""
        late = f"they were to be looked at{again}: {time_words.due(due, looking.day)}"
        found.append(
            (time_words.short(due, looking.day), late if due < looking.day else f"they are looked at{again} by then")
        )
    return found


def told(telling: Telling, panel: PanelRow | None) -> list[Review]:
    """The latest first."""
    visit, words = telling.visit, telling.words
    return [
        Review(
            day=telling.day(one.at),
            who=", ".join(map(visit.names.of, one.who)),
            found=words.of(one.found),
            follows=words.of(one.follows),
            href=f"{telling.back}?as_of={one.seen}",
        )
        for one in reversed(panel.reviews if panel else ())
    ]
