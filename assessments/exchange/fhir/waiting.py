"""Under which conditions an item is asked: its own, and those of every group it lies in."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from assessments.exchange.conditions import Clause, Outcomes, outcomes, said
from assessments.exchange.fhir.scales import Answered
from assessments.exchange.fhir.texts import Element
from assessments.instrument import Scale
from assessments.instrument.branching import COMPARE


class NotHere(Exception):
    """It waits for a question, or an answer, that is not carried over; the message names it."""


class Asked:
    """The questions met so far: by `linkId` their id here, how they are answered, and their scales."""

    def __init__(self, scale_of: Callable[[str], Scale]) -> None:
        self._scale_of = scale_of
        self.names: dict[str, str] = {}
        self.answers: dict[str, Answered] = {}

    def add(self, link: str, name: str, answers: Answered) -> None:
        self.names[link], self.answers[name] = name, answers

    def conditions(self, waits: Sequence[Element]) -> dict[str, Any] | None:
        """As ours, empty for what is always asked; None where we have no way to say it. NotHere."""
        told = said([clause for item in waits for clause in self._clauses(item)], self._scale)
        if told is None:
            return None
        conditions, behavior = told
        return ({"enableWhen": conditions} if conditions else {}) | ({"enableBehavior": behavior} if behavior else {})

    def _scale(self, question: str) -> Scale:
        return self._scale_of(self.answers[question].scale)

    def _clauses(self, item: Element) -> list[Clause]:
        held = [self._held(when) for when in item["enableWhen"]]
        if item.get("enableBehavior") != "any":
            return [{question: content} for question, content in held]
        merged: dict[str, Outcomes] = {}
        for question, content in held:
            merged[question] = merged.get(question, frozenset()) | content
        always = any(content == outcomes(self._scale(question)) for question, content in merged.items())
        return [] if always else [merged]

    def _held(self, when: Element) -> tuple[str, Outcomes]:
        """With which outcomes of which question a condition is content. `!=` is content with no answer, too."""
        if when["question"] not in self.names:
            raise NotHere(when["question"])
        question = self.names[when["question"]]
        scale = self._scale(question)
        every = outcomes(scale)
        if when["operator"] == "exists":
            return question, every - {None} if when["answerBoolean"] else frozenset((None,))
        value = self._value(question, when)
        if when["operator"] == "!=":
            return question, every - {value}
        if when["operator"] == "=":
            return question, frozenset((value,))
        return question, frozenset(one for one in scale.values if COMPARE[when["operator"]](one, value))

    def _value(self, question: str, when: Element) -> int:
        coding: Mapping[str, Any] = when.get("answerCoding", {})
        given = when.get("answerInteger", when.get("answerBoolean", coding.get("code")))
        by_code = self.answers[question].values
        found = by_code.get((str(coding.get("system", "")), str(coding.get("code", ""))))
        if found is None:  # a system left out, a number or a yes instead of a code
            spelt = str(int(given)) if isinstance(given, bool | int) else str(given)
            found = next((value for (_, code), value in by_code.items() if code == spelt), None)
        if found is None:
            raise NotHere(f"{when['question']} {given}")
        return found
