"""Codes from an app: each once, sealed at rest, and codes for when the phone is lost."""

from base64 import b32decode

from msgspec.structs import replace

from services.people.terms import terms
from tests.trust.conftest import Small
from tests.web.authenticator import code_shown
from workflows.kernel.moments import MICRO

STEP = 30 * MICRO


def enrolled(small: Small) -> tuple[str, tuple[str, ...]]:
    """What the nurse typed into her app, and her recovery codes."""
    factors = small.house.second_factors
    sealed = factors.draw(small.nurse)
    offer = factors.offer(small.nurse, sealed, "nora", "Small Hospital")
    assert offer
    codes = factors.enrol(small.nurse, sealed, code_shown(offer.typed, small.moment), small.moment)
    assert codes
    return offer.typed, codes


def test_a_code_is_taken_once_and_none_from_before_it(small: Small) -> None:
    app, _ = enrolled(small)
    takes, nurse = small.house.second_factors.takes, small.nurse
    first = small.moment
    assert not takes(nurse, code_shown(app, first), first)
    small.moment += 2 * STEP
    assert takes(nurse, code_shown(app, small.moment), small.moment)
    assert not takes(nurse, code_shown(app, small.moment), small.moment)
    assert not takes(nurse, code_shown(app, small.moment - STEP), small.moment)
    assert takes(nurse, code_shown(app, small.moment + STEP), small.moment)


def test_a_code_of_another_time_or_person_is_wrong(small: Small) -> None:
    app, _ = enrolled(small)
    small.moment += 10 * STEP
    takes = small.house.second_factors.takes
    assert not takes(small.nurse, code_shown(app, small.moment - 2 * STEP), small.moment)
    assert not takes(small.nurse, code_shown(app, small.moment + 2 * STEP), small.moment)
    assert not takes(small.leader, code_shown(app, small.moment), small.moment)
    assert not takes(small.nurse, "", small.moment)


def test_a_recovery_code_lets_in_once_however_it_is_typed(small: Small) -> None:
    _, codes = enrolled(small)
    takes = small.house.second_factors.takes
    assert len(set(codes)) == 8
    assert takes(small.nurse, codes[0].upper().replace("-", " "), small.moment)
    assert not takes(small.nurse, codes[0], small.moment)
    assert not takes(small.leader, codes[1], small.moment)


def test_a_secret_drawn_for_one_person_is_no_other_s(small: Small) -> None:
    factors = small.house.second_factors
    sealed = factors.draw(small.nurse)
    assert factors.offer(small.leader, sealed, "tom", "Small Hospital") is None
    assert factors.enrol(small.leader, sealed, "000000", small.moment) is None
    assert factors.offer(small.nurse, "zz", "nora", "Small Hospital") is None


def test_neither_secret_nor_codes_lie_open_in_the_file(small: Small) -> None:
    app, codes = enrolled(small)
    small.house.people.file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    kept = (small.directory / "people.sqlite").read_bytes()
    assert app.replace(" ", "").encode() not in kept
    assert b32decode(app.replace(" ", "")) not in kept
    assert not any(code.encode() in kept for code in codes)


def test_a_hospital_asks_everybody_by_naming_everybody(small: Small) -> None:
    nurse = [role for role, _ in small.house.rights.actor(small.nurse).roles]
    assert not terms().asks_for_code(nurse)
    assert replace(terms(), second_factor=frozenset({"member"})).asks_for_code(nurse)
