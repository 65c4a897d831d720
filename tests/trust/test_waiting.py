"""What waits for its hour is read and answered meanwhile, and enters as it came."""

from uuid import uuid4

from services import admission
from services.admission import Admitted
from services.clerk import meanwhile
from services.clerk.asking import Told
from services.clerk.reception import Call
from services.clerk.stand_ins import Item
from services.intake import said
from tests.trust.conftest import Small
from workflows.concern.commands import (
    Acknowledge,
    Answer,
    AskSpeaker,
    Deliver,
    Hide,
    Merge,
    Raise,
    Reply,
    SayHeard,
    Settle,
    Triage,
    Unhide,
    Withdraw,
)
from workflows.concern.state import Answered
from workflows.grievance.commands import Open
from workflows.issue.commands import List
from workflows.kernel.grammar import Command, Fact, Refused
from workflows.kernel.moments import DAY

CODE = "0123456789ABCDEFGHJK"


def _speaks(small: Small, command: Command, to: str | None = None, key: str = "") -> str:
    told = small.house.reception.speak(said(command), Call(id=key or str(uuid4()), via="page"), to)
    assert not isinstance(told, Refused), told
    return told.stream


def _raised(small: Small, what: str = "We sign too early.") -> str:
    return _speaks(small, Raise(unit="4-west", what=what, speaker="anonymous", who="staff"), key=CODE)


def _item(small: Small, name: str) -> Item:
    item = small.house.waiting_room.item(name)
    assert item is not None
    return item


def _facts(small: Small, stream: str) -> list[Fact]:
    return [small.house.clerk.mapper.fact(row) for row in small.house.ledger.stream_rows(stream)]


def _board(small: Small) -> list[str]:
    items = small.house.waiting_room.items()
    with small.house.views.look() as look:
        board = meanwhile.on_board(look.board("4-west"), "4-west", items)
    return [stint.stream for stint in board.voices]


def test_it_is_on_the_board_at_once_and_can_be_answered_while_it_waits(small: Small) -> None:
    head = small.house.ledger.head()
    voice = _raised(small)
    assert _board(small) == [voice]
    small.does(small.leader, Acknowledge(), voice)
    small.does(small.leader, Answer(answer="A second nurse signs from today.", outcome="done"), voice)
    item = _item(small, voice)
    assert isinstance(item.state, Answered)
    assert small.house.door.open([item.state.answer.text])[item.state.answer.text] == "A second nurse signs from today."
    assert small.house.ledger.head() == head, "nothing of it is in the ledger yet"


def test_all_of_it_enters_in_order_and_to_the_day(small: Small) -> None:
    voice = _raised(small)
    small.does(small.leader, Answer(answer="A second nurse signs.", outcome="done"), voice)
    small.does(small.leader, Deliver(how="page"), voice)
    _speaks(small, SayHeard(), voice)
    assert admission.admit(small.house) == Admitted(4, ())
    stream = small.house.waiting_room.where(voice)
    assert stream is not None
    facts = _facts(small, stream)
    names = [fact.head.name for fact in facts]
    assert names == ["concern.raised", "concern.answered", "concern.delivered", "concern.heard"]
    assert {fact.head.occurred for fact in facts} == {"2026-03-02"}
    assert small.house.intake.waiting() == []


def test_a_code_finds_back_before_and_after(small: Small) -> None:
    voice = _raised(small)
    assert small.house.intake.id_of(CODE) == voice
    admission.admit(small.house)
    assert small.house.waiting_room.where(voice) == next(iter(small.house.ledger.streams("concern")))


def test_questions_go_back_and_forth_and_the_speaker_stays_late_and_shuffled_for_ever(small: Small) -> None:
    voice = _raised(small)
    admission.admit(small.house)
    stream = str(small.house.waiting_room.where(voice))
    small.does(small.leader, AskSpeaker(question="Which shift is it?"), stream)
    assert small.asks(small.leader, AskSpeaker(question="And where?"), stream) == Refused("concern.asked_already")
    head = small.house.ledger.head()
    _speaks(small, Reply(words="Nights."), stream)
    assert small.house.ledger.head() == head
    words = small.house.door.open([_item(small, stream).state.voice.talk[-1].words])
    assert list(words.values()) == ["Nights."]
    small.does(small.leader, Answer(answer="Two at night, then.", outcome="done"), stream)
    assert small.house.ledger.head() == head, "what is done behind something that waits, waits too"
    small.moment += DAY
    assert admission.admit(small.house) == Admitted(2, ())
    assert [fact.head.name for fact in _facts(small, stream)][-2:] == ["concern.replied", "concern.answered"]


def test_the_rules_hold_while_it_waits(small: Small) -> None:
    voice = _raised(small)
    assert small.asks(small.stranger, Acknowledge(), voice) == Refused("forbidden")
    assert small.asks(small.leader, Deliver(how="page"), voice) == Refused("concern.no_answer_yet")
    told = small.house.reception.speak(said(SayHeard()), Call(id=str(uuid4()), via="page"), voice)
    assert told == Refused("concern.no_answer_yet")
    assert len(small.house.intake.waiting()) == 1


def test_what_touches_something_else_waits_its_turn(small: Small) -> None:
    other = small.does(small.nurse, Raise(unit="4-west", what="No lift."))
    small.does(small.leader, List(unit="4-west", title="No lift.", from_concern=other))
    issue = next(iter(small.house.ledger.streams("issue")))
    assert small.asks(small.leader, Merge(issue=issue), _raised(small)) == Refused("waits_alone")


def test_a_complaint_that_waits_becomes_a_grievance_whose_clock_runs_from_that_day(small: Small) -> None:
    voice, retry = _raised(small, "Nobody explained the drain."), str(uuid4())
    small.does(small.leader, Triage(route="complaint"), voice)
    opens = Open(unit="4-west", concern=voice, complaint="Nobody explained the drain.")
    assert (
        small.asks(small.leader, opens, None, retry)
        == small.asks(small.leader, opens, None, retry)
        == Told(voice, 0, 0)
    )
    assert small.asks(small.leader, opens) == Refused("concern.is_grievance")
    assert small.asks(small.leader, Settle(did="A nurse explained it."), voice) == Refused("concern.is_grievance")

    small.moment += DAY
    assert admission.admit(small.house) == Admitted(3, ())
    (grievance,) = small.house.ledger.streams("grievance")
    complaint = small.house.clerk.memory.get(grievance).state.complaint
    assert (complaint.about, complaint.due) == (small.house.waiting_room.where(voice), "2026-03-09")
    assert small.asks(small.leader, opens) == Refused("concern.is_grievance"), "known by its old name too"


def test_a_lost_reply_to_an_act_on_what_waits_doubles_nothing(small: Small) -> None:
    voice, retry = _raised(small), str(uuid4())
    answer = Answer(answer="A second nurse signs.", outcome="done")
    assert small.asks(small.leader, answer, voice, retry) == small.asks(small.leader, answer, voice, retry)
    assert admission.admit(small.house) == Admitted(2, ())


def test_somebody_without_an_account_who_may_be_known_enters_at_once_and_finds_back(small: Small) -> None:
    asked = Raise(unit="4-west", what="The tap drips.", speaker="confidential", contact="Ana, 555 0100")
    voice = _speaks(small, asked, key=CODE)
    assert _speaks(small, asked, key=CODE) == voice
    assert small.house.waiting_room.where(small.house.intake.id_of(CODE)) == voice
    (raised,) = _facts(small, voice)
    assert raised.head.by.kind == "voice"
    _speaks(small, Withdraw(), voice)
    assert _facts(small, voice)[-1].head.name == "concern.withdrawn"


def test_how_to_reach_somebody_is_not_opened_with_what_they_said(small: Small) -> None:
    voice = _speaks(small, Raise(unit="4-west", what="The tap drips.", contact="Ana, 555 0100"), key=CODE)
    state = small.house.clerk.memory.get(voice).state.voice
    assert small.house.door.open([state.what, state.contact]) == {state.what: "The tap drips."}
    assert small.house.door.open_locked(state.contact) == "Ana, 555 0100"


def test_what_is_hidden_leaves_the_boards_and_stays_counted(small: Small) -> None:
    voice = _raised(small, "Filth.")
    small.does(small.leader, Hide(why="Abuse, and nothing else."), voice)
    admission.admit(small.house)
    stream = str(small.house.waiting_room.where(voice))
    small.house.reader.pull()
    nurse, leader = (small.house.rights.actor(one) for one in (small.nurse, small.leader))
    assert not small.house.rights.sees(nurse, stream)
    assert small.house.rights.sees(leader, stream)
    with small.house.views.look() as look:
        assert look.board("4-west").counts["owed"] == 1
    small.does(small.leader, Unhide(), stream)
    assert small.house.rights.sees(nurse, stream)


def test_the_file_changes_on_a_beat_of_its_own(small: Small) -> None:
    _raised(small)
    before = small.house.intake.waiting()
    small.house.intake.stir()
    assert small.house.intake.waiting() == before
