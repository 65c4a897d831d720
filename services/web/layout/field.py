"""One question of a form, and those that belong together."""

from typing import Literal

from msgspec import Struct

Kind = Literal["text", "words", "choice", "date", "time", "number", "flag", "person", "list", "several", "photo"]


class Choice(Struct, frozen=True):
    """One answer to choose. `hint` is a second, quieter line; what is `rare` is folded away where several are ticked."""

    value: str
    label: str
    hint: str = ""
    rare: bool = False


class Field(Struct, frozen=True):
    """A question and, after a refusal, what is wrong with its answer.

    text: one line. words: several. choice: radios, a list when there are more than seven. date: ISO day. time: 14:00.
    number: whole number. flag: one box to tick, value "yes". person: chosen from a list by name. list: one of a list.
    several: boxes to tick, `chosen` those that are. photo: a file. `optional` is said where it is not required, `rows` are
    lines of words, `small` radios stand closer; what is not `remembered` is offered to nobody who types here next.
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
    optional: str = "(optional)"
    rows: int = 4
    small: bool = False
    remembered: bool = True


class Group(Struct, frozen=True):
    """Questions that belong together; those that are rarely touched are `folded` away."""

    title: str
    says: str
    fields: tuple[Field, ...]
    folded: bool = False
