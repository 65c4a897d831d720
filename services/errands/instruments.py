"""What can be asked here, and what the hospital adds to it, at the terminal."""

import csv
import io
import json
from pathlib import Path
from uuid import uuid4

from assessments.instrument import Finding, Instrument, canonical, read, supplied
from assessments.instrument.published import documents
from services import instruments, sentences
from services.clerk.access import OPERATOR
from services.clerk.reception import Call
from services.errands.errand import Answer, PublishInstrument, Shelf
from services.errands.naming import NotFound
from services.house import House
from workflows.kernel.grammar import Refused

ITEM = "item"


def shelf(house: House, asked: Shelf) -> Answer:
    """NotFound where there is none of that name."""
    known = instruments.shelf(house)
    if asked.of is None:
        return Answer((), {"tables": {"What can be asked": [_row(house, one) for one in known.values()]}})
    if asked.of not in known:
        raise NotFound(f"There is no instrument {asked.of!r}. There are: {', '.join(known)}.")
    return Answer((), json.loads(instruments.document_of(house, known[asked.of])))


def publish(house: House, asked: PublishInstrument) -> Answer:
    document = Path(asked.file).read_bytes()
    if asked.words is not None:
        worded = _worded(house, asked.words, document)
        if not isinstance(worded, bytes):
            return _refused(worded)
        document = worded
    command = instruments.published_by(house, document)
    if isinstance(command, tuple):
        return _refused(command)
    told = house.reception.ask(OPERATOR, command, Call(id=str(uuid4()), via="cli"), "hospital")
    if isinstance(told, Refused):
        return Answer((sentences.sentence(told),), {"refused": told.key}, status=1)
    said = "can be asked now, and stays as it is" if told.last else "was published before"
    line = f"{command.instrument}, version {command.version}, {said}. Digest {command.digest}."
    found = {"instrument": command.instrument, "version": command.version, "digest": command.digest}
    return Answer((line,), found)


def _worded(house: House, name: str, sheet: bytes) -> bytes | tuple[Finding, ...]:
    """The structure of that name with the words of a sheet: a column `item`, and one for each language it speaks. Words that
    differ from those published last are another version."""
    bare = next((one for one in documents().values() if json.loads(one)["id"] == name), None)
    if bare is None:
        raise NotFound(f"{name!r} did not come with Heard.")
    languages = [one["language"] for one in json.loads(bare)["languages"]]
    try:
        rows = list(csv.DictReader(io.StringIO(sheet.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        return (Finding("", f"This is not CSV in UTF-8 that can be read: {error}."),)
    if wrong := _amiss(rows, languages, {one["id"] for one in json.loads(bare)["items"]}):
        return wrong
    words = {row[ITEM].strip(): {one: row[one].strip() for one in languages} for row in rows}
    document = supplied(bare, words)
    last = instruments.shelf(house).get(name)
    if last is not None and instruments.can_be_asked(last):
        document["version"] = last.version
        if read(document) != last:
            document["version"] = last.version + 1
    return canonical(document)


def _amiss(rows: list[dict[str, str]], languages: list[str], items: set[str]) -> tuple[Finding, ...]:
    head = set(rows[0]) if rows else set()
    if head != {ITEM, *languages}:
        return (Finding("1", f"The sheet has the columns {ITEM}, {', '.join(languages)}, and no others."),)
    unknown = [
        Finding(str(at), f"There is no item {row[ITEM]!r}.")
        for at, row in enumerate(rows, 2)
        if row[ITEM].strip() not in items
    ]
    empty = [
        Finding(str(at), f"The words in {one!r} are missing.")
        for at, row in enumerate(rows, 2)
        for one in languages
        if not (row[one] or "").strip()
    ]
    return (*unknown, *empty)


def _row(house: House, found: Instrument) -> dict[str, object]:
    return {
        "Name": found.id,
        "Version": found.version,
        "Title": next(iter(found.title.values())),
        "Items": len(found.items),
        "Licence": found.licence.name,
        "Validated": "elsewhere" if found.validation.status == "validated-elsewhere" else "no",
        "From": "here" if instruments.is_own(house, found) else "Heard",
        "Can be asked": "yes" if instruments.can_be_asked(found) else "once its words are here",
    }


def _refused(findings: tuple[Finding, ...]) -> Answer:
    lines = (f"  {one.place or 'the file'}: {one.why}" for one in findings)
    return Answer(("It cannot be published as it is:", *lines), status=1)
