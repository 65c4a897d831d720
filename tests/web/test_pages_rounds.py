"""Rounds on a phone: each part is saved by itself, and a mistake loses nothing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

import pytest

from services.web.app import create_app
from services.web.signing_in import session
from tests.web.alder import TODAY, Alder, alder
from tests.web.conftest import Browser
from tests.web.summer import summer
from workflows.rounds.commands import Hold, LookOver, Schedule
from workflows.rounds.state import Visit
from workflows.unit.commands import AdoptPractice, Appoint, Close


def signed_in(here: Alder, login: str) -> Browser:
    """Somebody at the pages, from now on."""
    client = create_app(here.house).test_client()
    with client.session_transaction() as kept:
        kept[session.TOKEN] = here.house.sessions.begin(here.who[login], here.clock())
    return Browser(client)


class Known(NamedTuple):
    stream: str
    state: Any


class Walking:
    """Lena on her rounds."""

    def __init__(self, here: Alder, told: dict[str, str]) -> None:
        self.here, self.told = here, told
        self.browser = signed_in(here, "lena")
        self.page = f"/rounds/{told['rounds']}"

    def saves(self, part: str, *, script: bool = False, **typed: str | list[str]) -> tuple[int, str]:
        """Status and page of what comes after; as the page's own script asks, or as a form."""
        token = self.browser.get(self.page).text.split('name="csrf_token" value="')[1].split('"', 1)[0]
        said = {"csrf_token": token, "command": "key", **typed}
        headers = {"Accept": "application/json"} if script else {}
        answer = self.browser.client.post(f"{self.page}/{part}", data=said, headers=headers)
        return answer.status_code, answer.text

    def visit(self) -> Visit:
        found: Visit = self.here.house.clerk.memory.get(self.told["rounds"]).state.visit
        return found

    def state(self) -> str:
        return type(self.here.house.clerk.memory.get(self.told["rounds"]).state).__name__


@pytest.fixture
def walking(tmp_path: Path) -> Iterator[Walking]:
    here = alder(tmp_path / "alder-creek")
    with here.house:
        yield Walking(here, summer(here))


def test_what_was_found_stands_beside_its_issue(walking: Walking) -> None:
    lift = walking.told["lift"]
    assert walking.saves("seen", issue=lift, finding="better")[0] == 303
    assert [(seen.issue, seen.finding) for seen in walking.visit().seen] == [(lift, "better")]
    assert 'value="better" aria-pressed="true"' in walking.browser.get(walking.page).text


@pytest.mark.parametrize(("then", "issues", "barriers"), [("keep", 0, 0), ("list", 1, 0), ("partner", 1, 1)])
def test_something_new_is_noted_listed_or_handed_over_once(
    walking: Walking, then: str, issues: int, barriers: int
) -> None:
    ledger = walking.here.house.ledger
    before = [len(list(ledger.streams(noun))) for noun in ("concern", "issue", "barrier")]
    for _ in range(2):
        assert walking.saves("heard", what="The sharps box is always full", then=then)[0] == 303
    after = [len(list(ledger.streams(noun))) for noun in ("concern", "issue", "barrier")]
    assert [new - old for old, new in zip(before, after, strict=True)] == [1, issues, barriers]


def test_what_a_phone_kept_is_saved_once_as_of_when_it_was_typed(walking: Walking) -> None:
    """By the hospital's clock; a phone whose clock runs ahead, or says nothing one can read, is not believed."""
    for typed_at, occurred in (
        ("2025-07-03T14:40:12Z", "2025-07-03T09:40:12-05:00"),
        ("2027-01-01T00:00:00Z", None),
        ("yesterday", None),
    ):
        before = walking.here.house.ledger.head()[0]
        for _ in range(2):
            sent = {"what": "The scale is gone", "then": "list", "command": typed_at, "typed_at": typed_at}
            assert walking.saves("heard", script=True, **sent) == (200, '{"said":"Listed, and an answer is owed."}\n')
        rows = walking.here.house.ledger.rows(before, 10)
        heads = [walking.here.house.clerk.mapper.fact(row).head for row in rows]
        assert [head.name for head in heads] == ["concern.raised", "issue.listed", "concern.listed"]
        assert {(head.via, head.occurred) for head in heads} == {("offline", occurred)}


def test_a_script_hears_why_something_is_not_saved(walking: Walking) -> None:
    assert walking.saves("heard", script=True, what="x", then="fixed") == (
        422,
        '{"said":"Say what you did about it."}\n',
    )


def test_the_worker_of_a_phone_looks_after_rounds_alone(walking: Walking) -> None:
    for path, scope in (("rounds-worker.js?v=1", "/rounds/"), ("rounds.js", None)):
        answer = walking.browser.get(f"/static/{path}")
        assert answer.headers.get("Service-Worker-Allowed") == scope
        answer.close()


def test_a_mistake_keeps_what_was_typed(walking: Walking) -> None:
    status, page = walking.saves("heard", what="The sharps box is full", then="fixed")
    assert status == 422
    assert "Say what you did about it." in page
    assert "The sharps box is full" in page
    assert walking.saves("heard", what="", then="list")[0] == 422
    assert walking.saves("seen", issue=walking.told["lift"], finding="gone")[0] == 422
    assert walking.saves("nothing")[0] == 404


def test_the_summary_closes_the_rounds(walking: Walking) -> None:
    lift = walking.told["lift"]
    assert walking.saves("close", colour="executive", summary="")[0] == 422
    assert walking.saves("close", colour="everybody", summary="We walked.")[0] == 422
    assert walking.state() == "Scheduled"
    assert walking.saves("agree", first=lift, second="", third="")[0] == 303
    status, _ = walking.saves("close", colour="executive", summary="We walked.", attendees=[])
    assert (status, walking.state()) == (303, "Summarised")
    page = walking.browser.get(walking.page).text
    assert "We walked." in page
    assert "One bariatric lift" in page.split("What comes first")[1]


def test_who_was_there_begins_with_those_who_walk_along_and_folds_the_others_until_one_is_ticked(
    walking: Walking,
) -> None:
    who, page = walking.here.who, walking.browser.get(walking.page).text
    near, others = page.split("Who was there?")[1].split("Others (")
    ids = {name: f'value="{who[name]}"' for name in ("dana", "lena", "marco", "nora")}
    assert [ids[name] in near for name in ids] == [True, True, True, False]
    assert [ids[name] in others for name in ids] == [False, False, False, True]
    assert " open>" not in near.rsplit("<details", 1)[1]
    status, kept = walking.saves("close", colour="executive", summary="", attendees=[who["nora"]])
    folded = kept.split("Who was there?")[1].split("Others (")[0].rsplit("<details", 1)[1]
    assert (status, " open>" in folded) == (422, True), "what was ticked is seen again"


def test_a_visit_without_a_word_from_both_sides_is_a_drive_by(walking: Walking) -> None:
    assert walking.saves("spoke", exchange="question.nobody")[0] == 422
    assert walking.saves("spoke", exchange="question.executive")[0] == 303
    assert walking.saves("close", colour="executive", summary="We walked.")[0] == 303
    assert "counted as a drive-by" in walking.browser.get(walking.page).text


def test_what_is_late_or_changed_is_seen_one_by_one_and_the_rest_as_a_sheet(walking: Walking) -> None:
    page = walking.browser.get(walking.page).text
    one_by_one = page.split('id="one-by-one"')[1].split('id="new"')[0]
    assert "One bariatric lift" in one_by_one
    assert "overdue" in one_by_one
    assert "changed since" in one_by_one
    assert walking.saves("rest", issue=[walking.told["lift"]])[0] == 303
    assert walking.visit().looked_over == (walking.told["lift"],)


def test_whatever_nobody_looked_at_on_two_rounds_moves_up(walking: Walking) -> None:
    """What lies still and is not late is on the sheet first."""
    where: list[str] = []
    here, rounds = walking.here, walking.told["rounds"]
    for day in ("2025-07-04", "2025-07-05", "2025-07-06"):
        here.does("lena", Hold(colour="team"), rounds)
        rounds = here.on(day).does("lena", Schedule(unit="4-west", day=day))
        page = signed_in(here, "lena").get(f"/rounds/{rounds}").text
        place, found = page.split('id="new"')[0], "Bariatric slings do not come back"
        where.append("not seen for two rounds" if found in place else "sheet")
        assert found in page
        if found in place:
            here.does("lena", LookOver(issues=(walking.told["Bariatric"],)), rounds)
    assert where == ["sheet", "not seen for two rounds", "sheet"]


def test_what_comes_first_is_agreed_and_weighed_before_leaving(walking: Walking) -> None:
    lift, heparin = walking.told["lift"], walking.told["Look-alike"]
    assert walking.saves("agree", first="", second="")[0] == 422
    assert walking.saves("agree", first=lift, second=heparin)[0] == 303
    assert walking.saves("agree", first=heparin, second=lift, command="another key")[0] == 303
    assert walking.visit().agreed == ((lift, heparin), (heparin, lift))
    assert walking.saves("weigh", issue=lift, severity="6", likelihood="1", ease="1")[0] == 422
    assert walking.saves("weigh", issue=lift, severity="4", likelihood="5", ease="1")[0] == 303
    assert "how bad 4, how likely 5, how easy 1" in walking.browser.get(walking.page).text


def test_what_is_brought_up_beforehand_stands_there_without_a_name(walking: Walking) -> None:
    nora = signed_in(walking.here, "nora")
    rounds = walking.told["rounds"]
    assert f'href="/raise?rounds={rounds}">Bring something up' in nora.get(f"/rounds/{rounds}").text
    form = nora.get(f"/raise?rounds={rounds}").text
    assert "not who said it" in form
    assert 'value="named"' not in form
    for speaker, what in (("confidential", "The sink is slow"), ("anonymous", "We are afraid of one rota")):
        sent = nora.send(f"/raise?rounds={rounds}", unit="4-west", rounds=rounds, what=what, speaker=speaker)
        assert sent.status_code in (200, 303), sent.text
    named = nora.send(f"/raise?rounds={rounds}", unit="4-west", rounds=rounds, what="It is me", speaker="named")
    assert named.status_code == 409
    beforehand = walking.browser.get(walking.page).text.split('id="beforehand"')[1].split("</li>\n\n")[0]
    assert "The sink is slow" in beforehand
    assert "We are afraid of one rota" in beforehand
    assert "Nora" not in beforehand


def test_a_year_of_rounds_says_what_each_figure_counts(walking: Walking) -> None:
    """What was never adopted is not missed."""
    page = walking.browser.get("/unit/4-west/rounds").text
    assert "With the executive" in page
    assert "Missed" not in page
    walking.here.does("marco", AdoptPractice(practice="rounds", since="2025-04-01"), "unit-4-west")
    page = walking.browser.get("/unit/4-west/rounds").text
    april, may, june = (page.split(f"<span>{month} 2025</span>")[1][:400] for month in ("April", "May", "June"))
    assert "Missed" in april
    assert "With the executive" in may
    assert "Still due" in june, "until the seventh of July it is late and not missed"
    assert "Both sides spoke, of the visits somebody came to" in page
    assert "0 of 1 led" in page


def test_rounds_are_scheduled_for_days_to_come(walking: Walking) -> None:
    path = "/do/rounds/schedule?unit=4-west&next=/unit/4-west/rounds"
    late = walking.browser.send(path, unit="4-west", day="2025-07-02")
    assert late.status_code == 409
    assert "is already past" in late.text
    assert walking.browser.send(path, unit="4-west", day=TODAY).location == "/unit/4-west/rounds"


def test_one_visit_goes_to_several_units_and_each_counts_for_itself(walking: Walking) -> None:
    """Said again it is the same visit; what cannot be scheduled is asked again, alone."""
    here, day = walking.here, "2025-07-09"
    for unit in ("4-west", "icu"):
        here.does(
            "ines", Appoint(person=here.who["dana"], role="executive_partner", since="2025-01-06"), f"unit-{unit}"
        )
    dana = signed_in(here, "dana")
    assert 'href="/visit?units=4-west"' in dana.get("/unit/4-west/rounds").text
    typed: dict[str, Any] = {
        "units": ["4-west", "icu"],
        "day": day,
        "time": "14:00",
        "kind": "staff",
        "shift": "day",
        "command": str(uuid4()),
    }
    assert "Choose the units you visit." in dana.send("/visit", **(typed | {"units": []})).text
    assert dana.send("/visit", **typed).location == "/unit/4-west/rounds"
    assert dana.send("/visit", **typed).status_code == 303
    planned = {unit: _planned(here, unit, day) for unit in ("4-west", "icu")}
    assert [(len(of), of[0].state.visit.partner) for of in planned.values()] == [(1, here.who["dana"])] * 2
    page = dana.get(f"/rounds/{planned['4-west'][0].stream}").text
    assert f'<a href="/rounds/{planned["icu"][0].stream}">ICU, 14:00</a>' in page
    here.does("ines", Close(), "unit-icu")
    late = dana.send("/visit", **(typed | {"day": "2025-07-02"}))
    assert (late.status_code, "4 West: " in late.text, 'value="icu"' in late.text) == (409, True, False)
    assert walking.browser.get("/visit").status_code == 200, "also for who leads one unit alone"
    assert signed_in(here, "nora").get("/visit").status_code == 404


def _planned(here: Alder, unit: str, day: str) -> list[Known]:
    streams = list(here.house.ledger.streams("rounds"))
    states = [(stream, here.house.clerk.memory.get(stream).state) for stream in streams]
    return [Known(stream, state) for stream, state in states if state.unit == unit and state.visit.day == day]
