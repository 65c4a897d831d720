"""What a concern decides alone: a module for each thing it is about. What it decides together with others is in `joint`."""

from workflows.concern import commands as c
from workflows.concern import events as e
from workflows.concern.balls import balls
from workflows.concern.decide.answering import (
    acknowledge,
    answer,
    ask_speaker,
    deliver,
    entrust,
    give_reason,
    hand_on,
    reply,
    settle,
)
from workflows.concern.decide.ending import end_cannot_be_reached, end_no_reply, give_notice, say_heard, withdraw
from workflows.concern.decide.guarding import wall
from workflows.concern.decide.raising import add_photo, correct
from workflows.concern.decide.triage import link_event, page, triage
from workflows.concern.state import State
from workflows.kernel.ball import falls
from workflows.kernel.grammar import Act, Command, refused
from workflows.kernel.noun import Decision, Nothing, foreign

Alone = (
    c.Acknowledge
    | c.HandOn
    | c.Entrust
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


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="concern")
    match command:
        case c.Acknowledge():
            return acknowledge(state)
        case c.HandOn():
            return hand_on(command, state)
        case c.Entrust():
            return entrust(command, state)
        case c.Answer():
            return answer(command, state, act)
        case c.GiveReason():
            return give_reason(command, state)
        case c.Deliver():
            return deliver(command, state, act)
        case c.AskSpeaker():
            return ask_speaker(command, state)
        case c.AddPhoto():
            return add_photo(command, state)
        case c.Reply():
            return reply(command, state, act)
        case c.Hide():
            return () if state.voice.hidden is not None else (e.Hidden(why=command.why),)
        case c.Unhide():
            return () if state.voice.hidden is None else (e.Unhidden(),)
        case c.SayHeard():
            return say_heard(state, act)
        case c.GiveNotice():
            return give_notice(command, state, act)
        case c.EndNoReply():
            return end_no_reply(state, act)
        case c.EndCannotBeReached():
            return end_cannot_be_reached(command, state)
        case c.Withdraw():
            return withdraw(command, state, act)
        case c.Wall():
            return wall(command, state)
        case c.LiftWall():
            return (e.WallLifted(person=command.person, why=command.why),)
        case c.Correct():
            return correct(command, state, act)
        case c.FallDue():
            return falls(command, balls(state), state.voice.fallen, act, e.FellDue)
        case c.Triage():
            return triage(command, state, act)
        case c.LinkEvent():
            return link_event(command, state)
        case c.Settle():
            return settle(command, state, act)
        case c.Page():
            return page(state, act)
