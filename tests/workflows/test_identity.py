"""Whose voice it was: two people, two roles, one look, in time; never what is anonymous."""

import pytest
from msgspec.structs import replace

from tests.given import Given, act, given
from tests.workflows.told import raised
from workflows.concern.commands import Speaker
from workflows.identity import events as identity
from workflows.identity.commands import Agree, Ask, Correct, Decline, Show
from workflows.identity.decide import SHOWN_WITHIN
from workflows.identity.joint import AGREE_WITHIN
from workflows.kernel.grammar import Act, By
from workflows.kernel.ids import spell

VOICE = spell("concern", 1)
ASK = Ask(voice=VOICE, reason="A child is named.")


def as_(who: str, role: str, later: int = 0) -> Act:
    plain = act()
    return replace(plain, by=By("person", who, role), at=plain.at + later)


OFFICER, COUNSEL = as_("person-iris", "privacy_officer"), as_("person-carl", "counsel")


def asked(speaker: Speaker = "confidential", by: Act = OFFICER) -> Given:
    return given(raised(speaker=speaker)).when(ASK, by).then_something()


def to(here: Given) -> str:
    return next(stream for stream in here.house.states if stream.startswith("identity-"))


def test_one_asks_another_agrees_and_it_is_shown_once_to_who_asked() -> None:
    here = asked()
    agreed = here.when(Agree(), COUNSEL, to=to(here)).then_something()
    agreed.when(Show(), COUNSEL, to=to(here)).then_refused("identity.only_who_asked")
    shown = agreed.when(Show(), OFFICER, to=to(here)).then(identity.Shown())
    shown.when(Show(), OFFICER, to=to(here)).then_refused("identity.shown")
    assert shown.state(to(here)).stands(OFFICER.at) == "shown"


def test_it_works_the_other_way_round_too() -> None:
    here = asked(by=COUNSEL)
    here.when(Agree(), OFFICER, to=to(here)).then_something()


@pytest.mark.parametrize(
    ("by", "key"),
    [
        (OFFICER, "identity.another_person"),
        (as_("person-iris", "counsel"), "identity.another_person"),
        (as_("person-second", "privacy_officer"), "identity.another_role"),
        (as_("person-second", "deputy_privacy_officer"), "identity.another_role"),
    ],
)
def test_nobody_does_it_alone_and_no_role_does_it_alone(by: Act, key: str) -> None:
    here = asked()
    here.when(Agree(), by, to=to(here)).then_refused(key)


def test_without_the_guardian_of_privacy_it_is_not_done() -> None:
    here = asked(by=COUNSEL)
    here.when(Agree(), as_("person-other", "quality_director"), to=to(here)).then_refused("identity.another_role")


@pytest.mark.parametrize(
    ("speaker", "key"),
    [("anonymous", "identity.anonymous"), ("named", "identity.named"), ("unknown", "identity.nobody_knows")],
)
def test_only_what_is_confidential_can_be_opened(speaker: Speaker, key: str) -> None:
    given(raised(speaker=speaker)).when(ASK, OFFICER).then_refused(key)


def test_each_step_has_its_time() -> None:
    here = asked()
    late = as_("person-carl", "counsel", AGREE_WITHIN + 1)
    here.when(Agree(), late, to=to(here)).then_refused("identity.lapsed")
    agreed = here.when(Agree(), COUNSEL, to=to(here)).then_something()
    later = as_("person-iris", "privacy_officer", SHOWN_WITHIN + 1)
    agreed.when(Show(), later, to=to(here)).then_refused("identity.lapsed")


def test_what_is_declined_is_not_shown() -> None:
    here = asked()
    here.when(Show(), OFFICER, to=to(here)).then_refused("identity.not_agreed")
    declined = here.when(Decline(), COUNSEL, to=to(here)).then(identity.Declined())
    declined.when(Agree(), COUNSEL, to=to(here)).then_refused("identity.declined")
    declined.when(Show(), OFFICER, to=to(here)).then_refused("identity.declined")


def test_the_reason_is_put_right_by_who_gave_it() -> None:
    here = asked()
    put_right = here.when(Correct(text="A child is in danger."), OFFICER, to=to(here)).then_something()
    assert put_right.state(to(here)).corrections[0].of == "reason"
    here.when(Correct(text="Nothing."), COUNSEL, to=to(here)).then_refused("identity.only_who_asked")


def test_a_voice_that_is_not_there_has_no_speaker() -> None:
    given().when(ASK, OFFICER).then_refused("unknown", what="concern")
