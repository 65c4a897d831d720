"""Anybody speaks up, keeps a code, and finds the answer with it."""

import re
import sqlite3
from html import unescape

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from services import admission
from services import code as codes
from services.web.pages.speak import page as speak_page
from services.web.public.flood import Flood, work
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from workflows.concern.commands import Answer, AskSpeaker
from workflows.concern.state import Voice
from workflows.respect.commands import Acknowledge
from workflows.unit.commands import Deputise

WORDS = "Nobody answers pages between two and five."


@pytest.fixture(autouse=True)
def calm(nobody: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test counts from nothing."""
    monkeypatch.setitem(nobody.client.application.extensions, "flood", Flood())


def code_in(response: TestResponse) -> str:
    found = re.search(r'data-code="([0-9A-Z-]+)"', response.text)
    assert found, response.text
    return found[1]


def hidden(response: TestResponse) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', response.text))


def says(nobody: Browser, path: str = "/speak/4-west", **typed: str) -> TestResponse:
    return nobody.send(path, **{"kind": "concern", "unit": "4-west", "what": WORDS, "speaker": "anonymous"} | typed)


def looks(nobody: Browser, code: str) -> TestResponse:
    return nobody.client.post("/heard", data={"code": code})


def voice(hospital: Alder) -> Voice:
    (item,) = hospital.house.waiting_room.items()
    found: Voice = item.state.voice
    return found


def test_nobody_signs_in_and_no_cookie_is_set(nobody: Browser) -> None:
    for response in (nobody.get("/speak"), nobody.get("/speak/4-west"), says(nobody), nobody.get("/heard")):
        assert response.status_code == 200
        assert "Set-Cookie" not in response.headers
        assert "Cookie" not in response.headers.get("Vary", "")


def test_every_form_has_a_code_of_its_own(nobody: Browser) -> None:
    forms = [hidden(nobody.get("/speak/4-west")) for _ in range(3)]
    assert len({form["code"] for form in forms}) == 3
    assert speak_page.NOBODYS not in {form["code"] for form in forms}


def test_the_first_line_says_whom_to_call(nobody: Browser) -> None:
    main = nobody.get("/speak").text.split("<main")[1]
    assert main.index("Is someone getting worse right now? Call your emergency number.") < main.index("<h1")


def test_it_says_who_reads_it_by_when_and_that_it_does_no_harm(nobody: Browser) -> None:
    page = unescape(nobody.get("/speak/4-west").text)
    assert "the people who lead 4 West" in page
    assert re.search(r"You get an answer by \w+ \d+, \d{4}\.", page)
    assert "It will not affect your care" in page


def test_what_was_said_waits_with_all_that_was_said_about_it(nobody: Browser, hospital: Alder) -> None:
    says(nobody, who="family", for_another="yes", interpreter="es", came="phone", idea="A second doctor.", urgent="yes")
    found = voice(hospital)
    assert (found.who, found.for_another, found.language, found.came, found.urgent) == (
        "family",
        True,
        "es",
        "phone",
        True,
    )


def test_the_same_form_sent_twice_shows_the_same_code_until_it_was_kept(nobody: Browser, hospital: Alder) -> None:
    form = hidden(nobody.get("/speak/4-west")) | {"kind": "idea", "unit": "4-west", "what": WORDS}
    first, again = nobody.client.post("/speak/4-west", data=form), nobody.client.post("/speak/4-west", data=form)
    code = code_in(first)
    assert code == code_in(again)
    assert len(hospital.house.intake.waiting()) == 1
    nobody.client.post("/speak/kept", data=hidden(first))
    assert code not in nobody.client.post("/speak/4-west", data=form).text


def test_the_code_is_kept_nowhere(nobody: Browser, hospital: Alder) -> None:
    code = code_in(says(nobody))
    kept = b"".join(path.read_bytes() for path in hospital.house.directory.iterdir() if path.is_file())
    assert not any(form.encode() in kept for form in (code, code.replace("-", ""), code.lower()))


@pytest.mark.parametrize("typed", [str.lower, lambda code: code.replace("-", " "), lambda code: f"  {code}\t"])
def test_a_code_is_read_as_people_type_it(nobody: Browser, typed: "object") -> None:
    assert callable(typed)
    code = code_in(says(nobody))
    assert looks(nobody, typed(code)).status_code == 200


def test_letters_that_look_alike_are_the_same() -> None:
    assert codes.read("oil00-11111-22222-33333") == codes.read("01100-11111-22222-33333")


@pytest.mark.parametrize(
    "code", ["", "ABC", "0" * 20, "0" * 400, "U" * 20, "'; DROP TABLE waiting; --", "\x00" * 20, "４" * 20]
)
def test_a_code_that_is_none_gets_one_sentence(nobody: Browser, code: str) -> None:
    answer = looks(nobody, code)
    assert answer.status_code == 404
    assert "We do not find this code." in answer.text


def test_many_wrong_codes_are_told_to_wait_and_a_right_one_never_is(nobody: Browser) -> None:
    code = code_in(says(nobody))
    answers = [looks(nobody, codes.mint()) for _ in range(40)]
    assert answers[-1].status_code == 429
    assert answers[-1].headers["Retry-After"] == "60"
    assert looks(nobody, code).status_code == 200


def test_the_speaker_hears_back_and_has_the_last_word(nobody: Browser, hospital: Alder) -> None:
    code = code_in(says(nobody))
    waiting = hospital.house.intake.id_of(codes.read(code) or "")
    assert "you get an answer by" in looks(nobody, code).text
    hospital.does("marco", AskSpeaker(question="Which nights?"), waiting)
    asked = looks(nobody, code)
    assert "Which nights?" in asked.text
    form = hidden(asked)
    nobody.client.post("/heard/say", data=form | {"does": "reply", "words": "Every Sunday."})
    admission.admit(hospital.house)
    stream = str(hospital.house.waiting_room.where(waiting))
    assert "Every Sunday." in looks(nobody, code).text
    hospital.does("marco", Answer(answer="A second resident from Sunday.", outcome="done"), stream)
    answered = looks(nobody, code)
    assert "A second resident from Sunday." in answered.text
    assert "Does it help?" in answered.text
    done = nobody.client.post("/heard/say", data=hidden(looks(nobody, code)) | {"does": "heard"})
    assert "You said that you were heard." in done.text


def test_it_does_not_hold_and_is_taken_back(nobody: Browser, hospital: Alder) -> None:
    code = code_in(says(nobody))
    waiting = hospital.house.intake.id_of(codes.read(code) or "")
    hospital.does("marco", Answer(answer="It is fine.", outcome="explained"), waiting)
    looks(nobody, code)
    form = hidden(looks(nobody, code))
    nobody.client.post("/heard/say", data=form | {"does": "dispute", "words": "It is not."})
    assert "You said that the answer does not help" in looks(nobody, code).text
    nobody.client.post("/heard/say", data=hidden(looks(nobody, code)) | {"does": "withdraw"})
    assert "You took it back. This is closed." in looks(nobody, code).text
    late = nobody.client.post("/heard/say", data=form | {"does": "heard", "lang": "es"})
    assert late.status_code == 409
    assert "Esto ya no se puede hacer. Aquí ve cómo está." in late.text, "no sentence of another language"


def test_the_proof_is_there_once_it_is_on_record_and_says_nothing(nobody: Browser, hospital: Alder) -> None:
    code = code_in(says(nobody))
    assert "within eight hours" in looks(nobody, code).text
    admission.admit(hospital.house)
    page = looks(nobody, code).text
    number = re.search(r'class="proof">([0-9a-f]{64})<', page)
    assert number
    (stream,) = hospital.house.ledger.streams("concern")
    kept = sqlite3.connect(hospital.house.directory / "ledger.sqlite").execute("SELECT leaf FROM events").fetchall()
    assert bytes.fromhex(number[1]) in [leaf for (leaf,) in kept]
    assert stream not in page


def test_a_form_from_another_page_stores_nothing(nobody: Browser, hospital: Alder) -> None:
    form = hidden(nobody.get("/speak/4-west")) | {"kind": "concern", "unit": "4-west", "what": WORDS}
    for headers in ({"Origin": "https://evil.test"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        assert nobody.client.post("/speak/4-west", data=form, headers=headers).status_code == 403
        assert nobody.client.post("/heard", data={"code": form["code"]}, headers=headers).status_code == 403
    forged = form | {"pass": "0" * 32}
    assert nobody.client.post("/speak/4-west", data=forged).status_code == 409
    other = form | {"code": codes.mint()}
    assert nobody.client.post("/speak/4-west", data=other).status_code == 409
    assert hospital.house.intake.waiting() == []


def test_a_code_used_for_something_else_is_not_used_again(nobody: Browser, hospital: Alder) -> None:
    form = hidden(nobody.get("/speak/4-west")) | {"kind": "concern", "unit": "4-west", "what": WORDS}
    nobody.client.post("/speak/4-west", data=form)
    again = nobody.client.post("/speak/4-west", data=form | {"what": "Something else."})
    assert again.status_code == 409
    assert "Something else." in again.text
    assert hidden(again)["code"] != form["code"]
    assert len(hospital.house.intake.waiting()) == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"what": " "}, "Tell us what happened"),
        ({"what": "x" * 8_001}, "Make this shorter"),
        ({"what": "a\x00b"}, "could not read some letters"),
        ({"kind": "barrier"}, "Choose one of these"),
        ({"speaker": "unknown"}, "Choose one of these"),
        ({"contact": "Ana"}, "leave this empty"),
        ({"speaker": "named"}, "Tell us your name"),
    ],
)
def test_what_is_wrong_is_said_where_it_is_and_nothing_typed_is_lost(
    nobody: Browser, hospital: Alder, typed: dict[str, str], sentence: str
) -> None:
    answer = says(nobody, **{"idea": "A second lift."} | typed)
    assert answer.status_code == 422
    assert sentence in unescape(answer.text)
    assert "A second lift." in answer.text
    assert hospital.house.intake.waiting() == []


def test_nothing_can_be_said_beyond_what_is_asked(nobody: Browser, hospital: Alder) -> None:
    says(nobody, due="2030-01-01", rounds="rounds-1", answerer="person-x", by="person-x", source="import")
    assert voice(hospital).source == "between"


def test_what_is_typed_is_shown_as_text(nobody: Browser) -> None:
    code = code_in(says(nobody, what="<script>alert(1)</script> =HYPERLINK(1) \u202e"))
    assert "<script>alert(1)" not in looks(nobody, code).text
    assert "&lt;script&gt;" in looks(nobody, code).text


def test_a_body_too_large_is_refused_before_it_is_read(nobody: Browser) -> None:
    assert nobody.client.post("/speak", data={"what": "x" * 70_000}).status_code == 413


def test_a_unit_that_is_not_there_is_not_there(nobody: Browser) -> None:
    for path in ("/speak/nowhere", "/speak/..%2f", "/speak/%00"):
        assert nobody.get(path).status_code == 404
    assert says(nobody, unit="nowhere").status_code == 404


def test_somewhere_else_goes_to_the_front_door(nobody: Browser, hospital: Alder) -> None:
    assert says(nobody, "/speak", unit="").status_code == 200
    assert (voice(hospital).unit, voice(hospital).answerer) == (None, "role-quality-director")


def test_retaliation_has_its_own_button_and_stands_on_no_board(nobody: Browser, hospital: Alder, enter: Enter) -> None:
    assert "kind=retaliation" in nobody.get("/speak/4-west").text
    code = code_in(says(nobody, "/speak/4-west?kind=retaliation", kind="retaliation"))
    assert WORDS not in enter("marco").get("/unit/4-west").text
    waiting = hospital.house.intake.id_of(codes.read(code) or "")
    hospital.does("pia", Acknowledge(answer="We have read it and speak to you on Friday."), waiting)
    assert "We have read it and speak to you on Friday." in looks(nobody, code).text
    admission.admit(hospital.house)
    assert "They have read it and look into it." in looks(nobody, code).text
    taken = nobody.client.post("/heard/say", data=hidden(looks(nobody, code)) | {"does": "withdraw"})
    assert "You took it back." in taken.text


def test_for_respect_nobody_is_promised_what_cannot_be_kept(nobody: Browser) -> None:
    answer = says(nobody, kind="colleague", speaker="confidential", contact="Ana")
    assert "For this, choose that nobody may know it was you" in answer.text


def test_a_leader_whom_it_is_about_does_not_see_it(nobody: Browser, hospital: Alder, enter: Enter) -> None:
    says(nobody, leads="team_leader")
    assert WORDS not in enter("marco").get("/unit/4-west").text
    assert WORDS in enter("lena").get("/unit/4-west").text
    assert hospital.who["marco"] not in str(hospital.house.intake.waiting())
    admission.admit(hospital.house)
    assert WORDS not in enter("marco").get("/unit/4-west").text


@pytest.mark.parametrize("speaker", ["anonymous", "confidential"])
def test_its_wall_stands_before_anybody_can_find_it(nobody: Browser, hospital: Alder, speaker: str) -> None:
    house, walls = hospital.house, list[frozenset[str]]()

    def watched(statement: str) -> None:
        if statement == "COMMIT" or statement.startswith(("INSERT INTO waiting", "INSERT INTO events")):
            walls.append(house.people.walled_from(hospital.who["marco"]))

    house.intake._file.set_trace_callback(watched)
    house.ledger._writer.set_trace_callback(watched)  # type: ignore[attr-defined] # of a file
    says(nobody, leads="team_leader", speaker=speaker, contact="" if speaker == "anonymous" else "Ana, 555 0100")
    said = len(walls)
    admission.admit(house)
    assert said
    assert all(walls)
    assert len(house.people.walled_from(hospital.who["marco"])) == 1


def test_whoever_stands_in_for_a_leader_is_meant_too(nobody: Browser, hospital: Alder) -> None:
    sam = hospital.who["sam"]
    deputy = Deputise(person=sam, role="team_leader", since="2025-01-06", until="2026-01-01")
    hospital.does("marco", deputy, "unit-4-west")
    says(nobody, "/speak", unit="", leads="team_leader")
    walled = {login for login, person in hospital.who.items() if hospital.house.people.walled_from(person)}
    assert walled == {"sam", "marco", "priya"}


def test_the_same_code_under_another_name_is_refused_and_the_first_keeps_it(nobody: Browser, hospital: Alder) -> None:
    """Somebody went back and chose to be named after all."""
    form = hidden(nobody.get("/speak/4-west")) | {"kind": "concern", "unit": "4-west", "what": WORDS}
    code = code_in(nobody.client.post("/speak/4-west", data=form | {"speaker": "anonymous"}))
    again = nobody.client.post("/speak/4-west", data=form | {"speaker": "named", "contact": "Ana"})
    assert again.status_code == 409
    assert not list(hospital.house.ledger.streams("concern"))
    admission.admit(hospital.house)
    assert "You said" in looks(nobody, code).text


def test_without_a_unit_none_is_chosen(nobody: Browser) -> None:
    def chosen(path: str) -> list[str]:
        page = nobody.get(path).text.split('<select class="nhsuk-select" id="unit"')[1].split("</select>")[0]
        return re.findall(r'<option value="([^"]*)" selected', page)

    assert chosen("/speak") == [""]
    assert chosen("/speak/icu") == ["icu"]


def test_it_is_on_the_board_at_once_and_answered_from_there(nobody: Browser, enter: Enter) -> None:
    code = code_in(says(nobody))
    leader = enter("marco")
    board = leader.get("/unit/4-west").text
    assert WORDS in board
    href = re.search(r'href="(/voice/waiting-[0-9a-z]+)"', board)
    assert href
    assert WORDS in leader.get(href[1]).text
    form = f"/do/concern/answer?to={href[1].rpartition('/')[2]}"
    assert leader.send(form, answer="Since today there are two.", outcome="done", final="yes").status_code == 303
    assert "Since today there are two." in looks(nobody, code).text


def test_named_and_confidential_speakers_get_a_code_too(nobody: Browser, hospital: Alder) -> None:
    code = code_in(says(nobody, speaker="confidential", contact="Ana Soto, 555 0100"))
    (stream,) = hospital.house.ledger.streams("concern")
    assert hospital.house.waiting_room.where(hospital.house.intake.id_of(codes.read(code) or "")) == stream
    assert "You said" in looks(nobody, code).text


def test_in_a_flood_everybody_does_a_little_work_and_nobody_is_turned_away(
    nobody: Browser, hospital: Alder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.web.public.flood.FROM_ONE", 2)
    for _ in range(2):
        says(nobody)
    held = says(nobody)
    assert held.status_code == 429
    assert "You can also call" in held.text
    assert 'data-work="14"' in held.text
    form = hidden(held) | {"kind": "concern", "unit": "4-west", "what": WORDS}
    receipt = nobody.client.post("/speak/4-west", data=form | {"work": work(form["code"])})
    assert receipt.status_code == 200
    assert len(hospital.house.intake.waiting()) == 3
    keep = hidden(receipt)
    held = nobody.client.post("/speak/kept", data=keep)
    assert (held.status_code, code_in(held)) == (429, code_in(receipt))
    assert 'data-work="14"' in held.text
    assert not hospital.house.intake.is_kept(hospital.house.intake.id_of(keep["code"]))
    done = nobody.client.post("/speak/kept", data=hidden(held) | {"work": work(keep["code"])})
    assert done.status_code == 200
    assert hospital.house.intake.is_kept(hospital.house.intake.id_of(keep["code"]))


def test_a_flood_is_forgotten_within_a_quarter_of_an_hour() -> None:
    now = [0.0]
    flood = Flood(lambda: now[0])
    assert [flood.asks_work("192.0.2.7") for _ in range(121)][-1] is True
    assert flood.asks_work("192.0.2.8") is False
    now[0] += 600
    assert flood.asks_work("192.0.2.7") is False


def test_a_card_is_entered_under_its_own_code(nobody: Browser, enter: Enter) -> None:
    card = enter("lena").get("/unit/4-west/card").text
    found = re.search(r'class="code">([0-9A-Z-]{23})<', card)
    assert found
    assert code_in(says(nobody, came="paper", card=found[1])) == found[1]
    assert looks(nobody, found[1]).status_code == 200
    assert says(nobody, came="paper", card="ABC").status_code == 422


def test_the_poster_leads_to_the_unit_in_two_languages(enter: Enter) -> None:
    poster = enter("lena").get("/unit/4-west/poster").text
    assert "http://localhost/speak/4-west" in poster
    assert 'lang="es"' in poster


def test_the_language_is_the_readers(app: Flask) -> None:
    client = app.test_client()
    assert "¿Qué pasó?" in client.get("/speak", headers={"Accept-Language": "es-MX,es;q=0.9"}).text
    assert "What happened?" in client.get("/speak?lang=en", headers={"Accept-Language": "es"}).text
    assert "What happened?" in client.get("/speak", headers={"Accept-Language": "fi"}).text
