"""Whether somebody answers, and whether the answer has reached the one who spoke."""

from workflows.concern import commands as c
from workflows.concern import events as e
from workflows.concern.balls import balls
from workflows.concern.state import Answered, Delivered, Ended, Known, Owed, answer_of
from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.noun import Decision
from workflows.kernel.words import Brought


def acknowledge(state: Known) -> Decision:
    if state.voice.acknowledged is not None or isinstance(state, Ended):
        return ()
    return (e.Acknowledged(),)


def hand_on(command: c.HandOn, state: Known) -> Decision:
    match state:
        case Owed():
            return () if command.holder == state.voice.answerer else (e.HandedOn(holder=command.holder),)
        case Answered():
            return () if command.holder == state.answer.holder else (e.HandedOn(holder=command.holder),)
        case Delivered() | Ended():
            return refused("concern.nothing_to_hand_on")


def entrust(command: c.Entrust, state: Known) -> Decision:
    given = answer_of(state)
    if given is None:
        return refused("concern.no_answer_yet")
    if command.holder == given.holder:
        return ()
    owes = any(ball.holder == given.holder and ball.owes != "answer" for ball in balls(state))
    return (e.Entrusted(holder=command.holder),) if owes else refused("concern.nothing_to_hand_on")


def answer(command: c.Answer, state: Known, act: Act, through: str | None = None) -> Decision:
    """Refused where somebody else must answer, or where an answer stands already."""
    if not isinstance(state, Owed):
        return refused("concern.already_answered") if not isinstance(state, Ended) else refused("concern.ended")
    voice = state.voice
    before = {given.by for given in voice.answers if given.by is not None}
    if len(voice.disputes) >= 2 and act.by.id in before:
        return refused("concern.another_leader")
    if not command.final and state.so_far is not None and state.brought is None:
        return refused("concern.bring_first")
    terms = act.terms.of(voice.unit)
    lacks = command.outcome == "not_possible" and command.reason is None
    person = act.by.id if act.by.kind == "person" else None
    return (
        e.Answered(
            answer=command.answer,
            outcome=command.outcome,
            reason=command.reason,
            final=command.final,
            holder=person or voice.answerer,
            due=terms.due(act.day, "deliver_days"),
            reason_due=terms.due(act.day, "reason_days") if lacks else None,
            through=through,
        ),
    )


def give_reason(command: c.GiveReason, state: Known) -> Decision:
    given = answer_of(state)
    if given is None or given.outcome != "not_possible":
        return refused("concern.no_reason_owed")
    return (e.ReasonGiven(reason=command.reason),) if given.lacks_reason else ()


def deliver(command: c.Deliver, state: Known, act: Act) -> Decision:
    match state:
        case Owed(so_far=None):
            return refused("concern.no_answer_yet")
        case Owed():
            return () if state.brought is not None else (brought(command.how, state.unit, act),)
        case Answered():
            return (brought(command.how, state.unit, act),)
        case Delivered():
            return ()
        case Ended():
            return refused("concern.ended")


def brought(how: Brought, unit: str | None, act: Act) -> e.Delivered:
    return e.Delivered(how=how, day=act.day, due=act.terms.of(unit).due(act.day, "silence_days"))


def settle(command: c.Settle, state: Known, act: Act) -> Decision:
    """A complaint that was settled where it was said: answered and brought at once, and no grievance."""
    if state.voice.route != "complaint":
        return refused("concern.no_complaint")
    if state.voice.grievance is not None:
        return refused("concern.is_grievance")
    given = answer(c.Answer(answer=command.did, outcome="done"), state, act)
    return given if isinstance(given, Refused) else (*given, brought("in_person", state.unit, act))


def ask_speaker(command: c.AskSpeaker, state: Known) -> Decision:
    """One question at a time; a question stops no clock. Nobody is there to ask where nobody knows who spoke."""
    if isinstance(state, Ended):
        return refused("concern.ended")
    if state.voice.speaker == "unknown":
        return refused("concern.only_cannot_be_reached")
    if state.voice.asked:
        return refused("concern.asked_already")
    return (e.SpeakerAsked(question=command.question),)


def reply(command: c.Reply, state: Known, act: Act) -> Decision:
    if not act.speaks_for(state.voice.id):
        return refused("concern.only_the_voice")
    return refused("concern.ended") if isinstance(state, Ended) else (e.Replied(words=command.words),)
