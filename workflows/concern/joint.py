"""What a concern decides together with others: the part of each rule that stands on its own stream."""

from workflows.concern import commands as c
from workflows.concern import events as e
from workflows.concern.decide.answering import answer, brought
from workflows.concern.decide.ending import ends_by_sheet
from workflows.concern.state import Answered, Delivered, Ended, Known, Owed, State, answer_of, first_to_answer
from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.noun import Decision, Nothing
from workflows.kernel.words import Brought, Outcome


def begin(command: c.Raise, act: Act) -> e.Raised:
    return e.Raised(
        unit=command.unit,
        kind=command.kind,
        what=command.what,
        idea=command.idea,
        source=command.source,
        speaker=command.speaker,
        urgent=command.urgent,
        rounds=command.rounds,
        due=act.terms.of(command.unit).due(act.day, "answer_days"),
        who=command.who,
        for_another=command.for_another,
        language=command.language,
        came=command.came,
        contact=command.contact,
    )


def join(state: State, issue: str, merged: bool) -> Decision:
    """Listed as `issue`, or merged onto it. A voice stands on one issue at a time."""
    if isinstance(state, Nothing):
        return refused("unknown", what="concern")
    if state.voice.issue is not None:
        return () if state.voice.issue == issue and merged else refused("concern.already_listed")
    if state.voice.kind == "thanks":
        return refused("concern.thanks_are_not_listed")
    return (e.Merged(issue=issue) if merged else e.Listed(issue=issue),)


def part(state: Known, act: Act) -> tuple[e.Unmerged, ...] | Refused:
    """Out of its issue: an answer that came through the issue no longer counts, and the voice is owed its own."""
    if state.voice.issue is None:
        return ()
    answer = answer_of(state)
    if isinstance(state, Ended) and answer is not None and answer.through == state.voice.issue:
        return refused("concern.reopen_before_unmerging")
    due = act.terms.of(state.unit).due(act.day, "answer_days")
    return (e.Unmerged(issue=state.voice.issue, due=due),)


def dispute(command: c.Dispute, state: State, act: Act) -> Decision:
    """The first time the same leader may answer again, the second time a different one must, the third time the loop
    ends with both texts side by side."""
    if isinstance(state, Nothing):
        return refused("unknown", what="concern")
    if not act.speaks_for(state.voice.id) or state.voice.speaker == "unknown":
        return refused("concern.only_the_voice")
    match state:
        case Owed():
            return refused("concern.no_answer_yet")
        case Answered():
            return refused("concern.not_delivered")
        case Ended():
            return () if state.how == "disagreed" else refused("concern.ended")
        case Delivered():
            return _disputed(command, state, act)


def _disputed(command: c.Dispute, state: Delivered, act: Act) -> Decision:
    voice = state.voice
    n = len(voice.disputes) + 1
    if n > 2:
        return (e.Disagreed(why=command.why),)
    answered = {voice.answerer, state.answer.by, *(given.by for given in voice.answers)}
    if n == 2 and command.to in answered:
        return refused("concern.another_leader")
    terms = act.terms.of(voice.unit)
    other = next((step for step in terms.ladder if step not in answered), first_to_answer(voice.unit))
    holder = command.to or (voice.answerer if n == 1 else other)
    return (e.Disputed(why=command.why, n=n, holder=holder, due=terms.due(act.day, "answer_days")),)


def reopen(command: c.Reopen, state: State, act: Act) -> Decision:
    if isinstance(state, Nothing):
        return refused("unknown", what="concern")
    if not isinstance(state, Ended):
        return ()
    return (e.Reopened(why=command.why, due=act.terms.of(state.unit).due(act.day, "answer_days")),)


def move(command: c.Move, state: State) -> Decision:
    if isinstance(state, Nothing):
        return refused("unknown", what="concern")
    if command.unit == state.voice.unit:
        return ()
    if state.voice.unit is None:
        return (e.Arrived(unit=command.unit, came_from=None),)
    return e.Left(to=command.unit), e.Arrived(unit=command.unit, came_from=state.voice.unit)


def noted(command: c.Note, issue: str, act: Act) -> tuple[e.Raised, e.Listed]:
    """Raised and listed as `issue`."""
    raising = c.Raise(
        unit=command.unit,
        what=command.what,
        idea=command.idea,
        source=command.source,
        speaker=command.speaker,
        rounds=command.rounds,
    )
    return begin(raising, act), e.Listed(issue=issue)


def told(command: c.Answer, how: Brought, state: State, act: Act, issue: str) -> Decision:
    """Answered through `issue` and brought to the voice, as far as either is still owed. A sheet ends the loops of the
    voices that came with it as well: it says that they were told, and nothing of a reply."""
    if isinstance(state, Nothing | Ended):
        return ()
    given = answer(command, state, act, issue) if isinstance(state, Owed) else ()
    if isinstance(given, Refused):
        return given
    reached = () if isinstance(state, Delivered) else (brought(how, state.unit, act),)
    notices = state.notices if isinstance(state, Delivered) else 0
    silent = (e.FellSilent(notices=notices, as_the_sheet_says=True),) if ends_by_sheet(state, act) else ()
    return (*given, *reached, *silent)


def fixed(command: c.Fix, issue: str, act: Act) -> tuple[e.Raised, e.Listed, e.Answered, e.Delivered]:
    """Raised, listed as `issue`, answered with what was done, and delivered there and then."""
    raising = c.Raise(
        unit=command.unit,
        what=command.what,
        idea=command.idea,
        source="on_the_spot",
        speaker=command.speaker,
        rounds=command.rounds,
    )
    raised = begin(raising, act)
    answered = e.Answered(
        answer=command.did,
        outcome="done",
        reason=None,
        final=True,
        holder=act.by.id or f"unit-{command.unit}",
        due=act.day,
        reason_due=None,
        through=issue,
    )
    return raised, e.Listed(issue=issue), answered, brought("in_person", command.unit, act)


def grieve(state: State, unit: str | None, grievance: str, holder: str, due: str) -> Decision:
    """A complaint of this unit that is no grievance yet; where its answer is owed, that is the letter's now."""
    if isinstance(state, Nothing):
        return refused("unknown", what="concern")
    voice = state.voice
    if voice.grievance is not None:
        return refused("concern.is_grievance")
    if voice.route != "complaint":
        return refused("concern.no_complaint")
    if voice.unit != unit:
        return refused("concern.of_another_unit")
    if isinstance(state, Owed):
        return (e.BecameGrievance(grievance=grievance, holder=holder, due=due),)
    return (e.BecameGrievance(grievance=grievance, holder=None, due=None),)


def answered_by_letter(results: str, outcome: Outcome, state: State, act: Act) -> Decision:
    """The letter's results are the answer, where one is still owed: they say why, where it is a no."""
    if not isinstance(state, Owed):
        return ()
    reason = results if outcome == "not_possible" else None
    return answer(c.Answer(answer=results, outcome=outcome, reason=reason), state, act)


def answer_corrected(results: str, state: State) -> Decision:
    """As long as it has not reached the voice."""
    if not isinstance(state, Answered):
        return ()
    return (e.Corrected(part="answer", text=results, field=None, was=None, now=None),)


def reached(how: Brought, state: State, act: Act) -> Decision:
    return (brought(how, state.unit, act),) if isinstance(state, Answered) else ()
