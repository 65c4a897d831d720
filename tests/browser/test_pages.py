"""Every page of a hospital in a real browser: for everyone, on every screen, and without script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sight import DESKTOP, PHONE, axe, reflows_at_320, shot, targets_are_large, walks_by_keyboard
from tests.web.alder import PASSWORD, TODAY, alder
from tests.web.assessed import assessed
from tests.web.authenticator import code_shown
from tests.web.behind import guarded, in_confidence
from tests.web.chartered import chartered
from tests.web.learned import learned
from tests.web.measured import measured
from tests.web.partnered import partnered
from tests.web.standing import Standing, standing
from tests.web.summer import summer
from tests.web.surveyed import surveyed
from tests.web.waved import waves

pytestmark = pytest.mark.browser

SHEET = Path(__file__).parents[1] / "cases" / "tracking_log_2025.xlsx"
PAGES = {
    "board": ("lena", "/unit/4-west"),
    "board-past": ("lena", "/unit/4-west?as_of=2025-03-01"),
    "board-empty": ("ines", "/unit/emergency"),
    "issue": ("marco", "/issue/{lift}"),
    "issue-then": ("lena", "/issue/{lift}?on=2025-03-01"),
    "barrier": ("dana", "/barrier/{no lift}"),
    "voice": ("nora", "/voice/{disputed}"),
    "answers": ("nora", "/answers"),
    "desk": ("dana", "/desk"),
    "units": ("ines", "/units"),
    "month": ("marco", "/unit/4-west/month?on=2025-06-30"),
    "month-hospital": ("ines", "/month?on=2025-06-30"),
    "figures": ("ines", "/figures"),
    "figures-behind": ("ines", "/figures/brought"),
    "did": ("nora", "/unit/4-west/did"),
    "stoplight": ("nora", "/unit/4-west/stoplight"),
    "rounds": ("lena", "/unit/4-west/rounds"),
    "rounds-hold": ("lena", "/rounds/{rounds}"),
    "rounds-letter": ("lena", "/rounds/{held rounds}/letter"),
    "rounds-briefing": ("dana", "/rounds/{rounds}/briefing"),
    "rounds-held": ("nora", "/rounds/{held rounds}"),
    "team": ("lena", "/unit/4-west/team"),
    "team-past": ("ines", "/unit/4-west/team?as_of=2025-03-10"),
    "partners": ("ines", "/partners"),
    "rounds-told": ("dana", "/rounds/{rounds}"),
    "charter": ("marco", "/unit/4-west/charter"),
    "charter-empty": ("ines", "/unit/icu/charter"),
    "charter-part": ("marco", "/standard/{plan b}"),
    "results": ("marco", "/unit/4-west/results"),
    "surveys": ("marco", "/unit/4-west/surveys"),
    "ballot": ("nora", "/answer/{asked}"),
    "replay": ("lena", "/unit/4-west/replay?on=2025-06-29&beside=2025-05-09"),
    "replay-true": ("marco", "/unit/4-west/replay?on=2025-05-09&reading=on"),
    "ballot-words": ("nora", "/answer/{worded}"),
    "ballot-card": ("nora", "/answer/{carded}"),
    "card": ("nora", "/campaign/{carded}/card"),
    "card-link": ("nora", "/campaign/{linked}/card"),
    "ballot-paper": ("ines", "/campaign/{carded}/paper"),
    "ballot-link": ("nora", "/answer/{linked}"),
    "waves": ("ines", "/surveys"),
    "wave": ("ines", "/wave/{wave}"),
    "comments": ("ines", "/campaign/{wave}/comments"),
    "wave-draft": ("ines", "/wave/{wave planned}"),
    "wave-plan": ("ines", "/do/campaign/plan"),
    "wave-of-unit": ("priya", "/unit/icu/surveys"),
    "survey-open": ("marco", "/do/campaign/open?unit=4-west"),
    "results-past": ("ines", "/unit/4-west/results?on=2025-06-01"),
    "results-empty": ("ines", "/unit/icu/results"),
    "results-sheet": ("lena", "/measure/{falls}/sheet"),
    "results-several": ("ines", "/measures/sheet"),
    "results-review": ("marco", "/do/panel/review?unit=4-west&seen=9"),
    "attest": ("marco", "/attest/plan_b?unit=4-west"),
    "cards": ("marco", "/unit/4-west/cards"),
    "leading": ("ines", "/leading"),
    "pledge": ("nora", "/pledge"),
    "raise": ("nora", "/raise"),
    "triage": ("marco", "/triage"),
    "triage-one": ("marco", "/triage/{fax}"),
    "triage-complaint": ("marco", "/triage/{complaint}"),
    "grievances": ("rosa", "/grievances"),
    "grievance": ("rosa", "/grievance/{grievance}"),
    "grievance-letter": ("rosa", "/grievance/{lettered}/letter"),
    "grievance-committee": ("rosa", "/grievances/committee"),
    "promises": ("ines", "/promises"),
    "promise": ("dana", "/promise/{slings promised}"),
    "maturity": ("ines", "/maturity"),
    "maturity-stages": ("marco", "/maturity/stages?lang=es"),
    "maturity-empty": ("marco", "/maturity?unit=4-west"),
    "assessment": ("ines", "/assessment/{opened assessment}"),
    "assessment-agree": ("ruth", "/assessment/{opened assessment}/agree/trust"),
    "assessment-sealed": ("lena", "/assessment/{sealed assessment}"),
    "assessment-rate": ("lena", "/assessment/{sealed assessment}/rate"),
    "scorecard": ("ines", "/scorecard"),
    "scorecard-unit": ("marco", "/scorecard?unit=4-west"),
    "show-me": ("marco", "/show-me"),
    "trace": ("ines", "/trace/{lift}"),
    "evidence": ("ines", "/evidence"),
    "registers": ("ines", "/registers"),
    "register": ("ines", "/register/pssm"),
    "quarter": ("marco", "/quarter?unit=4-west"),
    "peers": ("ines", "/peers"),
    "upwards": ("ines", "/upwards"),
    "expectations": ("marco", "/expectations?unit=4-west"),
    "reach": ("nora", "/reach"),
    "messages": ("dana", "/messages?unit=4-west"),
    "decisions": ("ines", "/decisions"),
    "decision": ("dana", "/decision/{visitors}"),
    "learning": ("marco", "/unit/4-west/learning"),
    "learning-empty": ("priya", "/unit/icu/learning"),
    "learning-one": ("marco", "/learning/{heparin learned}"),
    "learning-mark": ("nora", "/do/learning/mark_factors?to={door}"),
    "learning-choose": ("marco", "/do/learning/choose?to={door}"),
    "lessons": ("nora", "/lessons"),
    "reflect": ("dana", "/reflect"),
    "decision-rate": ("marco", "/decision/{second lift}/rate"),
    "do": ("dana", "/do/barrier/wait_on?to={no lift}"),
    "do-many": ("lena", "/do/issue/list?unit=4-west&from_concern={fax}"),
    "account": ("nora", "/account"),
    "password": ("nora", "/password"),
    "tokens": ("nora", "/account/tokens"),
    "unit-keys": ("marco", "/unit/4-west/keys"),
    "signed-out": ("nora", "/signed-out"),
    "respect": ("otis", "/respect"),
    "respect-one": ("pia", "/respect/{retaliation}"),
    "conduct": ("otis", "/conduct"),
    "respect-report": ("nora", "/report"),
    "privileged": ("ines", "/privileged"),
    "privileged-find": ("clara", "/privileged/find?unit=4-west"),
    "privileged-open": ("clara", "/privileged/find/{disputed}"),
    "visit": ("dana", "/visit"),
    "standards-one": ("ines", "/setup/standards/goal"),
    "rhythm": ("ines", "/setup/rhythm"),
    "rhythm-unit": ("ines", "/setup/units/4-west/rhythm"),
    "surveyor": ("ines", "/setup/surveyor"),
    "what-if": ("ines", "/setup/what-if?climb_days=3&first_promise=yes"),
    "mail": ("ines", "/setup/mail"),
    "it": ("ines", "/setup/it"),
    "respect-answers": ("nora", "/answers"),
    "privacy": ("iris", "/privacy"),
    "privacy-counsel": ("clara", "/privacy"),
    "privacy-erase": ("iris", "/privacy/erase"),
    "privacy-forget": ("iris", "/privacy/forget"),
    "privacy-voices": ("clara", "/privacy/voices"),
    "privacy-reads": ("iris", "/privacy/reads"),
    "privacy-disclosures": ("clara", "/privacy/disclosures"),
    "privacy-redact": ("ines", "/privacy/redact/{disputed}"),
    "privacy-copy": ("iris", "/privacy/copy"),
    "answers-copy": ("nora", "/answers/copy"),
    "search": ("nora", "/search"),
    "help": ("nora", "/help"),
    "proof": ("nora", "/proof"),
    "instruments": ("nora", "/instruments"),
    "instrument": ("nora", "/instruments/today"),
    "setup": ("ines", "/setup"),
    "setup-units": ("ines", "/setup/units"),
    "setup-go-on": ("ines", "/do/unit/go_on_as?to=unit-icu"),
    "setup-practices": ("ines", "/setup/practices"),
    "setup-take-up": ("ines", "/setup/practices/take-up"),
    "setup-rounds": ("ines", "/setup/rounds"),
    "setup-rights": ("ines", "/setup/rights"),
    "setup-rights-one": ("ines", "/setup/rights/team_leader"),
    "setup-team": ("ines", "/setup/team"),
    "setup-fixed": ("ines", "/setup/fixed"),
    "setup-brand": ("ines", "/setup/brand"),
    "setup-calendar": ("ines", "/setup/calendar"),
    "setup-figures": ("ines", "/setup/figures"),
    "setup-standards": ("ines", "/setup/standards"),
    "setup-instruments": ("ines", "/setup/instruments"),
    "people": ("ines", "/setup/people"),
    "people-leaving": ("ines", "/setup/people/{dana}"),
    "import": ("ines", "/import"),
    "start": ("ines", "/start"),
    "not-there": ("nora", "/units"),
}

WALKED = {"board", "issue", "answers", "desk", "rounds-hold", "raise", "do"}
"""Pages gone through with the Tab key: each kind of thing to press is on one of them."""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Standing, dict[str, str]]]:
    here = alder(Path(tmp_path_factory.mktemp("pages")) / "alder-creek")
    with here.house:
        told = here.who | summer(here, partnered)
        in_confidence(here, told)
        guarded(here, told)
        told |= chartered(here, TODAY)
        told |= learned(here, TODAY)
        told |= measured(here, told["goal"])
        told |= assessed(here)
        told |= waves(here, TODAY)
        told |= surveyed(here, TODAY)
        for login in ("nora", "lena"):
            here.account(login)
        with standing(here) as stands:
            yield stands, told


def address(house: tuple[Standing, dict[str, str]], path: str) -> str:
    stands, told = house
    for name, stream in told.items():
        path = path.replace(f"{{{name}}}", stream)
    return stands.address + path


@pytest.mark.heavy
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_there_for_everyone(
    passing: Page, house: tuple[Standing, dict[str, str]], name: str, full: bool
) -> None:
    """In `make test` axe looks at all of them on a phone, and at a desk at those that are walked; in `make soak` at both."""
    page, (login, path) = passing, PAGES[name]
    house[0].let_in(page.context, login)
    page.goto(address(house, path), wait_until="load")
    expect(page.locator("body.js-enabled")).to_be_visible()
    page.evaluate("() => document.querySelectorAll('main details').forEach(part => part.open = true)")
    shot(page, f"page-{name}")
    axe(page, recoloured=name.startswith("board"), wide=full or name in WALKED)
    reflows_at_320(page)
    targets_are_large(page)
    if name in WALKED:
        page.reload()
        walks_by_keyboard(page)


@pytest.mark.parametrize(
    ("path", "sheets"),
    [
        ("/rounds/{rounds}/briefing", 2),
        ("/rounds/{held rounds}/letter", 1),
        ("/unit/4-west/month?on=2025-06-30", 1),
        ("/unit/4-west/did", 1),
        ("/unit/4-west/stoplight", 1),
    ],
)
def test_what_is_printed_for_rounds_fits(
    page: Page, house: tuple[Standing, dict[str, str]], path: str, sheets: int
) -> None:
    house[0].let_in(page.context, "dana")
    page.goto(address(house, path))
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") <= sheets


def test_signing_in_and_out(page: Page, house: tuple[Standing, dict[str, str]]) -> None:
    page.goto(house[0].address + "/desk")
    shot(page, "page-sign-in")
    axe(page)
    page.get_by_role("link", name="Nora Bell").click()
    expect(page.get_by_label("Login")).to_have_value("nora")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="My desk")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="You are signed out")).to_be_visible()
    page.goto(house[0].address + "/answers")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_the_day_in_the_head_turns_the_page_back(page: Page, house: tuple[Standing, dict[str, str]]) -> None:
    house[0].let_in(page.context, "lena")
    page.goto(address(house, "/unit/4-west"))
    page.get_by_text("As of:").click()
    page.get_by_label("Day").fill("2025-03-01")
    page.get_by_role("button", name="Show that day").click()
    expect(page.get_by_text("As it was known on 1 March 2025.")).to_be_visible()
    expect(page.get_by_text("waiting on Capital committee")).to_be_visible()
    page.get_by_role("link", name="One bariatric lift for three units").click()
    expect(page.get_by_text("As it was known on 1 March 2025.")).to_be_visible()
    page.get_by_role("link", name="Back to today").click()
    expect(page.get_by_text("As it was known")).to_have_count(0)


def test_the_board_is_narrowed_in_place(page: Page, house: tuple[Standing, dict[str, str]]) -> None:
    """Without leaving the page; the address keeps up, so that the way back leads back."""
    house[0].let_in(page.context, "marco")
    page.goto(address(house, "/unit/4-west"), wait_until="load")
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name="Overdue").click()
    expect(page.get_by_role("link", name="Overdue")).to_have_attribute("aria-current", "true")
    expect(page).to_have_url(address(house, "/unit/4-west?show=overdue"))
    expect(page.get_by_role("link", name="Overdue")).to_be_focused()
    assert page.evaluate("window.stayed") is True
    kept = page.evaluate("[...Object.values(localStorage), ...Object.values(sessionStorage)]")
    assert all(value.startswith("/unit/4-west") for value in kept), "words stay in a browser that others use"
    page.go_back()
    expect(page.get_by_role("link", name="All", exact=True)).to_have_attribute("aria-current", "true")


def test_a_search_needs_no_script_and_leaves_no_word_in_an_address(
    browser: Browser, house: tuple[Standing, dict[str, str]]
) -> None:
    for screen in (PHONE, DESKTOP):
        context = browser.new_context(viewport=screen, java_script_enabled=False)
        house[0].let_in(context, "ines")
        page = context.new_page()
        page.goto(house[0].address + "/units")
        page.get_by_role("link", name="Search").click()
        page.get_by_label("What are you looking for?").fill("LÍFT")
        page.get_by_role("button", name="Search", exact=True).click()
        expect(page.get_by_role("link", name="One bariatric lift for three units", exact=True)).to_be_visible()
        assert page.url == house[0].address + "/search"
        context.close()


def test_what_a_search_found_is_there_for_everyone(page: Page, house: tuple[Standing, dict[str, str]]) -> None:
    house[0].let_in(page.context, "ines")
    for words, shown in (("lift", "the latest first"), ("xylophone", "Nothing found")):
        page.goto(house[0].address + "/search")
        page.get_by_label("What are you looking for?").fill(words)
        page.get_by_role("button", name="Search", exact=True).click()
        expect(page.get_by_text(shown)).to_be_visible()
        shot(page, f"page-search-{words}")
        axe(page)
        reflows_at_320(page)
        targets_are_large(page)


def test_an_error_keeps_the_words_and_leads_to_its_question(page: Page, house: tuple[Standing, dict[str, str]]) -> None:
    house[0].let_in(page.context, "dana")
    page.goto(address(house, "/do/barrier/promise_new_date?to={no lift}"))
    page.get_by_label("Why does the day move?").fill("The cabinet maker is ill")
    page.get_by_role("button", name="Promise this day").click()
    expect(page.get_by_label("Why does the day move?")).to_have_value("The cabinet maker is ill")
    shot(page, "page-error")
    axe(page)
    page.get_by_role("link", name="Choose a day: Removed by when?").click()
    expect(page.get_by_label("Removed by when?")).to_be_focused()


def test_speaking_up_and_answering_need_no_script(browser: Browser, house: tuple[Standing, dict[str, str]]) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    house[0].let_in(context, "nora")
    page = context.new_page()
    page.goto(house[0].address + "/raise")
    page.get_by_label("What did you see or hear?").fill("The blanket warmer is cold since Tuesday")
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_text("an answer is owed to you")).to_be_visible()
    context.clear_cookies()
    house[0].let_in(context, "marco")
    page.goto(house[0].address + "/unit/4-west")
    page.get_by_role("link", name="The blanket warmer is cold since Tuesday").click()
    page.get_by_role("link", name="Answer", exact=True).click()
    page.get_by_label("What is your answer?").fill("A new fuse is in; it was warm again at noon")
    page.get_by_label("It is done", exact=True).check()
    page.get_by_role("button", name="Give this answer").click()
    expect(page.get_by_text("The answer is given.")).to_be_visible()
    context.close()


def test_a_log_is_imported(page: Page, tmp_path: Path) -> None:
    here = alder(tmp_path / "alder-creek")
    here.on("2026-03-02")
    with here.house, standing(here) as stands:
        stands.let_in(page.context, "ines")
        page.goto(stands.address + "/import")
        page.get_by_label("Which file?").set_input_files(SHEET)
        page.get_by_role("button", name="See what would happen").click()
        expect(page.get_by_role("heading", name="What would happen with")).to_be_visible(timeout=60_000)
        expect(page.get_by_text("closed, and nobody was told").first).to_be_visible()
        shot(page, "page-import-asked")
        axe(page)
        reflows_at_320(page)
        assert list(here.house.ledger.streams("issue")) == []
        page.get_by_label("Month first").check()
        page.get_by_label("“5 North” is no unit here").select_option("open")
        page.get_by_role("button", name="Answer, and look again").click()
        expect(page.get_by_text("is no unit here")).to_have_count(0, timeout=60_000)
        with page.expect_download() as download:
            page.get_by_role("button", name="Take these rows along").click()
        rows = download.value.path().read_text(encoding="utf-8-sig").splitlines()
        assert len(rows) >= 4
        page.get_by_role("button", name="Carry it out").click()
        expect(page.get_by_role("heading", name="What the log tells")).to_be_visible(timeout=60_000)
        expect(page.get_by_text("closed, and nobody was told").first).to_be_visible()
        shot(page, "page-import-told")
        axe(page)
        reflows_at_320(page)
        assert list((here.house.directory / "uploads").iterdir()) == []
        page.get_by_role("link", name="To the hospital").click()
        expect(page.get_by_role("link", name="5 North")).to_be_visible()


def test_an_empty_hospital_is_started(page: Page, tmp_path: Path) -> None:
    here = alder(tmp_path / "alder-creek", sample=False)
    with here.house, standing(here) as stands:
        page.goto(stands.address + "/")
        expect(page.get_by_role("heading", name="Start your hospital")).to_be_visible()
        shot(page, "page-start-empty")
        axe(page)
        page.get_by_label("Which units?").fill("5 North\nSleep lab")
        page.get_by_label("Your name").fill("Ines Moreau the Second")
        page.get_by_role("button", name="Start").click()
        row = page.locator("tr", has_text="Ines Moreau the Second")
        login, password = (row.locator("td").nth(n).inner_text().split("\n")[-1] for n in (0, 1))
        shot(page, "page-started")
        axe(page)
        page.get_by_role("link", name="Sign in").click()
        page.get_by_label("Login").fill(login)
        page.get_by_label("Password").fill(password)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_label("Your new password", exact=True).fill("four small wet lamps")
        shot(page, "page-password")
        axe(page)
        reflows_at_320(page)
        page.get_by_role("button", name="Keep this password").click()
        page.get_by_text("Without a camera").click()
        shot(page, "page-second-step")
        axe(page)
        reflows_at_320(page)
        page.get_by_label("Code").fill(code_shown(page.locator(".typed").inner_text(), here.clock()))
        page.get_by_role("button", name="Set it up").click()
        expect(page.get_by_role("heading", name="Write these codes down")).to_be_visible()
        shot(page, "page-recovery")
        axe(page)
        reflows_at_320(page)
        page.get_by_role("link", name="I have them").click()
        expect(page.get_by_role("heading", name="Import the log you already keep")).to_be_visible()
        expect(page.get_by_text("Sleep lab")).to_be_visible()


def test_a_wall_shows_the_board_and_takes_a_concern(browser: Browser, house: tuple[Standing, dict[str, str]]) -> None:
    """On a screen nobody has signed in on; the board comes anew by itself, with no cookie but the machine's."""
    stands, _ = house
    key = stands.here.house.unit_keys.issue("4-west", "Nurses’ station", "2999-01-01")
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    page = context.new_page()
    page.goto(stands.address + "/wall")
    shot(page, "page-wall-open")
    axe(page)
    page.get_by_label("The key of this machine").fill(key.upper().replace("-", " "))
    page.get_by_role("button", name="Show the board").click()
    expect(page.get_by_role("heading", name="To be answered now")).to_be_visible()
    shot(page, "page-wall")
    axe(page)
    reflows_at_320(page)
    page.get_by_role("link", name="Huddle").click()
    expect(page.get_by_role("heading", name="What comes first")).to_be_visible()
    shot(page, "page-wall-huddle")
    axe(page)
    reflows_at_320(page)
    page.get_by_role("link", name="Speak up").click()
    expect(page.get_by_label("What did you see or hear?")).to_be_visible()
    shot(page, "page-wall-raise")
    axe(page)
    reflows_at_320(page)
    page.get_by_label("What did you see or hear?").fill("The blood warmer is missing its cable")
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_text("The blood warmer is missing its cable")).to_be_visible()
    with page.expect_response(lambda answer: answer.request.headers.get("hx-request") == "true") as anew:
        page.evaluate("htmx.ajax('GET', '/wall', {target: '#wall', select: '#wall', swap: 'outerHTML'})")
    assert anew.value.status == 200
    assert "set-cookie" not in anew.value.headers
    context.close()


def test_a_word_is_explained_to_whoever_points_at_it_or_reaches_it_by_keyboard(
    page: Page, house: tuple[Standing, dict[str, str]]
) -> None:
    house[0].let_in(page.context, "marco")
    page.goto(address(house, "/unit/4-west/team"), wait_until="load")
    says = page.locator("#says-practice")
    expect(says).to_be_hidden()
    term = page.locator('[aria-describedby="says-practice"]')
    page.locator("details", has=term).locator("summary").first.click()
    term.hover()
    expect(says).to_be_visible()
    page.keyboard.press("Escape")
    expect(says).to_be_hidden()
    page.mouse.move(0, 0)
    term.focus()
    expect(says).to_be_visible()
    shot(page, "page-word")
    term.click()
    expect(page.locator("#word-practice")).to_be_in_viewport()
