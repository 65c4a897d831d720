"""Slips are corrected one thing at a time: words by other words, a plain field by another of its choices."""

from collections.abc import Mapping
from typing import Protocol

from workflows.kernel.grammar import Refused, refused


class Correcting(Protocol):
    """A `correct` command of any noun."""

    @property
    def part(self) -> str | None: ...
    @property
    def text(self) -> str | None: ...
    @property
    def field(self) -> str | None: ...
    @property
    def now(self) -> str | None: ...


def unclear(command: Correcting, choices: Mapping[str, tuple[str, ...]]) -> Refused | None:
    """Why this does not say one thing: a part and its text, or a field and one of its choices."""
    words = command.part is not None and command.text is not None
    plain = command.field is not None and command.now is not None
    if words == plain or (command.part is None) == (command.field is None):
        return refused("correct_one_thing")
    allowed = choices.get(command.field or "")
    if allowed is not None and command.now not in allowed:
        return refused("correct_to_a_choice", choices=", ".join(allowed))
    return None
