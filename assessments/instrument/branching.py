"""Who is asked what, and which answers cannot be.

Conditions mean what they mean in a FHIR Questionnaire: an item that is not asked has no answer, and a comparison with no
answer does not hold. "Does not apply" is an answer to the person and a gap to the figures; no comparison holds with it either.
"""

import operator
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from assessments.instrument.shape import Instrument, Item, When

Answers = Mapping[str, int]
"""What one person answered: item id to the value chosen, as it was chosen: never turned round."""

COMPARE: Mapping[str, Callable[[int, int], bool]] = MappingProxyType(
    {"=": operator.eq, "!=": operator.ne, ">": operator.gt, "<": operator.lt, ">=": operator.ge, "<=": operator.le}
)


class Fault(Struct, frozen=True):
    """An answer that cannot be: to no item of this instrument, to one not asked, or none of its options."""

    key: Literal["unknown", "not_asked", "out_of_range"]
    item: str
    answer: int


def asked(instrument: Instrument, answers: Answers) -> tuple[Item, ...]:
    """The items this person is asked, in order, given what they have answered so far."""
    found = _enabled(instrument, answers)
    return tuple(item for item in instrument.items if found[item.id])


def faults(instrument: Instrument, answers: Answers) -> tuple[Fault, ...]:
    """In the order of the instrument, unknown ones first; empty for a ballot that may be counted."""
    found = _enabled(instrument, answers)
    unknown = tuple(Fault("unknown", name, answer) for name, answer in sorted(answers.items()) if name not in found)
    wrong = (
        _fault(instrument, item, answers[item.id], found[item.id]) for item in instrument.items if item.id in answers
    )
    return unknown + tuple(fault for fault in wrong if fault)


def _fault(instrument: Instrument, item: Item, answer: int, was_asked: bool) -> Fault | None:
    scale = instrument.scale_of(item)
    if not was_asked:
        return Fault("not_asked", item.id, answer)
    if answer not in scale.values and not (scale.away and answer == scale.away.value):
        return Fault("out_of_range", item.id, answer)
    return None


def _enabled(instrument: Instrument, answers: Answers) -> dict[str, bool]:
    """Whether each item is asked. A condition looks back only, so one pass settles all."""
    found: dict[str, bool] = {}
    counts: dict[str, int] = {}
    for item in instrument.items:
        held = [holds(when, counts.get(when.question)) for when in item.enable_when]
        found[item.id] = not held or (any(held) if item.enable_behavior == "any" else all(held))
        away = instrument.scale_of(item).away
        if found[item.id] and item.id in answers and not (away and answers[item.id] == away.value):
            counts[item.id] = answers[item.id]
    return found


def holds(when: When, answer: int | None) -> bool:
    """Whether a condition holds once its question was answered so; None for no answer, and for one that does not apply."""
    if when.operator == "exists":
        return (answer is not None) == when.answer_boolean
    return (
        answer is not None and when.answer_integer is not None and COMPARE[when.operator](answer, when.answer_integer)
    )
