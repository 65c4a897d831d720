"""A command as a form, and a form as a command. What may be chosen is offered by `offers`; nothing here knows a page."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, get_args

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from werkzeug.datastructures import MultiDict

from services.web.layout import Choice, Field
from services.web.layout.field import Kind
from services.web.phrases import choice, hint, phrases
from services.wording.questions import Question, questions
from workflows.kernel.grammar import Command
from workflows.kernel.moments import is_day
from workflows.kernel.periods import Period
from workflows.kernel.words import Amount

Offers = Mapping[str, Sequence[Choice]]
"""What may be chosen, by the name of the field."""

Typed = MultiDict[str, str]

_SHOWN: dict[str, Kind] = {
    "holder": "person",
    "person": "person",
    "unit": "choice",
    "role": "choice",
    "discipline": "choice",
    "rule": "choice",
    "stream": "choice",
    "period": "text",
    "amount": "text",
    "position": "number",
}
NOT_BY_HAND = frozenset({"import", "on_the_spot", "sheet", "spread"})
"""Choices that only an import makes, or a form of its own."""

_MONEY = re.compile(r"^\$?\s*(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d\d))?$")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_SPELLED = {
    "period": (Period, "Give a month as 2025-03, a week as 2025-W11 or a day as 2025-03-14."),
    "amount": (Amount, "Give a number such as 60 or 2.5."),
}
"""How some kinds are declared, and what is said where an answer is spelled otherwise."""
_UNREADABLE = "\ufffd"
_WANTED = {
    "words": "Say it in a few words",
    "text": "Say it in a few words",
    "date": "Choose a day",
    "time": "Give a time",
    "number": "Give a number",
    "period": "Give a day, a week or a month",
}


class Wrong(Struct, frozen=True):
    """What is wrong with a form, by the name of the field."""

    errors: dict[str, str]


def asked(command: type[Command], leave_out: frozenset[str] = frozenset()) -> tuple[Question, ...]:
    """The questions of a form, without those that the page answers itself."""
    return tuple(_reworded(command, one) for one in questions(command) if one.name not in leave_out)


def fields(asked: Sequence[Question], offers: Offers, typed: Typed, wrong: Mapping[str, str]) -> tuple[Field, ...]:
    """The questions as they are shown, with what was typed and what is wrong with it."""
    return tuple(_field(one, offers.get(one.name, ()), typed, wrong.get(one.name, "")) for one in asked)


def command_of(command: type[Command], typed: Typed) -> Command | Wrong:
    """What a form says, as a command; or what is wrong with it."""
    given, errors = _given(asked(command), typed)
    if errors:
        return Wrong(errors)
    try:
        return msgspec.convert(given, command)
    except msgspec.ValidationError as error:
        return Wrong({_place(str(error), questions(command)): "Choose one of the answers offered."})


def _reworded(command: type[Command], question: Question) -> Question:
    words = phrases().titles.get(f"{command.VERB}.{question.name}")
    return replace(question, title=words[0], hint=words[1]) if words else question


def _field(question: Question, offered: Sequence[Choice], typed: Typed, error: str) -> Field:
    flagged = question.kind == "flag" and typed
    options = [option for option in question.options if option not in NOT_BY_HAND]
    choices = tuple(offered) or tuple(
        Choice(option, choice(option, question.name), hint(option, question.name)) for option in options
    )
    value = typed.get(question.name, "" if flagged else question.default)
    if question.kind == "unit" and question.required and len(choices) == 1:
        value = choices[0].value
    kind: Kind = _SHOWN.get(question.kind, "text" if question.kind == "money" else question.kind)  # type: ignore[arg-type] # what _SHOWN lacks is a kind of field
    if question.kind == "stream" and not choices:
        kind = "text"
    if question.many and choices:
        kind = "several"
    return Field(
        name=question.name,
        title=question.title,
        hint=question.hint,
        kind="text" if question.name == "title" else kind,
        choices=choices,
        value=value,
        chosen=tuple(typed.getlist(question.name)) if kind == "several" else (),
        error=error,
        required=question.required or (question.kind == "choice" and bool(question.default)),
    )


def _given(asked: Sequence[Question], typed: Typed) -> tuple[dict[str, Any], dict[str, str]]:
    given: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for question in asked:
        said = [one.replace("\r\n", "\n").strip() for one in typed.getlist(question.name)]
        said = [one for one in said if one]
        if error := _wrong(question, said):
            errors[question.name] = error
        elif question.kind == "flag":
            given[question.name] = said == ["yes"]
        elif said:
            given[question.name] = said if question.many else _read(question, said[0])
    return given, errors


def _wrong(question: Question, said: Sequence[str]) -> str:
    """The first thing that is wrong with an answer, as a sentence; "" when nothing is."""
    if not said:
        return _lacking(question) if question.required else ""
    if len(said) > 1 and not question.many:
        return "Give one answer to this."
    if any(_UNREADABLE in one or "\0" in one for one in said):
        return "Some letters could not be read. Type this again."
    if question.longest and len(said if question.many else said[0]) > question.longest:
        return f"Shorten this to {question.longest:,} characters."
    if question.kind == "money":
        return "" if _MONEY.match(said[0]) else "Give an amount such as 9,800."
    if question.kind in ("number", "position"):
        return _wrong_number(question, said[0])
    if question.kind == "date" and not is_day(said[0]):
        return "Give a day such as 2025-07-14."
    if question.kind in _SPELLED:
        return _misspelt(question, said[0])
    if question.kind == "time" and not _TIME.fullmatch(said[0]):
        return "Give a time such as 14:00."
    return ""


def _misspelt(question: Question, said: str) -> str:
    declared, sentence = _SPELLED[question.kind]
    return "" if re.match(get_args(declared)[1].pattern, said, re.ASCII) else sentence


def _lacking(question: Question) -> str:
    """Names its question: the list of what is wrong stands over the form, away from it."""
    return f"{_WANTED.get(question.kind, 'Choose one')}: {question.title}"


def _wrong_number(question: Question, said: str) -> str:
    least, most = question.least or 0, question.most
    number = int(said) if said.isascii() and said.isdigit() and len(said) < 10 else -1
    if number < least or (most is not None and number > most):
        return f"Give a whole number from {least} to {most}." if most else f"Give a whole number, at least {least}."
    return ""


def _read(question: Question, said: str) -> str | int:
    if question.kind == "money" and (found := _MONEY.match(said)):
        return int(found[1].replace(",", "")) * 100 + int(found[2] or 0)
    return int(said) if question.kind in ("number", "position") else said


def _place(error: str, asked: Sequence[Question]) -> str:
    """The field a conversion stumbled over: its message ends in the path to it."""
    found = re.search(r"\$\.(\w+)", error)
    return found[1] if found else next((one.name for one in asked), "")
