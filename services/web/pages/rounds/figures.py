"""A year of rounds on a unit's page: the months as a picture and a table, quotas, figures and what each of them counts."""

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup
from msgspec import Struct

from projections.cadence import Kept, Quota, Standing
from projections.rounds_figures import RoundsFigures
from projections.share import Share
from services.reader.rounding import Year
from services.web.phrases import choice
from services.web.pictures import MonthBox, year_strip
from services.web.when import When
from workflows.kernel.months import first_day, months_after

WORDS: dict[Standing, str] = {
    "executive": "With the executive",
    "late": "With the executive, late",
    "deputy": "With a deputy",
    "team": "The team alone",
    "not_held": "Not held, with a reason",
    "missed": "Missed",
    "paused": "The hospital paused",
    "open": "Still due",
    "not_adopted": "Not adopted",
}
NOTES: dict[Standing, str] = {"missed": "missed", "paused": "pause", "not_held": "not held"}


class Line(Struct, frozen=True):
    """One figure: its name, its value, of how many it speaks, what it counts."""

    name: str
    value: str
    of: str
    counts: str


class Months(Struct, frozen=True):
    """One kind of rounds: its heading, the picture, the same as a table."""

    title: str
    picture: Markup
    rows: list[tuple[str, str, str]]


def shown(year: Year, looking: When) -> dict[str, object]:
    """What the page is given; a kind that was neither asked for nor held is not drawn."""
    return {
        "months": [
            _months(choice(kind), kept, looking, f"year-{kind}")
            for kind, kept in year.months.items()
            if any(one.standing != "not_adopted" for one in kept)
        ],
        "quotas": [_quota(one) for one in year.quotas],
        "lines": lines(year) if year.figures.due else [],
    }


def _months(title: str, kept: Iterable[Kept], looking: When, key: str) -> Months:
    found = list(kept)
    picture = year_strip([_box(one, looking) for one in found], key=key, title=f"Rounds of the year: {title.lower()}")
    return Months(title, picture, [(_long(one.month), WORDS[one.standing], _held(one)) for one in found])


def _box(kept: Kept, looking: When) -> MonthBox:
    when = date.fromisoformat(first_day(kept.month))
    return MonthBox(
        name=f"{when:%b}" if kept.month[:4] == looking.day[:4] else f"{when:%b %Y}",
        standing=kept.standing,
        note=NOTES.get(kept.standing, _held(kept) if kept.asked > 1 else ""),
        said=f"{_long(kept.month)}: {WORDS[kept.standing].lower()}",
    )


def _held(kept: Kept) -> str:
    return f"{kept.held} of {kept.asked}" if kept.asked else str(kept.held)


def _long(month: str) -> str:
    return f"{date.fromisoformat(first_day(month)):%B %Y}"


def _quota(quota: Quota) -> tuple[str, str, str]:
    first, last = (date.fromisoformat(first_day(one)) for one in (quota.first, months_after(quota.first, 2)))
    standing = "met" if quota.held >= quota.asked else "not met" if quota.over else "still open"
    return f"{first:%b} to {last:%b %Y}", choice(quota.shift), f"{quota.held} of {quota.asked}, {standing}"


def pairs(year: Year) -> list[tuple[str, str]]:
    """What each figure comes to, and which it is."""
    return [(f"{one.value}, {one.of}" if one.of else one.value, one.name) for one in lines(year)]


def lines(year: Year) -> list[Line]:
    """Every figure in the order things happen; nothing is said of nothing."""
    found = year.figures
    kinds = ", ".join(
        f"{count} {_shift(shift)}{'' if kind == 'staff' else ' to patients'}"
        for kind, shifts in found.held.items()
        for shift, count in shifts.items()
    )
    held = sum(found.came.values())
    return [
        Line(
            "Held",
            f"{held} of {found.due}",
            kinds,
            "Rounds held, of those that were due and are over; not held counts.",
        ),
        Line(
            "The executive came",
            *_of(Share(found.came["executive"], held), "held"),
            "Rounds held to which the executive came, and not a deputy.",
        ),
        Line("Interactive", *_of(found.interactive, "led"), _INTERACTIVE),
        Line("Pre-briefed", *_of(found.pre_briefed, "held"), "The executive was told what is new, freshly enough."),
        Line("Told what for", *_of(found.providers, "people"), "Those who give care and knew what the rounds are for."),
        Line("With a guide", *_of(found.guided, "held"), "Somebody who works there showed the way."),
        Line(
            "Issues for each visit",
            _rate(found),
            f"{found.issues.part} issues",
            "Issues listed on rounds, for each held.",
        ),
        Line("With an issue", *_of(found.with_issues, "held"), "Rounds on which an issue was put on the tracking log."),
        Line(
            "Moved", *_of(found.moved, "due"), "Rounds whose day moved at least once, held or not. Moving is no fault."
        ),
        Line("Brought up beforehand", str(found.brought_before), "", "Concerns brought up for rounds to come."),
        Line("Reviewed", *_of(found.reviewed, "open then"), _REVIEWED),
        Line("Easy wins", *_of(year.easy, "solved and weighed"), _EASY),
    ]


_INTERACTIVE = (
    "Both sides spoke, of the visits somebody came to: a talk, or a word of staff and one of who came. Without it a visit is "
    "a drive-by."
)
_REVIEWED = "Issues that were open when rounds were held, and were seen there one by one or as a sheet."
_EASY = "Issues solved that were found easy (4 or 5 of 5), of all ever solved that were weighed. Easy ones first is no shame."


def _shift(shift: str | None) -> str:
    return choice(shift).lower() if shift else "on a shift nobody was asked for"


def _of(share: Share, whole: str) -> tuple[str, str]:
    """So: ("75 %", "9 of 12 held")."""
    percent = "–" if share.percent is None else f"{share.percent} %"
    return percent, f"{share.part:,} of {share.whole:,} {whole}" if share.whole else "nothing to count yet"


def _rate(found: RoundsFigures) -> str:
    return f"{found.issues.part / found.issues.whole:.1f}" if found.issues.whole else "–"
