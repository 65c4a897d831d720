"""What no schema can judge: names that must be known, said once, and wait for nothing that comes later."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import Struct

from assessments.instrument.shape import Composite, Instrument, Item, Option, Scale, Texts, When

T = TypeVar("T")


class Finding(Struct, frozen=True):
    """Something wrong with a document: where in it (`items/3/scale`; empty for the whole), and a sentence."""

    place: str
    why: str


def unsound(instrument: Instrument) -> Iterator[Finding]:
    """Everything that is wrong; nothing of an instrument that can be used."""
    yield from _said_once(instrument)
    yield from _languages(instrument)
    for place, scale in _placed("scales", instrument.scales):
        yield from _scale(place, scale)
    for place, item in _placed("items", instrument.items):
        yield from _item(instrument, place, item)
    for place, composite in _placed("composites", instrument.composites):
        yield from _composite(instrument, place, composite)


def _placed(name: str, things: Iterable[T]) -> Iterator[tuple[str, T]]:
    return ((f"{name}/{index}", thing) for index, thing in enumerate(things))


def _said_once(instrument: Instrument) -> Iterator[Finding]:
    named = {
        "items": [item.id for item in instrument.items],
        "scales": [scale.id for scale in instrument.scales],
        "composites": [composite.id for composite in instrument.composites],
        "languages": [one.language for one in instrument.languages],
    }
    for place, names in named.items():
        yield from (
            Finding(place, f"{name!r} stands here {times} times.")
            for name, times in Counter(names).items()
            if times > 1
        )


def _languages(instrument: Instrument) -> Iterator[Finding]:
    """Every word in every language that is offered; the words of items may be missing where the hospital supplies them."""
    yield from _spoken(instrument, "title", instrument.title)
    yield from _spoken(instrument, "validation/statement", instrument.validation.statement)
    if instrument.introduction:
        yield from _spoken(instrument, "introduction", instrument.introduction)
    for place, composite in _placed("composites", instrument.composites):
        yield from _spoken(instrument, f"{place}/title", composite.title)
    for place, scale in _placed("scales", instrument.scales):
        for option in _options(scale):
            yield from _spoken(instrument, f"{place} ({option.value})", option.text)
    for place, item in _placed("items", instrument.items):
        if item.text or instrument.wording == "ours":
            yield from _spoken(instrument, f"{place}/text", item.text)


def _spoken(instrument: Instrument, place: str, texts: Texts) -> Iterator[Finding]:
    offered = {one.language for one in instrument.languages}
    yield from (Finding(place, f"The words in {one!r} are missing.") for one in sorted(offered - set(texts)))
    yield from (Finding(place, f"{one!r} is not among the languages.") for one in sorted(set(texts) - offered))


def _options(scale: Scale) -> tuple[Option, ...]:
    return (*scale.options, scale.away) if scale.away else scale.options


def _scale(place: str, scale: Scale) -> Iterator[Finding]:
    values = [option.value for option in _options(scale)]
    yield from (
        Finding(place, f"{value} stands for {times} answers.") for value, times in Counter(values).items() if times > 1
    )
    yield from (
        Finding(place, f"{one} is called positive and is no answer.")
        for one in scale.positive
        if one not in scale.values
    )


def _item(instrument: Instrument, place: str, item: Item) -> Iterator[Finding]:
    scales = {scale.id: scale for scale in instrument.scales}
    if (scale := scales.get(item.scale)) is None:
        yield Finding(f"{place}/scale", f"There is no scale {item.scale!r}.")
    elif item.reverse and {scale.least + scale.most - value for value in scale.values} != set(scale.values):
        yield Finding(
            f"{place}/reverse", f"The scale {item.scale!r} cannot be turned round: its values are not evenly spread."
        )
    yield from (
        Finding(f"{place}/enableWhen", why) for when in item.enable_when if (why := _waits(instrument, item, when))
    )
    if len(item.enable_when) > 1 and item.enable_behavior is None:
        yield Finding(f"{place}/enableBehavior", "It has several conditions; say whether all or any must hold.")


def _composite(instrument: Instrument, place: str, composite: Composite) -> Iterator[Finding]:
    items = {item.id: item for item in instrument.items}
    scales = {scale.id: (scale.least, scale.most) for scale in instrument.scales}
    yield from (
        Finding(place, f"It counts the item {one!r}, which there is not.")
        for one in composite.items
        if one not in items
    )
    if len({scales.get(items[one].scale) for one in composite.items if one in items}) > 1:
        yield Finding(place, "Its items are answered on scales of different length; a mean of them means nothing.")


def _waits(instrument: Instrument, item: Item, when: When) -> str:
    """Only for what is asked before it: so no condition turns in a circle, and one reading down the page settles all."""
    order = [one.id for one in instrument.items]
    if when.question not in order:
        return f"It waits for an answer to {when.question!r}, which there is not."
    if order.index(when.question) >= order.index(item.id):
        return (
            f"It waits for an answer to {when.question!r}, which is not asked before it: that would turn in a circle."
        )
    return ""
