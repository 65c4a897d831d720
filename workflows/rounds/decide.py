"""What rounds decide alone; that their unit is open is the rule `scheduling`."""

from typing import get_args

from workflows.kernel.ball import falls
from workflows.kernel.correcting import corrected, unclear
from workflows.kernel.grammar import Act, Command, refused
from workflows.kernel.noun import Decision, Nothing, foreign
from workflows.rounds import commands as c
from workflows.rounds import events as e
from workflows.rounds.balls import balls
from workflows.rounds.orienting import orient
from workflows.rounds.state import Held, Known, NotHeld, Scheduled, State, Summarised, Withdrawn

Alone = (
    c.Prepare
    | c.NameGuide
    | c.PreBrief
    | c.BriefProviders
    | c.Orient
    | c.AcknowledgeOrientation
    | c.Reschedule
    | c.Entrust
    | c.Hold
    | c.NoteExchange
    | c.Review
    | c.LookOver
    | c.AgreePriorities
    | c.SayNotHeld
    | c.Summarise
    | c.Withdraw
    | c.Correct
    | c.FallDue
)

CHOICES = {"colour": get_args(c.Colour), "kind": get_args(c.Kind), "shift": get_args(c.Shift)}
OF_HELD = frozenset({"colour"})
"""What can be wrong only once they were held."""


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="rounds")
    match command:
        case c.Prepare():
            return _prepare(command, state)
        case c.NameGuide():
            return _name_guide(command, state)
        case c.PreBrief():
            return _pre_brief(command, state, act)
        case c.BriefProviders():
            return _brief_providers(command, state)
        case c.Orient() | c.AcknowledgeOrientation():
            return orient(command, state, act)
        case c.Reschedule():
            return _reschedule(command, state, act)
        case c.Entrust():
            return _entrust(command, state)
        case c.Hold():
            return _hold(command, state, act)
        case c.NoteExchange() | c.Review() | c.LookOver() | c.AgreePriorities():
            return (
                refused("rounds.not_scheduled") if isinstance(state, NotHeld | Withdrawn) else _walked(command, state)
            )
        case c.SayNotHeld():
            return _say_not_held(command, state)
        case c.Summarise():
            return _summarise(command, state)
        case c.Withdraw():
            return _withdraw(command, state)
        case c.Correct():
            return _correct(command, state)
        case c.FallDue():
            return falls(command, balls(state), state.visit.fallen, act, e.FellDue)


def schedule(command: c.Schedule, act: Act, partner: str | None) -> Decision:
    """Their part of `scheduling`; `partner` is the executive partner of the unit."""
    if command.day < act.day and not act.imported:
        return refused("day_is_past", day=command.day)
    who = command.partner or partner
    return (
        e.Scheduled(
            unit=command.unit,
            day=command.day,
            partner=who,
            guide=command.guide,
            time=command.time,
            kind=command.kind,
            shift=command.shift,
            where=command.where,
        ),
    )


def _prepare(command: c.Prepare, state: Known) -> Decision:
    if not isinstance(state, Scheduled):
        return refused("rounds.not_scheduled")
    return () if command.item in state.visit.prepared else (e.Prepared(item=command.item, note=command.note),)


def _name_guide(command: c.NameGuide, state: Known) -> Decision:
    """Also of rounds that were held: whoever guides sums them up."""
    if not isinstance(state, Scheduled | Held):
        return refused("rounds.not_scheduled")
    return () if command.guide == state.visit.guide else (e.GuideNamed(guide=command.guide),)


def _pre_brief(command: c.PreBrief, state: Known, act: Act) -> Decision:
    """Once more where the rounds have moved, or the first time was long ago."""
    if not isinstance(state, Scheduled):
        return refused("rounds.not_scheduled")
    good_until = act.terms.of(state.unit).due(act.day, "pre_brief_days")
    if (state.visit.briefing_good_until or "") >= good_until:
        return ()
    return (e.PreBriefed(good_until=good_until, note=command.note),)


def _brief_providers(command: c.BriefProviders, state: Known) -> Decision:
    if not isinstance(state, Scheduled):
        return refused("rounds.not_scheduled")
    if not 0 < command.of >= command.briefed:
        return refused("rounds.more_than_all", of=command.of)
    counted = (command.briefed, command.of)
    return () if counted == state.visit.briefed else (e.ProvidersBriefed(briefed=command.briefed, of=command.of),)


def _reschedule(command: c.Reschedule, state: Known, act: Act) -> Decision:
    if not isinstance(state, Scheduled):
        return refused("rounds.not_scheduled")
    visit = state.visit
    if (command.day, command.time or visit.time) == (visit.day, visit.time):
        return ()
    if command.day < act.day:
        return refused("day_is_past", day=command.day)
    return (e.Rescheduled(day=command.day, reason=command.reason, time=command.time),)


def _entrust(command: c.Entrust, state: Known) -> Decision:
    if not isinstance(state, Scheduled):
        return refused("rounds.not_scheduled")
    if command.partner == state.visit.partner:
        return ()
    return (e.Entrusted(partner=command.partner, reason=command.reason),)


def _hold(command: c.Hold, state: Known, act: Act) -> Decision:
    match state:
        case Scheduled():
            due = act.terms.of(state.unit).due(act.day, "summarise_days")
            return (
                e.Held(
                    attendees=command.attendees,
                    colour=command.colour,
                    none_raised=command.none_raised,
                    summary_due=due,
                ),
            )
        case Held() | Summarised():
            return ()
        case NotHeld() | Withdrawn():
            return refused("rounds.not_scheduled")


def _walked(command: c.NoteExchange | c.Review | c.LookOver | c.AgreePriorities, state: Known) -> Decision:
    """What happens on the walk; it may be entered before they are said to be held, and after."""
    visit = state.visit
    match command:
        case c.NoteExchange():
            return (e.ExchangeNoted(kind=command.kind, by=command.by, words=command.words),)
        case c.Review():
            known = any((seen.issue, seen.finding) == (command.issue, command.finding) for seen in visit.seen)
            return () if known else (e.Reviewed(issue=command.issue, finding=command.finding),)
        case c.LookOver():
            fresh = tuple(one for one in dict.fromkeys(command.issues) if one not in visit.looked_over)
            return (e.LookedOver(issues=fresh),) if fresh else ()
        case c.AgreePriorities():
            issues = tuple(dict.fromkeys(command.issues))
            same = not issues or (bool(visit.agreed) and visit.agreed[-1] == issues)
            return () if same else (e.PrioritiesAgreed(issues=issues),)


def _say_not_held(command: c.SayNotHeld, state: Known) -> Decision:
    match state:
        case Scheduled():
            return (e.NotHeld(reason=command.reason, note=command.note),)
        case NotHeld():
            return ()
        case Held() | Summarised() | Withdrawn():
            return refused("rounds.not_scheduled")


def _summarise(command: c.Summarise, state: Known) -> Decision:
    match state:
        case Held():
            priorities = tuple(dict.fromkeys(command.priorities))
            return (e.Summarised(summary=command.summary, priorities=priorities, thanks=command.thanks),)
        case Summarised():
            return ()
        case Scheduled() | NotHeld() | Withdrawn():
            return refused("rounds.hold_first")


def _withdraw(command: c.Withdraw, state: Known) -> Decision:
    if isinstance(state, Withdrawn):
        return ()
    return (e.Withdrawn(why=command.why),) if isinstance(state, Scheduled) else refused("rounds.not_scheduled")


def _correct(command: c.Correct, state: Known) -> Decision:
    if refusal := unclear(command, CHOICES):
        return refusal
    if command.part is not None:
        here = getattr(state.visit, command.part, None) or getattr(state, command.part, None)
        return (corrected(e.Corrected, command),) if here is not None else refused("nothing_to_correct")
    if command.field in OF_HELD and not isinstance(state, Held | Summarised):
        return refused("nothing_to_correct")
    place = state if command.field in OF_HELD else state.visit
    was = getattr(place, command.field or "")
    return () if was == command.now else (corrected(e.Corrected, command, was),)
