"""Slips are corrected one thing at a time: words by other words, a plain field by another of its choices."""

from collections.abc import Mapping
from typing import Annotated, TypeVar

from msgspec import Meta

from workflows.kernel.grammar import Command, Event, Refused, Text, refused
from workflows.kernel.words import Value

WORDS = Meta(title="Which words?", description="Or choose a field below.")
FIELD = Meta(title="Which field?", description="If it is not about words.")


class Correct(Command, frozen=True, kw_only=True):
    """Put a slip right. Each noun gives it its own verb, and says which parts and fields there are."""

    REPEATABLE = True

    part: Annotated[str | None, WORDS] = None
    text: Annotated[
        Text | None, Meta(title="What should they say?", description="The whole text, as it should be.")
    ] = None
    field: Annotated[str | None, FIELD] = None
    now: Annotated[Value | None, Meta(title="What should it be?", description="One of its choices.")] = None


class Corrected(Event, frozen=True, kw_only=True):
    """Each noun gives it its own name. `was` is the old value of a field; old words stay where they lie."""

    part: str | None
    text: Text | None
    field: str | None
    was: str | None
    now: str | None


Noun = TypeVar("Noun", bound=Corrected)


def corrected(kind: type[Noun], command: Correct, was: str | None = None) -> Noun:
    """The noun's own event for what was asked."""
    return kind(part=command.part, text=command.text, field=command.field, was=was, now=command.now)


def unclear(command: Correct, choices: Mapping[str, tuple[str, ...]]) -> Refused | None:
    """Why this does not say one thing: a part and its text, or a field and one of its choices."""
    words = command.part is not None and command.text is not None
    plain = command.field is not None and command.now is not None
    if words == plain or (command.part is None) == (command.field is None):
        return refused("correct_one_thing")
    allowed = choices.get(command.field or "")
    if allowed is not None and command.now not in allowed:
        return refused("correct_to_a_choice", choices=", ".join(allowed))
    return None
