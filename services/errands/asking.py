"""A command of somebody at the terminal: fields as typed become the command's own, people and issues called as people call
them become ids."""

import re
from typing import Any

import msgspec

from services import sentences
from services.clerk.asking import Told
from services.clerk.reception import OPERATOR, Call
from services.errands.errand import Answer, Ask
from services.errands.naming import NotFound, holder_called, stream_called
from services.house import House
from workflows import lexicon
from workflows.kernel.grammar import Command, Refused
from workflows.kernel.ids import is_slug

_ISSUE = re.compile(r"^#\d+$")
PEOPLE = ("holder", "owner", "person", "whom", "to", "partner", "guide", "attendees")
"""Fields in which a person, a committee or a unit may be called by name."""


def ask(house: House, asked: Ask) -> Answer:
    """The command, given as the operator of the machine."""
    kind = lexicon.COMMAND_TYPES.get(asked.verb)
    if kind is None:
        return Answer((f"Nothing is called {asked.verb}; `heard do --help` names what can be done.",), done=False)
    try:
        command = _command(house, kind, asked.fields)
        to = stream_called(house, asked.to) if asked.to else None
    except (NotFound, msgspec.ValidationError) as error:
        return Answer((_sentence(error),), done=False)
    call = Call(id=asked.id, via="cli", occurred=asked.occurred, behalf=asked.behalf)
    told = house.reception.ask(OPERATOR, command, call, to)
    if isinstance(told, Refused):
        return Answer((sentences.sentence(told),), {"refused": told.key}, done=False)
    return Answer((_said(told),), {"stream": told.stream, "first": told.first, "last": told.last})


def _command(house: House, kind: type[Command], fields: dict[str, Any]) -> Command:
    """ValidationError names the field that does not fit, NotFound the name that means nobody."""
    meant = {name: _meant(house, name, value) for name, value in fields.items()}
    return msgspec.convert(meant, kind, strict=False)


def _meant(house: House, field: str, value: Any) -> Any:
    if isinstance(value, list):
        return [_meant(house, field, one) for one in value]
    if not isinstance(value, str):
        return value
    if _ISSUE.match(value):
        return stream_called(house, value)
    return holder_called(house, value) if field in PEOPLE and not is_slug(value) else value


def _sentence(error: Exception) -> str:
    """msgspec says `… - at `$.field``; a person is told the field first."""
    what, _, where = str(error).partition(" - at `$.")
    return f"{where.rstrip('`')}: {what}" if where else what


def _said(told: Told) -> str:
    if not told.last:
        return f"Nothing needed to be done ({told.stream})."
    return f"Done: {told.stream}, recorded as {_span(told)}."


def _span(told: Told) -> str:
    return f"#{told.first}" if told.first == told.last else f"#{told.first} to #{told.last}"
