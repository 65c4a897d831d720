"""What every command, event and refusal of the core owes the people who use it."""

import ast
import string
from collections import Counter
from collections.abc import Iterator

import msgspec
import pytest

from services.sentences import catalogue
from tests.given import act
from tests.laws.tree import modules, parsed, place
from workflows import lexicon
from workflows.kernel.grammar import Command, Event
from workflows.kernel.noun import Nothing, Noun

COMMANDS = [command for noun in lexicon.NOUNS for command in noun.commands]
EVENTS = [event for noun in lexicon.NOUNS for event in noun.events]


def fields(kind: type[msgspec.Struct]) -> tuple[msgspec.inspect.Field, ...]:
    described = msgspec.inspect.type_info(kind)
    assert isinstance(described, msgspec.inspect.StructType)
    return described.fields


def refusals() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Where each key is refused, and with which fields: every call of `refused` names its key in full."""
    for path in modules("workflows", "assessments", "services"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "refused":
                key = node.args[0]
                assert isinstance(key, ast.Constant), place(path, node)
                yield place(path, node), str(key.value), frozenset(word.arg or "" for word in node.keywords)


def asked_of(sentence: str) -> frozenset[str]:
    """The fields a sentence needs."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(sentence) if name)


def test_every_verb_and_every_name_is_said_once() -> None:
    for words in (Counter(one.VERB for one in COMMANDS), Counter(one.NAME for one in EVENTS)):
        assert [word for word, count in words.items() if count > 1] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.VERB)
def test_every_command_explains_itself(command: type[Command]) -> None:
    said = (command.__doc__ or "").strip()
    assert said.endswith("."), "one plain sentence"
    assert "\n" not in said, "one line"
    for field in fields(command):
        assert isinstance(field.type, msgspec.inspect.Metadata), field.name
        schema = field.type.extra_json_schema or {}
        assert str(schema.get("title", "")).endswith("?"), f"{field.name} needs a question"
        assert str(schema.get("description", "")).endswith("."), f"{field.name} needs a hint"


@pytest.mark.parametrize("noun", lexicon.NOUNS, ids=lambda noun: noun.name)
def test_a_noun_speaks_of_itself_alone_and_can_be_corrected(noun: Noun) -> None:
    """A noun that takes no commands is written by those of another, and corrected there."""
    verbs = {command.VERB for command in noun.commands}
    assert {verb.partition(".")[0] for verb in verbs} <= {noun.name}
    assert f"{noun.name}.correct" in verbs or not verbs
    assert noun.balls(Nothing()) == ()


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.NAME)
def test_an_event_leaves_nothing_to_chance(event: type[Event]) -> None:
    """No default: what is stored says everything, so a later default cannot change what an old fact means."""
    assert all(field.required for field in fields(event))


def test_every_refusal_has_its_sentence_and_every_sentence_its_refusal() -> None:
    assert {key for _, key, _ in refusals()} == set(catalogue())


def test_every_sentence_gets_what_it_speaks_of() -> None:
    sentences = catalogue()
    assert [(where, key) for where, key, given in refusals() if not asked_of(sentences[key]) <= given] == []


@pytest.mark.parametrize("noun", lexicon.NOUNS, ids=lambda noun: noun.name)
def test_a_noun_rejects_what_a_rule_decides(noun: Noun) -> None:
    for rule in lexicon.RULES:
        with pytest.raises(TypeError):
            noun.decide(rule.command.__new__(rule.command), Nothing(), act())
