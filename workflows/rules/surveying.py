"""A unit is asked only while it is open, what is asked came with the house or was published by the hospital, and how many work
there is frozen with it. Nobody is asked the same twice at a time, nor so that few are left when one survey is taken from
another. What follows from the answers is an issue that is there."""

from collections.abc import Iterable, Iterator, Mapping

from assessments.campaign import Campaign
from assessments.campaign.commands import Debrief, Open
from assessments.campaign.decide import Offer, opened
from assessments.campaign.decide import decide as alone
from assessments.campaign.frames import Frame, open_one, rests_from, rests_until
from assessments.instrument import lacking, published
from workflows.hospital.commands import PublishInstrument
from workflows.hospital.decide import publish
from workflows.hospital.state import Known
from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.moments import Day, utc_day
from workflows.kernel.noun import Case, Nothing, Rule, Writes
from workflows.kernel.roles import TEAM
from workflows.rules.reading import home_of, missing, named, not_open, state_of, together, unit_of
from workflows.unit.events import Asked

HOSPITAL = "hospital"


def open_(command: Open, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    units, people = _asked(command), _working_in(case, _asked(command))
    refusal = next((one for unit in units if (one := not_open(case, unit))), None)
    if refusal is not None:
        return refusal
    survey, opening = case.fresh["campaign"], opened(command, act, people, _own(case))
    if isinstance(opening, Refused):
        return opening
    asked = Asked(survey=survey, instrument=command.instrument)
    told = ((f"unit-{unit}", (asked,)) for unit in units)
    return _told_apart(command, case, people, act.day) or together((survey, opening), *told)


def _told_apart(command: Open, case: Case, people: Mapping[str, int], day: Day) -> Refused | None:
    """Why these units cannot be asked that now, by what they were asked before."""
    before, changed = tuple(_frames(command, case, people)), tuple(_before_a_change(command, case))
    if (open_still := next((one for one in changed if one.stage == "open"), None)) is not None:
        return refused("campaign.asked_already", closes=open_still.closes)
    if (until := rests_from((one.closes for one in changed), day)) is not None:
        return refused("campaign.units_changed", until=until)
    if (now := open_one(before)) is not None:
        return refused("campaign.asked_already", closes=now.closes)
    until = rests_until(before, Frame(units=people, cells=(frozenset(people),), closes=command.closes, over=False), day)
    return refused("campaign.few_left_over", until=until) if until else None


def _surveys(command: Open, case: Case, units: Iterable[str]) -> Iterator[str]:
    """What asked the same of any of these units."""
    for unit in units:
        state = unit_of(case, unit)
        if not isinstance(state, Nothing):
            yield from (one.stream for one in state.asked if one.instrument == command.instrument)


def _kin(command: Open, case: Case) -> dict[str, Day]:
    """The units that are asked and all that were one with any of them, in part, with the day when that last changed."""
    found, todo = dict.fromkeys(_asked(command), ""), list(_asked(command))
    for unit in todo:
        state = unit_of(case, unit)
        for one in () if isinstance(state, Nothing) else state.kin:
            todo += [one.unit] if one.unit not in found else []
            found[one.unit] = max(found.get(one.unit, ""), one.changed)
            found[unit] = max(found[unit], one.changed)
    return found


def _before_a_change(command: Open, case: Case) -> Iterator[Campaign]:
    """What asked the same of these units, and of those that were one with them, before units were merged or split, or that was
    undone: its people are the same in part, and how many are not nobody can reckon."""
    for unit, changed in _kin(command, case).items():
        for stream in _surveys(command, case, [unit]):
            one = state_of(case, stream)
            if isinstance(one, Campaign) and one.stage != "withdrawn" and utc_day(one.opened) <= changed:
                yield one


def _frames(command: Open, case: Case, people: Mapping[str, int]) -> Iterator[Frame]:
    """Of those of which something was told, or will be. Of one on a poster only where it hung is known."""
    for stream in _surveys(command, case, _asked(command)):
        one = state_of(case, stream)
        if isinstance(one, Campaign) and one.stage != "withdrawn":
            here = one.roster
            units = dict(zip(here.units, here.eligible, strict=True)) if here else {one.unit: people[one.unit]}
            yield Frame(units=units, cells=(frozenset(units),), closes=one.closes, over=one.stage != "open")


def _asked(command: Open) -> tuple[str, ...]:
    return tuple(dict.fromkeys((command.unit, *command.also)))


def _working_in(case: Case, units: Iterable[str]) -> dict[str, int]:
    """How many work in each unit; whoever works in several is counted in the first of them."""
    counted: set[str] = set()
    found = {}
    for unit in units:
        state = unit_of(case, unit)
        here = set() if isinstance(state, Nothing) else {held.person for held in state.roles if held.role in TEAM}
        found[unit] = len(here - counted)
        counted |= here
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


def _needs(command: Open, case: Case) -> frozenset[str]:
    units = _kin(command, case)
    return named(HOSPITAL, *map(home_of, units), *_surveys(command, case, units))


def _issue(command: Debrief) -> tuple[str, ...]:
    return () if command.issue is None else (command.issue,)


RULES = (
    Rule(command=Open, needs=_needs, decide=open_),
    Rule(command=PublishInstrument, needs=lambda *_: named(HOSPITAL), decide=publish_),
    Rule(command=Debrief, needs=lambda command, case: named(case.stream, *_issue(command)), decide=debrief),
)
