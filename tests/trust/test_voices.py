"""Who spoke stays out of the facts; whoever stays anonymous is not even there in time or order."""

from uuid import uuid4

import pytest

from services import admission
from services.admission import Admitted
from services.clerk.asking import Told
from services.clerk.reception import Call
from services.intake import HasEntered, Intake, said
from tests.trust.conftest import Small
from workflows.concern.commands import Acknowledge, Answer, Correct, Deliver, Dispute, Move, Raise, Reopen, SayHeard
from workflows.hospital import commands as hospital
from workflows.kernel.grammar import By, Fact, Ref, Refused
from workflows.kernel.moments import DAY
from workflows.unit.commands import Close


def _facts(small: Small) -> list[Fact]:
    return [small.house.clerk.mapper.fact(row) for row in small.house.ledger.rows(0, 10_000)]


def _raised(small: Small) -> list[Fact]:
    return [fact for fact in _facts(small) if fact.head.name == "concern.raised"]


def test_a_confidential_voice_is_in_no_fact_and_still_hears_back(small: Small) -> None:
    voice = small.does(small.nurse, Raise(unit="4-west", what="The ramp is dark."))
    small.does(small.leader, Answer(answer="Two lamps are up.", outcome="done"), voice)
    small.does(small.leader, Deliver(how="page"), voice)
    small.does(small.nurse, SayHeard(), voice)
    assert small.house.people.voices_of(small.nurse) == [voice]
    after = small.house.ledger.stream_rows(voice)
    assert not any(small.nurse.encode() in head + body for *_, head, body in after)


def test_nothing_a_speaker_does_for_their_voice_says_who_they_are(small: Small) -> None:
    voice = small.does(small.nurse, Raise(unit="4-west", what="The ramp is dark."))
    small.does(small.nurse, Correct(part="what", text="The ramp at the back is dark."), voice)
    small.does(small.leader, Answer(answer="It is not.", outcome="explained"), voice)
    small.does(small.leader, Deliver(how="page"), voice)
    small.does(small.nurse, SayHeard(), voice)
    small.does(small.nurse, Reopen(why="It is dark again."), voice)
    rows = small.house.ledger.stream_rows(voice)
    assert not any(small.nurse.encode() in head + body for *_, head, body in rows)


def test_a_voice_is_spoken_for_by_no_id(small: Small) -> None:
    actor = small.house.rights.actor(small.leader)
    call = Call(id=str(uuid4()), via="api", behalf=small.nurse)
    told = small.house.reception.ask(actor, Raise(unit="4-west", what="She says that the ramp is dark."), call)
    assert isinstance(told, Told)
    assert small.nurse.encode() not in small.house.ledger.stream_rows(told.stream)[0][6]


def test_nobody_says_for_a_speaker_that_their_name_may_be_shown(small: Small) -> None:
    voice = small.does(small.nurse, Raise(unit="4-west", what="The ramp is dark."))
    assert small.asks(small.leader, Correct(field="speaker", now="named"), voice) == Refused("concern.only_the_speaker")
    small.does(small.nurse, Correct(field="speaker", now="named"), voice)


def test_only_the_one_who_spoke_can_say_heard_or_dispute(small: Small) -> None:
    voice = small.does(small.nurse, Raise(unit="4-west", what="The ramp is dark."))
    small.does(small.leader, Answer(answer="It is not.", outcome="explained"), voice)
    small.does(small.leader, Deliver(how="page"), voice)
    for command in (SayHeard(), Dispute(why="It is.")):
        assert small.asks(small.stranger, command, voice) == Refused("forbidden")


def test_an_anonymous_voice_waits_readable_and_enters_late(small: Small) -> None:
    before = small.house.ledger.head()
    told = small.asks(small.nurse, Raise(unit="4-west", what="We sign too early.", speaker="anonymous"))
    assert isinstance(told, Told)
    assert told.stream.startswith("waiting-")
    assert small.house.ledger.head() == before, "nothing of it is in the ledger yet"
    (waiting,) = small.house.intake.waiting()
    assert waiting.said.asks(Raise) == Raise(unit="4-west", what="We sign too early.", speaker="anonymous")
    assert admission.admit(small.house) == Admitted(1, ())
    (fact,) = _raised(small)
    assert fact.head.by.kind == "voice"
    assert fact.head.occurred == "2026-03-02", "the day is all that is kept"
    assert small.house.people.voices_of(small.nurse) == []
    assert small.house.intake.waiting() == []


def test_an_anonymous_voice_that_could_never_enter_is_told_so(small: Small) -> None:
    small.operates(Close(), "unit-icu")
    for place, key in (("nowhere", "unit.unknown"), ("icu", "unit.closed")):
        told = small.asks(small.nurse, Raise(unit=place, what="We sign too early.", speaker="anonymous"))
        assert isinstance(told, Refused)
        assert told.key == key
    assert small.house.intake.waiting() == []


def test_a_lost_reply_loses_and_doubles_nothing(small: Small) -> None:
    retry = str(uuid4())
    raised = Raise(unit="4-west", what="We sign too early.", speaker="anonymous")
    assert small.asks(small.nurse, raised, retry=retry) == small.asks(small.nurse, raised, retry=retry)
    admission.admit(small.house)
    assert len(_raised(small)) == 1
    assert retry not in str([fact.head.command for fact in _facts(small)]), "the client's id never enters the ledger"


def test_a_reply_lost_for_longer_than_the_wait_doubles_nothing(small: Small) -> None:
    retry = str(uuid4())
    raised = Raise(unit="4-west", what="We sign too early.", speaker="anonymous")
    first = small.asks(small.nurse, raised, retry=retry)
    admission.admit(small.house)
    assert small.asks(small.nurse, raised, retry=retry) == first
    other = Raise(unit="4-west", what="Something else.", speaker="anonymous")
    assert small.asks(small.nurse, other, retry=retry) == Refused("command.reused")
    assert admission.admit(small.house) == Admitted(0, ())
    assert len(_raised(small)) == 1


def test_a_unit_that_closes_takes_no_waiting_voice_with_it(small: Small) -> None:
    small.asks(small.nurse, Raise(unit="4-west", what="We sign too early.", speaker="anonymous"))
    small.moment += DAY // 3
    small.operates(Close(), "unit-4-west")
    small.moment += DAY // 3
    assert admission.admit(small.house) == Admitted(1, ())
    assert len(_raised(small)) == 1


def test_an_act_on_what_waits_enters_after_it_whatever_it_is(small: Small) -> None:
    told = small.tells(small.nurse, Raise(unit="4-west", what="We sign too early.", speaker="anonymous"))
    by = By("person", small.leader, "team_leader")
    acted = said(Answer(answer="From today a second nurse signs.", outcome="done"), by=by)
    assert small.house.intake.put("2026-03-02", acted, "acted", about=told.stream)
    assert admission.admit(small.house) == Admitted(2, ())
    voice = small.house.intake.stream_of(told.stream)
    assert voice is not None
    raised, answered = [fact for fact in _facts(small) if fact.stream == voice]
    assert (raised.head.name, answered.head.name) == ("concern.raised", "concern.answered")
    assert (answered.head.by, answered.head.occurred) == (by, "2026-03-02")


def test_what_has_entered_is_acted_on_where_it_is(small: Small) -> None:
    told = small.tells(small.nurse, Raise(unit="4-west", what="We sign too early.", speaker="anonymous"))
    admission.admit(small.house)
    with pytest.raises(HasEntered) as entered:
        small.house.intake.put("2026-03-02", said(Acknowledge()), "acted", about=told.stream)
    assert entered.value.stream == small.house.intake.stream_of(told.stream)


def test_a_voice_about_no_unit_is_answered_at_the_front_door_and_can_be_moved(small: Small) -> None:
    director = small.house.people.add("Ines Moreau").id
    small.operates(hospital.Appoint(person=director, role="quality_director", since="2026-01-01"), "hospital")
    voice = small.does(director, Raise(what="Somewhere a tap drips."))
    assert small.house.clerk.memory.get(voice).state.voice.answerer == "role-quality-director"
    small.does(director, Move(unit="4-west"), voice)
    assert small.house.clerk.memory.get(voice).state.voice.answerer == "unit-4-west"


def test_an_entry_cut_off_between_ledger_and_intake_is_not_doubled(small: Small) -> None:
    small.asks(small.nurse, Raise(unit="4-west", what="We sign too early.", speaker="anonymous"))
    (waiting,) = small.house.intake.waiting()
    entry = small.house.intake.entry(waiting.id)
    admission.admit(small.house)
    small.house.intake.put("2026-03-02", waiting.said, "again")
    (again,) = small.house.intake.waiting()
    small.house.intake._file.execute("UPDATE waiting SET entry = ? WHERE id = ?", (entry, again.id))
    admission.admit(small.house)
    assert len(_raised(small)) == 1


def test_the_order_of_arrival_does_not_survive_the_flush(small: Small) -> None:
    texts = [f"Concern number {number}." for number in range(40)]
    for text in texts:
        small.asks(small.nurse, Raise(unit="4-west", what=text, speaker="anonymous"))
    admission.admit(small.house)
    raised = _raised(small)
    opened = small.house.door.open([Ref(fact.seq, "what") for fact in raised])
    entered = [opened[Ref(fact.seq, "what")] for fact in raised]
    assert sorted(entered) == sorted(texts)
    assert entered != texts
    ranks = [texts.index(text) for text in entered]
    assert abs(_spearman(ranks)) < 0.5, "forty shuffled ones are hardly ever in order"


def _spearman(ranks: list[int]) -> float:
    n = len(ranks)
    return 1 - 6 * sum((rank - place) ** 2 for place, rank in enumerate(ranks)) / (n * (n * n - 1))


def test_the_intake_keeps_no_word_and_no_time(small: Small) -> None:
    small.asks(small.nurse, Raise(unit="4-west", what="The canary sings.", speaker="anonymous"))
    files = [path for path in small.directory.iterdir() if path.name.startswith("intake.sqlite")]
    kept = b"".join(path.read_bytes() for path in files)
    assert b"canary" not in kept.lower()
    assert small.nurse.encode() not in kept
    columns = small.house.intake._file.execute("SELECT name FROM pragma_table_info('waiting')").fetchall()
    assert [name for (name,) in columns] == ["id", "day", "nonce", "body", "entry", "v", "about", "n"]


def test_a_held_row_is_kept_once_and_only_until_it_is_decided(small: Small) -> None:
    intake: Intake = small.house.intake
    assert intake.rows.hold("held-1", "4-west", "respect", b"row") is True
    assert intake.rows.hold("held-1", "4-west", "respect", b"other") is False
    (held,) = intake.rows.undecided()
    assert (held.unit, held.reason, held.body) == ("4-west", "respect", b"row")
    intake.rows.decide("held-1", "left out")
    assert intake.rows.undecided() == []
