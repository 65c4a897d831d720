"""`heard do NOUN VERB`: every command there is, its options read from its declaration."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import click

from services.cli.place import at_hospital
from services.cli.reach import send
from services.cli.showing import as_json, show
from services.errands.errand import Ask
from services.wording.questions import Question, questions
from workflows import lexicon
from workflows.kernel.grammar import Command
from workflows.kernel.noun import Noun


class Nouns(click.Group):
    """One group for each noun, made when it is asked for."""

    def list_commands(self, _: click.Context) -> list[str]:
        return [noun.name for noun in lexicon.NOUNS]

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        noun = next((noun for noun in lexicon.NOUNS if noun.name == name), None)
        return _group(noun) if noun else None


@click.group(cls=Nouns)
def do() -> None:
    """Give any command, as the operator of the machine."""


def _group(noun: Noun) -> click.Group:
    words = [_word(kind) for kind in sorted(noun.commands, key=lambda kind: kind.VERB)]
    return click.Group(noun.name, {str(word.name): word for word in words}, help=f"What can be done with {noun.name}.")


def _word(kind: type[Command]) -> click.Command:
    verb = kind.VERB.partition(".")[2].replace("_", "-")
    asked = questions(kind)

    @at_hospital
    @as_json
    def give(**said: Any) -> None:
        _give(kind, asked, **said)

    word = click.command(verb, help=kind.__doc__)(_addressed(kind, give))
    word.params += [_option(question) for question in asked]
    word.params += [
        click.Option(["--occurred"], metavar="DAY", help="When it happened, if not now."),
        click.Option(["--behalf"], metavar="WHO", help="On whose behalf it is given."),
        click.Option(
            ["--id", "retry_key"], type=click.UUID, metavar="UUID", help="Makes the same command safe to give twice."
        ),
    ]
    return word


def _addressed(kind: type[Command], give: Callable[..., None]) -> Callable[..., None]:
    """A command that begins nothing is told which stream it is for; there is only one hospital."""
    if lexicon.begins(kind) or kind.VERB.startswith("hospital."):
        return give
    return click.argument("to", metavar="ID")(give)


def _option(question: Question) -> click.Option:
    flag = f"--{question.name.replace('_', '-')}"
    said = " ".join(part for part in (question.title, question.hint) if part)
    if question.kind == "flag":
        return click.Option([f"{flag}/--no-{flag[2:]}", f"field_{question.name}"], default=None, help=said)
    kind = click.Choice(question.options) if question.options else _TYPES.get(question.kind, click.STRING)
    return click.Option(
        [flag, f"field_{question.name}"], type=kind, multiple=question.many, required=question.required, help=said
    )


_TYPES: dict[str, click.ParamType[Any]] = {"number": click.INT, "money": click.INT}


def _give(
    kind: type[Command],
    asked: tuple[Question, ...],
    *,
    place: Path,
    wants_json: bool,
    to: str | None = None,
    occurred: str | None = None,
    behalf: str | None = None,
    retry_key: UUID | None = None,
    **fields: Any,
) -> None:
    said = {question.name: fields[f"field_{question.name}"] for question in asked}
    given = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in said.items()
        if value not in (None, ())
    }
    if to is None and not lexicon.begins(kind):
        to = "hospital"
    errand = Ask(verb=kind.VERB, fields=given, id=str(retry_key or uuid4()), to=to, occurred=occurred, behalf=behalf)
    show(send(place, errand), as_json=wants_json)
