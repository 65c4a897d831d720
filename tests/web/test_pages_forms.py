"""Every command is a form, whatever is typed into it."""

import re

import pytest
from werkzeug.datastructures import MultiDict

from services import sentences
from services.web.doing.forms import Wrong, command_of
from services.web.phrases import choice, phrases
from services.wording.questions import questions
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from workflows import lexicon
from workflows.barrier.commands import Log
from workflows.concern.commands import Answer, Raise
from workflows.issue.commands import Triage
from workflows.kernel.grammar import Command


@pytest.mark.parametrize("kind", lexicon.COMMAND_TYPES.values(), ids=lexicon.COMMAND_TYPES)
def test_every_command_has_questions_a_button_and_a_word_of_thanks(kind: type[Command]) -> None:
    assert phrases().verbs.get(kind.VERB), f"name {kind.VERB} in services/web/phrases"
    assert all(one.title.endswith("?") and one.hint for one in questions(kind))
    assert all(choice(option) for one in questions(kind) for option in one.options)


def test_phrases_speak_of_nothing_that_is_not_there() -> None:
    assert set(phrases().verbs) <= set(lexicon.COMMAND_TYPES)


def test_a_form_becomes_the_command_it_spells() -> None:
    typed = MultiDict({"what": " A lift ", "money": "$9,800", "due": "2025-05-12", "holder": "person-x", "unit": ""})
    typed.setlist("issues", ["issue-" + "0" * 26])
    assert command_of(Log, typed) == Log(
        what="A lift", money=980_000, due="2025-05-12", holder="person-x", issues=("issue-" + "0" * 26,)
    )
    assert command_of(Answer, MultiDict({"answer": "Yes", "outcome": "done", "final": "yes"})) == Answer(
        answer="Yes", outcome="done"
    )
    assert command_of(Answer, MultiDict({"answer": "So far", "outcome": "done"})) == Answer(
        answer="So far", outcome="done", final=False
    )


@pytest.mark.parametrize(
    ("typed", "field", "says"),
    [
        ({}, "what", "Say it in a few words: What did you see or hear?"),
        ({"what": "x" * 8001}, "what", "Shorten this to 8,000 characters."),
        ({"what": "caf\ufffd"}, "what", "Some letters could not be read. Type this again."),
        ({"what": "a", "speaker": "everyone"}, "speaker", "Choose one of the answers offered."),
        ({"what": "a", "unit": "NO SUCH"}, "unit", "Choose one of the answers offered."),
    ],
)
def test_what_is_wrong_is_said_at_its_field(typed: dict[str, str], field: str, says: str) -> None:
    assert command_of(Raise, MultiDict({"unit": "icu"} | typed)) == Wrong({field: says})


@pytest.mark.parametrize("number", ["0", "6", "-1", "two", "1e3", "٣", "9" * 400])
def test_a_number_out_of_bounds_is_told_its_bounds(number: str) -> None:
    typed = MultiDict({"category": "other", "severity": number, "likelihood": "1", "ease": "1"})
    assert command_of(Triage, typed) == Wrong({"severity": "Give a whole number from 1 to 5."})


@pytest.mark.parametrize("day", ["tomorrow", "2025-02-30", "12/05/2025", "2025-W03", "20250512"])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    wrong = command_of(Log, MultiDict({"what": "A lift", "due": day}))
    assert wrong == Wrong({"due": "Give a day such as 2025-07-14."})


def test_three_taps_raise_a_concern(enter: Enter, hospital: Alder) -> None:
    answer = enter("nora").send("/raise", unit="4-west", what="The fax nobody reads")
    assert (answer.status_code, answer.location) == (303, "/answers")
    (voice,) = hospital.house.ledger.streams("concern")
    assert hospital.house.people.speaker_of(voice) == hospital.who["nora"]


def test_pressing_twice_is_the_same_as_pressing_once(enter: Enter, hospital: Alder) -> None:
    nora = enter("nora")
    same = {"unit": "4-west", "what": "The fax nobody reads", "command": "0f0e0d0c-0b0a-4900-8807-060504030201"}
    assert [nora.send("/raise", **same).status_code for _ in range(2)] == [303, 303]
    assert len(list(hospital.house.ledger.streams("concern"))) == 1


def test_an_anonymous_concern_leaves_no_trace_of_who_it_was_and_a_code(
    enter: Enter, nobody: Browser, hospital: Alder
) -> None:
    answer = enter("nora").send("/raise", unit="4-west", what="I am afraid to say this", speaker="anonymous")
    assert "Please keep this code." in answer.text
    code = re.search(r'data-code="([0-9A-Z-]+)"', answer.text)
    assert code
    assert "I am afraid to say this" in nobody.client.post("/heard", data={"code": code[1]}).text
    assert list(hospital.house.ledger.streams("concern")) == []
    assert hospital.house.people.voices_of(hospital.who["nora"]) == []
    assert len(hospital.house.intake.waiting()) == 1


def test_a_form_of_any_command_asks_gives_and_thanks(enter: Enter, hospital: Alder) -> None:
    voice = hospital.does("nora", Raise(unit="4-west", what="The fax nobody reads"))
    marco = enter("marco")
    page = marco.get(f"/do/concern/answer?to={voice}&next=/desk").text
    assert "What is your answer?" in page
    assert "Give this answer" in page
    answer = marco.send(
        f"/do/concern/answer?to={voice}&next=/desk", answer="It goes to the inbox now", outcome="done", final="yes"
    )
    assert (answer.status_code, answer.location) == (303, "/desk")


def test_a_refusal_is_a_sentence_and_the_words_stay(enter: Enter, hospital: Alder) -> None:
    voice = hospital.does("nora", Raise(unit="4-west", what="The fax nobody reads"))
    answer = enter("marco").send(f"/do/concern/give_reason?to={voice}", reason="Money is short")
    assert answer.status_code == 409
    assert "No reason is owed here." in answer.text
    assert "Money is short" in answer.text


def test_a_late_entry_says_when_it_happened(enter: Enter, hospital: Alder) -> None:
    voice = hospital.on("2025-06-01").does("nora", Raise(unit="4-west", what="The fax"))
    hospital.on("2025-06-10")
    answer = enter("marco").send(f"/do/concern/acknowledge?to={voice}", happened_on="2025-06-03")
    assert answer.status_code == 303
    row = hospital.house.ledger.stream_rows(voice)[-1]
    assert hospital.house.clerk.mapper.fact(row).head.occurred == "2025-06-03"


def test_every_refusal_has_its_sentence() -> None:
    """Keys are written where the rules are; the catalogue must know each of them."""
    import ast

    from tests.laws.tree import modules, parsed

    keys = {
        node.args[0].value
        for path in modules("workflows", "services")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "refused" and node.args
        if isinstance(node.args[0], ast.Constant)
    }
    assert keys - set(sentences.catalogue()) == set()


@pytest.mark.parametrize("day", ["yesterday", "2025-02-30", "2031-01-01", "0001-01-01", "\x00"])
def test_a_late_entry_of_no_day_is_refused(enter: Enter, hospital: Alder, day: str) -> None:
    voice = hospital.on("2025-06-10").does("nora", Raise(unit="4-west", what="The fax"))
    answer = enter("marco").send(f"/do/concern/acknowledge?to={voice}", happened_on=day)
    assert answer.status_code == 422
