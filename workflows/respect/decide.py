"""What a respect incident decides; `begin` is its part of the rule `reporting`."""

from typing import get_args

from workflows.kernel.ball import falls
from workflows.kernel.correcting import corrected, unclear
from workflows.kernel.grammar import Act, Command, refused
from workflows.kernel.moments import Day
from workflows.kernel.noun import Decision, Nothing, foreign
from workflows.kernel.roles import as_holder
from workflows.kernel.terms import Terms
from workflows.respect import commands as c
from workflows.respect import events as e
from workflows.respect.balls import balls
from workflows.respect.state import Addressed, Ended, Known, Reported, Responded, State, Weighed, climbs_after

Alone = (
    c.Acknowledge
    | c.HandOn
    | c.Weigh
    | c.Converse
    | c.Address
    | c.Close
    | c.Recur
    | c.Withdraw
    | c.Correct
    | c.FallDue
    | c.Climb
)

ROUTES: dict[c.Kind, c.Keeper] = {
    "colleague": "professionalism_lead",
    "visitor": "house_supervisor",
    "retaliation": "privacy_officer",
}
"""With whom each kind begins: never in the unit, where those it is about may lead."""

TIERS: tuple[c.Tier, ...] = get_args(c.Tier)


def first_due(kind: c.Kind, terms: Terms, day: Day) -> Day:
    """By when somebody responds to what was reported on `day`."""
    return terms.due(day, f"respect_{kind}_days")


def begin(command: c.Report, act: Act) -> e.Reported:
    return e.Reported(
        kind=command.kind,
        what=command.what,
        unit=command.unit,
        where=command.where,
        who=command.who,
        danger=command.danger,
        speaker=command.speaker,
        holder=as_holder(ROUTES[command.kind]),
        due=first_due(command.kind, act.terms.of(command.unit), act.day),
    )


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="incident")
    match command:
        case c.Acknowledge():
            return _acknowledge(command, state, act)
        case c.HandOn():
            return _hand_on(command, state)
        case c.Weigh():
            return _weigh(command, state)
        case c.Converse():
            return _converse(command, state)
        case c.Address():
            return _address(command, state)
        case c.Close():
            return _close(state)
        case c.Recur():
            return _recur(command, state, act)
        case c.Withdraw():
            return _withdraw(command, state, act)
        case c.Correct():
            return _correct(command, state)
        case c.FallDue():
            return falls(command, balls(state), state.incident.fallen, act, e.FellDue)
        case c.Climb():
            return _climb(command, state, act)


def _acknowledge(command: c.Acknowledge, state: Known, act: Act) -> Decision:
    if isinstance(state, Ended):
        return refused("respect.ended")
    if not isinstance(state, Reported):
        return refused("respect.already_answered")
    return (e.Acknowledged(answer=command.answer, due=act.terms.due(act.day, "respect_address_days")),)


def _hand_on(command: c.HandOn, state: Known) -> Decision:
    if isinstance(state, Ended):
        return refused("respect.ended")
    holder = as_holder(command.keeper)
    return () if holder == state.incident.holder else (e.HandedOn(holder=holder, why=command.why),)


def _weigh(command: c.Weigh, state: Known) -> Decision:
    """Never milder than what was chosen before, firmer once it has happened again; what is grave is referred."""
    match state:
        case Reported():
            return refused("respect.answer_first")
        case Addressed() | Ended():
            return refused("respect.nothing_to_weigh")
        case Responded() | Weighed():
            pass
    incident = state.incident
    if (command.grave or incident.grave) and command.tier != "referral":
        return refused("respect.must_be_referred")
    if isinstance(state, Weighed) and (command.tier, command.grave) == (incident.tier, incident.grave):
        return ()
    if incident.tier is not None and TIERS.index(command.tier) < _least(incident.tier, isinstance(state, Responded)):
        return refused("respect.no_milder_step")
    return (e.Weighed(tier=command.tier, grave=command.grave or incident.grave, why=command.why),)


def _least(before: c.Tier, again: bool) -> int:
    return min(TIERS.index(before) + again, len(TIERS) - 1)


def _converse(command: c.Converse, state: Known) -> Decision:
    return (e.ConversationHeld(note=command.note),) if isinstance(state, Weighed) else refused("respect.weigh_first")


def _address(command: c.Address, state: Known) -> Decision:
    match state:
        case Weighed(incident=incident, talked=talked):
            if incident.tier == "conversation" and not talked:
                return refused("respect.talk_first")
            return (e.Addressed(note=command.note),)
        case Addressed():
            return ()
        case Ended():
            return refused("respect.ended")
        case Reported() | Responded():
            return refused("respect.weigh_first")


def _close(state: Known) -> Decision:
    match state:
        case Addressed():
            return (e.Closed(),)
        case Ended(how="closed"):
            return ()
        case Ended():
            return refused("respect.ended")
        case _:
            return refused("respect.address_first")


def _recur(command: c.Recur, state: Known, act: Act) -> Decision:
    """Only what was addressed can happen again; before, it goes on."""
    if not isinstance(state, Addressed | Ended) or state.incident.tier is None:
        return refused("respect.not_addressed_yet")
    return (e.Recurred(what=command.what, due=act.terms.due(act.day, "respect_address_days")),)


def _withdraw(command: c.Withdraw, state: Known, act: Act) -> Decision:
    if not act.speaks_for(state.incident.voice):
        return refused("respect.only_the_reporter")
    if isinstance(state, Ended):
        return () if state.how == "withdrawn" else refused("respect.ended")
    if state.incident.grave:
        return refused("respect.grave_stays")
    return (e.Withdrawn(why=command.why),)


def _climb(command: c.Climb, state: Known, act: Act) -> Decision:
    if not act.of_the_clock:
        return refused("only_the_clock")
    step = climbs_after(state, act.terms, command.past)
    if step is None or act.day <= step[0]:
        return refused("respect.does_not_climb")
    return (e.Climbed(below=state.incident.holder, to=step[1], day=act.day),)


def _correct(command: c.Correct, state: Known) -> Decision:
    if refusal := unclear(command, {"kind": get_args(c.Kind)}):
        return refusal
    if command.field is not None and state.incident.kind == command.now:
        return ()
    was = state.incident.kind if command.field is not None else None
    return (corrected(e.Corrected, command, was),)
