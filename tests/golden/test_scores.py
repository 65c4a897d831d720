"""A published figure never moves: the same ballots give the same figures for as long as scoring bears the same version."""

from typing import Any

import msgspec
import pytest

from assessments.instrument import faults, published
from assessments.scoring import SCORING
from tests.golden.scores import PEOPLE, ballots, figures, path_of

KEPT: dict[str, Any] = msgspec.json.decode(path_of(SCORING).read_bytes())
TODAY = msgspec.json.decode(msgspec.json.encode(figures()))


@pytest.mark.parametrize("name", sorted(KEPT))
def test_the_same_ballots_give_the_same_figures(name: str) -> None:
    """Where one comes out otherwise: a new SCORING, a new file, and this one stays."""
    assert list(_differing(TODAY[name], KEPT[name], name)) == []


def test_every_instrument_is_kept() -> None:
    assert sorted(KEPT) == sorted(published()), "a new instrument: write its figures into the file of today's SCORING"


@pytest.mark.parametrize("name", sorted(KEPT))
def test_its_ballots_could_have_been_cast(name: str) -> None:
    instrument = published()[name]
    cast = ballots(instrument)
    assert len(cast) == PEOPLE
    assert [fault for one in cast for fault in faults(instrument, one)] == []


def _differing(today: Any, kept: Any, place: str) -> Any:
    match today, kept:
        case dict(), dict():
            yield from (
                one for key in {**today, **kept} for one in _differing(today.get(key), kept.get(key), f"{place}/{key}")
            )
        case list(), list() if len(today) == len(kept):
            yield from (
                one
                for at, (a, b) in enumerate(zip(today, kept, strict=True))
                for one in _differing(a, b, f"{place}/{at}")
            )
        case float() | int(), float() | int():
            if today != pytest.approx(kept, rel=1e-9, abs=1e-9):
                yield place, today, kept
        case _:
            if today != kept:
                yield place, today, kept
