"""Set-up in plain words: people, roles, units, rhythm; each for those who may, each change an event with who made it."""

import json
import re
from html import unescape
from importlib.resources import files
from typing import get_args

import msgspec
import pytest

from services.web.pages.people import leaving
from tests.web.alder import Alder
from tests.web.conftest import Enter
from tests.web.typed import answers
from tests.workflows.test_handing import BY_ROLE
from workflows import lexicon
from workflows.barrier.commands import Log
from workflows.hospital import commands as hospital_noun
from workflows.kernel.ball import Owes
from workflows.kernel.moments import day_after
from workflows.kernel.noun import nothing_owed
from workflows.kernel.standards import Item
from workflows.partnership.commands import Confirm, Nominate, Sign
from workflows.promise.commands import Make
from workflows.rounds.commands import Schedule
from workflows.unit import commands as unit

ASKED_AS = {
    "ladder": "step_0",
    "respect_ladder": "respect_step_0",
    "values": "values_care",
    "factors": "factors_team",
    "minutes": "minutes_answer",
}
PAGES = (
    "/setup",
    "/setup/people",
    "/setup/roles",
    "/setup/units",
    "/setup/practices",
    "/setup/standards",
    "/setup/rhythm",
    "/setup/units/icu/rhythm",
    "/setup/rounds",
    "/setup/team",
    "/setup/figures",
    "/setup/rights",
    "/setup/rights/front_line",
    "/setup/documents/terms/0.json",
)


def _last(hospital: Alder) -> tuple[str, str | None]:
    """The name of the last fact and who did it."""
    seq = hospital.house.ledger.head()[0]
    (row,) = hospital.house.ledger.rows(seq - 1, 1)
    head = hospital.house.clerk.mapper.fact(row).head
    return head.name, head.by.id


@pytest.fixture
def ada(hospital: Alder) -> str:
    """The administrator."""
    person = hospital.house.people.add("Ada Admin", "ada@alder.example").id
    hospital.who["ada"] = person
    role = hospital_noun.Appoint(person=person, role="administrator", since="2025-01-06")
    hospital.does("operator", role, "hospital")
    return person


def test_an_administrator_sets_up_and_reads_no_voice(hospital: Alder, ada: str, enter: Enter) -> None:
    browser = enter("ada")
    for page in PAGES:
        assert browser.get(page).status_code == 200, page
    for page in ("/unit/4-west", "/unit/4-west/rounds", "/unit/4-west/team", "/import"):
        assert browser.get(page).status_code == 404, page
    assert browser.get("/").headers["Location"] == "/setup"


@pytest.mark.parametrize("login", ["nora", "dana", "ruth"])
def test_nobody_else_finds_it(enter: Enter, login: str) -> None:
    browser = enter(login)
    for page in PAGES:
        assert browser.get(page).status_code == 404, page
    assert browser.send("/setup/people", name="Mallory").status_code in (403, 404)


def test_a_leader_of_a_unit_sets_up_nothing_and_brings_its_log(enter: Enter) -> None:
    marco = enter("marco")
    assert 'href="/setup"' not in marco.get("/unit/4-west").text
    assert [marco.get(page).status_code for page in ("/setup", "/import")] == [404, 200]
    assert 'href="/import"' in marco.get("/unit/4-west/team").text
    assert "Rows about 4 West enter." in marco.get("/import").text
    assert [enter(login).get("/import").status_code for login in ("nora", "dana", "ruth")] == [404, 404, 404]


def test_a_person_is_added_put_right_and_given_a_sign_in(hospital: Alder, ada: str, enter: Enter) -> None:
    browser = enter("ada")
    wrong = browser.send("/setup/people", name="", mail="here")
    assert wrong.status_code == 422
    assert "This is no mail address" in wrong.text
    added = browser.send("/setup/people", name="  Ben   Ode ", mail="")
    (ben,) = hospital.house.people.named("Ben Ode")
    assert added.headers["Location"] == f"/setup/people/{ben.id}"
    browser.send(f"/setup/people/{ben.id}", name="Ben Oduya", mail="ben@alder.example")
    assert hospital.house.people.person(ben.id).name == "Ben Oduya"  # type: ignore[union-attr]  # he is there
    told = browser.client.post(f"/setup/people/{ben.id}/sign-in", data=_token(browser.get("/setup/people").text))
    (password,) = re.findall(r"[0-9a-z]{4}(?:-[0-9a-z]{4}){3}", told.text)
    assert hospital.house.accounts.sign_in("ben@alder.example", password) == ben.id
    assert hospital.house.accounts.must_replace(ben.id)


def test_a_name_that_only_a_sheet_gave_becomes_a_person(hospital: Alder, ada: str, enter: Enter) -> None:
    stranger = hospital.house.people.add("J. Alvarez", known=False)
    browser = enter("ada")
    assert "J. Alvarez" in browser.get("/setup/people").text
    browser.send(f"/setup/people/{stranger.id}", name="Juan Alvarez", mail="")
    found = hospital.house.people.person(stranger.id)
    assert found is not None
    assert (found.name, found.known) == ("Juan Alvarez", True)


def test_whoever_leaves_hands_over_one_by_one_and_nothing_is_dropped(hospital: Alder, enter: Enter) -> None:
    dana, browser = hospital.who["dana"], enter("ines")
    hospital.account("dana")
    barrier = hospital.does("marco", Log(unit="4-west", what="No money for a lift", holder=dana))
    page = browser.get(f"/setup/people/{dana}").text
    assert "No money for a lift" in page
    assert f"/do/barrier/assign?to={barrier}" in page
    form = _token(page)
    assert browser.client.post(f"/setup/people/{dana}/leave", data=form).status_code == 409
    assert hospital.house.people.logins().get(dana)
    browser.send(f"/do/barrier/assign?to={barrier}", holder=hospital.who["ruth"], due=day_after("2025-01-06", 30))
    still = browser.client.post(f"/setup/people/{dana}/leave", data=form)
    assert "1 still to hand over" in still.text, "as the partner of the unit Dana answers for it, whoever holds it"
    browser.send(f"/do/barrier/entrust?to={barrier}", answerable=hospital.who["ruth"], why="left_post")
    assert browser.client.post(f"/setup/people/{dana}/leave", data=form).status_code == 303
    assert dana not in hospital.house.people.logins()
    assert hospital.house.identities.by_mail("dana@alder.example") is None, "nor through the hospital's own sign-in"
    assert hospital.house.rights.actor(dana).roles == {("member", None)}
    assert _last(hospital) == ("unit.role_ended", hospital.who["ines"])


def test_what_a_partner_answers_for_guides_or_promised_goes_to_others_by_name(hospital: Alder, enter: Enter) -> None:
    dana, ruth, browser = hospital.who["dana"], hospital.who["ruth"], enter("ines")
    lift = hospital.does("marco", Log(unit="4-west", what="No money for a lift", holder=ruth))
    walk = hospital.does("marco", Schedule(unit="4-west", day="2025-02-03", partner=ruth, guide=dana))
    keys = hospital.does("dana", Make(unit="4-west", holder=dana, to="unit-4-west", what="A key", due="2025-02-03"))
    hospital.does("ines", unit.Appoint(person=ruth, role="executive_partner", since="2025-01-06"), "unit-4-west")
    assert "Barriers for which somebody else still answers" in enter("marco").get("/unit/4-west/team").text
    page = unescape(browser.get(f"/setup/people/{dana}").text)
    assert f"/do/barrier/entrust?to={lift}&answerable={ruth}" in page
    assert "Answers for it, whoever holds it" in page
    assert f"/do/rounds/name_guide?to={walk}" in page
    assert "Rounds on Monday 3 February" in page
    browser.send(f"/do/barrier/entrust?to={lift}", answerable=ruth, why="left_post")
    browser.send(f"/do/rounds/name_guide?to={walk}", guide=hospital.who["lena"])
    browser.send(f"/do/promise/hand_on?to={keys}", holder=ruth, reason="She leaves")
    states = [hospital.house.clerk.memory.get(stream).state for stream in (lift, walk, keys)]
    assert (states[0].obstacle.answerable, states[1].visit.guide, states[2].holder) == (
        ruth,
        hospital.who["lena"],
        ruth,
    )
    assert browser.client.post(f"/setup/people/{dana}/leave", data=_token(page)).status_code == 303
    assert "Who has left" in browser.get("/setup/people").text
    assert f'value="{dana}"' not in browser.get(f"/do/barrier/assign?to={lift}").text, "nobody hands on to who has left"
    browser.send(f"/setup/people/{dana}", name="Dana Cole", mail="")
    assert f'value="{dana}"' in browser.get(f"/do/barrier/assign?to={lift}").text, "she is back"


def test_a_partnership_ends_before_its_executive_leaves(hospital: Alder, enter: Enter) -> None:
    dana, browser = hospital.who["dana"], enter("ines")
    bond = hospital.does("ines", Nominate(unit="4-west", executive=dana, rank="vice_president"))
    page = browser.get(f"/setup/people/{dana}").text
    assert f"/do/partnership/withdraw?to={bond}" in page
    hospital.does("ines", Confirm(), bond)
    hospital.does("dana", Sign(learn_from=True, listen_to=True, work_with=True), bond)
    page = browser.get(f"/setup/people/{dana}").text
    assert f"/do/partnership/end?to={bond}" in page, "also in a month in which nothing of it is due"
    assert browser.client.post(f"/setup/people/{dana}/leave", data=_token(page)).status_code == 409
    browser.send(f"/do/partnership/end?to={bond}", reason="left_hospital")
    assert browser.client.post(f"/setup/people/{dana}/leave", data=_token(page)).status_code == 303


def test_everything_that_can_be_handed_over_has_its_words() -> None:
    by_name = {noun.name for noun in lexicon.NOUNS if noun.balls is not nothing_owed and noun.compartment == "open"}
    assert by_name - {*BY_ROLE} <= leaving.NAMED.keys()
    of_units_and_roles = {"verify", "confirm", "respond", "address"}
    assert {*get_args(Owes)} - of_units_and_roles <= leaving.TO_DO.keys()


def test_nobody_closes_their_own_account(hospital: Alder, enter: Enter) -> None:
    browser, ines = enter("ines"), hospital.who["ines"]
    form = _token(browser.get("/setup/people").text)
    assert browser.client.post(f"/setup/people/{ines}/leave", data=form).status_code == 409


def test_a_rhythm_is_adopted_by_an_event_and_the_old_promises_stay(hospital: Alder, ada: str, enter: Enter) -> None:
    browser = enter("ada")
    page = browser.get("/setup/rhythm").text
    typed = answers(page) | {"answer_days": "5"}
    assert browser.send("/setup/rhythm", **typed).status_code == 303
    assert hospital.house.clerk.terms.now()[1].answer_days == 5
    assert _last(hospital) == ("terms.adopted", ada)
    before = hospital.house.ledger.head()
    assert browser.send("/setup/rhythm", **typed).status_code == 303
    assert hospital.house.ledger.head() == before, "the same terms again are no news"


def test_the_number_to_call_stands_first_on_every_public_page(hospital: Alder, ada: str, enter: Enter) -> None:
    browser = enter("ada")
    typed = answers(browser.get("/setup/rhythm").text) | {"emergency_number": "5555"}
    assert browser.send("/setup/rhythm", **typed).status_code == 303
    for language, sentence in (("en", "Call 5555."), ("es", "Llame al 5555.")):
        assert sentence in browser.client.get(f"/speak?lang={language}").text


def test_the_public_pages_ask_for_a_photo_only_while_the_rhythm_page_says_so(
    hospital: Alder, ada: str, enter: Enter
) -> None:
    browser = enter("ada")
    typed = answers(browser.get("/setup/rhythm").text)
    for said, asked in ((typed, False), (typed | {"photos_on_public_pages": "yes"}, True), (typed, False)):
        assert browser.send("/setup/rhythm", **said).status_code == 303
        assert ('type="file"' in browser.client.get("/speak").text) == asked
        assert ('value="yes" checked' in browser.get("/setup/rhythm").text) == asked


def test_a_number_that_is_none_is_said_where_it_stands(hospital: Alder, ada: str, enter: Enter) -> None:
    browser = enter("ada")
    page = browser.get("/setup/rhythm").text
    for nonsense in ("soon", "-1", "", "٣"):
        wrong = browser.send("/setup/rhythm", **(answers(page) | {"answer_days": nonsense}))
        assert wrong.status_code == 422, nonsense
        assert "Write a whole number." in wrong.text
    assert browser.send("/setup/rhythm", **(answers(page) | {"answer_days": "4000"})).status_code == 422


def test_what_counts_working_days_skips_rest_days_and_holidays(hospital: Alder, ada: str, enter: Enter) -> None:
    browser = enter("ada")
    typed = answers(browser.get("/setup/rhythm").text) | {"answer_days": "2", "in_working_days": "answer_days"}
    wrong = browser.send("/setup/rhythm", **(typed | {"holidays": "2026-12-25\nChristmas"}))
    assert wrong.status_code == 422
    assert "like 2026-12-25: Christmas" in wrong.text
    assert browser.send("/setup/rhythm", **(typed | {"holidays": "2026-12-25", "rest_days": "7"})).status_code == 303
    terms = hospital.house.clerk.terms.now()[1]
    assert terms.due("2026-12-24", "answer_days") == "2026-12-28", "a Saturday counts; Christmas and Sunday do not"
    assert "within 2 working days" in enter("lena").get("/unit/4-west/poster").text


def test_every_term_is_asked_in_words_and_sent_as_it_stands_is_what_came(
    hospital: Alder, ada: str, enter: Enter
) -> None:
    """What is in the document and on no page would be for those alone who read JSON."""
    browser, terms = enter("ada"), hospital.house.clerk.terms
    schema = json.loads(files("config").joinpath("terms.schema.json").read_bytes())
    page, of_icu = (browser.get(path).text for path in ("/setup/rhythm", "/setup/units/icu/rhythm"))
    for term in (*schema["properties"], *schema["$defs"]["of_a_unit"]["properties"]):
        assert term == "units" or re.search(rf'name="{ASKED_AS.get(term, term)}', page), term
    for term in schema["$defs"]["of_a_unit"]["properties"]:
        assert re.search(rf'name="{ASKED_AS.get(term, term)}', of_icu), term
    assert browser.send("/setup/rhythm", **answers(page)).status_code == 303
    assert browser.send("/setup/units/icu/rhythm", **answers(of_icu)).status_code == 303
    assert terms.now()[1] == terms.of(None)


def test_the_values_the_long_ladder_and_the_limit_are_those_of_this_hospital(
    hospital: Alder, ada: str, enter: Enter
) -> None:
    browser = enter("ada")
    for nth, role in enumerate(("role-cno", "role-cmo", "role-coo", "role-ceo")):
        step = answers(browser.get("/setup/rhythm").text) | {f"step_{nth}": role}
        assert browser.send("/setup/rhythm", **step).status_code == 303
    typed = answers(browser.get("/setup/rhythm").text) | {
        "values_new": "Courage",
        "values_honesty": "",
        "money_limit": "9000",
        "minutes_answer": "7",
        "decisions": ["money"],
    }
    assert browser.send("/setup/rhythm", **typed).status_code == 303
    terms = hospital.house.clerk.terms.now()[1]
    assert terms.ladder == ("role-cno", "role-cmo", "role-coo", "role-ceo")
    assert {"courage": "Courage"}.items() <= terms.values.items()
    assert "honesty" not in terms.values
    assert (terms.money_limit, terms.minutes_for("answer"), terms.decisions) == (900_000, 7, ("money",))
    wrong = browser.send("/setup/rhythm", **(typed | {"minutes_answer": "a while"}))
    assert (wrong.status_code, "Write a whole number." in wrong.text) == (422, True)


def test_a_unit_that_never_closes_has_days_and_a_ladder_of_its_own(hospital: Alder, ada: str, enter: Enter) -> None:
    browser, page = enter("ada"), "/setup/units/icu/rhythm"
    own = {
        "own_days": "yes",
        "rest_days": [],
        "holidays": "2026-12-25",
        "in_working_days": ["answer_days"],
        "answer_days": "2",
        "step_0": "role-cmo",
        "rounds_are_meetings": "yes",
    }
    assert browser.send(page, **(answers(browser.get(page).text) | own)).status_code == 303
    terms = hospital.house.clerk.terms.now()[1]
    assert terms.of("icu").due("2026-12-24", "answer_days") == "2026-12-27", "Christmas is none, Saturday is one"
    assert terms.of("4-west").due("2026-12-24", "answer_days") == "2027-01-03"
    assert (terms.of("icu").ladder, terms.of("icu").rounds_are_meetings) == (("role-cmo",), True)
    assert "differs in 6 things" in browser.get("/setup/rhythm").text
    as_it_stands = answers(browser.get(page).text)
    assert browser.send(page, **as_it_stands).status_code == 303
    assert hospital.house.clerk.terms.now()[1] == terms, "looking at it changes nothing"
    bare = dict.fromkeys(as_it_stands, "")
    assert browser.send(page, **bare).status_code == 303
    assert hospital.house.clerk.terms.now()[1] == hospital.house.clerk.terms.of(None), (
        "all of it as in the hospital again"
    )
    assert browser.get("/setup/units/nowhere/rhythm").status_code == 404


def test_the_document_underneath_is_checked(hospital: Alder, ada: str, enter: Enter) -> None:
    browser = enter("ada")
    for document in ("{", "[]", '{"answer_days": 0}', '{"surprise": 1}', "null", '{"units": {"icu": {"ladder": 3}}}'):
        form = _token(browser.get("/setup/rhythm").text) | {"document": document}
        wrong = browser.client.post("/setup/rhythm/document", data=form)
        assert wrong.status_code == 422, document
        assert "not a valid terms document" in wrong.text
    right = json.dumps({"answer_days": 8, "units": {"icu": {"answer_days": 3}}})
    form = _token(browser.get("/setup/rhythm").text) | {"document": right}
    assert browser.client.post("/setup/rhythm/document", data=form).status_code == 303
    assert hospital.house.clerk.terms.now()[1].of("icu").answer_days == 3
    assert "Changed here. It came as 10. Otherwise in: ICU 3." in browser.get("/setup/rhythm").text


def test_roles_and_units_are_put_right_from_their_pages(hospital: Alder, ada: str, enter: Enter) -> None:
    browser, sam = enter("ada"), hospital.who["sam"]
    assert "/do/unit/deputise?to=unit-4-west" in browser.get("/setup/roles").text.replace("&amp;", "&")
    asked = "/do/unit/deputise?to=unit-4-west"
    days = {"since": "2025-01-06", "until": "2025-01-20"}
    assert browser.send(asked, person=sam, role="executive_partner", **days).status_code == 303
    assert _last(hospital) == ("unit.deputised", ada)
    team = enter("nora").get("/unit/4-west/team").text
    assert "Who stands in" in team
    assert "Sam Reyes" in team
    assert browser.send("/do/unit/rename?to=unit-icu", name="Intensive care").status_code == 303
    assert "Intensive care" in browser.get("/setup/units").text


def _token(page: str) -> dict[str, str]:
    """What a page of ours hides in its forms."""
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))


def test_a_unit_takes_up_a_practice_and_what_it_has_not_is_not_called_missed(
    hospital: Alder, ada: str, enter: Enter
) -> None:
    browser = enter("ada")
    before = browser.get("/setup/practices").text
    assert "not adopted" in before
    assert "missed" in before
    browser.send(
        "/do/unit/adopt_practice?to=unit-4-west&practice=rounds&next=/setup/practices",
        practice="rounds",
        since="2025-07-01",
    )
    assert _last(hospital) == ("unit.practice_adopted", ada)
    assert "begins on 1 Jul" in browser.get("/setup/practices").text
    team = enter("marco").get("/unit/4-west/team").text
    assert "Rounds with an executive" in team
    assert "begins on 1 Jul" in team


def test_what_is_none_of_the_others_is_something_else_and_never_somebody(
    hospital: Alder, ada: str, enter: Enter
) -> None:
    """Which decisions are recorded, why rounds were not held, why a barrier is handed on: all are offered in one word."""
    log = Log(unit="4-west", what="No key at night", holder=hospital.who["dana"])
    barrier = hospital.does("marco", log)
    asked = (
        ("ines", "/do/decision/propose", "Something else"),
        ("dana", f"/do/barrier/assign?to={barrier}", "Something else"),
        ("ines", "/do/partnership/nominate?unit=icu", "Another rank"),
        ("ada", "/setup/rhythm", "Something else"),
    )
    for who, page, words in asked:
        told = enter(who).get(page).text
        assert (words in told, "Somebody else" in told) == (True, False), page


def test_a_practice_is_taken_up_in_several_units_at_once_and_where_it_is_in_use_its_day_stays(
    hospital: Alder, ada: str, enter: Enter
) -> None:
    browser, page = enter("ada"), "/setup/practices/take-up"
    assert f'href="{page}?since=2025-01-06"' in browser.get("/setup/practices").text
    assert "Choose the units that take it up." in browser.send(page, practice="surveys", since="2025-07-01").text
    assert "Choose a day" in browser.send(page, units=["icu"], practice="surveys", since="").text
    first = browser.send(page, units=["icu"], practice="surveys", since="2025-06-01")
    assert first.location == "/setup/practices"
    browser.send(page, units=["icu", "4-west", "emergency"], practice="surveys", since="2025-07-01")
    told = browser.get("/setup/practices").text
    assert "Taken up in 4 West and Emergency." in told
    assert "In use already in ICU." in told
    since = {slug: _since(hospital, slug, "surveys") for slug in ("4-west", "icu", "emergency")}
    assert since == {"4-west": "2025-07-01", "icu": "2025-06-01", "emergency": "2025-07-01"}


def _since(hospital: Alder, slug: str, practice: str) -> str:
    """The day from which the unit has it."""
    known = hospital.house.clerk.memory.get(f"unit-{slug}").state
    (day,) = {str(one.since) for one in known.practices if one.practice == practice}
    return day


def test_what_is_attested_is_asked_in_words_and_sent_as_it_stands_nothing_changes(
    hospital: Alder, ada: str, enter: Enter
) -> None:
    browser, standards = enter("ada"), hospital.house.clerk.standards
    kinds = {frozenset(msgspec.to_builtins(item)): key for key, item in standards.now()[1].items.items()}
    for key in kinds.values():
        page = f"/setup/standards/{key}"
        assert browser.send(page, **answers(browser.get(page).text)).status_code == 303, key
    assert standards.now()[1] == standards.of(None)
    page = browser.get("/setup/standards/new").text
    built_in = {"many", "few", "of", "marks"}
    for name in {*Item.__struct_fields__} - built_in:
        assert f'name="{"more_title" if name == "more" else name}' in page, name


def test_one_more_thing_to_attest_and_who_may(hospital: Alder, ada: str, enter: Enter) -> None:
    browser, new = enter("ada"), "/setup/standards/new"
    empty = browser.send(new, title=" ", question="", renew_days="soon")
    for said in ("Say what is attested.", "Say what is asked of", "Write a whole number of days"):
        assert said in empty.text
    asked = {"title": "Our huddle", "question": "When and where?", "group": "process", "scope": "unit"}
    assert browser.send(new, **asked, by=["team_leader"], renew_days="90", keeper="team_leader").status_code == 303
    item = hospital.house.clerk.standards.now()[1].items["our_huddle"]
    assert (item.by, item.renew_days, item.scope) == (("team_leader",), 90, "unit")
    assert "Our huddle" in enter("nora").get("/unit/4-west/charter").text
    page = "/setup/standards/our_huddle"
    assert (
        browser.send(page, **(answers(browser.get(page).text) | {"renew_days": "", "title": "Huddle"})).status_code
        == 303
    )
    assert hospital.house.clerk.standards.now()[1].items["our_huddle"].renew_days is None
    groups = answers(browser.get("/setup/standards").text) | {"group_process": "How we work", "leaders": ["ceo", "cno"]}
    assert (
        browser.client.post(
            "/setup/standards/leaders", data=_token(browser.get("/setup/standards").text) | groups
        ).status_code
        == 303
    )
    standards = hospital.house.clerk.standards.now()[1]
    assert (standards.groups["process"], set(standards.leaders)) == ("How we work", {"ceo", "cno"})
    assert browser.get("/setup/standards/nothing").status_code == 404


def test_other_standards_are_adopted_as_a_document(hospital: Alder, ada: str, enter: Enter) -> None:
    browser, page = enter("ada"), "/setup/standards"
    shown = browser.get(page).text
    assert "How we handle conflict" in shown
    document = json.loads(unescape(re.findall(r"<textarea[^>]*>(.*?)</textarea>", shown, re.DOTALL)[0]))
    document["items"]["huddle"] = {"group": "process", "title": "Our huddle", "question": "When and where?"}
    assert browser.send(page, document=json.dumps(document)).location == page
    assert _last(hospital) == ("standards.adopted", ada)
    assert "Our huddle" in browser.get(page).text
    assert "Our huddle" in enter("nora").get("/unit/4-west/charter").text

    document["items"]["huddle"]["group"] = "moon"
    refused = browser.send(page, document=json.dumps(document))
    assert (refused.status_code, "moon is named here" in refused.text) == (409, True)
    assert browser.send(page, document='{"items": {}}').status_code == 422
