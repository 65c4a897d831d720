"""How far we have come, on the pages: sealed until all are in; then counts, one answer agreed, and dissent beside it."""

import pytest

from assessments.maturity import STAGES, anchors
from assessments.rating import sheet_of
from assessments.self_assessment import commands as a
from services.clerk.access import OPERATOR
from tests.web.alder import Alder
from tests.web.assessed import RATERS, asked, rates
from tests.web.conftest import Enter


@pytest.fixture
def assessment(hospital: Alder) -> str:
    return asked(hospital)


def test_nothing_was_asked_yet(enter: Enter) -> None:
    assert "Not asked yet" in enter("ines").get("/maturity").text
    assert "/do/assessment/open" in enter("ines").get("/maturity").text
    assert enter("nora").get("/maturity").status_code == 404
    assert "/do/assessment/open?unit=4-west" in enter("marco").get("/maturity?unit=4-west").text


def test_those_who_lead_stand_first_among_who_may_rate(hospital: Alder, enter: Enter) -> None:
    first, rest = enter("ines").get("/do/assessment/open").text.split("Who rates?")[1].split("Others (")
    others = rest.split("</details>")[0]
    for name in ("ruth", "lena", "marco", "ines"):
        assert f'value="{hospital.who[name]}"' in first, name
    for name in ("nora", "kim"):
        assert f'value="{hospital.who[name]}"' in others, name


def test_who_is_asked_finds_it_on_their_desk_and_nobody_else_does(assessment: str, enter: Enter) -> None:
    page = f"/assessment/{assessment}"
    assert page in enter("lena").get("/desk").text
    assert f"{page}/rate" in enter("lena").get(page).text
    assert enter("nora").get(page).status_code == 404
    assert enter("nora").get(f"{page}/rate").status_code == 404
    assert enter("otis").get(f"{page}/rate").status_code == 404


def test_all_fourteen_are_rated_on_one_page_and_kept_before_they_are_handed_in(assessment: str, enter: Enter) -> None:
    lena, page = enter("lena"), f"/assessment/{assessment}/rate"
    some = {
        "trust.rating": "beginning",
        "trust.why": "Nobody <b>asked</b> the nights",
        "trust.evidence": "http://localhost/unit/4-west?on=2025-07-01",
    }
    assert lena.send(page, **some).location == f"/assessment/{assessment}"
    assert "Nobody &lt;b&gt;asked&lt;/b&gt; the nights" in lena.get(page).text
    assert 'value="unit-4-west"' in lena.get(page).text
    refused = lena.send(page, done="yes")
    assert (refused.status_code, "13 components are not rated yet" in refused.text) == (409, True)
    rest = {f"{key}.rating": "developing" for key in anchors().components if key != "trust"}
    assert lena.send(page, done="yes", **some, **rest).status_code == 303
    assert lena.get(page).status_code == 404
    assert "1 of 7" in lena.get(f"/assessment/{assessment}").text


def test_an_answer_that_is_none_is_refused(assessment: str, enter: Enter) -> None:
    refused = enter("lena").send(f"/assessment/{assessment}/rate", **{"trust.rating": "splendid"})
    assert refused.status_code == 422
    odd = {"trust.rating": "developing", "trust.evidence": "somewhere else"}
    refused = enter("lena").send(f"/assessment/{assessment}/rate", **odd)
    assert (refused.status_code, "addresses of pages here" in refused.text) == (422, True)


def test_before_all_are_in_nobody_sees_a_rating_anywhere(hospital: Alder, assessment: str, enter: Enter) -> None:
    for login in RATERS[:-1]:
        rates(hospital, login, assessment, {"trust": "approaching"})
    for login in RATERS:
        reader = enter(login)
        for path in (f"/assessment/{assessment}", "/maturity", "/desk"):
            told = reader.get(path).text
            assert "Seen by somebody" not in told
            assert "approaching" not in told.lower()
    assert enter("ruth").get(f"/assessment/{assessment}/agree/trust").status_code == 404


@pytest.fixture
def opened(hospital: Alder, assessment: str) -> str:
    for login in RATERS:
        rates(hospital, login, assessment, {"trust": "approaching" if login == "lena" else "beginning"})
    return assessment


def test_when_all_are_in_there_are_counts_and_no_names(opened: str, enter: Enter) -> None:
    told = enter("ruth").get(f"/assessment/{opened}").text
    assert "6 beginning, 1 approaching" in told
    assert "3 stages apart" in told
    assert "Lena Ortiz says" not in told


def test_they_agree_on_what_is_so_and_one_disagrees(hospital: Alder, opened: str, enter: Enter) -> None:
    page = f"/assessment/{opened}/agree/trust"
    ruth, lena = enter("ruth"), enter("lena")
    assert lena.get(page).status_code == 404
    both = list(anchors().components["trust"].criteria("developing"))
    assert ruth.send(page, met=both, note="Said by most").location == f"/assessment/{opened}#trust"
    assert "Trust: Developing" in ruth.get(f"/assessment/{opened}").text
    form = f"/do/assessment/dissent?to={opened}&component=trust"
    assert lena.send(form, component="trust", rating="beginning", why="Not at night").status_code == 303
    for reader in (ruth, lena):
        told = reader.get(f"/assessment/{opened}").text
        assert "Lena Ortiz says beginning" in told
        assert "Not at night" in told
    assert "/do/assessment/dissent" not in enter("otis").get(f"/assessment/{opened}").text


def test_what_is_published_is_the_profile_of_the_house(hospital: Alder, opened: str, enter: Enter) -> None:
    for key, component in anchors().components.items():
        met = tuple(component.criteria("developing"))
        cannot = key == "technology"
        said = a.Agree(component=key, met=() if cannot else met, not_assessable=cannot, note="The new one comes")
        hospital.does("ruth", said, opened)
    hospital.on("2025-07-10")
    hospital.does("ruth", a.Publish(), opened)
    told = enter("ines").get("/maturity").text
    assert "Voices that heard back in time, nothing to show" in told
    assert "It cannot be said" in told
    assert "Lowest: <strong>Developing</strong>" in told
    assert "mean" in told
    assert "Nothing published yet" in enter("ines").get("/maturity?as_of=2025-07-05").text


def test_what_was_published_before_is_what_it_is_compared_with(hospital: Alder, enter: Enter) -> None:
    hospital.clock.to("2025-07-04")
    for stage in ("developing", "advancing"):
        assessment = asked(hospital)
        for login in RATERS:
            rates(hospital, login, assessment)
        for component in anchors().components.values():
            upto = STAGES[: STAGES.index(stage) + 1]
            met = tuple(criterion for one in upto for criterion in component.criteria(one))
            key = next(key for key, one in anchors().components.items() if one is component)
            hospital.does("ruth", a.Agree(component=key, met=met), assessment)
        hospital.does("ruth", a.Publish(), assessment)
        hospital.on("2025-07-11")
    assert "1 stage up" in enter("ines").get("/maturity").text


def test_a_sheet_is_there_for_whoever_wrote_it_and_for_nobody_else_ever(hospital: Alder, opened: str) -> None:
    rights, sheet = hospital.house.rights, sheet_of(opened, hospital.who["lena"])
    for login, person in hospital.who.items():
        if person.startswith("person-"):
            actor = rights.actor(person)
            assert rights.sees(actor, sheet) == (login == "lena")
            assert rights.may(actor, "read.hospital", None, sheet) <= (login == "lena")
    assert not rights.sees(OPERATOR, sheet)
