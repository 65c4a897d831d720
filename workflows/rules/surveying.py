"""A unit is asked only while it is open, what is asked came with the house or was published by the hospital, and how many work
there is frozen with it. Nobody is asked the same twice at a time, nor so that few are left when one survey is taken from
another. What follows from the answers is an issue that is there."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from assessments.campaign import Asking, Wave, waving
from assessments.campaign.commands import Debrief, Lock, Open, Plan, Publish
from assessments.campaign.decide import decide as alone
from assessments.campaign.decide import opened
from assessments.campaign.frames import REST, Frame, cells_of, open_one, rests_from, rests_until
from assessments.campaign.offers import Offer
from assessments.campaign.positions import position_of
from assessments.instrument import lacking, published
from workflows.hospital.commands import PublishInstrument
from workflows.hospital.decide import publish
from workflows.hospital.state import Known
from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.moments import Day, day_after, utc_day
from workflows.kernel.noun import Case, Nothing, Rule, Writes
from workflows.kernel.roles import TEAM
from workflows.rules.reading import home_of, missing, named, not_open, state_of, together, unit_of
from workflows.unit.events import Asked

HOSPITAL = "hospital"


def open_(command: Open, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    units = _asked(command)
    if refusal := _closed(case, units):
        return refusal
    people = _working_in(case, units)
    survey, opening = case.fresh["campaign"], opened(command, act, people, _own(case))
    if isinstance(opening, Refused):
        return opening
    new = Frame(units=people, cells=(frozenset(people),), closes=command.closes, over=False)
    refusal = _told_apart(case, command.instrument, new, act.day)
    return refusal or together((survey, opening), *_asks(survey, command.instrument, units))


def plan_(command: Plan, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    return _closed(case, command.units) or together((case.fresh["campaign"], waving.drawn_up(command, act, _own(case))))


def lock_(_: Lock, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    """From here on these units are asked: nobody asks them the same in between."""
    wave = state_of(case, case.stream)
    if not isinstance(wave, Wave):
        return refused("campaign.not_a_wave")
    if refusal := _closed(case, wave.asked):
        return refusal
    held = _positions_in(case, wave.asked)
    people = {unit: sum(some.values()) for unit, some in held.items()}
    locking = waving.locked(wave, act, held, _own(case))
    if isinstance(locking, Refused):
        return locking
    if not locking:
        return ()
    cells = cells_of(tuple(people), waving.groups_of(locking))
    new = Frame(units=people, cells=cells, closes=wave.closes, over=False)
    refusal = _told_apart(case, wave.instrument, new, act.day)
    return refusal or together((case.stream, locking), *_asks(case.stream, wave.instrument, wave.asked))


def publish_wave(_: Publish, case: Case, act: Act) -> tuple[Writes, ...] | Refused:  # noqa: ARG001 - as every rule
    wave = state_of(case, case.stream)
    if not isinstance(wave, Wave):
        return refused("campaign.not_a_wave")
    return together(*waving.published(case.stream, wave).items())


def _closed(case: Case, units: Iterable[str]) -> Refused | None:
    return next((one for unit in units if (one := not_open(case, unit))), None)


def _asks(survey: str, instrument: str, units: Iterable[str]) -> Iterator[tuple[str, tuple[Asked, ...]]]:
    yield from ((f"unit-{unit}", (Asked(survey=survey, instrument=instrument),)) for unit in units)


def _told_apart(case: Case, instrument: str, new: Frame, day: Day) -> Refused | None:
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
    people = {**_working_in(case, _entangled(case, instrument, people)), **people}
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


def _asked(command: Open) -> tuple[str, ...]:
    return tuple(dict.fromkeys((command.unit, *command.also)))


def _working_in(case: Case, units: Iterable[str]) -> dict[str, int]:
    """How many work in each unit."""
    return {unit: sum(some.values()) for unit, some in _positions_in(case, units).items()}


def _positions_in(case: Case, units: Iterable[str]) -> dict[str, Counter[str]]:
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


def publish_(command: PublishInstrument, case: Case, act: Act) -> tuple[Writes, ...] | Refused:  # noqa: ARG001 - as every rule
    """What came with the house, words and all, stays what it is; a structure that lacks its words is given them."""
    ours = published().get(command.instrument)
    if ours is not None and not lacking(ours):
        return refused("hospital.instrument_ours", instrument=command.instrument)
    return together((HOSPITAL, publish(command, state_of(case, HOSPITAL))))


def debrief(command: Debrief, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    here = alone(command, case.states[case.stream], act)
    return missing(case, *_issue(command)) or together((case.stream, here))


def _own(case: Case) -> tuple[Offer, ...]:
    state = state_of(case, HOSPITAL)
    own = state.instruments if isinstance(state, Known) else ()
    return tuple(Offer(one.instrument, one.version, one.digest, one.respect) for one in own)


def _to_open(command: Open, case: Case) -> frozenset[str]:
    return _with_units(case, command.instrument, _asked(command))


def _to_lock(_: Lock, case: Case) -> frozenset[str]:
    wave = state_of(case, case.stream)
    beyond = _with_units(case, wave.instrument, wave.asked) if isinstance(wave, Wave) else frozenset[str]()
    return named(case.stream) | beyond


def _to_publish(_: Publish, case: Case) -> frozenset[str]:
    wave = state_of(case, case.stream)
    return named(case.stream, *(waving.parts_of(case.stream, wave) if isinstance(wave, Wave) else ()))


def _with_units(case: Case, instrument: str, units: Iterable[str]) -> frozenset[str]:
    every = dict.fromkeys((*_kin(case, units), *_entangled(case, instrument, units)))
    return named(HOSPITAL, *map(home_of, every), *_surveys(case, instrument, every))


def _issue(command: Debrief) -> tuple[str, ...]:
    return () if command.issue is None else (command.issue,)


RULES = (
    Rule(command=Open, needs=_to_open, decide=open_),
    Rule(command=Plan, needs=lambda command, _: named(HOSPITAL, *map(home_of, command.units)), decide=plan_),
    Rule(command=Lock, needs=_to_lock, decide=lock_),
    Rule(command=Publish, needs=_to_publish, decide=publish_wave),
    Rule(command=PublishInstrument, needs=lambda *_: named(HOSPITAL), decide=publish_),
    Rule(command=Debrief, needs=lambda command, case: named(case.stream, *_issue(command)), decide=debrief),
)
