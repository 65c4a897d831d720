"""`heard instrument`: what surveys ask, as a file: checked, published here, drafted from another form, given out in another."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn, get_args

import click

from assessments.exchange import READERS, WRITERS, Draft, Form
from assessments.instrument import Finding, Instrument, lacking, published, read
from assessments.instrument.published import documents
from services.bootstrap import NoHospital, settings
from services.cli.place import at_hospital, directory_of
from services.cli.reach import send
from services.cli.showing import as_json, show, show_tables
from services.cli.terminal import Failed, Missaid, Several
from services.errands.errand import PublishInstrument, Shelf
from services.wording.time_words import number_of

FORMS = click.Choice(["heard", *get_args(Form)])
ENDS = {"heard": "json", "fhir": "fhir.json", "redcap": "redcap.csv"}
FILE = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)
OUT = click.Path(dir_okay=False, path_type=Path)
MAYBE = click.option("--hospital", metavar="DIR", help="The hospital's directory, where there are several.")


@click.group("instrument", cls=Several)
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
@click.option("--words-of", "words", metavar="ID", help="FILE is a CSV (item, en, …) of words for this structure.")
@click.option("--out", type=OUT, help="Where the draft of another form goes; beside you unless said.")
@MAYBE
def import_(*, file: Path, form: str | None, words: str | None, out: Path | None, hospital: str | None) -> None:
    """Publish FILE, an instrument of the hospital's own: a version stays as it is for ever. From a FHIR Questionnaire (R4) or a
    REDCap data dictionary (CSV) a draft in our form is made first; what is not carried over is said line by line."""
    document = file.read_bytes()
    form = "heard" if words else form or _form_of(file, document)
    if form == "heard":
        place = directory_of(settings(), hospital)
        show(send(place, PublishInstrument(str(file.absolute()), words)))
        return
    draft = _draft(form, document)
    to = _beside(out, f"{draft.document['id']}-{draft.document['version']}.draft.json")
    to.write_text(json.dumps(draft.document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    _list("Not carried over, or filled in:", draft.lost)
    found = read(draft.document)
    if not isinstance(found, Instrument):
        _list("To be put right before it can be used:", found)
    items = number_of(len(draft.document["items"]), "item")
    click.echo(f"A draft with {items} is in {to}. Complete it, then `heard instrument import` it.")


@instrument.command()
@click.argument("name", metavar="ID")
@click.option("--to", "form", type=FORMS, default="heard", show_default=True, help="In which form.")
@click.option("--out", type=OUT, help="Where it goes; beside you unless said.")
@MAYBE
def export(*, name: str, form: str, out: Path | None, hospital: str | None) -> None:
    """Write the instrument ID to a file, in our form, as a FHIR Questionnaire (R4), or as a REDCap data dictionary (CSV). What
    the other form has no place for is said line by line."""
    document = _here(name, hospital)
    found = _sound(document)
    to = _beside(out, f"{found.id}-{found.version}.{ENDS[form]}")
    lost: Sequence[Finding] = ()
    if form != "heard":
        document, lost = WRITERS[_other(form)](found)
    to.write_bytes(document)
    _list("No place there for:", lost)
    click.echo(f"{next(iter(found.title.values()))}, version {found.version}, is in {to}.")


@instrument.command("list")
@at_hospital
@as_json
def list_(place: Path, wants_json: bool) -> None:
    """Show what can be asked: whose it is, under which licence, whether it was validated, and whether its words are here."""
    show_tables(send(place, Shelf()), as_json=wants_json)


def _here(name: str, hospital: str | None) -> bytes:
    """As the hospital has it; where there is none, as it came with Heard."""
    try:
        place = directory_of(settings(), hospital)
    except NoHospital:
        if hospital is not None:
            raise
        found = published().get(name)
        if found is None:
            raise Missaid(f"There is no instrument {name!r}. There are: {', '.join(sorted(published()))}.") from None
        return documents()[f"{found.id}-{found.version}.json"]
    return (json.dumps(send(place, Shelf(name)).found, indent=2, ensure_ascii=False) + "\n").encode()


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
