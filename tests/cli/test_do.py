"""Every command there is can be given at the terminal, in the words people use."""

import pytest

from services.bootstrap import open_house
from tests.cli.terminal import Terminal
from workflows import lexicon

VERBS = sorted(lexicon.COMMAND_TYPES)


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_has_its_word_and_says_what_it_asks(heard: Terminal, verb: str) -> None:
    noun, _, word = verb.partition(".")
    said = heard("do", noun, word.replace("_", "-"), "--help")
    assert said.status == 0, said
    assert "--hospital DIR" in said.out


def test_units_people_and_issues_are_called_as_people_call_them(alder: Terminal) -> None:
    alder("do", "issue", "list", "--unit", "4 West", "--title", "#1 on our list", "--owner", "Tom Hale")
    (waiting,) = alder("board", "4 west", "--json").found["tables"]["Waiting"]
    assert (waiting["issue"], waiting["desk"]) == ("#1 on our list", "Tom Hale")
    blocked = ("--unit", "4 West", "--what", "No money", "--issues", waiting["number"], "--holder", "dana cole")
    assert alder("do", "barrier", "log", *blocked).status == 0
    assert alder("do", "unit", "rename", "ICU", "--name", "Intensive care").status == 0
    assert alder("board", "Intensive care").status == 0
    assert alder("do", "hospital", "rename", "--name", "Alder Creek Hospital").status == 0


def test_what_is_done_is_the_operators(alder: Terminal) -> None:
    said = alder(
        "do", "unit", "appoint", "ICU", "--person", "Tom Hale", "--role", "team_leader", "--since", "2026-01-05"
    )
    assert said.status == 0, said
    with open_house(alder.place) as house:
        (fact,) = (house.clerk.mapper.fact(row) for row in house.ledger.stream_rows("unit-icu", after=1))
    assert (fact.head.by.kind, fact.head.by.id, fact.head.via) == ("operator", None, "cli")
