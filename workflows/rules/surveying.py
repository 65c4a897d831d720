"""A unit is asked only while it is open, what is asked came with the house or was published by the hospital, and how many work
there is frozen with it. Nobody is asked the same twice at a time, nor so that few are left when one survey is taken from
another. What follows from the answers is an issue that is there."""

from collections.abc import Iterable, Iterator

from assessments.campaign import Wave, waving
from assessments.campaign.commands import Debrief, Lock, Open, Plan, Publish
from assessments.campaign.decide import decide as alone
from assessments.campaign.decide import opened
from assessments.campaign.frames import Frame, cells_of
from assessments.campaign.offers import Offer
from assessments.instrument import lacking, published
from workflows.hospital.commands import PublishInstrument
from workflows.hospital.decide import publish
from workflows.hospital.state import Known
from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.rules.asked_before import HOSPITAL, leaves_few, positions_in, streams_of, told_apart, working_in
from workflows.rules.reading import home_of, missing, named, not_open, state_of, together
from workflows.unit.commands import EnterSurvey
from workflows.unit.decide import decide as of_unit
from workflows.unit.events import Asked


def open_(command: Open, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    units = _asked(command)
    if refusal := _closed(case, units):
        return refusal
    people = working_in(case, units)
    survey, opening = case.fresh["campaign"], opened(command, act, people, _own(case))
    if isinstance(opening, Refused):
        return opening
    new = Frame(units=people, cells=(frozenset(people),), closes=command.closes, over=False)
    refusal = told_apart(case, command.instrument, new, act.day)
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
    held = positions_in(case, wave.asked)
    people = {unit: sum(some.values()) for unit, some in held.items()}
    locking = waving.locked(wave, act, held, _own(case))
    if isinstance(locking, Refused):
        return locking
    if not locking:
        return ()
    cells = cells_of(tuple(people), waving.groups_of(locking))
    new = Frame(units=people, cells=cells, closes=wave.closes, over=False)
    refusal = told_apart(case, wave.instrument, new, act.day)
    return refusal or together((case.stream, locking), *_asks(case.stream, wave.instrument, wave.asked))


def publish_wave(_: Publish, case: Case, act: Act) -> tuple[Writes, ...] | Refused:  # noqa: ARG001 - as every rule
    wave = state_of(case, case.stream)
    if not isinstance(wave, Wave):
        return refused("campaign.not_a_wave")
    return together(*waving.published(case.stream, wave).items())


def enter_(command: EnterSurvey, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    """Before and after it was asked here alike: figures that stand beside each other can be taken from one another."""
    here, (unit,) = of_unit(command, state_of(case, case.stream), act), _entering(case)
    new = Frame(units=working_in(case, (unit,)), cells=(frozenset({unit}),), closes=command.closed, over=True)
    if here and not isinstance(here, Refused) and leaves_few(case, command.instrument, new):
        return refused("unit.survey_leaves_few", closed=command.closed)
    return together((case.stream, here))


def _entering(case: Case) -> tuple[str]:
    return (case.stream.removeprefix("unit-"),)


def _closed(case: Case, units: Iterable[str]) -> Refused | None:
    return next((one for unit in units if (one := not_open(case, unit))), None)


def _asks(survey: str, instrument: str, units: Iterable[str]) -> Iterator[tuple[str, tuple[Asked, ...]]]:
    yield from ((f"unit-{unit}", (Asked(survey=survey, instrument=instrument),)) for unit in units)


def _asked(command: Open) -> tuple[str, ...]:
    return tuple(dict.fromkeys((command.unit, *command.also)))


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
    return streams_of(case, command.instrument, _asked(command))


def _to_lock(_: Lock, case: Case) -> frozenset[str]:
    wave = state_of(case, case.stream)
    beyond = streams_of(case, wave.instrument, wave.asked) if isinstance(wave, Wave) else frozenset[str]()
    return named(case.stream) | beyond


def _to_publish(_: Publish, case: Case) -> frozenset[str]:
    wave = state_of(case, case.stream)
    return named(case.stream, *(waving.parts_of(case.stream, wave) if isinstance(wave, Wave) else ()))


def _issue(command: Debrief) -> tuple[str, ...]:
    return () if command.issue is None else (command.issue,)


RULES = (
    Rule(
        command=EnterSurvey,
        needs=lambda command, case: named(case.stream) | streams_of(case, command.instrument, _entering(case)),
        decide=enter_,
    ),
    Rule(command=Open, needs=_to_open, decide=open_),
    Rule(command=Plan, needs=lambda command, _: named(HOSPITAL, *map(home_of, command.units)), decide=plan_),
    Rule(command=Lock, needs=_to_lock, decide=lock_),
    Rule(command=Publish, needs=_to_publish, decide=publish_wave),
    Rule(command=PublishInstrument, needs=lambda *_: named(HOSPITAL), decide=publish_),
    Rule(command=Debrief, needs=lambda command, case: named(case.stream, *_issue(command)), decide=debrief),
)
