"""Everything Heard can say, in one place: nouns, rules, policies, and every command and event by its stored name.

Clerk, readers, API, command line and laws build from here; a new noun is entered here and nowhere else.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from assessments import campaign, goal, rating, self_assessment
from workflows import (
    barrier,
    concern,
    conduct,
    decision,
    focus,
    grievance,
    hold,
    hospital,
    identity,
    issue,
    learning,
    ledger,
    measure,
    message,
    notice,
    pace,
    panel,
    partnership,
    presentation,
    privilege,
    promise,
    respect,
    rounds,
    standard,
    story,
    subject,
    trail,
    unit,
    waiver,
)
from workflows.kernel.ball import Ball
from workflows.kernel.grammar import Act, Command, Compartment, Event, Refused
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import Day
from workflows.kernel.noun import Case, Noun, Rule, Writes
from workflows.kernel.policy import Due, Policy
from workflows.kernel.terms import Terms
from workflows.policies import (
    carrying,
    climbing,
    lapsing,
    meeting,
    overdue,
    paging,
    renewing,
    revealing,
    reviewing,
    silence,
)
from workflows.policies import closing as closing_policy
from workflows.policies import learning as learning_policy
from workflows.rules import (
    answering,
    assessing,
    attesting,
    blocking,
    closing,
    designating,
    disputing,
    erasing,
    focusing,
    grieving,
    heading,
    listing,
    measuring,
    merging,
    moving,
    noting,
    on_the_spot,
    opening,
    partnering,
    pausing,
    presenting,
    promising,
    publishing,
    raising,
    reaffirming,
    reporting,
    resolving,
    scheduling,
    sending,
    settling,
    showing,
    spreading,
    succeeding,
    surveying,
    timing,
    unlisting,
    waiving,
    weighing,
)
from workflows.rules import learning as learning_rules
from workflows.was import concern as was_concern
from workflows.was import issue as was_issue
from workflows.was import promise as was_promise
from workflows.was import rounds as was_rounds

NOUNS: tuple[Noun, ...] = (
    hospital.NOUN,
    unit.NOUN,
    rounds.NOUN,
    partnership.NOUN,
    message.NOUN,
    focus.NOUN,
    story.NOUN,
    presentation.NOUN,
    notice.NOUN,
    concern.NOUN,
    grievance.NOUN,
    issue.NOUN,
    barrier.NOUN,
    promise.NOUN,
    waiver.NOUN,
    standard.NOUN,
    decision.NOUN,
    measure.NOUN,
    panel.NOUN,
    learning.NOUN,
    pace.NOUN,
    self_assessment.NOUN,
    goal.NOUN,
    campaign.NOUN,
    rating.NOUN,
    hold.NOUN,
    subject.NOUN,
    respect.NOUN,
    conduct.NOUN,
    identity.NOUN,
    trail.NOUN,
    ledger.NOUN,
    privilege.NOUN,
)

RULES: tuple[Rule, ...] = (
    *scheduling.RULES,
    *succeeding.RULES,
    *sending.RULES,
    *focusing.RULES,
    *pausing.RULES,
    *publishing.RULES,
    *presenting.RULES,
    *raising.RULES,
    *listing.RULES,
    *unlisting.RULES,
    *merging.RULES,
    *blocking.RULES,
    *answering.RULES,
    *resolving.RULES,
    *settling.RULES,
    *closing.RULES,
    *disputing.RULES,
    *on_the_spot.RULES,
    *noting.RULES,
    *moving.RULES,
    *promising.RULES,
    *waiving.RULES,
    *attesting.RULES,
    *showing.RULES,
    *reaffirming.RULES,
    *erasing.RULES,
    *reporting.RULES,
    *heading.RULES,
    *designating.RULES,
    *grieving.RULES,
    *opening.RULES,
    *partnering.RULES,
    *weighing.RULES,
    *measuring.RULES,
    *learning_rules.RULES,
    *spreading.RULES,
    *assessing.RULES,
    *surveying.RULES,
)

POLICIES: tuple[Policy, ...] = (
    closing_policy.POLICY,
    silence.POLICY,
    overdue.POLICY,
    climbing.POLICY,
    lapsing.POLICY,
    meeting.POLICY,
    renewing.POLICY,
    reviewing.POLICY,
    carrying.POLICY,
    revealing.POLICY,
    learning_policy.POLICY,
    paging.POLICY,
)

COMMAND_TYPES: Mapping[str, type[Command]] = MappingProxyType(
    {command.VERB: command for noun in NOUNS for command in noun.commands}
)
EVENT_TYPES: Mapping[str, type[Event]] = MappingProxyType(
    {event.NAME: event for noun in NOUNS for event in noun.events}
)
BALLS: Mapping[str, Callable[[Any], tuple[Ball, ...]]] = MappingProxyType({noun.name: noun.balls for noun in NOUNS})
STEPS: Mapping[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]] = MappingProxyType(
    {**was_concern.STEPS, **was_issue.STEPS, **was_promise.STEPS, **was_rounds.STEPS}
)

COMPARTMENTS: Mapping[str, Compartment] = MappingProxyType({noun.name: noun.compartment for noun in NOUNS})

_NOUN_OF = {command: noun for noun in NOUNS for command in noun.commands}
_RULES = {rule.command: timing.timely(rule) for rule in RULES}


def rule_for(command: Command | type[Command]) -> Rule:
    """The rule that decides this command: one over several streams, or its noun over its own stream alone."""
    asked = command if isinstance(command, type) else type(command)
    return _RULES.get(asked) or _RULES.setdefault(asked, timing.timely(_alone(asked, _NOUN_OF[asked])))


def _alone(asked: type[Command], noun: Noun) -> Rule:
    def needs(_: Any, case: Case) -> frozenset[str]:
        return frozenset({case.stream})

    def decide(command: Any, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
        decision = noun.decide(command, case.states[case.stream], act)
        if isinstance(decision, Refused):
            return decision
        return (Writes(case.stream, decision),) if decision else ()

    return Rule(command=asked, needs=needs, decide=decide)


def compartment_of(stream: str) -> Compartment:
    """Where a stream begins; what belongs to no noun of ours hides nothing."""
    return COMPARTMENTS.get(noun_of(stream), "open")


def begins(asked: type[Command]) -> bool:
    """Whether the command begins a stream: its id is minted, or named by the command itself."""
    return bool(asked.CREATES) or asked.stream is not Command.stream


def tick(day: Day, items: Iterable[tuple[str, Any]], terms_of: Callable[[str | None], Terms]) -> Iterator[Due]:
    """What the clock wishes for on `day` (in the hospital's zone), looking at these streams and their states. A command
    id is derived from `tick|` and the step."""
    for stream, state in items:
        terms = terms_of(state.unit)
        for policy in _timing(type(state)):
            if policy.tick is not None:
                yield from policy.tick(day, stream, state, terms)


def wakes(state: Any) -> Day | None:
    """The soonest day on which `tick` could wish for anything in this state; None for one that time leaves alone."""
    soonest: Day | None = None
    for policy in _timing(type(state)):
        day = None if policy.wakes is None else policy.wakes(state)
        if day is not None and (soonest is None or day < soonest):
            soonest = day
    return soonest


def _timing(kind: type) -> tuple[Policy, ...]:
    """The policies whose clock looks at states of this kind; asked with every fact that is folded."""
    found = _TIMING.get(kind)
    if found is None:
        found = tuple(policy for policy in POLICIES if policy.timed and issubclass(kind, policy.timed))
        _TIMING[kind] = found
    return found


_TIMING: dict[type, tuple[Policy, ...]] = {}
