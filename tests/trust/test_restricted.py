"""What is restricted: known to its readers and to nobody else, wherever one looks."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from msgspec.structs import replace

from projections.catalogue import PROJECTIONS
from services import admission
from services.clerk.access import OPERATOR
from services.clerk.asking import Told
from services.ledger import postgres as on_postgres
from services.reader.rebuild import rebuild
from services.vault import ring_of
from tests.trust.conftest import Small
from workflows import lexicon
from workflows.concern.commands import Raise
from workflows.hospital import commands as hospital
from workflows.kernel.grammar import Fact, Ref, Refused
from workflows.respect.commands import Acknowledge, Address, Converse, HandOn, Report, Weigh, Withdraw

CANARY = "He said that nobody would believe her, by the linen room"
ACCUSED = "Doctor Ravenscroft-Quill"
RETALIATION = Report(kind="retaliation", what=CANARY, who=ACCUSED, unit="4-west")
OPEN = tuple(one for one in PROJECTIONS if one.compartment == "open")


class Ward(Small):
    """A small hospital with somebody for every route."""

    def __init__(self, directory: Path, database: str | None = None) -> None:
        super().__init__(directory, database)
        self.privacy = self.leads("Pia Lund", "privacy_officer")
        self.professional = self.leads("Otis Reyes", "professionalism_lead")
        self.supervisor = self.leads("Hana Ito", "house_supervisor")
        self.executive = self.leads("Dana Cole", "executive")
        self.quality = self.leads("Ines Moreau", "quality_director")
        self.manager = self.somebody("Max Vogt", "unit_manager", "4-west")

    def leads(self, name: str, role: str) -> str:
        person = self.house.people.add(name).id
        self.operates(hospital.Appoint(person=person, role=role, since="2026-01-01"), "hospital")
        return person

    def may_read(self, person: str, stream: str) -> bool:
        rights = self.house.rights
        actor = rights.actor(person)
        return rights.may(actor, "read.respect", None, stream) and rights.sees(actor, stream)

    def facts(self, stream: str) -> list[Fact]:
        return [self.house.clerk.mapper.fact(row) for row in self.house.ledger.stream_rows(stream)]

    def whole_story(self) -> str:
        """From the report to its end, with everybody in it whom a fact could name."""
        stream = self.does(self.nurse, RETALIATION)
        self.does(self.privacy, HandOn(keeper="professionalism_lead", why=CANARY), stream)
        self.days_pass(4)
        self.does(self.professional, Acknowledge(answer=f"We have read it. {CANARY}"), stream)
        self.does(self.professional, Weigh(tier="conversation", why=CANARY), stream)
        self.does(self.professional, Converse(note=f"{ACCUSED} listened."), stream)
        self.does(self.professional, Address(note=CANARY), stream)
        return stream


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    made = Ward(tmp_path / "small")
    with made.house:
        yield made


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def anywhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ward]:
    """The same ward on either store."""
    database = request.getfixturevalue("postgres") if request.param == "postgres" else None
    if database:
        on_postgres.migrate(database)
    made = Ward(tmp_path / "small", database)
    with made.house:
        yield made


def test_no_restricted_fact_names_a_unit_or_a_person(anywhere: Ward) -> None:
    facts = anywhere.facts(anywhere.whole_story())
    assert {"respect.fell_due", "respect.addressed"} <= {fact.head.name for fact in facts}
    people = [person.id for person in anywhere.house.people.everyone()]
    for row, fact in zip(anywhere.house.ledger.stream_rows(facts[0].stream), facts, strict=True):
        stored = row[6] + row[7]
        assert (fact.unit, fact.unit_seq, fact.head.compartment) == (None, None, "respect")
        assert fact.head.by.id is None
        assert b"4-west" not in stored
        assert not [one for one in people if one.encode() in stored]
    sealed = {part.part for fact in facts for part in fact.head.sealed}
    assert {"unit", "who", "what", "by"} <= sealed


def test_no_open_projection_holds_a_row_of_a_restricted_stream(anywhere: Ward) -> None:
    stream = anywhere.whole_story()
    anywhere.house.reader.pull()
    with anywhere.house.views.look() as look:
        assert [stint.stream for stint in look.incidents()] == [stream]
        assert look.held([stream]) == ()
        assert look.about({stream}) == {}
    with anywhere.house.views._store.snapshot() as snapshot:
        assert [one.name for one in OPEN if snapshot.history(one, [stream], None)] == []


def test_views_grown_anew_are_the_same(anywhere: Ward) -> None:
    anywhere.whole_story()
    anywhere.house.reader.pull()
    assert rebuild(anywhere.house.reader).same


def test_no_file_and_no_table_holds_a_word_of_it(anywhere: Ward, request: pytest.FixtureRequest) -> None:
    anywhere.whole_story()
    assert isinstance(anywhere.asks(anywhere.nurse, replace(RETALIATION, speaker="anonymous")), Told)
    anywhere.house.reader.pull()
    kept = b"".join(path.read_bytes() for path in anywhere.directory.iterdir() if path.is_file())
    if "postgres" in request.node.callspec.id:
        kept += _dumped(request.getfixturevalue("postgres"))
    assert CANARY.encode() not in kept
    assert ACCUSED.encode() not in kept


def _dumped(database: str) -> bytes:
    """Every row of every table."""
    with psycopg.connect(database) as connection:
        tables = connection.execute("SELECT schemaname || '.' || tablename FROM pg_tables").fetchall()
        found = [
            connection.execute(f"SELECT t::text FROM {name} t").fetchall() for (name,) in tables if "pg_" not in name
        ]
    return repr(found).encode()


def test_its_readers_read_it_and_nobody_else(ward: Ward) -> None:
    stream = ward.does(ward.nurse, RETALIATION)
    assert ward.may_read(ward.privacy, stream)
    for person in (ward.manager, ward.leader, ward.executive, ward.quality, ward.supervisor, ward.stranger):
        assert not ward.may_read(person, stream)
        assert not ward.house.rights.sees(ward.house.rights.actor(person), stream)
        assert ward.asks(person, Acknowledge(answer="x"), stream) == Refused("forbidden")


def test_whoever_it_lies_with_reads_it_as_long_as_it_does(ward: Ward) -> None:
    stream = ward.does(ward.nurse, Report(kind="visitor", what="He threw a chair", unit="icu"))
    assert ward.may_read(ward.supervisor, stream)
    ward.does(ward.supervisor, HandOn(keeper="privacy_officer"), stream)
    assert not ward.may_read(ward.supervisor, stream)


def test_the_operator_of_the_machine_reads_and_does_nothing_with_it(ward: Ward) -> None:
    stream = ward.does(ward.nurse, RETALIATION)
    rights = ward.house.rights
    assert not rights.sees(OPERATOR, stream)
    verbs = [verb for verb in lexicon.COMMAND_TYPES if verb.startswith("respect.")]
    assert not [verb for verb in (*verbs, "read.respect", "read.timeline") if rights.may(OPERATOR, verb, None, stream)]


def test_the_reporter_takes_it_back_and_stands_in_no_fact(ward: Ward) -> None:
    stream = ward.does(ward.nurse, RETALIATION)
    ward.does(ward.nurse, Withdraw(why="It was settled"), stream)
    assert [fact.head.by.kind for fact in ward.facts(stream)] == ["voice", "voice"]
    assert ward.house.people.voices_of(ward.nurse) == [stream]


def test_an_anonymous_report_waits_and_enters_without_its_reporter(ward: Ward) -> None:
    waiting = ward.does(ward.nurse, replace(RETALIATION, speaker="anonymous"))
    assert waiting.startswith("waiting-")
    assert admission.admit(ward.house).entered == 1
    (stream,) = ward.house.ledger.streams("respect")
    (fact,) = ward.facts(stream)
    assert (fact.head.by.kind, fact.head.occurred) == ("voice", "2026-03-02")
    assert ward.house.people.speaker_of(stream) is None


def test_the_keys_of_one_compartment_open_nothing_of_another(ward: Ward) -> None:
    stream = ward.does(ward.nurse, RETALIATION)
    said = ward.tells(ward.nurse, Raise(unit="4-west", what="The ramp is dark."))
    (reported,) = ward.facts(stream)
    assert {ring_of(part.key) for part in reported.head.sealed} == {"respect"}
    restricted, plain = Ref(reported.seq, "what"), Ref(said.first, "what")
    door = ward.house.door
    assert door.open([restricted, plain]) == {plain: "The ramp is dark."}
    both = {stream, said.stream}.__contains__
    assert door.open([restricted, plain], both) == {restricted: CANARY, plain: "The ramp is dark."}
    assert door.open([restricted, plain], {stream}.__contains__) == {restricted: CANARY}


def test_what_the_vault_keeps_is_not_what_locks_restricted_words(ward: Ward) -> None:
    """Whoever copies the keys alone opens the open words and none of these."""
    (fact,) = ward.facts(ward.does(ward.nurse, RETALIATION))
    key_id = fact.head.sealed[0].key
    with sqlite3.connect(ward.directory / "vault.sqlite") as file:
        (kept,) = file.execute("SELECT key FROM keys WHERE id = ?", (key_id,)).fetchone()
    file.close()
    assert ward.house.vault.key(key_id) not in (None, kept)
    ward.house.vault.destroy(key_id)
    assert ward.house.door.open([Ref(fact.seq, "what")], lambda _: True) == {}
