"""The answers of an item as a scale of ours, shared by all items that are answered alike."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from assessments.exchange.draft import shelved
from assessments.exchange.fhir.texts import ORDINAL, SCALE, Element, extensions, taken

MOST_VALUE = 100


class Answered(Struct, frozen=True):
    """On which scale, turned round or not; `values` by code and system; `lost` in sentences."""

    scale: str
    reverse: bool
    values: Mapping[tuple[str, str], int]
    lost: tuple[str, ...]


class Scales:
    """The scales of one questionnaire, as they are met."""

    def __init__(self, language: str) -> None:
        self.found: list[dict[str, Any]] = []
        self._language = language

    def met(self, codings: Sequence[Element]) -> Answered:
        """ValueError, with a sentence, where they cannot be a scale."""
        worth = [_worth(coding) for coding in codings]
        gone = [at for at, one in enumerate(worth) if one is None] if any(one is not None for one in worth) else []
        if len(gone) > 1:
            raise ValueError("Several of its answers are worth nothing; one at most can mean: does not apply.")
        numbers, lost = _numbers(codings, worth)
        counted = [at for at in range(len(codings)) if at not in gone]
        if len(counted) < 2 or len(set(numbers)) < len(numbers):
            raise ValueError("Its answers are too few, or two of them are the same.")
        ends = min(numbers[at] for at in counted) + max(numbers[at] for at in counted)
        reverse = bool(gone or worth[0] is not None) and all(worth[at] == ends - numbers[at] for at in counted)
        straight = all(worth[at] in (None, numbers[at]) for at in counted)
        if not reverse and not straight:
            lost = (*lost, "What its answers are worth is not what they are called; that is not carried over.")
        scale: dict[str, Any] = {"options": [self._option(codings[at], numbers[at]) for at in counted], "positive": []}
        if gone:
            scale["away"] = self._option(codings[gone[0]], numbers[gone[0]])
        values = {(one.get("system", ""), one.get("code", "")): numbers[at] for at, one in enumerate(codings)}
        return Answered(self._named(codings[0].get("system", ""), scale), reverse and not straight, values, lost)

    def _option(self, coding: Element, value: int) -> dict[str, Any]:
        texts = taken(coding, "display", self._language) or {self._language: str(coding.get("code", value))}
        return {"value": value, "text": texts}

    def _named(self, system: str, scale: dict[str, Any]) -> str:
        said = system.removeprefix(SCALE) if system.startswith(SCALE) else "scale"
        return shelved(self.found, said, scale)


def _worth(coding: Element) -> float | None:
    return next((one.get("valueDecimal") for one in extensions(coding, ORDINAL)), None)


def _numbers(codings: Sequence[Element], worth: Sequence[float | None]) -> tuple[list[int], tuple[str, ...]]:
    """The codes where they are numbers, else what they are worth, else their place in the row."""
    codes = [str(coding.get("code", "")) for coding in codings]
    if all(code.isascii() and code.isdigit() and str(int(code)) == code and int(code) <= MOST_VALUE for code in codes):
        return [int(code) for code in codes], ()
    weighed = [int(one) for one in worth if one is not None and one == int(one) and 0 <= one <= MOST_VALUE]
    if len(weighed) == len(codes):
        return weighed, tuple(_renamed(codes, weighed))
    placed = list(range(1, len(codes) + 1))
    return placed, tuple(_renamed(codes, placed))


def _renamed(codes: Sequence[str], numbers: Sequence[int]) -> Iterator[str]:
    yield from (f"The answer coded {code!r} is {number} here." for code, number in zip(codes, numbers, strict=True))
