"""Many commands in few store calls: each decided on what came before it, stored once, or not at all."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.clerk.asking import Asked, Circumstances, Told
from services.clerk.bulk import Bulk, Overtaken, undisturbed
from services.house import House
from tests.importing.ward import opened, operates, state_of
from workflows.concern import commands as concern
from workflows.concern.state import Answered, Delivered, Owed
from workflows.issue import commands as issue
from workflows.issue.state import Resolved
from workflows.kernel.grammar import By, Command, Refused

PERSON = Circumstances(by=By("person", "person-lead"), via="page")
RAISE = concern.Raise(unit="icu", what="The lift is broken")
ANSWER = concern.Answer(answer="It is repaired", outcome="done")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with opened(tmp_path / "alder") as house:
        yield house


def asked(name: str, command: Command, to: str | None = None) -> Asked:
    return Asked(command, to, name, PERSON)


def told(answer: Told | Refused) -> Told:
    assert isinstance(answer, Told), answer
    return answer


@pytest.mark.parametrize("batch", [1, 2, 3, 1_000])
def test_each_command_is_decided_on_what_came_before_it(house: House, batch: int) -> None:
    with Bulk(house.clerk, batch=batch) as bulk:
        voice = told(bulk.give(asked("raise", RAISE))).stream
        listing = issue.List(unit="icu", title="Lift", from_concern=voice)
        line = told(bulk.give(asked("list", listing))).stream
        assert bulk.state(voice).voice.issue == line
        told(bulk.give(asked("resolve", issue.Resolve(evidence="Seen"), line)))
        told(bulk.give(asked("answer", ANSWER, voice)))
        assert bulk.give(asked("close", issue.Close(), line)) == Refused("issue.voices_wait", {"count": 1})
        told(bulk.give(asked("deliver", concern.Deliver(how="mail"), voice)))
    assert isinstance(state_of(house, line), Resolved)
    assert isinstance(state_of(house, voice), Delivered)


@pytest.mark.parametrize("batch", [1, 3])
def test_positions_foreseen_are_those_it_gets(house: House, batch: int) -> None:
    with Bulk(house.clerk, batch=batch) as bulk:
        foreseen = [told(bulk.give(asked(f"raise-{n}", RAISE))) for n in range(7)]
    assert foreseen == [told(house.clerk.give(asked(f"raise-{n}", RAISE))) for n in range(7)]


def test_given_again_it_is_carried_out_once(house: House) -> None:
    with Bulk(house.clerk, batch=2) as bulk:
        first = [told(bulk.give(asked(f"raise-{n}", RAISE))) for n in range(3)]
        again = [told(bulk.give(asked(f"raise-{n}", RAISE))) for n in range(3)]
    assert again == first
    with Bulk(house.clerk) as bulk:
        assert [told(bulk.give(asked(f"raise-{n}", RAISE))) for n in range(3)] == first
    assert len(list(house.ledger.streams("concern"))) == 3


@pytest.mark.parametrize("batch", [2, 1_000])
def test_a_dry_one_decides_everything_and_stores_nothing(house: House, batch: int) -> None:
    head = house.ledger.head()
    with Bulk(house.clerk, batch=batch, dry=True) as bulk:
        voice = told(bulk.give(asked("raise", RAISE))).stream
        told(bulk.give(asked("answer", ANSWER, voice)))
        assert isinstance(bulk.state(voice), Answered)
        assert bulk.give(asked("twice", ANSWER, voice)) == Refused("concern.already_answered")
    assert house.ledger.head() == head


def test_others_may_write_beside_it(house: House) -> None:
    with Bulk(house.clerk, batch=2) as bulk:
        voice = told(bulk.give(asked("raise", RAISE))).stream
        operates(house, concern.Raise(unit="4-west", what="Beside"))
        told(bulk.give(asked("answer", ANSWER, voice)))
        told(bulk.give(asked("raise-2", RAISE)))
        told(bulk.give(asked("deliver", concern.Deliver(how="mail"), voice)))
    assert isinstance(state_of(house, voice), Delivered)
    assert len(list(house.ledger.streams("concern"))) == 3


def test_whoever_was_faster_is_not_written_over(house: House) -> None:
    voice = operates(house, RAISE)
    bulk = Bulk(house.clerk)
    told(bulk.give(asked("mine", ANSWER, voice)))
    operates(house, concern.Answer(answer="We look into it", outcome="partly"), voice)
    told(bulk.give(asked("other", RAISE)))
    with pytest.raises(Overtaken):
        bulk.flush()
    assert house.door.open([state_of(house, voice).answer.text]) == {
        state_of(house, voice).answer.text: "We look into it"
    }
    with Bulk(house.clerk) as again:
        assert again.give(asked("mine", ANSWER, voice)) == Refused("concern.already_answered")
        assert told(again.give(asked("other", RAISE))).first > 0
    assert len(list(house.ledger.streams("concern"))) == 2


def test_what_follows_an_overtaken_command_is_not_stored_either(house: House) -> None:
    line = operates(house, issue.List(unit="icu", title="Lift"))
    bulk = Bulk(house.clerk)

    def plan(steps: range) -> None:
        for step in steps:
            told(bulk.give(asked(f"plan-{step}", issue.Plan(plan=f"Step {step}"), line)))

    plan(range(1))
    operates(house, issue.Prioritise(rank=1), line)  # now it has the version that the first plan was to give it
    with pytest.raises(Overtaken):
        plan(range(1, 2))
    assert state_of(house, line).matter.plan is None
    plan(range(5))
    bulk.flush()
    facts = [house.clerk.mapper.fact(row) for row in house.ledger.stream_rows(line)]
    assert [fact.event.NAME for fact in facts] == ["issue.listed", "issue.prioritised", *["issue.planned"] * 5]


def test_an_error_in_the_middle_leaves_what_was_given_last_unstored(house: House) -> None:
    class Broken(Exception):
        pass

    def breaks() -> None:
        with Bulk(house.clerk) as bulk:
            told(bulk.give(asked("raise", RAISE)))
            raise Broken

    with pytest.raises(Broken):
        breaks()
    assert list(house.ledger.streams("concern")) == []


def test_the_house_goes_on_with_what_a_bulk_has_written(house: House) -> None:
    voice = operates(house, RAISE)
    assert isinstance(state_of(house, voice), Owed)
    with Bulk(house.clerk) as bulk:
        told(bulk.give(asked("answer", ANSWER, voice)))
    operates(house, concern.Deliver(how="mail"), voice)
    assert isinstance(state_of(house, voice), Delivered)


def test_the_search_for_garbage_is_as_before_afterwards() -> None:
    before = gc.get_threshold()
    with undisturbed():
        assert gc.get_threshold() != before
        assert gc.isenabled()
    assert gc.get_threshold() == before
