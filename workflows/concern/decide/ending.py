"""Whether the loop ends, by whose word."""

from workflows.concern import commands as c
from workflows.concern import events as e
from workflows.concern.patience import end_day
from workflows.concern.state import Answered, Delivered, Ended, Known, Owed
from workflows.kernel.grammar import Act, refused
from workflows.kernel.noun import Decision


def say_heard(state: Known, act: Act) -> Decision:
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


def give_notice(command: c.GiveNotice, state: Known, act: Act) -> Decision:
    if not act.of_the_clock:
        return refused("only_the_clock")
    if not isinstance(state, Delivered):
        return refused("concern.no_reply_awaited")
    return (e.NoticeGiven(n=command.n),) if command.n == state.notices + 1 else ()


def end_no_reply(state: Known, act: Act) -> Decision:
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


def end_cannot_be_reached(command: c.EndCannotBeReached, state: Known) -> Decision:
    match state:
        case Owed():
            return refused("concern.no_answer_yet")
        case Answered() | Delivered():
            return (e.NotReached(why=command.why),)
        case Ended():
            return () if state.how == "cannot_be_reached" else refused("concern.ended")


def withdraw(command: c.Withdraw, state: Known, act: Act) -> Decision:
    if not act.speaks_for(state.voice.id):
        return refused("concern.only_the_voice")
    if isinstance(state, Ended):
        return () if state.how == "withdrawn" else refused("concern.ended")
    return (e.Withdrawn(why=command.why),)
