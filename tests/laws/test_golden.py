"""What was once stored can be read, and proved byte for byte, for ever."""

from pathlib import Path

import msgspec
import pytest

from services.ledger.contract import Row, Unreadable
from services.ledger.entry import inner, leaf, line
from services.ledger.mapper import FactMapper
from tests.golden.__main__ import FOLDER, path_of
from tests.golden.example import HOSPITAL, example
from workflows import lexicon
from workflows.kernel.grammar import Event, Header

MAPPER = FactMapper(lexicon.EVENT_TYPES, lexicon.STEPS)
FILES = sorted(FOLDER.glob("*.entry"))
encode = msgspec.json.Encoder().encode


def row_of(path: Path) -> Row:
    """The stored row an entry stands for."""
    place, head, body = path.read_bytes().split(b"\n")
    _, _, seq, unit, unit_seq, at = place.decode().split(" ")
    name, v = path.stem.rsplit(".", 1)
    if unit == "-":
        return int(seq), None, None, int(at), name, int(v), head, body
    return int(seq), unit, int(unit_seq), int(at), name, int(v), head, body


@pytest.mark.parametrize("event", lexicon.EVENT_TYPES.values(), ids=lambda event: event.NAME)
def test_every_version_of_an_event_has_its_entry(event: type[Event]) -> None:
    """A missing one is written by `python -m tests.golden`; that of a version gone by has to come back from history."""
    missing = [v for v in range(1, event.V + 1) if not path_of(event.NAME, v).exists()]
    assert not missing, f"No entry of {event.NAME}, version {missing}. Is it new? Then: python -m tests.golden"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_entry_is_read_and_written_again_to_the_byte(path: Path) -> None:
    seq, unit, unit_seq, at, name, v, head, body = row_of(path)
    fact = MAPPER.fact(row_of(path))
    today = lexicon.EVENT_TYPES[name]
    assert isinstance(fact.event, today)
    assert encode(fact.head) == head
    assert encode(fact.event) == body or v < today.V
    assert line(HOSPITAL, seq, unit, unit_seq, at) + b"\n" + head + b"\n" + body == path.read_bytes()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_older_entry_is_lifted_to_a_fact_that_is_stored_and_read_as_today(path: Path) -> None:
    seq, unit, unit_seq, at, name, _, head, _ = row_of(path)
    event = MAPPER.fact(row_of(path)).event
    assert MAPPER.fact((seq, unit, unit_seq, at, name, event.V, head, encode(event))).event == event


def test_a_leaf_is_frozen() -> None:
    place, head, body = path_of("rounds.held", 1).read_bytes().split(b"\n")
    assert leaf(place, inner(head, body)).hex() == "6b082cd075b32ed21503cfbe402a0f27ecbe024ab952b4b4c5702ce3d461e227"


@pytest.mark.parametrize("event", lexicon.EVENT_TYPES.values(), ids=lambda event: event.NAME)
def test_a_stored_body_is_a_plain_object_in_the_order_it_is_written_here(event: type[Event]) -> None:
    """No arrays, no tags, no renamed, left out or defaulted fields; and nothing foreign is taken in."""
    config = event.__struct_config__
    assert (config.array_like, config.omit_defaults, config.tag) == (False, False, None)
    assert (config.frozen, config.forbid_unknown_fields) == (True, True)
    assert event.__struct_encode_fields__ == event.__struct_fields__
    assert list(msgspec.json.decode(encode(example(event)))) == list(event.__struct_fields__)
    assert all(field.required for field in msgspec.structs.fields(event))


def test_the_header_is_an_object_in_its_frozen_order() -> None:
    stored = "stream version name v command cause rule by behalf via occurred compartment terms speaks_of sealed salt"
    assert list(Header.__struct_encode_fields__) == stored.split()


def test_a_name_nobody_knows_and_a_version_from_the_future_are_sentences() -> None:
    seq, unit, unit_seq, at, name, v, head, body = row_of(path_of("rounds.held", 2))
    with pytest.raises(Unreadable, match=r"'rounds\.flown', version 1, which this Heard does not know; update Heard"):
        MAPPER.fact((seq, unit, unit_seq, at, "rounds.flown", 1, head, body))
    with pytest.raises(Unreadable, match=r"version 3, which this Heard does not know; update Heard"):
        MAPPER.fact((seq, unit, unit_seq, at, name, v + 1, head, body))
    with pytest.raises(Unreadable, match=r"Fact 1024 .* cannot be read"):
        MAPPER.fact((seq, unit, unit_seq, at, name, v, head, body[:-1] + b',"foreign":1}'))
