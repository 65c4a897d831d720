"""A command of somebody at the terminal: fields as typed become the command's own, people and issues called as people call
them become ids."""

import re
from typing import Any

import msgspec

from services import sentences
from services.clerk.access import OPERATOR
from services.clerk.asking import Told
from services.clerk.reception import Call
from services.errands.errand import Answer, Ask
from services.errands.naming import holder_called, stream_called, unit_called
from services.house import House
from services.wording.questions import Kind, questions
from workflows import lexicon
from workflows.kernel.grammar import Command, Refused
from workflows.kernel.ids import noun_of

_NUMBER = re.compile(r"^#\d+$")


def ask(house: House, asked: Ask) -> Answer:
    """The command, given as the operator of the machine."""
    kind = lexicon.COMMAND_TYPES.get(asked.verb)
    if kind is None:
        return Answer((f"Nothing is called {asked.verb}; `heard do --help` names what can be done.",), status=2)
    kinds = {question.name: question.kind for question in questions(kind)}
    meant = {name: _meant(house, kinds.get(name), value) for name, value in asked.fields.items()}
    to = stream_called(house, asked.to) if asked.to else None
    try:
        command = msgspec.convert(meant, kind, strict=False)
    except msgspec.ValidationError as error:
        return Answer((_misfit(kind, error),), status=2)
    behalf = asked.behalf and _spoken_for(house, asked.behalf)
    call = Call(id=asked.id, via="cli", occurred=asked.occurred, behalf=behalf)
    told = house.reception.ask(OPERATOR, command, call, to)
    if isinstance(told, Refused):
        return Answer((sentences.sentence(told),), {"refused": told.key}, status=1)
    house.policies.pull()
    return Answer((_said(house, told),), {"stream": told.stream, "first": told.first, "last": told.last})


def _meant(house: House, kind: Kind | None, value: Any) -> Any:
    """The id somebody means who wrote a name or a number."""
    if isinstance(value, list):
        return [_meant(house, kind, one) for one in value]
    if not isinstance(value, str):
        return value
    match kind:
        case "holder" | "person":
            return holder_called(house, value)
        case "unit":
            return unit_called(house, value)
        case "stream" if _NUMBER.match(value):
            return stream_called(house, value)
        case _:
            return value


def _spoken_for(house: House, called: str) -> str:
    """The id of whoever it is said for; a voice is called by its id alone."""
    return called if noun_of(called) == "voice" else holder_called(house, called)


def _misfit(kind: type[Command], error: msgspec.ValidationError) -> str:
    """What a field asks for, when it was given something else."""
    what, _, where = str(error).partition(" - at `$.")
    field = re.split(r"[\[`]", where)[0]
    for question in questions(kind):
        if question.name == field:
            return f"--{field.replace('_', '-')} does not fit. {question.title} {question.hint}".strip()
    return f"{kind.VERB}: {what}."


def _said(house: House, told: Told) -> str:
    if noun_of(told.stream) == "waiting":
        return "Done: it can be read by those who may act, and enters the record later, among others."
    called = told.stream
    if noun_of(told.stream) == "issue":
        called = f"issue #{house.clerk.memory.get(told.stream).state.matter.number}"
    return f"Done: {called}." if told.last else f"Nothing needed to be done: {called}."
