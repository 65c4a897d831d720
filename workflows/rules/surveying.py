"""A unit is asked only while it is open, what is asked came with the house or was published by the hospital, and how many work
there is frozen with it; what follows from the answers is an issue that is there."""

from assessments.campaign.commands import Debrief, Open
from assessments.campaign.decide import Offer, opened
from assessments.campaign.decide import decide as alone
from assessments.instrument import lacking, published
from workflows.hospital.commands import PublishInstrument
from workflows.hospital.decide import publish
from workflows.hospital.state import Known
from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.noun import Case, Nothing, Rule, Writes
from workflows.kernel.roles import TEAM
from workflows.rules.reading import home_of, missing, named, not_open, state_of, together, unit_of

HOSPITAL = "hospital"


def open_(command: Open, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    closed = (not_open(case, unit) for unit in _asked(command))
    refusal = next((one for one in closed if one), None)
    opening = opened(command, act, _working_in(case, command), _own(case))
    return refusal or together((case.fresh["campaign"], opening))


def _asked(command: Open) -> tuple[str, ...]:
    return tuple(dict.fromkeys((command.unit, *command.also)))


def _working_in(case: Case, command: Open) -> dict[str, int]:
    """How many work in each unit; whoever works in several is counted in the first of them."""
    counted: set[str] = set()
    found = {}
    for unit in _asked(command):
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


def _issue(command: Debrief) -> tuple[str, ...]:
    return () if command.issue is None else (command.issue,)


RULES = (
    Rule(command=Open, needs=lambda command, _: named(HOSPITAL, *map(home_of, _asked(command))), decide=open_),
    Rule(command=PublishInstrument, needs=lambda *_: named(HOSPITAL), decide=publish_),
    Rule(command=Debrief, needs=lambda command, case: named(case.stream, *_issue(command)), decide=debrief),
)
