"""A hospital publishes instruments of its own: each version once, for ever; then units are asked with them."""

import pytest

from assessments.campaign import commands as c
from assessments.campaign import events as ce
from assessments.instrument import published
from tests.given import Given, given, the
from workflows.hospital import commands as hc
from workflows.hospital import events as he
from workflows.unit import events as u

FIRST, OTHER = "a" * 64, "b" * 64
BEGUN = he.Opened(slug="alder-creek", name="Alder Creek", zone="America/Chicago")
CLOSES = "2025-03-10"


def publish(
    name: str = "our-pulse", version: int = 1, digest: str = FIRST, *, respect: bool = False
) -> hc.PublishInstrument:
    return hc.PublishInstrument(instrument=name, version=version, digest=digest, respect=respect)


def told(
    name: str = "our-pulse", version: int = 1, digest: str = FIRST, *, respect: bool = False
) -> he.InstrumentPublished:
    return he.InstrumentPublished(instrument=name, version=version, digest=digest, respect=respect)


def house(*more: he.Happened) -> Given:
    return given(u.Opened(unit="4w", name="4 West"), *(("hospital", one) for one in (BEGUN, *more)))


def test_it_is_published_once() -> None:
    after = given(("hospital", BEGUN)).when(publish()).then(("hospital", told()))
    after.when(publish()).then_nothing()
    after.when(publish(digest=OTHER)).then_refused("hospital.instrument_published", instrument="our-pulse", version=1)
    after.when(publish(version=2, digest=OTHER)).then(("hospital", told(version=2, digest=OTHER)))


def test_a_version_never_goes_back() -> None:
    later = house(told(version=3))
    later.when(publish(version=2, digest=OTHER)).then_refused(
        "hospital.instrument_published", instrument="our-pulse", version=3
    )


@pytest.mark.parametrize("name", ["today", "unit-safety"])
def test_what_came_with_the_house_stays_what_it_is(name: str) -> None:
    house().when(publish(name)).then_refused("hospital.instrument_ours", instrument=name)


def test_before_there_is_a_hospital_nothing_is_published() -> None:
    given().when(publish()).then_refused("unknown", what="hospital")


@pytest.mark.parametrize("name", ["our-pulse", "saq-short"])
def test_units_are_asked_with_the_newest_of_it(name: str) -> None:
    asked = c.Open(unit="4w", closes=CLOSES, instrument=name)
    opened = ce.Opened(unit="4w", instrument=name, version=2, instrument_digest=OTHER, closes=CLOSES, least="10")
    here = house(told(name), told(name, 2, OTHER))
    survey = the("campaign", 1_000 + here.house.seq)
    here.when(asked).then(opened, (the("unit"), u.Asked(survey=survey, instrument=name)))
    house().when(asked).then_refused("campaign.no_such_instrument")


def test_of_harm_nothing_is_asked_from_five_on() -> None:
    five = c.Open(unit="4w", closes=CLOSES, instrument="our-pulse", least="5")
    house(told(respect=True)).when(five).then_refused("campaign.too_few_for_respect")
    assert published()["today"].version == 1
