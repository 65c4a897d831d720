"""Every role at the door of every page of a served hospital: what is not written in `tests/cases/rights.txt` is not there."""

import re
from collections.abc import Iterator
from contextlib import closing

import pytest
from werkzeug.routing import Rule

from tests.trust.rights import expected
from tests.trust.served import ELSEWHERE, ROLES, SECRET, Served, served

EXPECTED = expected()

IN_THE_UNIT = {
    "/unit/4-west": "read.board",
    "/unit/4-west/log.csv": "read.board",
    "/unit/4-west/stoplight": "read.board",
    "/unit/4-west/timeline.csv": "read.board",
    "/unit/4-west/timeline.json": "read.board",
    "/unit/4-west/team": "read.board",
    "/partnership/{partnership}": "read.board",
    "/unit/4-west/results": "read.board",
    "/unit/4-west/surveys": "read.board",
    "/unit/4-west/replay": "read.board",
    "/unit/4-west/replay.pdf": "read.board",
    "/campaign/{campaign}": "read.board",
    "/measure/{measure}": "read.board",
    "/measure/{measure}/sheet": "measure.record",
    "/panel/{panel}": "read.board",
    "/unit/4-west/charter": "read.board",
    "/unit/4-west/cards": "unit.count_commitment",
    "/standard/{standard}": "read.board",
    "/unit/4-west/rounds": "read.visits",
    "/unit/4-west/keys": "work.issue_keys",
    "/figures?unit=4-west": "read.board",
    "/unit/4-west/month": "read.board",
    "/unit/4-west/month.pdf": "read.board",
    "/unit/4-west/month/said": "read.board",
    "/unit/4-west/did": "read.board",
    "/scorecard?unit=4-west": "read.board",
    "/goal/{goal}": "read.board",
    "/figures/removed?unit=4-west": "read.board",
    "/figures/ended/heard?unit=4-west": "read.board",
    "/figures/asks/asked?unit=4-west": "read.board",
    "/rounds/{rounds}": "read.visits",
    "/rounds/{rounds}/briefing": "read.rounds",
    "/unit/4-west/briefing": "read.rounds",
    "/rounds/{rounds}/letter": "read.rounds",
    "/unit/4-west/letter": "read.rounds",
    "/issue/{issue}": "read.issue",
    "/trace/{issue}": "read.issue",
    "/trace/{issue}/packet.pdf": "read.issue",
    "/evidence?issue={issue}": "read.issue",
    "/evidence?record={concern}": "read.issue",
    "/evidence?unit=4-west": "read.board",
    "/barrier/{barrier}": "read.issue",
    "/voice/{concern}": "read.issue",
    "/triage/{concern}": "concern.triage read.issue",
    "/grievance/{grievance}": "read.grievances",
    "/grievance/{grievance}/letter": "read.grievances",
    "/decision/{decision}": "read.issue",
    "/learning/{learning}": "read.board",
    "/unit/4-west/learning": "read.board",
    "/promise/{promise}": "read.issue",
    "/decision/{decision}/rate": "decision.rate",
}
IN_THE_HOSPITAL = {
    "/units": "read.figures",
    "/leading": "read.hospital",
    "/trace": "read.hospital",
    "/evidence": "read.hospital",
    "/registers": "read.hospital",
    "/register/pssm": "read.hospital",
    "/register/pssm/binder.zip": "read.hospital",
    "/results": "read.hospital",
    "/surveys": "read.hospital",
    "/wave/{wave}": "read.hospital",
    "/partners": "read.figures",
    "/figures": "read.figures",
    "/month": "read.figures",
    "/month.pdf": "read.figures",
    "/month/said": "read.figures",
    "/scorecard": "read.figures",
    "/upwards": "read.figures",
    "/peers": "read.peers",
    "/peers/own.json": "read.peers read.figures",
    "/board-pack.pdf": "read.figures",
    "/setup/people": "work.set_up",
    "/setup/people/{person}": "work.set_up",
    "/setup/mail": "work.set_up",
    "/setup/it": "work.set_up",
    "/setup/roles": "work.set_up",
    "/setup/units": "work.set_up",
    "/setup/practices": "work.set_up",
    "/setup/practices/take-up": "work.set_up",
    "/setup/fixed": "work.set_up",
    "/setup/fixed/words/en.json": "work.set_up",
    "/setup/standards": "hospital.adopt_standards",
    "/setup/rounds": "hospital.adopt_setting",
    "/setup/team": "hospital.adopt_setting",
    "/setup/figures": "hospital.adopt_setting",
    "/setup/calendar": "hospital.adopt_setting",
    "/setup/brand": "hospital.adopt_setting",
    "/setup/rights": "hospital.adopt_setting",
    "/setup/rights/team_leader": "hospital.adopt_setting",
    "/setup/documents/team/0.json": "hospital.adopt_setting",
    "/setup/instruments": "hospital.publish_instrument",
    "/setup/rhythm": "hospital.adopt_terms",
    "/setup/standards/mission": "hospital.adopt_standards",
    "/visit": "rounds.schedule",
    "/setup/units/4-west/rhythm": "hospital.adopt_terms",
    "/setup/surveyor": "hospital.receive_surveyor",
    "/setup/what-if": "hospital.adopt_terms",
    "/respect/{respect}": "read.respect",
    "/conduct": "read.respect",
    "/conduct/{conduct}": "read.respect",
    "/privileged": "read.privileged",
    "/privileged/find": "privilege.designate",
    "/privileged/find/{concern}": "privilege.designate",
    "/privacy/erase": "subject.erase",
}
ANYBODY = (
    "/",
    "/answers",
    "/desk",
    "/account",
    "/pledge",
    "/reach",
    "/raise",
    "/report",
    "/speak",
    "/heard",
    "/commit",
    "/help",
    "/proof",
    "/instruments",
    "/instruments/today",
    "/maturity/stages",
    "/lessons",
    "/reflect",
    "/search",
)
"""What everybody signed in may open, and finds in it what they may see."""


FIGURES = ("figures__number", "heard-bar", 'class="picture"', "%PDF")
"""What shows numbers on a page."""
SHEETS = (
    "/unit/4-west/stoplight",
    "/unit/4-west/letter",
    "/rounds/{rounds}/letter",
    "/unit/4-west/rounds",
    "/rounds/{rounds}",
    "/promises?unit=4-west",
    "/quarter?unit=4-west",
    "/unit/4-west/results",
    "/scorecard?unit=4-west",
    "/wave/{wave}",
    *(path for path in (*IN_THE_UNIT, *IN_THE_HOSPITAL) if path.endswith(".pdf")),
)
"""What does so in its sentences, too."""
OF_NO_LEDGER = ("/setup/mail",)
"""Counts what waits to be sent."""
BY_ENTRIES = re.compile(r"As of entry \d[\d,]*</a>, root <samp>[0-9a-f]{16}</samp>|Entry \d[\d,]* · root \S{40}")

BY_THEIR_OWN_TESTS = [
    "agreeing",
    "attest",
    "ballot",
    "calendar",
    "card",
    "comments",
    "committee",
    "copying",
    "debrief_paper",
    "decisions",
    "do",
    "erasing",
    "evidence_paper",
    "expectations",
    "grievance",
    "guarding",
    "handing",
    "holding_back",
    "hospital_sign_in",
    "importing",
    "instruments",
    "issue",
    "kept",
    "link",
    "maturity",
    "messages",
    "numbers",
    "openings",
    "own_rating",
    "paper",
    "photo",
    "poster",
    "promises",
    "quarter",
    "read_log",
    "redacting",
    "respect",
    "setup",
    "several",
    "sign_in",
    "start",
    "static",
    "steps",
    "survey_taking",
    "tokens",
    "tour",
    "triage",
    "wall",
    "wave_taking",
]
"""Pages whose rights follow from what they are asked about, or that open before anybody is signed in."""


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("here") / "alder", "alder") as made:
        yield made


@pytest.mark.parametrize("role", ROLES)
def test_every_page(here: Served, role: str) -> None:
    wrong = []
    with closing(here.browser(role)) as browser:
        for path, action in {**IN_THE_UNIT, **IN_THE_HOSPITAL}.items():
            counts = path in IN_THE_UNIT or ROLES[role] == "hospital"
            answer = browser.get(path.format_map(here.told))
            opens = counts and all(role in EXPECTED[one] for one in action.split())
            if answer.status not in ((200, 303) if opens else (404,)) or (not opens and SECRET in answer.text):
                wrong.append((path, action, opens, answer.status))
    assert wrong == []


@pytest.mark.parametrize("role", [role for role, held in ROLES.items() if held == "unit"])
def test_whoever_is_of_another_unit_finds_no_page_of_this_one(here: Served, role: str) -> None:
    with closing(here.browser(f"{role}@{ELSEWHERE}")) as browser:
        for path in IN_THE_UNIT:
            answer = browser.get(path.format_map(here.told))
            assert (answer.status, SECRET in answer.text) == (404, False), path


@pytest.mark.parametrize("role", ["association", "board_member", "counsel", "executive_assistant", "surveyor"])
def test_what_everybody_may_open_holds_nothing_of_a_voice(here: Served, role: str) -> None:
    opens = (200, 302, 303, 404) if role == "surveyor" else (200, 302, 303)  # a guest has nothing of their own here
    with closing(here.browser(role)) as browser:
        for path in ANYBODY:
            answer = browser.get(path)
            assert answer.status in opens, path
            assert SECRET not in answer.text, path


def test_whatever_states_a_figure_says_by_which_entries(here: Served) -> None:
    """On the page, at its foot; on paper, where the signed head is."""
    without, stated = [], set()
    in_the_unit = {**IN_THE_UNIT, "/promises?unit=4-west": "read.issue", "/quarter?unit=4-west": "read.issue"}
    for path, action in {**in_the_unit, **IN_THE_HOSPITAL}.items():
        role = next(
            one
            for one, held in ROLES.items()
            if (path in in_the_unit or held == "hospital") and all(one in EXPECTED[asked] for asked in action.split())
        )
        with closing(here.browser(role)) as browser:
            answer = browser.get(path.format_map(here.told))
        if path in SHEETS or any(sign in answer.text for sign in FIGURES):
            stated.add(path)
            if path not in OF_NO_LEDGER and not BY_ENTRIES.search(answer.text):
                without.append(path)
    assert without == []
    assert len(stated) > 30, "a sign by which figures are known is another one now"


def test_every_page_is_knocked_at_here_or_by_tests_of_its_own(here: Served) -> None:
    address = here.app.url_map.bind("")
    paths = [path.partition("?")[0].format_map(here.told) for path in (*IN_THE_UNIT, *IN_THE_HOSPITAL, *ANYBODY)]
    known = {address.match(path)[0] for path in paths}
    lacking = [rule.rule for rule in here.app.url_map.iter_rules() if _is_page(rule) and rule.endpoint not in known]
    assert lacking == [], "whoever adds a page says here which right opens it"


def _is_page(rule: Rule) -> bool:
    shown = "GET" in (rule.methods or ()) and not rule.rule.startswith("/api/")
    return shown and rule.endpoint.partition(".")[0] not in BY_THEIR_OWN_TESTS
