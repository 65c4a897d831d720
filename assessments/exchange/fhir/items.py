"""The items of a Questionnaire, one after the other, as items of ours."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from assessments.exchange.draft import short_name
from assessments.exchange.fhir.scales import Scales
from assessments.exchange.fhir.texts import INSTRUMENT, MARK, RESPECT, TRANSLATION, Element, taken
from assessments.exchange.fhir.waiting import Asked, NotHere
from assessments.instrument import Finding, Scale

ITEM = frozenset(("linkId", "code", "text", "type", "enableWhen", "enableBehavior", "answerOption", "item"))
OPTION = frozenset(("valueCoding", "valueInteger", "valueString"))
CODING = frozenset(("extension", "system", "code", "display"))
YES_OR_NO: tuple[Element, ...] = ({"code": "0", "display": "No"}, {"code": "1", "display": "Yes"})


class Items:
    """On their way; `found` and `lost` grow as they are met."""

    def __init__(self, language: str) -> None:
        self.scales = Scales(language)
        self.found: list[dict[str, Any]] = []
        self.introduction: dict[str, str] = {}
        self.lost: list[Finding] = []
        self._language = language
        self._asked = Asked(self._scale)

    def meet(self, items: Sequence[Element], waits: tuple[Element, ...] = (), place: str = "item") -> None:
        """`waits`: what these lie in, where it is conditional."""
        for at, item in enumerate(items):
            self._meet(item, waits, f"{place}/{at}")

    def _meet(self, item: Element, waits: tuple[Element, ...], place: str) -> None:
        self.unknown(item, ITEM, place)
        mine = (*waits, item) if item.get("enableWhen") else waits
        match item["type"]:
            case "group":
                self._heading(item, place)
            case "display":
                self._shown(item, mine, place)
            case "choice" | "open-choice" | "boolean":
                self._question(item, mine, place)
            case kind:
                self.lose(place, f"{item['linkId']!r} is answered with {kind}; only choices are asked here. Left out.")
        self.meet(item.get("item", []), mine, f"{place}/item")

    def _heading(self, group: Element, place: str) -> None:
        self._codes(group, place)
        for words in taken(group, "text", self._language).values():
            self.lose(f"{place}/text", f"The heading {words!r} has no place.")

    def _shown(self, item: Element, waits: Sequence[Element], place: str) -> None:
        self._codes(item, place)
        if not (self.found or self.introduction or waits):
            self.introduction = taken(item, "text", self._language)
        else:
            self.lose(place, f"What is shown as {item['linkId']!r} has no place.")

    def _question(self, item: Element, waits: Sequence[Element], place: str) -> None:
        link = item["linkId"]
        if item["type"] == "open-choice":
            self.lose(place, f"{link!r} may be answered in free words; here only with one of its answers.")
        try:
            answers = self.scales.met(list(self._codings(item, place)))
        except ValueError as error:
            self.lose(place, f"{link!r} is left out. {error}")
            return
        for sentence in answers.lost:
            self.lose(f"{place}/answerOption", f"{link!r}: {sentence}")
        name = short_name(link, {one["id"] for one in self.found}, otherwise="q")
        if name != link:
            self.lose(f"{place}/linkId", f"{link!r} is called {name!r} here.")
        asked: dict[str, Any] = {"id": name, "text": taken(item, "text", self._language), **self._codes(item, place)}
        asked |= {"scale": answers.scale} | ({"reverse": True} if answers.reverse else {})
        asked |= self._conditions(waits, f"{place}/enableWhen")
        self._asked.add(link, name, answers)
        self.found.append(asked)

    def _codings(self, item: Element, place: str) -> Iterator[Element]:
        """ValueError, with a sentence, where there are none that one person chooses from."""
        if item.get("repeats") is True:
            raise ValueError("Several answers may be given; that cannot be asked.")
        if item["type"] == "boolean":
            yield from YES_OR_NO
        elif not item.get("answerOption"):
            raise ValueError("Its answers do not stand in the file.")
        for at, option in enumerate(item.get("answerOption", [])):
            here = f"{place}/answerOption/{at}"
            self.unknown(option, OPTION, here)
            plain = {"code": str(option.get("valueInteger", option.get("valueString", "")))}
            coding = option.get("valueCoding", plain)
            self.unknown(coding, CODING, here)
            yield coding

    def _codes(self, item: Element, place: str) -> dict[str, Any]:
        """What our own codes say; of all others that they are lost."""
        found: dict[str, Any] = {}
        for at, coding in enumerate(item.get("code", [])):
            if (coding.get("system"), coding.get("code")) == (MARK, RESPECT):
                found["respect"] = True
            elif str(coding.get("system", "")).startswith(INSTRUMENT):
                found |= {"topic": coding["display"]} if coding.get("display") else {}
            else:
                said = " ".join(str(coding[key]) for key in ("system", "code", "display") if key in coding)
                self.lose(f"{place}/code/{at}", f"The code {said} has no place.")
        return found

    def _conditions(self, waits: Sequence[Element], place: str) -> dict[str, Any]:
        try:
            told = self._asked.conditions(waits)
        except NotHere as error:
            self.lose(place, f"It waits for {error}, which is not here: it is always asked.")
            return {}
        if told is None:
            self.lose(place, "When it is asked cannot be said here: it is always asked.")
        return told or {}

    def _scale(self, name: str) -> Scale:
        return msgspec.convert(next(one for one in self.scales.found if one["id"] == name), Scale)

    def unknown(self, element: Mapping[str, Any], known: frozenset[str], place: str) -> None:
        """Whatever else stands there is lost, by its name."""
        for key, value in element.items():
            if key not in known and not (key.removeprefix("_") in known | {"title", "purpose"} and _translates(value)):
                self.lose(f"{place}/{key}".lstrip("/"), f"{key} is not carried over: {_brief(value)}")

    def lose(self, place: str, why: str) -> None:
        self.lost.append(Finding(place, why))


def _translates(value: Any) -> bool:
    return isinstance(value, dict) and all(one.get("url") == TRANSLATION for one in value.get("extension", []))


def _brief(value: object) -> str:
    told = json.dumps(value, ensure_ascii=False)
    return told if len(told) <= 120 else f"{told[:120]}…"
