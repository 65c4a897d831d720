"""What a wave found, in words and rows: the hospital first, then its units as they were opened; nobody is ranked."""

from collections.abc import Mapping, Sequence
from math import nan

from markupsafe import Markup
from msgspec import Struct

from assessments.campaign import Wave
from assessments.intervals import discoveries
from assessments.scorecard.funnel import bounds, chance
from services.surveyed import Found, Group, Said
from services.web.pictures import Bound, Place, funnel
from services.web.visit import Visit
from services.wording.held import called, head, rows
from services.wording.scales import row
from services.wording.shares import share

HOSPITAL = "The hospital"
WHY = {
    "too_few": "too few answered to be shown alone",
    "guards": "held back: with it, what few people said could be worked out",
}
FEW = "too few answered, or held back to guard others"
SAYS = (
    "Between the lines lie nineteen of twenty by chance alone. A triangle lies beyond them also when all units and sentences "
    "here are compared at once, of which at most one in twenty is a false alarm."
)
HEAD = ("Unit", "Positive", "Sure within", "Answers", "From the hospital")


class Names:
    """Of units that are counted as one."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit

    def of(self, units: Sequence[str]) -> str:
        return " + ".join(self._visit.names.unit(unit) for unit in units)


class Question(Struct, frozen=True):
    """One item: its words, a picture where several units may be drawn, and its table."""

    text: str
    picture: Markup | str
    says: str
    rows: tuple[tuple[str, ...], ...]


def who(told: Found, names: Names) -> tuple[tuple[str, ...], ...]:
    """Who could answer and who did, with the cards that were used beside the ballots."""
    return (_who(HOSPITAL, told.whole), *(_who(names.of(one.units), one) for one in told.groups))


def _who(name: str, one: Group) -> tuple[str, ...]:
    if one.ballots is None or one.cards is None:
        return name, str(one.eligible), WHY[one.why or "too_few"], "", ""
    drawn = "" if one.cards.drawn is None else f"{one.cards.drawn} drawn, "
    same = "as many as ballots" if one.cards.spent == one.ballots else "not as many as ballots: ask why"
    used = f"{one.cards.made} made, {drawn}{one.cards.spent} used: {same}"
    return name, str(one.eligible), str(one.ballots), "" if one.rate is None else f"about {one.rate} %", used


def items(told: Found, names: Names, key: str) -> tuple[Question, ...]:
    lines, stands = [(names.of(one.units), one.items) for one in told.groups], _standing(told)
    return tuple(
        _question(
            whole, [(name, said[at], stands[number, at]) for number, (name, said) in enumerate(lines)], f"{key}-{at}"
        )
        for at, whole in enumerate(told.whole.items)
    )


def _standing(told: Found) -> Mapping[tuple[int, int], bool]:
    """Which units lie farther from the hospital than chance brings, when all of them are compared over all items at once."""
    every = {
        (number, at): _chance(whole, group.items[at])
        for number, group in enumerate(told.groups)
        for at, whole in enumerate(told.whole.items)
    }
    return dict(zip(every, map(bool, discoveries(list(every.values()))), strict=True))


def _question(whole: Said, units: Sequence[tuple[str, Said, bool]], key: str) -> Question:
    text = whole.item.text.get("en", whole.item.id)
    rows = (_row(HOSPITAL, whole, ""), *(_row(name, one, _from(whole, one, stands)) for name, one, stands in units))
    places = [
        Place(name, one.n, one.percent, stands)
        for name, one, stands in units
        if one.n is not None and one.percent is not None
    ]
    if whole.percent is None or len(places) < 2:
        return Question(text, "", "", rows)
    drawn = [
        Bound(one.whole, one.low, one.high) for one in bounds(whole.percent / 100, max(one.whole for one in places))
    ]
    picture = funnel(places, drawn, whole.percent, title=text, key=key)
    return Question(text, picture, SAYS, rows)


def _row(name: str, one: Said, beside: str) -> tuple[str, ...]:
    if one.percent is None:
        return name, FEW, "", "", ""
    return name, share(one.percent, one.bound), f"{one.low}–{one.high} %", str(one.n), beside


def _chance(whole: Said, one: Said) -> float:
    """Of a bound it cannot be said."""
    if one.n is None or one.percent is None or whole.percent is None or one.bound:
        return nan
    return chance(round(one.percent * one.n / 100), one.n, whole.percent / 100)


def _from(whole: Said, one: Said, stands: bool) -> str:
    if one.percent is None or whole.percent is None:
        return ""
    return "more than chance" if stands else "within chance"


class Scale(Struct, frozen=True):
    """One composite of the hospital and of each group, from 0 to 100."""

    title: str
    rows: tuple[tuple[str, ...], ...]


def scales(told: Found, names: Names) -> tuple[Scale, ...]:
    """Of those of which anything is told."""
    every = ((HOSPITAL, told.whole), *((names.of(one.units), one) for one in told.groups))
    return tuple(
        Scale(
            first.composite.title.get("en", ""),
            tuple(row(told.instrument, name, one.scales[at]) for name, one in every),
        )
        for at, first in enumerate(told.whole.scales)
        if first.mean is not None
    )


class ByPosition(Struct, frozen=True):
    """Of the hospital: what each position said of each item, and in which units it is told."""

    says: tuple[str, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def held(told: Found, names: Names) -> ByPosition:
    says = tuple(
        f"{called(one.positions)}: {one.ballots} of {one.eligible} who could, of {names.of(one.units)}."
        for one in told.whole.held
    )
    return ByPosition(says, head(told.whole.held), rows(told.whole.held))


def facts(told: Found, wave: Wave) -> tuple[tuple[str, Markup | str], ...]:
    asked = Markup('<a href="/instruments/{0}">{0}, version {1}</a>').format(wave.instrument, wave.version)
    return (
        ("Asked", asked),
        ("How sure", told.instrument.validation.statement["en"]),
        ("Reckoned by", f"{told.provenance.scoring}: {', '.join(told.provenance.rules)}"),
        ("Ballots", f"{told.provenance.ballots[:16]}…"),
    )
