"""An instrument as a Questionnaire."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assessments.exchange.conditions import Clause, clauses, outcomes
from assessments.exchange.fhir.texts import INSTRUMENT, MARK, ORDINAL, RESPECT, SCALE, Element, put
from assessments.instrument import Finding, Instrument, Item, Option, Scale


def written(instrument: Instrument) -> tuple[bytes, tuple[Finding, ...]]:
    """The document, and what it has no place for."""
    document = json.dumps(questionnaire(instrument), indent=2, ensure_ascii=False) + "\n"
    return document.encode(), tuple(_lost(instrument))


def questionnaire(instrument: Instrument) -> Element:
    language = instrument.languages[0].language
    found: Element = {
        "resourceType": "Questionnaire",
        "language": language,
        "url": INSTRUMENT + instrument.id,
        "version": str(instrument.version),
        "name": re.sub(r"[^A-Za-z0-9]", "_", instrument.id).capitalize(),
    }
    put(found, "title", instrument.title, language)
    found |= {"status": "active", "publisher": instrument.source}
    put(found, "purpose", {one: "\n\n".join(told) for one, told in instrument.note.items()}, language)
    found["copyright"] = f"{instrument.licence.name}\n\n{instrument.licence.terms}"
    found["item"] = [*_introduction(instrument, language), *(_item(instrument, item) for item in instrument.items)]
    return found


def _introduction(instrument: Instrument, language: str) -> Iterator[Element]:
    if instrument.introduction:
        shown: Element = {"linkId": "introduction.0", "type": "display"}
        put(shown, "text", instrument.introduction, language)
        yield shown


def _item(instrument: Instrument, item: Item) -> Element:
    """In as many groups as it takes: each holds back what is in it until one of its own conditions is met."""
    language, scale = instrument.languages[0].language, instrument.scale_of(item)
    found: Element = {"linkId": item.id, "code": _codes(instrument, item)}
    put(found, "text", item.text, language)
    found["type"] = "choice"
    waits = [_atoms(instrument, clause) for clause in clauses(instrument, item)]
    single = [one for (one,) in (atoms for atoms in waits if len(atoms) == 1)]
    several = [atoms for atoms in waits if len(atoms) > 1]
    if single:
        found |= _enabled(single, "all")
    elif several:
        found |= _enabled(several.pop(), "any")
    found["answerOption"] = [{"valueCoding": coding} for coding in _answers(scale, language, reverse=item.reverse)]
    for at, atoms in enumerate(several):
        group: Element = {"linkId": f"{item.id}.when.{at}", "type": "group"}
        found = group | _enabled(atoms, "any") | {"item": [found]}
    return found


def _codes(instrument: Instrument, item: Item) -> list[Element]:
    own = {"system": INSTRUMENT + instrument.id, "code": item.id}
    mark = [{"system": MARK, "code": RESPECT}] if item.respect else []
    return [own | ({"display": item.topic} if item.topic else {}), *mark]


def _answers(scale: Scale, language: str, *, reverse: bool) -> Iterator[Element]:
    for option in scale.options:
        worth = scale.least + scale.most - option.value if reverse else option.value
        yield {"extension": [{"url": ORDINAL, "valueDecimal": worth}]} | _coding(scale, option, language)
    if scale.away:
        yield _coding(scale, scale.away, language)


def _coding(scale: Scale, option: Option, language: str) -> Element:
    found: Element = _code(scale, option.value)
    put(found, "display", option.text, language)
    return found


def _code(scale: Scale, value: int) -> Element:
    return {"system": SCALE + scale.id, "code": str(value)}


def _atoms(instrument: Instrument, clause: Clause) -> list[Element]:
    """Each is met or not by the answer to one question: it is this, it is there, it is not there."""
    found: list[Element] = []
    for question, content in clause.items():
        scale = instrument.scale_of(instrument.item(question))
        if content >= outcomes(scale) - {None}:
            found.append({"question": question, "operator": "exists", "answerBoolean": True})
            continue
        if None in content:
            found.append({"question": question, "operator": "exists", "answerBoolean": False})
        chosen = sorted(value for value in content if value is not None)
        found += [{"question": question, "operator": "=", "answerCoding": _code(scale, value)} for value in chosen]
    return found


def _enabled(atoms: Sequence[Mapping[str, Any]], behavior: str) -> Element:
    return {"enableWhen": list(atoms)} | ({"enableBehavior": behavior} if len(atoms) > 1 else {})


def _lost(instrument: Instrument) -> Iterator[Finding]:
    yield Finding("wording", "Whether the words are ours or supplied has no place.")
    for at, one in enumerate(instrument.languages):
        yield Finding(f"languages/{at}/record", f"How the words in {one.language!r} came about has no place.")
    yield Finding("licence/permission", "Whether the holder must be asked has no place; say it beside.")
    yield Finding("validation", "How it was validated has no place; say it beside every score.")
    used = {item.scale for item in instrument.items}
    for at, scale in enumerate(instrument.scales):
        if scale.id not in used:
            yield Finding(f"scales/{at}", f"No item is answered on the scale {scale.id!r}; it is left out.")
        elif scale.positive:
            yield Finding(f"scales/{at}/positive", f"Which answers on {scale.id!r} are positive has no place.")
    for at, composite in enumerate(instrument.composites):
        yield Finding(f"composites/{at}", f"That items belong together as {composite.id!r} has no place.")
    yield Finding("scoring", f"The rule {instrument.scoring!r} has no place.")
    yield Finding("missing", f"The rule {instrument.missing!r} has no place.")
    yield from (
        Finding(f"items/{at}/text", f"The words of {item.id!r} are the holder's; they are not in it.")
        for at, item in enumerate(instrument.items)
        if not item.text
    )
