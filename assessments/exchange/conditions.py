"""Who is asked what, said so that any form can say it: what a question's answer may be, not how it is compared.

A *clause* gives questions and for each the outcomes with which it is content. It holds where one of its questions stands so; an
item is asked where all its clauses hold. That needs of the other form nothing but "is", "is answered" and "is not answered".
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from assessments.instrument import Instrument, Item, Scale, holds

Outcome = int | None
"""The value chosen, also where it does not apply; None where there is no answer."""
Outcomes = frozenset[Outcome]
Clause = Mapping[str, Outcomes]
Condition = dict[str, Any]
"""As `enableWhen` of our own form."""

MOST_CONDITIONS = 10


def outcomes(scale: Scale) -> Outcomes:
    return frozenset((None, *scale.values, *((scale.away.value,) if scale.away else ())))


def clauses(instrument: Instrument, item: Item) -> tuple[Clause, ...]:
    """Empty for what is always asked; what is never asked has two clauses that cannot hold together."""
    held = [(when.question, _held(instrument, when)) for when in item.enable_when]
    merged: dict[str, Outcomes] = {}
    if item.enable_behavior == "any":
        for question, content in held:
            merged[question] = merged.get(question, frozenset()) | content
        return _plain(instrument, [{question: content for question, content in merged.items() if content} or merged])
    for question, content in held:
        merged[question] = merged[question] & content if question in merged else content
    return _plain(instrument, [{question: content} for question, content in merged.items()])


def said(found: Sequence[Clause], scale_of: Callable[[str], Scale]) -> tuple[list[Condition], str | None] | None:
    """As conditions of ours and whether all or any of them must hold; None where we have no way to say it."""
    alone: dict[str, Outcomes] = {}
    for clause in found:
        if len(clause) == 1:
            ((question, content),) = clause.items()
            alone[question] = alone.get(question, content) & content
    several = [clause for clause in found if len(clause) > 1]
    if several:
        one = None if alone or len(several) > 1 else _joined(several[0], scale_of, _any)
        return _bounded(one, "any")
    every = _joined(alone, scale_of, _all)
    if every is None and len(alone) == 1:
        return _bounded(_joined(alone, scale_of, _any), "any")
    return _bounded(every, "all")


def _held(instrument: Instrument, when: Any) -> Outcomes:
    scale = instrument.scale_of(instrument.item(when.question))
    gone = scale.away.value if scale.away else None
    return frozenset(one for one in outcomes(scale) if holds(when, None if one == gone else one))


def _plain(instrument: Instrument, found: Iterable[Clause]) -> tuple[Clause, ...]:
    return tuple(clause for one in found for clause in _possible(instrument, one))


def _possible(instrument: Instrument, clause: Clause) -> Iterator[Clause]:
    every = {question: outcomes(instrument.scale_of(instrument.item(question))) for question in clause}
    if any(content == every[question] for question, content in clause.items()):
        return
    if any(clause.values()):
        yield clause
        return
    question = next(iter(clause))
    yield {question: every[question] - {None}}
    yield {question: frozenset((None,))}


def _bounded(conditions: list[Condition] | None, behavior: str) -> tuple[list[Condition], str | None] | None:
    if conditions is None or len(conditions) > MOST_CONDITIONS:
        return None
    return conditions, behavior if len(conditions) > 1 else None


def _joined(
    clause: Clause,
    scale_of: Callable[[str], Scale],
    how: Callable[[str, Sequence[int], Scale, bool], list[Condition] | None],
) -> list[Condition] | None:
    found: list[Condition] = []
    for question, content in clause.items():
        scale = scale_of(question)
        gone = {None, scale.away.value} if scale.away else {None}
        if content & gone not in (gone, frozenset()):
            return None  # to us what does not apply and what was left blank are the same
        told = how(question, [value for value in scale.values if value in content], scale, bool(content & gone))
        if told is None:
            return None
        found += told
    return found


def _all(question: str, content: Sequence[int], scale: Scale, blank: bool) -> list[Condition] | None:
    """Conditions that hold together for exactly this."""
    if blank:
        if len(content) == len(scale.values):
            return []
        return None if content else [_exists(question, False)]
    if not content:
        return [_exists(question, True), _exists(question, False)]
    if len(content) == len(scale.values):
        return [_exists(question, True)]
    if len(content) == 1:
        return [_compared(question, "=", content[0])]
    least, most = min(content), max(content)
    bounds = [(">=", least)] if least > scale.least else []
    bounds += [("<=", most)] if most < scale.most else []
    bounds += [("!=", value) for value in scale.values if least < value < most and value not in content]
    return [_compared(question, operator, value) for operator, value in bounds]


def _any(question: str, content: Sequence[int], scale: Scale, blank: bool) -> list[Condition] | None:
    """Conditions of which one holds for exactly this."""
    none = [_exists(question, False)] if blank else []
    if not content:
        return none
    together = _all(question, content, scale, blank=False) or []
    return none + (together if len(together) == 1 else [_compared(question, "=", value) for value in content])


def _exists(question: str, there: bool) -> Condition:
    return {"question": question, "operator": "exists", "answerBoolean": there}


def _compared(question: str, operator: str, value: int) -> Condition:
    return {"question": question, "operator": operator, "answerInteger": value}
