"""Words that must go are gone, from every file, and a record says so; without a record a loss is a fault."""

import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from services import admission
from services.clerk.asking import Asked, Told
from services.clerk.reception import Call
from services.erasing import asking
from services.erasing.carrying import carry_on
from services.intake import said
from services.ledger.verifying import erased, flaws
from tests.erasing.conftest import Guarded
from tests.given import given, the
from tests.trust.conftest import OPERATOR
from workflows.concern.commands import Answer, Note, Raise, Reply
from workflows.kernel.grammar import Command, Ref, Refused
from workflows.privilege.commands import Designate, DropOut
from workflows.respect.commands import Report
from workflows.subject import joint
from workflows.subject.commands import CarryOut, Erase, Redact, Withdraw
from workflows.subject.events import Erased, ErasureAsked

CANARY = "The canary sings on the windowsill of room nine."


def spoken(here: Guarded, what: str = CANARY) -> str:
    """The nurse's voice, answered."""
    voice = here.does(here.nurse, Raise(unit="4-west", what=what, idea="More canaries."))
    here.does(here.leader, Answer(answer="The canary was let out.", outcome="done"), voice)
    return voice


def erase(here: Guarded, about: str) -> str:
    """Asked by the privacy officer, approved by counsel."""
    command = Erase(about=about, basis="asked_by_the_person", approver=here.counsel)
    return here.does(here.officer, command)


def sealed(here: Guarded, stream: str) -> list[bytes]:
    """Keys, salts and ciphertext of a record, as they lie in the files."""
    facts = [here.house.clerk.mapper.fact(row) for row in here.house.ledger.stream_rows(stream)]
    parts = [(fact.seq, part.part) for fact in facts for part in fact.head.sealed]
    kept = here.house.ledger.sealed(parts).values()
    keys = [here.house.vault.key(key) or b"" for _, _, key, _, _ in kept]
    digests = [_digest(here, fact.head.command or "") for fact in facts]
    return [*keys, *[salt for *_, salt, _ in kept], *[cipher for *_, cipher in kept], *digests]


def _digest(here: Guarded, command: str) -> bytes:
    with closing(sqlite3.connect(f"file:{here.directory / 'ledger.sqlite'}?mode=ro", uri=True)) as file:
        digest: bytes = file.execute("SELECT digest FROM commands WHERE id = ?", (command,)).fetchone()[0]
    return digest


def found(directory: Path, wanted: list[bytes]) -> int:
    kept = b"".join(path.read_bytes() for path in sorted(directory.rglob("*")) if path.is_file())
    return sum(one in kept for one in wanted)


def test_what_is_erased_is_in_no_file_any_more(guarded: Guarded) -> None:
    voice = spoken(guarded)
    kept = sealed(guarded, voice)
    assert found(guarded.directory, kept) == len(kept) > 6
    erase(guarded, voice)
    assert carry_on(guarded.house) == 1
    assert found(guarded.directory, kept) == 0
    assert guarded.house.people.speaker_of(voice) is None


def told(outcome: Told | Refused) -> str:
    assert isinstance(outcome, Told), outcome
    return outcome.stream


def unnamed(here: Guarded, command: Command, code: str, to: str | None = None, about: tuple[str, ...] = ()) -> str:
    """What nobody's name stands beside waits before it enters."""
    return told(here.house.reception.speak(said(command), Call(id=code, via="page"), to, about=about))


def test_of_an_anonymous_voice_nothing_is_left_that_says_whom_it_was_about_or_confirms_a_guess(
    guarded: Guarded,
) -> None:
    voice = Raise(unit="4-west", what=CANARY, speaker="anonymous")
    waiting = unnamed(guarded, voice, "0123456789ABCDEFGHJK", about=(guarded.leader,))
    assert guarded.house.people.walled(waiting)
    admission.admit(guarded.house)
    with closing(sqlite3.connect(guarded.directory / "intake.sqlite")) as file:
        ((stream, digest),) = file.execute("SELECT stream, digest FROM entered").fetchall()
    erase(guarded, stream)
    assert carry_on(guarded.house) == 1
    assert not guarded.house.people.walled_from(guarded.leader)
    assert found(guarded.directory, [digest]) == 0
    assert guarded.house.waiting_room.where(waiting) == stream


def test_what_was_said_to_it_anonymously_enters_before_it_is_erased(guarded: Guarded) -> None:
    waiting = unnamed(guarded, Raise(unit="4-west", what=CANARY, speaker="anonymous"), "0123456789ABCDEFGHJK")
    admission.admit(guarded.house)
    stream = guarded.house.waiting_room.where(waiting) or ""
    unnamed(guarded, Reply(words=CANARY), "reply", stream)
    erase(guarded, stream)
    assert carry_on(guarded.house) == 0
    admission.admit(guarded.house)
    assert carry_on(guarded.house) == 1
    refs = [Ref(row[0], part) for row in guarded.house.ledger.stream_rows(stream) for part in ("what", "words")]
    assert guarded.house.door.open(refs) == {}


def test_an_erasure_verifies_and_a_loss_without_a_record_does_not(guarded: Guarded) -> None:
    gone, kept = spoken(guarded), spoken(guarded, "Something else.")
    erase(guarded, gone)
    carry_on(guarded.house)
    assert list(flaws(guarded.house.ledger)) == []
    assert {record.about for record in erased(guarded.house.ledger).values()} == {gone}
    first = guarded.house.ledger.stream_rows(kept)[0][0]
    guarded.house.ledger.erase([(first, "what")])
    assert list(flaws(guarded.house.ledger)) == [
        f"the words of fact {first:,} are gone, and no record says that they were erased"
    ]


def test_a_record_of_one_voice_excuses_no_other(guarded: Guarded) -> None:
    gone, kept = spoken(guarded), spoken(guarded, "Something else.")
    seq = guarded.house.ledger.stream_rows(kept)[0][0]
    request = erase(guarded, gone)
    forged = CarryOut(words=(f"{seq}.what",), clear_of=0)
    from services.clerk.asking import Asked
    from services.erasing.carrying import CLOCK

    guarded.house.clerk.give(Asked(forged, request, "forged", CLOCK))
    guarded.house.ledger.erase([(seq, "what")])
    assert any("no record says" in flaw for flaw in flaws(guarded.house.ledger))


def test_an_erased_voice_waits_for_nothing_and_its_retry_brings_nothing_back(guarded: Guarded) -> None:
    voice = guarded.does(guarded.nurse, Raise(unit="4-west", what=CANARY))
    erase(guarded, voice)
    carry_on(guarded.house)
    assert guarded.house.clerk.memory.get(voice).state.how == "withdrawn"
    assert carry_on(guarded.house) == 0


def test_what_is_written_afterwards_has_a_key_of_its_own(guarded: Guarded) -> None:
    issue = guarded.does(guarded.leader, Note(unit="4-west", what=CANARY))
    listed = guarded.house.clerk.memory.get(issue).state.voice.issue
    request = asking.erase(
        guarded.house,
        guarded.house.rights.actor(guarded.officer),
        Erase(about=issue, basis="law", approver=guarded.counsel),
        "page",
    )
    assert not isinstance(request, Refused)
    assert carry_on(guarded.house) == 2, "the issue told the same"
    from workflows.issue.commands import Correct

    told = guarded.tells(guarded.leader, Correct(part="title", text="A bird."), listed)
    assert guarded.house.door.open([Ref(told.first, "text")]) == {Ref(told.first, "text"): "A bird."}
    assert list(flaws(guarded.house.ledger)) == []


def test_who_asks_does_not_approve_and_who_may_not_does_not_ask(guarded: Guarded) -> None:
    voice = spoken(guarded)
    alone = Erase(about=voice, basis="law", approver=guarded.officer)
    assert _key(guarded.asks(guarded.officer, alone)) == "subject.another_approves"
    assert _key(guarded.asks(guarded.leader, Erase(about=voice, basis="law", approver=guarded.counsel))) == "forbidden"
    carried = CarryOut(words=(), clear_of=0)
    assert _key(guarded.asks(guarded.officer, carried, erase(guarded, voice))) == "forbidden"


def test_a_request_can_be_taken_back_until_it_is_carried_out(guarded: Guarded) -> None:
    voice = spoken(guarded)
    request = erase(guarded, voice)
    guarded.does(guarded.officer, Withdraw(), request)
    assert carry_on(guarded.house) == 0
    late = erase(guarded, voice)
    carry_on(guarded.house)
    assert _key(guarded.asks(guarded.officer, Withdraw(), late)) == "subject.done"


@pytest.mark.parametrize("entry", [True, False])
def test_everything_a_person_said_goes_and_no_fact_says_who(guarded: Guarded, entry: bool) -> None:
    voices = [spoken(guarded, f"{CANARY} {n}") for n in range(3)]
    kept = [one for voice in voices for one in sealed(guarded, voice)]
    actor = guarded.house.rights.actor(guarded.officer)
    before = guarded.house.ledger.head()[0]
    assert (
        asking.leave(guarded.house, actor, guarded.nurse, "asked_by_the_person", guarded.counsel, entry=entry) is None
    )
    assert carry_on(guarded.house) == 3
    assert found(guarded.directory, kept) == 0
    assert guarded.house.people.voices_of(guarded.nurse) == []
    assert (guarded.house.people.person(guarded.nurse) is None) == entry
    written = b"".join(entry.head + entry.body for entry in guarded.house.ledger.entries(before, 100))
    assert guarded.nurse.encode() not in written
    assert guarded.house.leavers.waiting() == []


def test_a_redacted_passage_is_read_by_nobody_not_even_in_the_past(guarded: Guarded) -> None:
    told = guarded.tells(guarded.nurse, Raise(unit="4-west", what="Mrs Finch in room nine fell.", idea="A mat."))
    voice, ref = told.stream, Ref(told.first, "what")
    ((*_, key, _, cipher),) = guarded.house.ledger.sealed([(told.first, "what")]).values()
    kept = [cipher, guarded.house.vault.key(key) or b""]
    taken = Redact(about=voice, seq=told.first, part="what", text="[…] in room nine fell.", reason="A name.")
    guarded.does(guarded.officer, taken)
    assert guarded.house.door.open([ref]) == {ref: "[…] in room nine fell."}
    assert carry_on(guarded.house) == 1
    assert found(guarded.directory, kept) == 0
    assert guarded.house.vault.key(key) is None, "a copy of the ledger made before is unreadable as well"
    idea = Ref(told.first, "idea")
    assert guarded.house.door.open([ref, idea]) == {ref: "[…] in room nine fell.", idea: "A mat."}
    assert list(flaws(guarded.house.ledger)) == []
    erase(guarded, voice)
    carry_on(guarded.house)
    assert guarded.house.door.open([ref, idea]) == {}, "what stood in its place goes with it"


def test_a_key_that_opens_words_that_stay_stays_with_them(guarded: Guarded) -> None:
    """So it is where a record was written when all its words had one key, as those of a restricted record still have."""
    house = guarded.house
    voice = guarded.does(guarded.nurse, Raise(unit="4-west", what="Mrs Finch fell.", speaker="named"))
    _apart(guarded, Designate(about=voice, reason="Review."))
    one, other = (guarded.tells(guarded.nurse, Reply(words=words), voice) for words in ("Mrs Finch again.", "A mat."))
    _apart(guarded, DropOut(about=voice, reason="Reviewed."))
    taken = Redact(about=voice, seq=one.first, part="words", text="[…] again.", reason="A name.")
    guarded.does(guarded.officer, taken)
    carry_on(house)
    (event,) = (house.clerk.mapper.fact(row).event for row in house.ledger.rows(house.ledger.head()[0] - 1, 1))
    assert isinstance(event, Erased)
    assert (event.words, event.keys) == ((f"{one.first}.words",), ())
    assert house.door.open([Ref(other.first, "words")], lambda _: True) == {Ref(other.first, "words"): "A mat."}


def test_a_long_record_is_erased_in_as_many_facts_as_it_takes() -> None:
    words, keys = tuple(f"{n}.what" for n in range(1, 2_501)), tuple(f"key-{n:026}" for n in range(2_500))
    asked = given(("subject-" + "0" * 26, ErasureAsked(about=the("concern"), basis="law", approver="person-a")))
    done = joint.carry_out(CarryOut(words=words, keys=keys, clear_of=0), asked.state("subject-" + "0" * 26))
    assert not isinstance(done, Refused)
    assert [len(event.words) for event in done if isinstance(event, Erased)] == [1_000, 1_000, 500]
    assert tuple(key for event in done if isinstance(event, Erased) for key in event.keys) == keys


def _apart(guarded: Guarded, command: Command) -> None:
    told = guarded.house.clerk.give(Asked(command, None, str(uuid4()), OPERATOR))
    assert isinstance(told, Told), told


def test_nothing_restricted_is_put_into_other_words_in_the_open(guarded: Guarded) -> None:
    house = guarded.house
    incident = guarded.tells(guarded.nurse, Report(kind="colleague", what="Mrs Finch saw it.", unit="4-west"))
    voice = guarded.tells(guarded.nurse, Raise(unit="4-west", what="Mrs Finch fell."))
    apart = house.clerk.give(Asked(Designate(about=voice.stream, reason="Review."), None, str(uuid4()), OPERATOR))
    assert isinstance(apart, Told), apart
    before = house.ledger.head()[0]
    for told in (incident, voice):
        taken = Redact(about=told.stream, seq=told.first, part="what", text="[…]", reason="A name.")
        outcome = house.clerk.give(Asked(taken, None, str(uuid4()), OPERATOR))
        assert _key(outcome) == "subject.restricted"
    assert house.ledger.head()[0] == before


def test_a_redaction_does_not_reach_into_another_record(guarded: Guarded) -> None:
    mine, other = (guarded.tells(guarded.nurse, Raise(unit="4-west", what=what)) for what in ("One.", "Two."))
    reach = Redact(about=mine.stream, seq=other.first, part="what", text="Nothing.", reason="To hide it.")
    guarded.does(guarded.officer, reach)
    ref = Ref(other.first, "what")
    carry_on(guarded.house)
    assert guarded.house.door.open([ref]) == {ref: "Two."}
    assert list(flaws(guarded.house.ledger)) == []


def _key(outcome: object) -> str:
    assert isinstance(outcome, Refused), outcome
    return outcome.key
