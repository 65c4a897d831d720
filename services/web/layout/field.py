"""One question of a form."""

from typing import Literal

from msgspec import Struct

Kind = Literal["text", "words", "choice", "date", "time", "number", "flag", "person", "several"]


class Choice(Struct, frozen=True):
    """One answer to choose. `hint` is a second, quieter line."""

    value: str
    label: str
    hint: str = ""


class Field(Struct, frozen=True):
    """A question and, after a refusal, what is wrong with its answer.

    text: one line. words: several. choice: radios, a list when there are more than seven. date: ISO day. time: 14:00.
    number: whole number. flag: one box to tick, value "yes". person: chosen from a list by name.
    several: boxes to tick, `chosen` those that are.
    """

    name: str
    title: str
    hint: str = ""
    kind: Kind = "text"
    choices: tuple[Choice, ...] = ()
    value: str = ""
    error: str = ""
    required: bool = False
    chosen: tuple[str, ...] = ()
