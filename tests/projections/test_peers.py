"""Hospitals beside each other: nothing of few, nobody named, and where one's own number lies."""

from projections.peers import FEWEST, Handed, among, place
from projections.share import Share


def handed(name: str, percent: int, whole: int = 100, day: str = "2025-12-31") -> Handed:
    return Handed(hospital=name, day=day, figures={"answered": Share(percent * whole // 100, whole)})


FIVE = [handed(f"h{n}", percent) for n, percent in enumerate((41, 52, 63, 74, 88))]


def test_the_middle_half_of_five_is_said_in_steps_of_five() -> None:
    found = among(FIVE)["answered"]
    assert found is not None
    assert (found.hospitals, found.low, found.middle, found.high) == (FEWEST, 50, 65, 75)


def test_of_fewer_than_five_nothing_is_said() -> None:
    assert among(FIVE[:4])["answered"] is None
    assert among([*FIVE[:4], handed("h9", 50, whole=9)])["answered"] is None, "one whose counts are small is none"
    assert among([*FIVE[:4], handed("h0", 90, day="2026-03-31")])["answered"] is None, "one twice is one"


def test_ones_own_lies_in_the_middle_half_or_outside() -> None:
    found = among(FIVE)["answered"]
    assert [place(Share(one, 100), found) for one in (49, 50, 75, 76)] == ["below", "within", "within", "above"]
    assert place(Share(1, 9), found) == place(None, found) == place(Share(5, 10), None) == "not_said"
