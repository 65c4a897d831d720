"""A wave in figures: each group beside the whole, and of each only what was settled when it was counted."""

from collections.abc import Collection
from typing import Literal

from msgspec import Struct

from assessments.campaign import Wave
from assessments.campaign.rosters import Cards
from assessments.disclosure import ORDINARY, WHOLE
from assessments.instrument import Composite, Instrument
from assessments.scoring import CompositeScore, Provenance, Scores, rounded_rate, scored_apart
from services.balloting import sealed_of
from services.house import House
from services.instruments import asked_by
from services.settling import Sealed
from services.surveyed import positions
from services.surveyed.anew import anew
from services.surveyed.positions import Held
from services.surveyed.reliable import Reliable, reliable
from services.surveyed.saying import Said, Scaled, said, scale, with_agree, with_agreement

Why = Literal["", "too_few", "guards"]
"""Too few answered; or it is held back because a smaller group could be worked out from it."""


class Group(Struct, frozen=True, kw_only=True):
    """`units` are counted as one; of the whole they are all of them. `ballots`, the `rate` of those who could answer (in steps
    of five) and `cards` are None where it is not told how many answered: `why`. `held`: the same by position, where each
    position may be told."""

    units: tuple[str, ...]
    eligible: int
    ballots: int | None
    rate: int | None
    cards: Cards | None
    why: Why
    items: tuple[Said, ...]
    scales: tuple[Scaled, ...]
    held: tuple[Held, ...] = ()
    anew: tuple[Said, ...] = ()


class Scored(Struct, frozen=True):
    """The scores of one group."""

    scores: Scores
    group: int

    def items(self, name: str) -> list[Said]:
        """How answers fall is told of all groups together alone."""
        of = self.scores.instrument.item
        return [said(of(one.item), one, with_falls=name == WHOLE) for one in self.scores.items(self.group)]

    def scales(self, kept: Sealed, name: str) -> list[Scaled]:
        """As it was settled."""
        each = zip(self.scores.instrument.composites, self.scores.composites(self.group), strict=True)
        return [self._scale(kept, name, composite, one) for composite, one in each]

    def _scale(self, kept: Sealed, name: str, composite: Composite, one: CompositeScore) -> Scaled:
        told = Scaled(composite=composite)
        if name in kept.scales.get(composite.id, ()):
            told = scale(self.scores.instrument, composite, one.n, one.mean, one.sd)
        if name in kept.agree.get(composite.id, ()):
            told = with_agree(told, one)
        return with_agreement(told, one, kept.shares.get(composite.id, {}).get(name))


class Found(Struct, frozen=True, kw_only=True):
    """`newer`: the version by which the key was put right since; each group then has its items `anew`. `is_even`: of every
    group as many cards were used as there are ballots."""

    instrument: Instrument
    provenance: Provenance
    whole: Group
    groups: tuple[Group, ...]
    reliability: tuple[Reliable, ...]
    newer: Instrument | None
    is_even: bool


def found(house: House, stream: str, wave: Wave) -> Found | None:
    """None before it was counted, and where what was asked is not here."""
    instrument, kept = asked_by(house, wave), sealed_of(house, stream, wave)
    roster = wave.roster
    if instrument is None or kept is None or roster is None or wave.digest is None:
        return None
    apart = scored_apart(instrument, kept.by_group, wave.digest)
    everybody = scored_apart(instrument, [[one for group in kept.ballots for one in group]], wave.digest)
    piles = positions.told(instrument, kept, roster)
    shown = {item: frozenset(names) for item, names in kept.shown.items()}
    again = anew(house, instrument, {str(at): one for at, one in enumerate(kept.by_group)}, shown)
    return Found(
        instrument=instrument,
        provenance=everybody.provenance,
        whole=_group(
            kept,
            WHOLE,
            roster.units,
            sum(roster.eligible),
            Scored(everybody, 0),
            held=positions.hospital(piles, instrument),
            anew=again.items[WHOLE] if again else (),
        ),
        groups=tuple(
            _group(
                kept,
                str(at),
                units,
                roster.eligible_in(at),
                Scored(apart, at),
                held=positions.of(piles, instrument, at),
                anew=again.items[str(at)] if again else (),
            )
            for at, units in enumerate(roster.parts)
        ),
        newer=again.instrument if again else None,
        reliability=reliable(everybody, kept.by_group, [_told(kept, one.id) for one in instrument.composites]),
        is_even=all(len(group) == one.spent for group, one in zip(kept.ballots, kept.cards, strict=True)),
    )


def _group(
    kept: Sealed,
    name: str,
    units: tuple[str, ...],
    eligible: int,
    scored: Scored,
    *,
    held: tuple[Held, ...],
    anew: tuple[Said, ...],
) -> Group:
    is_told, there = name in kept.told, _there(kept, name)
    return Group(
        units=units,
        eligible=eligible,
        ballots=there if is_told else None,
        rate=min(100, rounded_rate(there, eligible, 0, ORDINARY) or 0) if is_told else None,
        cards=_cards(kept.cards if name == WHOLE else kept.cards_of(int(name))) if is_told else None,
        why="" if is_told else "too_few" if there < ORDINARY else "guards",
        items=tuple(
            one if name in kept.shown.get(one.item.id, ()) else Said(item=one.item) for one in scored.items(name)
        ),
        scales=tuple(scored.scales(kept, name)),
        held=held,
        anew=anew,
    )


def _told(kept: Sealed, composite: str) -> list[int]:
    return [int(name) for name in kept.scales.get(composite, ()) if name != WHOLE]


def _there(kept: Sealed, name: str) -> int:
    return sum(map(len, kept.ballots)) if name == WHOLE else len(kept.by_group[int(name)])


def _cards(cards: Collection[Cards]) -> Cards:
    drawn = [one.drawn for one in cards if one.drawn is not None]
    return Cards(sum(one.made for one in cards), sum(drawn) if drawn else None, sum(one.spent for one in cards))
