"""The directory: names for ids, sign-ins, sessions with an end."""

from services.people.terms import terms
from tests.trust.conftest import Small


def test_the_same_name_twice_is_one_person(small: Small) -> None:
    people = small.house.people
    assert people.add("Ana Soto", "ana@alder.test") == people.add(" ana soto ", "ana@alder.test")
    assert people.add("Ana Soto") != people.add("Ana Soto", "ana@alder.test")


def test_sign_in_takes_the_password_and_nothing_else(small: Small) -> None:
    accounts = small.house.accounts
    accounts.open(small.nurse, "nora", "a long sentence")
    assert accounts.sign_in("NORA", "a long sentence") == small.nurse
    assert accounts.sign_in("nora", "another sentence") is None
    assert accounts.sign_in("nobody", "a long sentence") is None
    assert b"a long sentence" not in (small.directory / "people.sqlite").read_bytes()


def test_a_session_ends_when_idle_and_at_the_latest_after_half_a_day(small: Small) -> None:
    sessions, now, limits = small.house.sessions, small.moment, terms().limits("shared")
    token = sessions.begin(small.nurse, now)
    assert sessions.who(token, now + limits.idle - 1) == small.nurse
    assert sessions.who(token, now + limits.idle - 1 + limits.idle + 1) is None
    token, at = sessions.begin(small.nurse, now), now
    while at <= now + limits.most - 1:
        assert sessions.who(token, at) == small.nurse
        at += limits.idle // 2
    assert sessions.who(token, at) is None


def test_a_new_password_ends_the_sign_ins_of_the_old_one(small: Small) -> None:
    token = small.house.sessions.begin(small.nurse, small.moment)
    other = small.house.sessions.begin(small.leader, small.moment)
    small.house.accounts.open(small.nurse, "nora", "another long sentence")
    assert small.house.sessions.who(token, small.moment) is None
    assert small.house.sessions.who(other, small.moment) == small.leader


def test_a_session_that_was_ended_is_nobody(small: Small) -> None:
    token = small.house.sessions.begin(small.nurse, small.moment)
    small.house.sessions.end(token)
    assert small.house.sessions.who(token, small.moment) is None
    assert token.encode() not in (small.directory / "people.sqlite").read_bytes()


def test_a_sign_in_that_is_shut_leaves_no_way_in(small: Small) -> None:
    house, now = small.house, small.moment
    house.accounts.open(small.nurse, "nora", "a long sentence")
    session = house.sessions.begin(small.nurse, now)
    token = house.tokens.issue(small.nurse, "a script", ("read.*",), "2999-01-01")
    house.identities.link("https://sign-in.example", "nora", small.nurse)
    house.accounts.close(small.nurse)
    assert house.accounts.sign_in("nora", "a long sentence") is None
    assert house.sessions.who(session, now) is None
    assert house.tokens.find(token, "2026-03-02") is None
    assert house.identities.person("https://sign-in.example", "nora") is None
    assert house.people.person(small.nurse)


def test_a_link_to_the_hospital_s_sign_in_by_mail_needs_one_person_of_that_address(small: Small) -> None:
    people, identities = small.house.people, small.house.identities
    one = people.add("Ana Soto", "ana@alder.test")
    assert identities.by_mail("ANA@alder.test") == one.id
    people.add("Ana Soto the Second", "ana@alder.test")
    assert identities.by_mail("ana@alder.test") is None
    assert identities.by_mail("nobody@alder.test") is None
