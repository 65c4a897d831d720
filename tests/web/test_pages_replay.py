"""A unit replayed: what was known on a day beside what was true, late entries marked, and an address that never changes."""

import html
import re

import pytest

from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from workflows.barrier import commands as b
from workflows.concern import commands as c
from workflows.issue import commands as i
from workflows.privilege.commands import Designate
from workflows.rounds import commands as r

REPLAY = "/unit/4-west/replay"
LIFT = "The lift is locked at night"
FAX = "A fax nobody reads"


@pytest.fixture
def lift(hospital: Alder) -> str:
    """Listed in May; that it was put right on the 12th was entered on the 20th."""
    hospital.on("2025-05-05")
    voice = hospital.does("nora", c.Raise(unit="4-west", what=LIFT))
    issue = hospital.does("marco", i.List(unit="4-west", title=LIFT, from_concern=voice))
    rounds = r.Schedule(unit="4-west", day="2025-05-09", partner=hospital.who["dana"], guide=hospital.who["lena"])
    visit = hospital.does("lena", rounds)
    hospital.on("2025-05-09").does("lena", r.Hold(attendees=(hospital.who["dana"],), colour="executive"), visit)
    hospital.on("2025-05-20")
    hospital.does("marco", i.Resolve(evidence="The key hangs at the desk"), issue, "2025-05-12")
    hospital.on("2025-06-02").does("sam", c.Raise(unit="4-west", what=FAX))
    return issue


def words(page: str) -> str:
    """What a page says in its main part, without its pictures."""
    main = re.sub(r"<svg.*?</svg>", "", page.split("<main")[1].split("</main>", maxsplit=1)[0], flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def figures(page: str) -> dict[str, tuple[str, str]]:
    """Each figure as it was known and as it was."""
    table = page.split("How the unit stood")[1].split("</table>", maxsplit=1)[0]
    cells = re.findall(r"</span><span>([^<]*)</span>", table)
    return {cells[n]: (cells[n + 1], cells[n + 2]) for n in range(0, len(cells), 3)}


def link(page: str, rel: str) -> str:
    found = re.search(rf'rel="{rel}" href="([^"]*)"', page)
    return html.unescape(found[1]) if found else ""


@pytest.fixture
def lena(lift: str, enter: Enter) -> Browser:
    return enter("lena")


def test_what_was_known_then_differs_from_what_was_true_then(lena: Browser) -> None:
    page = lena.get(f"{REPLAY}?on=2025-05-15").text
    assert figures(page)["Open issues"] == ("1", "0 (differs)")
    assert figures(page)["Owed an answer"] == ("1", "1")
    gap = words(page).split("What was not known yet")[1].split("The board")[0]
    assert f"{LIFT} Known as open It was resolved Entered 20 May" in gap
    assert "On the desk of 4 West" in words(page).split("The board as it was known")[1].split("Who held")[0]


def test_once_it_was_entered_both_are_the_same(lena: Browser) -> None:
    page = words(lena.get(f"{REPLAY}?on=2025-05-20").text)
    assert "What was known and what was true are the same on this day." in page
    assert "Entered late: it happened on 12 May" in page


def test_what_was_true_marks_what_was_entered_late(lena: Browser) -> None:
    page = words(lena.get(f"{REPLAY}?on=2025-05-12&reading=on").text)
    assert "Happened that day" in page
    assert "Entered late, on 20 May" in page
    known = words(lena.get(f"{REPLAY}?on=2025-05-12").text)
    assert "Recorded that day Nothing." in known


def test_steps_lead_to_the_days_on_which_something_was_recorded_or_happened(lena: Browser) -> None:
    page = lena.get(f"{REPLAY}?on=2025-05-10").text
    assert (link(page, "prev"), link(page, "next")) == (f"{REPLAY}?on=2025-05-09", f"{REPLAY}?on=2025-05-20")
    page = lena.get(f"{REPLAY}?on=2025-05-10&reading=on").text
    assert link(page, "next") == f"{REPLAY}?reading=on&on=2025-05-12"
    assert link(lena.get(REPLAY).text, "next") == ""
    assert link(lena.get(f"{REPLAY}?on=2025-01-06").text, "prev") == ""


def test_the_slider_is_a_form_that_leads_to_a_day(lena: Browser) -> None:
    page = lena.get(REPLAY).text
    count = int(re.search(r'type="range" min="0" max="(\d+)"', page)[1])  # type: ignore[index] # it is there
    assert lena.get(f"{REPLAY}?n={count}").location == f"{REPLAY}?on=2025-06-02"
    assert lena.get(f"{REPLAY}?n=0&reading=on").location == f"{REPLAY}?reading=on&on=2025-01-06"
    assert lena.get(f"{REPLAY}?n=99999").location == f"{REPLAY}?on=2025-06-02"
    assert lena.get(f"{REPLAY}?n=soon").status_code == 200


def test_a_shared_address_always_shows_the_same(lena: Browser, lift: str, hospital: Alder) -> None:
    page = lena.get(f"{REPLAY}?on=2025-05-15&reading=on").text
    lasting = html.unescape(re.search(r'<a href="([^"]*)">A link that always shows this', page)[1])  # type: ignore[index] # it is there
    before = words(lena.get(lasting).text)
    hospital.does("marco", i.Reopen(why="Locked again"), lift, "2025-05-14")
    assert words(lena.get(lasting).text) == before
    assert figures(lena.get(f"{REPLAY}?on=2025-05-15").text)["Open issues"] == ("1", "1")
    assert figures(lena.get(lasting).text)["Open issues"] == ("1", "0 (differs)")


def test_two_days_stand_side_by_side(lena: Browser) -> None:
    page = words(lena.get(f"{REPLAY}?on=2025-06-02&beside=2025-05-09").text)
    beside = page.split("9 May 2025 beside 2 June 2025")[1]
    assert f"{LIFT} 9 May 2025 open, on the desk of 4 West 2 June 2025 resolved" in beside
    assert FAX in beside.split("New 1")[1]
    swapped = words(lena.get(f"{REPLAY}?on=2025-05-09&beside=2025-06-02").text)
    assert "9 May 2025 beside 2 June 2025" in swapped


def test_one_gets_to_rounds_and_to_what_changed_since(lena: Browser) -> None:
    page = html.unescape(lena.get(f"{REPLAY}?on=2025-06-02").text)
    assert f'<a href="{REPLAY}?beside=2025-05-09&on=2025-06-02">Since the last rounds</a>' in page
    assert f'<a href="{REPLAY}?on=2025-05-09">9 May</a>, held' in page
    assert "Rounds held on 9 May 2025" in page


def test_one_gets_to_what_changed_since_the_last_visit_which_this_browser_alone_knows(
    lift: str, enter: Enter, hospital: Alder
) -> None:
    """The day before today's visit is offered, however often one looks today; not to somebody else on the same machine."""

    def looks(login: str, kept: str) -> tuple[str, str]:
        """The page, and what the browser keeps from then on."""
        browser = enter(login)
        if kept:
            browser.client.set_cookie("heard-replayed", kept, path=REPLAY)
        answer = browser.get(REPLAY)
        (cookie,) = (one for one in answer.headers.getlist("Set-Cookie") if one.startswith("heard-replayed"))
        assert f"Path={REPLAY}" in cookie
        assert hospital.who[login] not in cookie
        return html.unescape(answer.text), cookie.partition("=")[2].partition(";")[0]

    since = f'<a href="{REPLAY}?beside=2025-06-02&on=2025-06-05">Since your last visit</a>'
    page, kept = looks("lena", "")
    assert "Since your last visit" not in page
    hospital.on("2025-06-05")
    page, kept = looks("lena", kept)
    assert since in page
    page, kept = looks("lena", kept)
    assert since in page
    page, _ = looks("marco", kept)
    assert "Since your last visit" not in page


def test_who_held_each_ball_is_said_by_holder(lena: Browser) -> None:
    held = words(lena.get(f"{REPLAY}?on=2025-05-10").text).split("Who held each ball")[1]
    assert "Holder 4 West Holds 2 Past their day 0 Longest 5 days" in held


def test_swimlanes_say_when_each_had_something_of_it(lena: Browser, lift: str, hospital: Alder) -> None:
    log = b.Log(unit="4-west", what="No key", issues=(lift,), holder=hospital.who["dana"])
    hospital.does("marco", i.Reopen(why="Locked again"), lift)
    hospital.does("marco", log)
    page = words(lena.get(REPLAY).text).split("When each of them had something of it", 1)[1]
    assert "Holder 4 West What for something of it From 5 May To 12 May Days 6" in page
    page = words(lena.get(f"{REPLAY}?on=2025-05-10").text).split("When each of them had something of it", 1)[1]
    assert "Holder 4 West What for something of it From 5 May To still Days 5" in page


def test_privileged_matters_are_no_part_of_a_replay_even_for_their_readers(
    lift: str, hospital: Alder, enter: Enter
) -> None:
    ines = enter("ines")
    assert FAX in ines.get(f"{REPLAY}?on=2025-06-02").text
    voice = next(one for one in hospital.house.ledger.streams("concern") if FAX in _said(hospital, one))
    hospital.does("ines", Designate(about=voice, reason="Part of a root cause analysis."))
    page = ines.get(f"{REPLAY}?on=2025-06-02").text
    assert FAX not in page
    assert figures(page)["Owed an answer"] == ("1", "1")
    assert "privileged or restricted" in page
    assert LIFT in page, lift


def test_a_voice_that_is_a_matter_of_respect_is_no_stop_and_no_count_in_either_reading(
    lift: str, hospital: Alder, enter: Enter
) -> None:
    """Nor was it on the days before anybody found it to be that."""
    hospital.on("2025-06-03")
    slur = hospital.does("nora", c.Raise(unit="4-west", what="He called her slow"), occurred="2025-05-16")
    seen = enter("lena").get(f"{REPLAY}?on=2025-05-15&reading=on").text
    assert "on=2025-05-16" in link(seen, "next"), "it is one of the days until then"
    hospital.on("2025-06-10")
    hospital.does("marco", c.Triage(route="respect"), slur)
    for login in ("lena", "ines"):
        after = enter(login).get(f"{REPLAY}?on=2025-05-18&reading=on").text
        assert figures(after)["Owed an answer"] == ("1", "1")
        assert "on=2025-05-12" in link(after, "prev")
        before = enter(login).get(f"{REPLAY}?on=2025-05-15&reading=on").text
        assert "on=2025-06-02" in link(before, "next")


def _said(hospital: Alder, stream: str) -> str:
    from services.clerk.opening import Opening

    house = hospital.house
    actor = house.rights.actor(hospital.who["ines"])
    ref = house.clerk.memory.get(stream).state.voice.what
    return house.door.open([ref], Opening(house.rights, house.looks, house.waiting_room, actor))[ref]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("on=soon", "is not a moment"),
        ("on=2031-01-01", "has not come yet"),
        ("as_of=9000", "there is no position 9000 yet"),
        ("on=2024-12-24", "the record begins on 6 January 2025"),
    ],
)
def test_a_day_that_cannot_be_shown_is_told_so(lena: Browser, asked: str, says: str) -> None:
    assert says in lena.get(f"{REPLAY}?{asked}").text


def test_what_is_not_mine_is_not_there(lena: Browser) -> None:
    assert lena.get("/unit/icu/replay").status_code == 404
    assert lena.get("/unit/none/replay").status_code == 404


def taken(browser: Browser, address: str) -> str:
    """Where a jump leads; what the page says where it leads nowhere."""
    answer = browser.get(address)
    return answer.location or re.search(r'id="nowhere">([^<]*)', answer.text)[1]  # type: ignore[index] # one of the two is there


def test_one_jumps_to_the_next_rounds_answer_and_dispute(lift: str, hospital: Alder, enter: Enter) -> None:
    (voice,) = hospital.house.clerk.memory.get(lift).state.matter.voices
    hospital.on("2025-06-03").does(
        "marco", c.Answer(answer="The key hangs at the desk", outcome="done"), voice, "2025-05-21"
    )
    hospital.does("marco", c.Deliver(how="in_person"), voice, "2025-05-22")
    hospital.on("2025-06-05").does("nora", c.Dispute(why="It hangs in the day clinic"), voice)
    lena = enter("lena")
    assert f'href="{REPLAY}?on=2025-05-06&amp;to=dispute" data-jump' in lena.get(f"{REPLAY}?on=2025-05-06").text
    assert taken(lena, f"{REPLAY}?on=2025-05-06&to=rounds") == f"{REPLAY}?on=2025-05-09"
    assert taken(lena, f"{REPLAY}?on=2025-05-09&to=rounds") == "No rounds follow on that day."
    assert taken(lena, f"{REPLAY}?on=2025-05-06&to=answer") == f"{REPLAY}?on=2025-06-03"
    assert taken(lena, f"{REPLAY}?on=2025-05-06&reading=on&to=answer") == f"{REPLAY}?reading=on&on=2025-05-21"
    assert taken(lena, f"{REPLAY}?on=2025-05-06&to=dispute") == f"{REPLAY}?on=2025-06-05"
    assert lena.get(f"{REPLAY}?on=2025-05-06&to=elsewhere").status_code == 200


def test_one_jumps_to_the_last_day_on_the_desk_where_something_lay_longest(
    lift: str, hospital: Alder, enter: Enter
) -> None:
    assert lift
    lena = enter("lena")
    assert taken(lena, f"{REPLAY}?on=2025-06-02&to=desk") == f"{REPLAY}?on=2025-05-11"
    hospital.on("2025-06-20").does("marco", i.List(unit="4-west", title="No sling"))
    hospital.on("2025-07-10")
    lena = enter("lena")
    assert taken(lena, f"{REPLAY}?to=desk") == f"{REPLAY}?on=2025-07-10"
