"""What the same people were asked before, with whom, and when: nobody is asked so that surveys, taken from one another, tell
what a few said."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from assessments.campaign import Asking, Wave
from assessments.campaign.frames import REST, Frame, cells_of, open_one, rests_from, rests_until
from assessments.campaign.positions import position_of
from workflows.kernel.grammar import Refused, refused
from workflows.kernel.moments import Day, day_after, utc_day
from workflows.kernel.noun import Case, Nothing
from workflows.kernel.roles import TEAM
from workflows.rules.reading import home_of, named, state_of, unit_of

HOSPITAL = "hospital"


def told_apart(case: Case, instrument: str, new: Frame, day: Day) -> Refused | None:
    """Why these units cannot be asked that now, by what they were asked before, and those that were asked with them."""
    changed = tuple(_before_a_change(case, instrument, new.units))
    if (open_still := next((one for one in changed if one.digest is None), None)) is not None:
        return refused("campaign.asked_already", closes=open_still.closes)
    if (until := rests_from((one.closes for one in changed), day)) is not None:
        return refused("campaign.units_changed", until=until)
    before = tuple(_frames(case, instrument, new.units))
    if (now := open_one(one for one in before if one.units.keys() & new.units.keys())) is not None:
        return refused("campaign.asked_already", closes=now.closes)
    until = rests_until(before, new, day)
    return refused("campaign.few_left_over", until=until) if until else None


def leaves_few(case: Case, instrument: str, new: Frame) -> bool:
    """Whether what was counted elsewhere would, taken from what was asked here at about that time, tell of a few."""
    near = [one for one in _frames(case, instrument, new.units) if one.closes < day_after(new.closes, REST)]
    return rests_until(near, new, new.closes) is not None


def streams_of(case: Case, instrument: str, units: Iterable[str]) -> frozenset[str]:
    """What is to be looked at before these units are asked that."""
    every = dict.fromkeys((*_kin(case, units), *_entangled(case, instrument, units)))
    return named(HOSPITAL, *map(home_of, every), *_surveys(case, instrument, every))


def working_in(case: Case, units: Iterable[str]) -> dict[str, int]:
    """How many work in each unit."""
    return {unit: sum(some.values()) for unit, some in positions_in(case, units).items()}


def positions_in(case: Case, units: Iterable[str]) -> dict[str, Counter[str]]:
    """How many hold each position in each unit; whoever works in several is counted in the first of them."""
    counted: set[str] = set()
    found: dict[str, Counter[str]] = {}
    for unit in units:
        state = unit_of(case, unit)
        here: dict[str, list[str]] = {}
        for held in () if isinstance(state, Nothing) else state.roles:
            if held.role in TEAM:
                here.setdefault(held.person, []).append(held.role)
        found[unit] = Counter[str](position_of(roles) for person, roles in here.items() if person not in counted)
        counted |= here.keys()
    return found


def _surveys(case: Case, instrument: str, units: Iterable[str]) -> Iterator[str]:
    """What asked the same of any of these units."""
    for unit in units:
        state = unit_of(case, unit)
        if not isinstance(state, Nothing):
            yield from (one.stream for one in state.asked if one.instrument == instrument)


def _entangled(case: Case, instrument: str, units: Iterable[str]) -> tuple[str, ...]:
    """These units, whoever was asked the same together with one of them, with one of those, and so on: five surveys in a ring,
    each of two small units, would tell what each of them said, though the last has no unit of the second and third. What was
    over long before another began is left out."""
    found = dict.fromkeys(units)
    todo = list(found)
    for unit in todo:
        asked = [state_of(case, stream) for stream in _surveys(case, instrument, [unit])]
        there = [one for one in asked if isinstance(one, Asking) and one.stage != "withdrawn"]
        latest = max((utc_day(one.opened) for one in there), default="")
        for one in there:
            if one.digest is None or day_after(one.closes, REST) > latest:
                todo += [other for other in one.units if other not in found]
                found.update(dict.fromkeys(one.units))
    return tuple(found)


def _kin(case: Case, units: Iterable[str]) -> dict[str, Day]:
    """The units that are asked and all that were one with any of them, in part, with the day when that last changed."""
    found = dict.fromkeys(units, "")
    todo = list(found)
    for unit in todo:
        state = unit_of(case, unit)
        for one in () if isinstance(state, Nothing) else state.kin:
            todo += [one.unit] if one.unit not in found else []
            found[one.unit] = max(found.get(one.unit, ""), one.changed)
            found[unit] = max(found[unit], one.changed)
    return found


def _before_a_change(case: Case, instrument: str, units: Iterable[str]) -> Iterator[Asking]:
    """What asked the same of these units, and of those that were one with them, before units were merged or split, or that was
    undone: its people are the same in part, and how many are not nobody can reckon."""
    for unit, changed in _kin(case, units).items():
        for stream in _surveys(case, instrument, [unit]):
            one = state_of(case, stream)
            if isinstance(one, Asking) and one.stage != "withdrawn" and utc_day(one.opened) <= changed:
                yield one


def _frames(case: Case, instrument: str, people: Mapping[str, int]) -> Iterator[Frame]:
    """Of those of which something was told, or will be: also of what was counted elsewhere. Of one on a poster only where it
    hung is known."""
    people = {**working_in(case, _entangled(case, instrument, people)), **people}
    for stream in dict.fromkeys(_surveys(case, instrument, people)):
        one = state_of(case, stream)
        if isinstance(one, Asking) and one.stage != "withdrawn":
            yield _frame(one, people)
    for unit, number in people.items():
        state = unit_of(case, unit)
        for past in () if isinstance(state, Nothing) else state.past_surveys:
            if past.instrument == instrument:
                yield Frame(units={unit: number}, cells=(frozenset({unit}),), closes=past.closed, over=True)


def _frame(one: Asking, people: Mapping[str, int]) -> Frame:
    over, roster = one.digest is not None, one.roster
    if roster is None:
        units = {unit: people.get(unit, 0) for unit in one.units}
        return Frame(units=units, cells=(frozenset(units),), closes=one.closes, over=over)
    shown = one.groups if isinstance(one, Wave) and over else roster.groups
    groups = tuple(group if group in shown else -1 for group in roster.groups)
    units = dict(zip(roster.units, roster.eligible, strict=True))
    return Frame(units=units, cells=cells_of(roster.units, groups), closes=one.closes, over=over)
