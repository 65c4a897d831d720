"""What a concern decides alone. What it decides together with others is in `joint`."""

from typing import get_args

from workflows.concern import commands as c
from workflows.concern import events as e
from workflows.concern.balls import balls
from workflows.concern.patience import end_day
from workflows.concern.state import Answered, Delivered, Ended, Known, Owed, State, answer_of, first_to_answer
from workflows.concern.triage import link_event, page, triage
from workflows.kernel.ball import falls
from workflows.kernel.correcting import unclear
from workflows.kernel.grammar import Act, Command, Refused, refused
from workflows.kernel.noun import Decision, Nothing, foreign
from workflows.kernel.words import Brought, Source

Alone = (
    c.Acknowledge
    | c.HandOn
    | c.Answer
    | c.GiveReason
    | c.Deliver
    | c.AskSpeaker
    | c.Reply
    | c.AddPhoto
    | c.Hide
    | c.Unhide
    | c.SayHeard
    | c.GiveNotice
    | c.EndNoReply
    | c.EndCannotBeReached
    | c.Withdraw
    | c.Wall
    | c.LiftWall
    | c.Correct
    | c.FallDue
    | c.Triage
    | c.LinkEvent
    | c.Settle
    | c.Page
)

CHOICES = {"kind": get_args(c.Kind), "speaker": get_args(c.Speaker), "source": get_args(Source)}

MOST_PHOTOS = 5


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="concern")
    match command:
        case c.Acknowledge():
            return _acknowledge(state)
        case c.HandOn():
            return _hand_on(command, state)
        case c.Answer():
            return answer(command, state, act)
        case c.GiveReason():
            return _give_reason(command, state)
        case c.Deliver():
            return deliver(command, state, act)
        case c.AskSpeaker():
            return _ask_speaker(command, state)
        case c.AddPhoto():
            return _add_photo(command, state)
        case c.Reply():
            return _reply(command, state, act)
        case c.Hide():
            return () if state.voice.hidden is not None else (e.Hidden(why=command.why),)
        case c.Unhide():
            return () if state.voice.hidden is None else (e.Unhidden(),)
        case c.SayHeard():
            return _say_heard(state, act)
        case c.GiveNotice():
            return _give_notice(command, state, act)
        case c.EndNoReply():
            return _end_no_reply(state, act)
        case c.EndCannotBeReached():
            return _end_cannot_be_reached(command, state)
        case c.Withdraw():
            return _withdraw(command, state, act)
        case c.Wall():
            return _wall(command, state)
        case c.LiftWall():
            return (e.WallLifted(person=command.person, why=command.why),)
        case c.Correct():
            return _correct(command, state, act)
        case c.FallDue():
            return falls(command, balls(state), state.voice.fallen, act, e.FellDue)
        case c.Triage():
            return triage(command, state, act)
        case c.LinkEvent():
            return link_event(command, state)
        case c.Settle():
            return _settle(command, state, act)
        case c.Page():
            return page(state, act)


def _acknowledge(state: Known) -> Decision:
    if state.voice.acknowledged is not None or isinstance(state, Ended):
        return ()
    return (e.Acknowledged(),)


def _hand_on(command: c.HandOn, state: Known) -> Decision:
    match state:
        case Owed():
            return () if command.holder == state.voice.answerer else (e.HandedOn(holder=command.holder),)
        case Answered():
            return () if command.holder == state.answer.holder else (e.HandedOn(holder=command.holder),)
        case Delivered() | Ended():
            return refused("concern.nothing_to_hand_on")


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


def _give_reason(command: c.GiveReason, state: Known) -> Decision:
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


def _settle(command: c.Settle, state: Known, act: Act) -> Decision:
    """A complaint that was settled where it was said: answered and brought at once, and no grievance."""
    if state.voice.route != "complaint":
        return refused("concern.no_complaint")
    if state.voice.grievance is not None:
        return refused("concern.is_grievance")
    given = answer(c.Answer(answer=command.did, outcome="done"), state, act)
    return given if isinstance(given, Refused) else (*given, brought("in_person", state.unit, act))


def _ask_speaker(command: c.AskSpeaker, state: Known) -> Decision:
    """One question at a time; a question stops no clock. Nobody is there to ask where nobody knows who spoke."""
    if isinstance(state, Ended):
        return refused("concern.ended")
    if state.voice.speaker == "unknown":
        return refused("concern.only_cannot_be_reached")
    if state.voice.asked:
        return refused("concern.asked_already")
    return (e.SpeakerAsked(question=command.question),)


def _add_photo(command: c.AddPhoto, state: Known) -> Decision:
    if command.photo in {photo.id for photo in state.voice.photos}:
        return ()
    if len(state.voice.photos) >= MOST_PHOTOS:
        return refused("concern.enough_photos", count=MOST_PHOTOS)
    return (e.PhotoAdded(photo=command.photo, key=command.key, shows=command.shows),)


def _reply(command: c.Reply, state: Known, act: Act) -> Decision:
    if not act.speaks_for(state.voice.id):
        return refused("concern.only_the_voice")
    return refused("concern.ended") if isinstance(state, Ended) else (e.Replied(words=command.words),)


def _say_heard(state: Known, act: Act) -> Decision:
    """Also where the loop ended without the voice: better late than never."""
    if not act.speaks_for(state.voice.id) or state.voice.speaker == "unknown":
        return refused("concern.only_the_voice")
    match state:
        case Delivered():
            return (e.Heard(),)
        case Ended(how="no_reply" | "cannot_be_reached"):
            return (e.Heard(),)
        case Ended():
            return () if state.how == "heard" else refused("concern.ended")
        case Owed():
            return refused("concern.no_answer_yet")
        case Answered():
            return refused("concern.not_delivered")


def _give_notice(command: c.GiveNotice, state: Known, act: Act) -> Decision:
    if not act.of_the_clock:
        return refused("only_the_clock")
    if not isinstance(state, Delivered):
        return refused("concern.no_reply_awaited")
    return (e.NoticeGiven(n=command.n),) if command.n == state.notices + 1 else ()


def _end_no_reply(state: Known, act: Act) -> Decision:
    """By the clock alone; a sheet may say it of the voices that came with it, and of no other."""
    by_the_sheet = ends_by_sheet(state, act)
    if not (act.of_the_clock or by_the_sheet):
        return refused("only_the_clock")
    if not isinstance(state, Delivered):
        return () if isinstance(state, Ended) and state.how == "no_reply" else refused("concern.no_reply_awaited")
    if by_the_sheet:
        return (e.FellSilent(notices=state.notices, as_the_sheet_says=True),)
    if state.voice.speaker == "unknown":
        return refused("concern.only_cannot_be_reached")
    terms = act.terms.of(state.unit)
    if state.notices < terms.silence_notices or act.day < end_day(state, terms):
        return refused("concern.reply_may_come", due=state.due)
    return (e.FellSilent(notices=state.notices, as_the_sheet_says=False),)


def ends_by_sheet(state: Known, act: Act) -> bool:
    """Whether a sheet may say that no reply came: of the voices that came with one."""
    return act.imported and state.voice.source == "import"


def _end_cannot_be_reached(command: c.EndCannotBeReached, state: Known) -> Decision:
    match state:
        case Owed():
            return refused("concern.no_answer_yet")
        case Answered() | Delivered():
            return (e.NotReached(why=command.why),)
        case Ended():
            return () if state.how == "cannot_be_reached" else refused("concern.ended")


def _withdraw(command: c.Withdraw, state: Known, act: Act) -> Decision:
    if not act.speaks_for(state.voice.id):
        return refused("concern.only_the_voice")
    if isinstance(state, Ended):
        return () if state.how == "withdrawn" else refused("concern.ended")
    return (e.Withdrawn(why=command.why),)


def _wall(command: c.Wall, state: Known) -> Decision:
    """Whoever it is about cannot owe the answer to it: the unit does."""
    walled = e.Walled(person=command.person)
    match state:
        case Owed() if state.voice.answerer == command.person:
            return walled, e.HandedOn(holder=first_to_answer(state.unit))
        case Answered() if state.answer.holder == command.person:
            return walled, e.HandedOn(holder=first_to_answer(state.unit))
        case _:
            return (walled,)


def _correct(command: c.Correct, state: Known, act: Act) -> Decision:
    if refusal := unclear(command, CHOICES):
        return refusal
    if command.field == "speaker" and not _may_know(command, state, act):
        return refused("concern.only_the_speaker")
    if command.field is not None:
        if command.now == "thanks" and state.voice.issue is not None:
            return refused("concern.thanks_are_not_listed")
        was = str(getattr(state.voice, command.field))
        return () if was == command.now else (_corrected(command, was),)
    given = answer_of(state)
    if command.part == "answer" and given is None:
        return refused("concern.no_answer_yet")
    if command.part == "reason" and (given is None or given.reason is None):
        return refused("nothing_to_correct")
    return (_corrected(command, None),)


def _may_know(command: c.Correct, state: Known, act: Act) -> bool:
    """Who may know that it was them is for the one who spoke to say, and for nobody on their behalf; where nobody knows
    who that is, somebody may find out."""
    return act.of_the_voice or (state.voice.speaker == "unknown" and command.now != "named")


def _corrected(command: c.Correct, was: str | None) -> e.Corrected:
    return e.Corrected(part=command.part, text=command.text, field=command.field, was=was, now=command.now)
