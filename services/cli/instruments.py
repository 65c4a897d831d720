"""`heard instrument`: what surveys ask, as a file: checked, brought in from another form, given out in another form."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn, get_args

import click

from assessments.exchange import READERS, WRITERS, Draft, Form
from assessments.instrument import Finding, Instrument, lacking, published, read
from assessments.instrument.published import documents
from services.cli.terminal import Failed, Missaid
from services.wording.time_words import number_of

FORMS = click.Choice(["heard", *get_args(Form)])
ENDS = {"heard": "json", "fhir": "fhir.json", "redcap": "redcap.csv"}
FILE = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)


@click.group("instrument")
def instrument() -> None:
    """What surveys ask: check it, bring it in, take it out."""


@instrument.command()
@click.argument("file", type=FILE)
@click.option("--from", "form", type=FORMS, help="In which form it is; told from the file unless said.")
def check(file: Path, form: str | None) -> None:
    """Say whether FILE is an instrument that can be used: our JSON, a FHIR Questionnaire (R4), a REDCap data dictionary (CSV).
    What is not carried over from another form is said line by line."""
    document = file.read_bytes()
    form = form or _form_of(file, document)
    if form == "heard":
        _say(_sound(document))
        return
    draft = _draft(form, document)
    _list("Not carried over, or filled in:", draft.lost)
    _say(_sound(draft.document))


@instrument.command("import")
@click.argument("file", type=FILE)
@click.option("--from", "form", type=FORMS, help="In which form it is; told from the file unless said.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="Where the draft goes; beside you unless said."
)
def import_(file: Path, form: str | None, out: Path | None) -> None:
    """Make a draft in our form of FILE, a FHIR Questionnaire (R4) or a REDCap data dictionary (CSV). What is not carried over,
    and what you have to fill in, is said line by line."""
    document = file.read_bytes()
    form = form or _form_of(file, document)
    if form == "heard":
        raise Missaid(f"{file} is in our form already. `heard instrument check` says whether it can be used.")
    draft = _draft(form, document)
    to = _beside(out, f"{draft.document['id']}-{draft.document['version']}.draft.json")
    to.write_text(json.dumps(draft.document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    _list("Not carried over, or filled in:", draft.lost)
    found = read(draft.document)
    if not isinstance(found, Instrument):
        _list("To be put right before it can be used:", found)
    items = number_of(len(draft.document["items"]), "item")
    click.echo(f"A draft with {items} is in {to}. Complete it, then `heard instrument check` it.")


@instrument.command()
@click.argument("name", metavar="ID")
@click.option("--to", "form", type=FORMS, default="heard", show_default=True, help="In which form.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Where it goes; beside you unless said.")
def export(name: str, form: str, out: Path | None) -> None:
    """Write the instrument ID to a file, in our form, as a FHIR Questionnaire (R4), or as a REDCap data dictionary (CSV). What
    the other form has no place for is said line by line."""
    found = published().get(name)
    if found is None:
        raise Missaid(f"There is no instrument {name!r}. There are: {', '.join(sorted(published()))}.")
    to = _beside(out, f"{found.id}-{found.version}.{ENDS[form]}")
    lost: Sequence[Finding] = ()
    if form == "heard":
        document = documents()[f"{found.id}-{found.version}.json"]
    else:
        document, lost = WRITERS[_other(form)](found)
    to.write_bytes(document)
    _list("No place there for:", lost)
    click.echo(f"{found.title['en']}, version {found.version}, is in {to}.")


def _form_of(file: Path, document: bytes) -> str:
    if file.suffix.lower() == ".csv":
        return "redcap"
    return "fhir" if b'"resourceType"' in document[:10_000] else "heard"


def _other(form: str) -> Form:
    return next(one for one in get_args(Form) if one == form)


def _draft(form: str, document: bytes) -> Draft:
    found = READERS[_other(form)](document)
    if not isinstance(found, Draft):
        _refuse(found)
    return found


def _sound(document: bytes | dict[str, Any]) -> Instrument:
    found = read(document)
    if not isinstance(found, Instrument):
        _refuse(found)
    return found


def _say(found: Instrument) -> None:
    gaps = lacking(found)
    items = number_of(len(found.items), "item")
    click.echo(f"{found.id}, version {found.version}: {items}, {found.licence.name}. Digest {found.digest}.")
    if gaps:
        click.echo(f"The words of {number_of(len(gaps), 'item')} are missing: nobody can be asked yet.")


def _refuse(findings: Sequence[Finding]) -> NoReturn:
    raise Failed("\n".join(["It cannot be used as it is:", *map(_told, findings)]))


def _list(title: str, findings: Sequence[Finding]) -> None:
    if findings:
        click.echo("\n".join([title, *map(_told, findings)]))


def _told(finding: Finding) -> str:
    return f"  {finding.place or 'the file'}: {finding.why}"


def _beside(out: Path | None, name: str) -> Path:
    """Nothing is written over that nobody named."""
    if out is not None:
        return out
    file = Path(name)
    if file.exists():
        raise Missaid(f"{file.absolute()} is there already; say with --out where it is to go.")
    return file
