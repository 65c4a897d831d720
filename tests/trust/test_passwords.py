"""Passwords: long and not everybody's, hashed as today's parameters say, and guessing that locks nobody else out."""

from hashlib import sha1
from threading import Barrier, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.people import Accounts, Throttle
from services.people.accounts import AT_ONCE, Busy
from services.people.breached import is_breached
from services.people.passwords import fault
from services.people.terms import Hashing, terms
from services.people.throttle import FROM_ONE_PLACE, GUESSED_AT, ON_A_KNOWN_DEVICE, WINDOW, Attempt, coarse
from tests.trust.conftest import Small

OURS = ("Alder Creek Community Hospital", "Nora Quist", "nora.quist")


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("elevenchars", "short"),
        ("x" * 201, "long"),
        ("aaaaaaaaaaaa", "easy"),
        ("121212121212", "easy"),
        ("password1234", "easy"),
        ("P@ssw0rd2026!", "easy"),
        ("Welcome-Welcome-1", "easy"),
        ("hospital2026!", "easy"),
        ("Summer Nurse 26", "easy"),
        ("aldercreek2026", "easy"),
        ("nora.quist.2026", "easy"),
        ("98765432101234", "easy"),
        ("the ramp is dark", None),
        ("four small wet lamps", None),
        ("nvuekzyqtwpo", None),
        ("7f39c1d04be28a66", None),
    ],
)
def test_a_password_is_long_and_not_everybody_s(password: str, why: str | None) -> None:
    assert fault(password, OURS) == why


def test_thousands_of_the_usual_forms_are_refused() -> None:
    """More than the three thousand most used ones that are long enough."""
    words = ("password", "welcome", "hospital", "nurse", "summer", "winter", "dragon", "sunshine", "letmein", "heard")
    ends = [f"{year}{sign}" for year in range(1950, 2050) for sign in ("", "!", "!!", "?")]
    forms = {form for word in words for end in ends for form in (word * 2 + end, (word * 2).title() + end)}
    assert len(forms) > 3_000
    assert {form for form in forms if fault(form) != "easy"} == set()


def test_what_the_house_asks_for_is_at_least_what_owasp_does() -> None:
    hashing = terms().hashing
    assert (hashing.passes, hashing.memory_kib) >= (2, 19_456)
    assert str(hashing) == "argon2id, 2 passes over 19 MB, 1 lane(s)"


def test_a_password_is_hashed_anew_when_the_parameters_are_others(small: Small) -> None:
    former = Accounts(small.house.people, Hashing(1, 8_192, 1))
    former.open(small.nurse, "nora", "a long sentence")
    kept = "SELECT hash FROM accounts"
    before = small.house.people.file.execute(kept).fetchone()[0]
    assert small.house.accounts.sign_in("nora", "another sentence") is None
    assert small.house.people.file.execute(kept).fetchone()[0] == before
    assert small.house.accounts.sign_in("nora", "a long sentence") == small.nurse
    after = small.house.people.file.execute(kept).fetchone()[0]
    assert "m=8192,t=1,p=1" in before
    assert f"m={terms().hashing.memory_kib},t=2,p=1" in after
    assert small.house.accounts.sign_in("nora", "a long sentence") == small.nurse


def test_more_than_can_be_served_are_asked_to_come_again(small: Small) -> None:
    small.house.accounts.open(small.nurse, "nora", "a long sentence")
    start, busy = Barrier(3 * AT_ONCE), []

    def knock() -> None:
        start.wait()
        try:
            small.house.accounts.sign_in("nora", "another sentence")
        except Busy as error:
            busy.append(error)

    threads = [Thread(target=knock) for _ in range(3 * AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert busy
    assert small.house.accounts.sign_in("nora", "a long sentence") == small.nurse


class Guessing:
    """A throttle under a clock, and somebody who guesses."""

    def __init__(self) -> None:
        self.moment = 1_000_000 * WINDOW
        self.throttle = Throttle(lambda: self.moment)

    def tries(self, login: str, source: str, device: str | None = None, times: int = 1) -> list[bool]:
        """Which attempts were let through; none of them was right."""
        return [self.throttle.enter(Attempt(login, source, device)) == 0 for _ in range(times)]


@pytest.fixture
def guessing() -> Guessing:
    return Guessing()


def test_guessing_from_one_place_ends_soon_and_begins_anew_later(guessing: Guessing) -> None:
    assert guessing.tries("nora", "far", times=8) == [True] * FROM_ONE_PLACE + [False] * 3
    guessing.moment += WINDOW - 1
    assert guessing.tries("NORA", "far") == [False]
    guessing.moment += 1
    assert guessing.tries("nora", "far") == [True]


def test_an_unknown_login_is_treated_alike(guessing: Guessing) -> None:
    assert guessing.tries("nora", "far", times=9) == guessing.tries("nobody", "away", times=9)


def test_nobody_locks_out_whoever_has_been_on_their_device_before(guessing: Guessing) -> None:
    for place in range(500):
        guessing.tries("nora", f"far {place}", times=9)
    guessing.tries("nora", "here", times=200)
    assert guessing.tries("nora", "here", "her phone") == [True]
    assert guessing.tries("nora", "here", "her phone", ON_A_KNOWN_DEVICE)[-1] is False
    assert guessing.tries("nora", "here", "her computer") == [True]


def test_nobody_is_locked_out_of_a_new_device_by_those_who_guess_elsewhere(guessing: Guessing) -> None:
    for place in range(GUESSED_AT):
        guessing.tries("nora", f"far {place}")
    assert guessing.tries("nora", "a new place", times=3) == [True, False, False]
    assert guessing.tries("kim", "a new place") == [True]


def test_one_place_does_not_try_all_logins(guessing: Guessing) -> None:
    through = [guessing.tries(f"login {n}", "far")[0] for n in range(150)]
    assert sum(through) == 100
    assert guessing.tries("nora", "far", "her phone") == [True]


def test_a_right_password_leaves_no_trace_of_the_attempt(guessing: Guessing) -> None:
    for _ in range(300):
        attempt = Attempt("nora", "here")
        assert guessing.throttle.enter(attempt) == 0
        guessing.throttle.succeeded(attempt)


def test_where_somebody_comes_from_is_kept_coarse() -> None:
    assert coarse("203.0.113.77") == "203.0.113.0/24"
    assert coarse("2001:db8:1:2:3:4:5:6") == "2001:db8:1::/56"
    assert coarse(None) == coarse("not an address") == ""


@given(st.sets(st.text(min_size=1, max_size=12), max_size=40), st.text(min_size=1, max_size=12), st.booleans())
def test_a_stolen_password_is_found_wherever_it_stands_in_the_list(
    tmp_path_factory: pytest.TempPathFactory, stolen: set[str], other: str, counted: bool
) -> None:
    listed = tmp_path_factory.getbasetemp() / "listed.txt"
    hashes = sorted(sha1(one.encode(), usedforsecurity=False).hexdigest().upper() for one in stolen)
    listed.write_text("".join(f"{one}:{len(one)}\r\n" if counted else f"{one}\n" for one in hashes))
    assert all(is_breached(listed, one) for one in stolen)
    assert is_breached(listed, other) == (other in stolen)
    assert not is_breached(listed.with_name("nowhere.txt"), other)
