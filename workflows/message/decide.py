"""What a message decides; `send` is its part of the rule `sending`."""

from typing import get_args

from workflows.kernel.correcting import corrected, unclear
from workflows.kernel.grammar import Act, Command, refused
from workflows.kernel.noun import Decision, Nothing, foreign
from workflows.message import events as e
from workflows.message.commands import Correct, ReadBack, Send, TakeBack, Topic
from workflows.message.state import Note, State

Alone = ReadBack | TakeBack | Correct


def send(command: Send) -> Decision:
    return (e.Sent(unit=command.unit, topic=command.topic, words=command.words),)


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="message")
    match command:
        case ReadBack(words=words):
            return refused("message.taken_back") if state.why else (e.ReadBack(words=words),)
        case TakeBack(reason=reason):
            return _take_back(reason, state, act)
        case Correct():
            return _correct(command, state, act)


def _take_back(reason: str, state: Note, act: Act) -> Decision:
    if not _is_theirs(state, act):
        return refused("message.only_the_sender")
    return () if state.why else (e.TakenBack(reason=reason),)


def _correct(command: Correct, state: Note, act: Act) -> Decision:
    if not _is_theirs(state, act):
        return refused("message.only_the_sender")
    if refusal := unclear(command, {"topic": get_args(Topic)}):
        return refusal
    was = None if command.field is None else state.topic
    return () if was is not None and was == command.now else (corrected(e.Corrected, command, was),)


def _is_theirs(state: Note, act: Act) -> bool:
    return state.sender is None or act.holds(state.sender)
