"""What a unit has taken up, since when; what it has not is said to be not adopted, and never to be missed."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from services.web.phrases import choice
from services.wording import time_words
from workflows.kernel.moments import Day, day_after
from workflows.kernel.practices import PRACTICES, SUGGESTED, Adoption, Practice


class Taken(Struct, frozen=True, kw_only=True):
    """A practice of a unit as its page shows it: `words` how it stands, `deed` and `href` what can be done about it."""

    practice: Practice
    title: str
    words: str
    in_use: bool
    deed: str = ""
    href: str = ""


class Place(Struct, frozen=True, kw_only=True):
    """Where practices are shown: on which day, of a unit opened then (None: no suggestion is made). `unit` is its stream, ""
    where nothing can be done here; what is done leads `back`."""

    day: Day
    opened: Day | None
    unit: str
    back: str


def taken(adoptions: Iterable[Adoption], place: Place) -> list[Taken]:
    """All of them, in the order most units take them up."""
    known = tuple(adoptions)
    return [_taken(practice, [one for one in known if one.practice == practice], place) for practice in PRACTICES]


def in_short(practices: Sequence[Taken]) -> str:
    """So: "9 of 13 taken up; next: The scorecard"."""
    to_come = [one.title for one in practices if not one.in_use]
    words = f"{len(practices) - len(to_come)} of {len(practices)} taken up"
    return f"{words}; next: {to_come[0]}" if to_come else words


def _taken(practice: Practice, mine: list[Adoption], place: Place) -> Taken:
    current = next((one for one in mine if one.until is None or one.until > place.day), None)
    verb, deed = ("end_practice", "Set it aside") if current else ("adopt_practice", "Take it up")
    address = f"/do/unit/{verb}?to={place.unit}&practice={practice}&since={place.day}&next={place.back}"
    return Taken(
        practice=practice,
        title=choice(practice, "practice"),
        words=_words(practice, current, mine, place),
        in_use=current is not None and current.covers(place.day),
        deed=deed if place.unit else "",
        href=address if place.unit else "",
    )


def _words(practice: Practice, current: Adoption | None, mine: list[Adoption], place: Place) -> str:
    if current is not None:
        begins = "in use since" if current.since <= place.day else "begins on"
        until = f", until {time_words.short(current.until, place.day)}" if current.until else ""
        return f"{begins} {time_words.short(current.since, place.day)}{until}"
    if mine:
        return f"set aside on {time_words.short(mine[-1].until or place.day, place.day)}"
    if place.opened is None:
        return "not adopted"
    return (
        f"not adopted; most take it up by {time_words.short(day_after(place.opened, SUGGESTED[practice]), place.day)}"
    )
