"""What is decided about a quarter; `declared` is its part of the rule `focusing`."""

from workflows.focus import commands as c
from workflows.focus import events as e
from workflows.focus.state import Focus, State, balls
from workflows.kernel.ball import falls
from workflows.kernel.grammar import Act, Command, refused
from workflows.kernel.months import last_day_of, quarter_after, quarter_of
from workflows.kernel.noun import Decision, Nothing, foreign

Alone = c.AddLine | c.Review | c.HandOn | c.Correct | c.FallDue


def declared(command: c.Declare, state: State, act: Act) -> Decision:
    """For this quarter or the next."""
    if isinstance(state, Focus):
        return refused("focus.declared_already", quarter=command.quarter)
    now = quarter_of(act.day)
    if command.quarter not in (now, quarter_after(now)):
        return refused("focus.another_quarter", now=now, next=quarter_after(now))
    return (
        e.Declared(
            unit=command.unit,
            quarter=command.quarter,
            owner=command.owner,
            pledge=command.pledge,
            review_by=act.terms.of(command.unit).due(last_day_of(command.quarter), "focus_review_days"),
        ),
    )


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="focus")
    match command:
        case c.AddLine():
            return _add_line(command, state, act)
        case c.Review():
            return _review(command, state)
        case c.HandOn():
            return _hand_on(command, state)
        case c.Correct():
            return (e.Corrected(text=command.text),)
        case c.FallDue():
            return falls(command, balls(state), state.fallen, act, e.FellDue)


def _add_line(command: c.AddLine, state: Focus, act: Act) -> Decision:
    if len(state.standing) >= c.MOST_LINES:
        return refused("focus.too_many_lines", most=c.MOST_LINES, next=quarter_after(state.quarter))
    if command.due < act.day:
        return refused("day_is_past", day=command.due)
    added = e.LineAdded(
        number=len(state.lines) + 1, line=command.line, action=command.action, owner=command.owner, due=command.due
    )
    return (added,)


def _hand_on(command: c.HandOn, state: Focus) -> Decision:
    whose = command.whose or state.owner
    theirs = whose == state.owner or any(one.owner == whose and one.came is None for one in state.lines)
    if not theirs:
        return () if command.owner == whose else refused("focus.nothing_of_theirs", holder=whose)
    return () if command.owner == whose else (e.HandedOn(owner=command.owner, whose=command.whose),)


def _review(command: c.Review, state: Focus) -> Decision:
    line = next((one for one in state.lines if one.number == command.number), None)
    if line is None:
        return refused("focus.no_such_line", most=len(state.lines))
    if line.came is not None:
        return () if line.came == command.came else refused("focus.reviewed_already")
    if command.came == "dropped" and command.why is None:
        return refused("focus.why_dropped")
    return (e.Reviewed(number=command.number, came=command.came, why=command.why),)


def carried_on(state: State, before: State) -> Decision:
    """Its part of the rule `focusing`: what the quarter before carried on, as far as there is room, each line once."""
    if isinstance(state, Nothing):
        return refused("unknown", what="focus")
    there = {one.was for one in state.lines}
    lines = () if isinstance(before, Nothing) else before.lines
    coming = [one for one in lines if one.came == "carried_on" and one.number not in there]
    room = c.MOST_LINES - len(state.standing)
    return tuple(
        e.LineCarriedOn(
            number=len(state.lines) + place,
            was=one.number,
            said=one.line.seq,
            owner=one.owner,
            due=last_day_of(state.quarter),
        )
        for place, one in enumerate(coming[: max(0, room)], 1)
    )
