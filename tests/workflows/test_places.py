"""The hospital and its units: opened once, renamed, closed; who holds which role there."""

from tests.given import LEADER, PARTNER, TODAY, given
from tests.workflows.told import LED_BY_PARTNER, OPENED
from workflows.hospital import commands as hc
from workflows.hospital import events as he
from workflows.hospital.state import Adopted
from workflows.kernel.grammar import By
from workflows.kernel.moments import moment_of
from workflows.kernel.practices import adopted
from workflows.unit import commands as c
from workflows.unit import events as e

UNIT, HOUSE = "unit-4w", "hospital"
BEGUN = he.Opened(slug="alder-creek", name="Alder Creek", zone="America/Chicago")


def test_a_unit_is_opened_once() -> None:
    opened = given().when(c.Open(slug="4w", name="4 West")).then((UNIT, OPENED))
    opened.when(c.Open(slug="4w", name="4 West")).then_nothing()
    opened.when(c.Open(slug="4w", name="Fourth")).then_refused("unit.exists", unit="4w")


def test_a_unit_is_renamed_closed_and_opened_again() -> None:
    named = given(OPENED).when(c.Rename(name="West 4")).then(e.Renamed(name="West 4"))
    closed = named.when(c.Close()).then(e.Closed())
    assert not closed.state(UNIT).is_open
    assert closed.when(c.Reopen()).then(e.Reopened()).state(UNIT).is_open
    given().when(c.Rename(name="West 4")).then_refused("unknown", what="unit")


def test_a_unit_has_one_partner_at_a_time_and_any_number_of_leaders() -> None:
    command = c.Appoint(person="person-pell", role="executive_partner", since="2025-03-01")
    after = given(OPENED, (UNIT, LED_BY_PARTNER)).when(command)
    handed_over = after.then(
        e.RoleEnded(person=PARTNER, role="executive_partner"),
        e.RoleGiven(person="person-pell", role="executive_partner", since="2025-03-01"),
    )
    assert handed_over.state(UNIT).partner == "person-pell"
    led = handed_over.when(c.Appoint(person=LEADER, role="team_leader", since="2025-03-01")).then_something()
    gone = led.when(c.Dismiss(person=LEADER, role="team_leader")).then_something()
    assert [held.person for held in gone.state(UNIT).roles] == ["person-pell"]


def test_a_misspelt_unit_is_put_right() -> None:
    after = given(OPENED).when(c.Correct(now="4 West ")).then_something()
    assert (after.state(UNIT).name, after.state(UNIT).corrections[0].was) == ("4 West ", "4 West")


def test_a_hospital_begins_once() -> None:
    begin = hc.Open(name="Alder Creek", zone="America/Chicago", slug="alder-creek")
    begun = given().when(begin).then((HOUSE, BEGUN))
    begun.when(begin).then_nothing()
    begun.when(hc.Open(name="Other", zone="UTC", slug="other")).then_refused("hospital.exists")
    given().when(hc.Rename(name="x")).then_refused("unknown", what="hospital")


def test_a_hospital_adopts_terms_and_knows_since_when() -> None:
    digest = "a" * 64
    after = given((HOUSE, BEGUN)).when(hc.AdoptTerms(digest=digest)).then(he.TermsAdopted(digest=digest))
    assert after.state(HOUSE).in_force("terms") == Adopted("terms", 2, digest, By("person", LEADER), moment_of(TODAY))


def test_a_setting_is_adopted_with_its_reason_and_what_was_before_stays_in_the_history() -> None:
    first, then = "a" * 64, "b" * 64
    wish = hc.AdoptSetting(setting="team", digest=first, reason="We have a midwife.")
    after = (
        given((HOUSE, BEGUN))
        .when(wish)
        .then(he.SettingAdopted(setting="team", digest=first, reason="We have a midwife."))
    )
    after = after.when(hc.AdoptSetting(setting="rounds", digest=first, reason="Other words.")).then_something()
    after = after.when(hc.AdoptSetting(setting="team", digest=then, reason="Two.")).then_something()
    state = after.state(HOUSE)
    assert [(one.name, one.digest) for one in state.adopted] == [("team", first), ("rounds", first), ("team", then)]
    assert (state.in_force("team").digest, state.in_force("terms")) == (then, None)


def test_roles_in_the_whole_hospital_begin_and_end() -> None:
    told = given((HOUSE, BEGUN))
    given_ = told.when(hc.Appoint(person=LEADER, role="cno", since="2025-01-01")).then_something()
    assert given_.state(HOUSE).roles[0].role == "cno"
    assert given_.when(hc.Dismiss(person=LEADER, role="cno")).then_something().state(HOUSE).roles == ()


def test_a_hospital_is_renamed_and_put_right() -> None:
    told = given((HOUSE, BEGUN)).when(hc.Rename(name="Alder")).then(he.Renamed(name="Alder"))
    right = told.when(hc.Correct(field="zone", now="America/Denver")).then_something()
    assert (right.state(HOUSE).zone, right.state(HOUSE).corrections[0].was) == ("America/Denver", "America/Chicago")


def test_a_unit_takes_up_practices_from_a_day_and_what_it_has_not_is_not_missed() -> None:
    opened = given(OPENED)
    take_up = c.AdoptPractice(practice="rounds", since="2025-04-01")
    after = opened.when(take_up).then(e.PracticeAdopted(practice="rounds", since="2025-04-01"))
    practices = after.state(UNIT).practices
    assert not adopted(practices, "rounds", "2025-03-31")
    assert adopted(practices, "rounds", "2025-04-01")
    assert adopted(practices, "answers", "2025-02-03")
    aside = c.EndPractice(practice="rounds", since="2025-06-01")
    done = after.when(aside).then(e.PracticeEnded(practice="rounds", since="2025-06-01"))
    assert [adopted(done.state(UNIT).practices, "rounds", day) for day in ("2025-05-31", "2025-06-01")] == [
        True,
        False,
    ]
    opened.when(aside).then_nothing()
    again = c.AdoptPractice(practice="rounds", since="2025-09-01")
    twice = done.when(again).then_something().state(UNIT).practices
    assert [adopted(twice, "rounds", day) for day in ("2025-05-01", "2025-07-01", "2025-09-01")] == [True, False, True]
