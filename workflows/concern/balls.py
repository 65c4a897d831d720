"""Who owes what around one voice."""

from collections.abc import Iterator
from typing import assert_never

from workflows.concern.state import Answer, Answered, Delivered, Ended, Known, Owed, State
from workflows.kernel.ball import Ball
from workflows.kernel.noun import Nothing


def balls(state: State) -> tuple[Ball, ...]:
    return () if isinstance(state, Nothing) else tuple(_owed(state))


def _owed(state: Known) -> Iterator[Ball]:
    voice = state.voice
    match state:
        case Owed():
            if voice.kind != "thanks":
                yield Ball(voice.answerer, "answer", voice.id, state.since, state.due, state.due, why=state.why)
            if state.so_far is not None:
                yield from _reason(state.so_far, voice.id)
                if state.brought is None:
                    yield _bring(state.so_far, voice.id)
        case Answered():
            yield _bring(state.answer, voice.id)
            yield from _reason(state.answer, voice.id)
        case Delivered():
            yield _reply(state)
            yield from _reason(state.answer, voice.id)
        case Ended():
            if state.answer is not None and state.how != "withdrawn":
                yield from _reason(state.answer, voice.id)
        case _:
            assert_never(state)


def _reply(state: Delivered) -> Ball:
    """The voice may reply. Where nobody knows who spoke, whoever answered says in the end that nobody can be reached."""
    voice, answerer = state.voice, state.answer.holder
    if voice.speaker == "unknown":
        return Ball(answerer, "reply", voice.id, state.since, state.due, state.due, why="nobody_knows_who")
    return Ball(voice.id, "reply", answerer, state.since, state.due, state.due)


def _bring(answer: Answer, to: str) -> Ball:
    return Ball(answer.holder, "deliver", to, answer.at, answer.due, answer.due)


def _reason(answer: Answer, to: str) -> Iterator[Ball]:
    if answer.lacks_reason:
        yield Ball(answer.holder, "reason", to, answer.at, answer.reason_due, answer.reason_due)
