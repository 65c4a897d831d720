"""Figures as they are said: in so few words that they can be said aloud, and never without of how many they speak."""

from collections.abc import Mapping

from msgspec import Struct

from projections.figures import LEAST, Figures
from projections.share import Share
from projections.survival import Survival
from services.meanings import Meanings
from services.reader.figures import Silence
from services.web.phrases import choice
from services.web.visit import Visit

NOTHING = "nothing yet"
UNNAMED = "Those who did not say who they are"


class Told(Struct, frozen=True, kw_only=True):
    """One figure: what it is called, what it comes to, of how many; `href` leads behind it."""

    key: str
    title: str
    value: str
    of: str
    href: str


def told(meanings: Meanings, values: Mapping[str, tuple[str, str]], query: str) -> list[Told]:
    """In the order of their definitions."""
    return [
        Told(key=key, title=one.title, value=values[key][0], of=values[key][1], href=f"/figures/{key}{query}")
        for key, one in meanings.figures.items()
        if key in values
    ]


def pairs(values: Mapping[str, tuple[str, str]]) -> list[tuple[str, str]]:
    """What it comes to and of how many, and which figure that is: by its key, whatever it is called then."""
    return [(f"{value}, {of}" if of else value, key) for key, (value, of) in sorted(values.items())]


OF = {
    "ended": "loops that ended",
    "brought": "voices with an answer",
    "solution": "concerns",
    "kept": "promises whose day has come",
    "planned": "open issues",
    "easy": "issues that were weighed and resolved",
    "worked": "issues listed a year or more ago",
    "late": "open barriers",
    "climbed": "barriers",
}


def shares(found: Figures) -> dict[str, Share]:
    """Those that are a part of a whole, by key."""
    return {
        "ended": found.ended,
        "brought": found.brought,
        "solution": found.solution,
        "kept": found.in_time,
        "planned": found.of_both,
        "easy": found.easy,
        "worked": found.worked,
        "late": found.late,
        "climbed": found.climbed,
    }


def of_figures(found: Figures) -> dict[str, tuple[str, str]]:
    """Value and of how many, by key."""
    lasting: dict[str, tuple[str, str]] = {aim: (waits_said(one), waits_of(one)) for aim, one in found.waits.items()}
    parts = {key: (share, OF[key]) for key, share in shares(found).items()}
    return {**lasting, **of_shares(parts), "public": _public(found.public)}


def of_shares(shares: Mapping[str, tuple[Share, str]]) -> dict[str, tuple[str, str]]:
    return {key: (percent(share), f"{share.part} of {share.whole} {what}") for key, (share, what) in shares.items()}


def percent(share: Share) -> str:
    return NOTHING if share.percent is None else f"{share.percent} %"


def _public(share: Share) -> tuple[str, str]:
    if share.whole < LEAST:
        return ("too few to say", f"fewer than {LEAST} voices say who speaks")
    return percent(share), f"of {share.whole} voices that say who speaks"


def waits_said(found: Survival) -> str:
    """So: "half within 4 days, nine of ten within 21"."""
    if not found.whole:
        return NOTHING
    half, most = found.days(0.5), found.days(0.9)
    if half is None:
        return f"more than half still wait after {_days(found.longest)}"
    first = f"half within {_days(half)}" if half else "half on the same day"
    if most is None or most == half:
        return first
    return f"{first}, nine of ten within {most if half else _days(most)}"


def waits_of(found: Survival) -> str:
    return f"{found.over} of {found.whole} so far" if found.whole else ""


def table(found: Survival) -> list[tuple[str, ...]]:
    """The curve as rows: after so many days, the share that still waits, how many waited until then, how many ended."""
    return [(str(step.day), f"{round(100 * step.share)} %", str(step.at_risk), str(step.over)) for step in found.steps]


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def by_kind(found: Figures) -> list[tuple[str, str, str]]:
    """Who of those who spoke heard back; kinds of whom few spoke are told together."""
    return [
        (
            ", ".join(UNNAMED if kind == "no_answer" else choice(kind, "who") for kind in one.kinds),
            percent(one.reached),
            f"{one.reached.part} of {one.reached.whole} voices with an answer",
        )
        for one in found.heard_back
    ]


def quiet(visit: Visit, found: Silence) -> list[tuple[str, str]]:
    """From whom nobody was heard lately."""
    said = (
        ("Units", [visit.names.unit(slug) for slug in found.units]),
        ("Who speaks", [choice(kind, "who") for kind in found.kinds]),
        ("Rounds", [choice(shift) for shift in found.shifts]),
        ("Languages", [choice(language) for language in found.languages]),
    )
    return [(what, ", ".join(names) or "somebody from each") for what, names in said]
