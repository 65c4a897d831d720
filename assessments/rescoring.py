"""A key that was put right: the same questions in the same words, of which other answers count as positive. What was answered
is then scored a second time beside the first; nothing that was published moves. Imports `instrument` and `disclosure`."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from assessments.disclosure import WHOLE, Tally, settled
from assessments.instrument import Answers, Instrument, Item

Values = frozenset[int]


class Keys(Struct, frozen=True):
    """Of one item: all its `values`, and which of them counted as positive, and do `now`."""

    item: str
    values: Values
    before: Values
    now: Values

    @property
    def cells(self) -> tuple[Values, ...]:
        """What follows where both are told side by side, and each by itself."""
        both, neither = self.before & self.now, self.values - self.before - self.now
        return tuple(
            filter(None, (both, self.before - self.now, self.now - self.before, neither, self.before, self.now))
        )


def is_corrected(asked: Instrument, newer: Instrument) -> bool:
    """Whether `newer` asks the very same, and only its key is another."""
    if (newer.id, newer.version > asked.version) != (asked.id, True) or _questions(asked) != _questions(newer):
        return False
    return bool(changed(asked, newer))


def changed(asked: Instrument, newer: Instrument) -> tuple[Keys, ...]:
    """Of the items of which other answers count as positive now."""
    every = (
        Keys(one.id, frozenset(asked.scale_of(one).values), _positive(asked, one), _positive(newer, newer.item(one.id)))
        for one in asked.items
    )
    return tuple(one for one in every if one.before != one.now)


def told_anew(
    keys: Keys, groups: Mapping[str, Sequence[Answers]], told: frozenset[str], least: int
) -> dict[str, Tally]:
    """By the new key, of those groups (and WHOLE) of which the old was `told`: where both stand side by side, how many answered
    in either way follows, and in neither; so each of these is settled as a figure of its own, and none is told as a bound."""
    every = [{name: _tally(some, keys, cell) for name, some in groups.items()} for cell in keys.cells]
    allowed, before = told, frozenset[str]()
    while allowed != before:
        before = allowed
        for each in every:
            ends = {name for name, one in {**each, WHOLE: _sum(each)}.items() if one.is_end}
            allowed = frozenset() if WHOLE in ends else settled(each, least, allowed) - ends
        if WHOLE not in allowed:
            return {}
    now = {name: _tally(some, keys, keys.now) for name, some in groups.items()}
    return {name: _sum(now) if name == WHOLE else now[name] for name in allowed}


def _positive(instrument: Instrument, item: Item) -> Values:
    """Answers as they are given that count as positive."""
    scale = instrument.scale_of(item)
    turned = {value: scale.least + scale.most - value if item.reverse else value for value in scale.values}
    return frozenset(value for value, as_scored in turned.items() if as_scored in scale.positive)


def _sum(each: Mapping[str, Tally]) -> Tally:
    return sum(each.values(), Tally(0, 0))


def _tally(ballots: Sequence[Answers], keys: Keys, cell: Values) -> Tally:
    said = [one[keys.item] for one in ballots if one.get(keys.item) in keys.values]
    return Tally(len(said), sum(one in cell for one in said))


def _questions(found: Instrument) -> object:
    scales = {one.id: ([(option.value, option.text) for option in one.options], one.away) for one in found.scales}
    return [(one.id, one.text, scales[one.scale], one.enable_when, one.enable_behavior) for one in found.items]
