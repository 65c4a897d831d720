"""`heard verify`: is everything that is kept still what was entered, from the first fact to the last."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import click
from msgspec import to_builtins

from services import hatch, verification
from services.bootstrap import database_for, plate_of, settings
from services.cli import verdict
from services.cli.checks.finding import Place
from services.cli.checks.record import reading
from services.cli.place import at_hospital
from services.cli.showing import as_json, show
from services.cli.terminal import TOLD, Failed
from services.errands.errand import Answer, Verified
from services.errands.trouble import sentence
from services.house import Plate
from services.ledger.contract import LedgerError
from services.proof.checkpoint import Checkpoint, notes_in, origin_of, read
from services.proof.note import Unsigned, Verifier, verifier_of
from services.proof.who_signs import signer_known

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


class Unlooked(Failed):
    """It could not be looked at; the message says why."""

    exit_code = 2


class Looking(click.Command):
    """A word that ends with 1 where something does not hold, and with 2 where it cannot be looked at."""

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        with _unlooked():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        with _unlooked():
            return super().invoke(ctx)


@contextmanager
def _unlooked() -> Iterator[None]:
    try:
        yield
    except TOLD as error:
        raise Unlooked(sentence(error)) from error


@click.command(cls=Looking)
@click.option(
    "--checkpoint",
    "kept",
    metavar="FILE",
    multiple=True,
    type=FILE,
    help="Heads that were kept elsewhere.",
)
@click.option("--key", metavar="KEY", help="By which heads must be signed, as `heard head` showed it.")
@click.option("--anew", is_flag=True, help="From the beginning, though a check was interrupted.")
@at_hospital
@as_json
@click.pass_context
def verify(
    context: click.Context, *, kept: tuple[Path, ...], key: str | None, anew: bool, place: Path, wants_json: bool
) -> None:
    """Read everything that is kept and hold it against what was promised of it: every fact against its leaf, every sealed text
    against its commitment and its key, every document against its digest, and the whole against every head that was signed.

    Nothing is written but how far it came, so that an interrupted check goes on. Status 0 where everything holds, 1 where
    something does not, 2 where it cannot be looked at. Of a copy just as well: --hospital DIR.
    """
    plate = plate_of(place)
    given = _verifier(key) if key else None
    outside = [head for file in kept for head in _heads(file, given or _who_signs(place, plate))]
    looked_at = Place(place, database_for(plate, settings().database))
    with reading(looked_at) as ledger, verdict.progress() as hear:
        found = verification.verify(ledger, place, outside, hear, key=given, anew=anew)
    if not found.failed:
        with suppress(LedgerError):
            hatch.hand(place, Verified(), lambda _: None)
    show(Answer(tuple(verdict.told(found, plate.zone)), to_builtins(found)), as_json=wants_json)
    context.exit(1 if found.failed else 0)


def _verifier(key: str) -> Verifier:
    try:
        return verifier_of(key)
    except Unsigned as error:
        raise Unlooked(f"{key}: {error}") from error


def _who_signs(place: Path, plate: Plate) -> Verifier:
    signer = signer_known(place, origin_of(plate.slug))
    if signer is None:
        raise Unlooked("Nothing was signed here yet; say --key with the key of whoever signed the checkpoint.")
    return signer.verifier


def _heads(file: Path, signer: Verifier) -> list[Checkpoint]:
    try:
        notes = notes_in(file.read_text(encoding="utf-8"))
        found = [read(note, [signer]) for note in notes]
    except (Unsigned, UnicodeDecodeError) as error:
        raise Unlooked(f"{file}: {error}") from error
    if not found:
        raise Unlooked(f"{file} holds no head of a ledger.")
    return found
