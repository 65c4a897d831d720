"""What whoever takes a bundle finds in it, on a machine with nothing but Python."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from services import clock
from services.clerk.access import OPERATOR, Actor
from services.erasing.carrying import carry_on
from services.errands.carrying import carry_out
from services.errands.errand import Answer, ExportEvidence
from services.evidence.bundle import Bundled, write
from services.evidence.scope import Scope
from services.evidence.verify import breaks
from services.proof.signer import Contradicted
from tests.evidence.conftest import Evident
from tests.printing.reading import read
from workflows.concern.commands import Raise
from workflows.issue.commands import List
from workflows.subject.commands import Erase
from workflows.trail import Noted

HOSPITAL = Scope("hospital", "small")
UNIT = Scope("unit", "4-west")


def bundle(here: Evident, to: Path, scope: Scope = HOSPITAL, actor: Actor = OPERATOR) -> Bundled:
    return write(to, here.house, actor, scope, lambda _: None)


def verify(bundle: Path, *more: str) -> tuple[int, str]:
    """By the program in the bundle itself, with no package in reach."""
    with zipfile.ZipFile(bundle) as packed:
        program = bundle.with_name("verify.py")
        program.write_bytes(packed.read("verify.py"))
    asked = [sys.executable, "-I", "-S", str(program), str(bundle), *more]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert not told.stderr
    return told.returncode, told.stdout


def words(bundle: Path) -> set[str]:
    with zipfile.ZipFile(bundle) as packed:
        return {json.loads(line)["text"] for line in packed.read("words").splitlines()}


def test_everything_holds_for_an_outsider(evident: Evident, tmp_path: Path) -> None:
    done = bundle(evident, tmp_path / "all.zip")
    status, said = verify(tmp_path / "all.zip")
    assert status == 0, said
    assert f"VERIFIED {done.entries:,} entries" in said
    assert "ERASED WITH RECORD 1" in said
    assert f"WITHHELD {done.withheld}" in said
    assert done.entries + done.withheld == done.size


@pytest.mark.parametrize("kind", ["hospital", "unit", "issue", "record"])
def test_what_is_json_in_it_is_as_its_schema_says(evident: Evident, tmp_path: Path, kind: Any) -> None:
    name = {"hospital": "small", "unit": "4-west", "issue": evident.issue, "record": evident.voice}[kind]
    done = bundle(evident, tmp_path / "some.zip", Scope(kind, name))
    with zipfile.ZipFile(tmp_path / "some.zip") as packed:
        schema = json.loads(packed.read("schema.json"))
        told = json.loads(packed.read("bundle.json"))
        lines = packed.read("entries").splitlines()
        heads = [
            json.loads(lines[at + 1])
            for at, one in enumerate(lines)
            if one.startswith(b"heard/1 ") and lines[at + 1] != b"withheld"
        ]
        words = [json.loads(line) for line in packed.read("words").splitlines()]
    Draft202012Validator.check_schema(schema)
    for value, part in [
        (told, schema),
        *((one, schema["$defs"]["head"]) for one in heads),
        *((one, schema["$defs"]["word"]) for one in words),
    ]:
        Draft202012Validator(part).validate(value)
        assert breaks(value, part) == ""
        for spoilt in ({**value, "more": 1}, dict(list(value.items())[1:]), {**value, next(iter(value)): 7.5}):
            assert (breaks(spoilt, part) == "") == Draft202012Validator(part).is_valid(spoilt), spoilt
    assert (told["entries"], told["texts"], told["kind"], told["name"]) == (done.entries, done.texts, kind, name)


def test_a_voice_is_taken_with_the_issue_it_belongs_to(evident: Evident, tmp_path: Path) -> None:
    to = str(tmp_path / "voice.zip")
    answer = carry_out(evident.house, ExportEvidence(to=to, record=evident.voice), lambda _: None)
    assert (answer.status, verify(tmp_path / "voice.zip")[0]) == (0, 0), answer
    with zipfile.ZipFile(to) as packed:
        assert {"packet.pdf", "proofs/1.tlog-proof"} & set(packed.namelist()) == {"packet.pdf"}
        assert evident.issue.encode() in packed.read("entries")
    nothing = carry_out(evident.house, ExportEvidence(to=to, record="unit-4-west"), lambda _: None)
    assert (nothing.status, "no voice, barrier or promise" in nothing.said[0]) == (1, True)


def test_words_are_proved_to_be_those_that_were_sealed(evident: Evident, tmp_path: Path) -> None:
    done = bundle(evident, tmp_path / "all.zip")
    _, said = verify(tmp_path / "all.zip")
    assert f"VERIFIED {done.texts} texts as words that were sealed; of 0 more their key is not here" in said
    assert "as words" not in verify(tmp_path / "all.zip", "--no-words")[1]


def test_a_key_that_would_open_more_than_is_shown_stays_here(evident: Evident, tmp_path: Path) -> None:
    """Who was shouted at reads it in the bundle, and gets no key to all that is said of it."""
    bundle(evident, tmp_path / "theirs.zip", actor=evident.house.rights.actor(evident.nurse))
    assert "Shouted at" in words(tmp_path / "theirs.zip")
    with zipfile.ZipFile(tmp_path / "theirs.zip") as packed:
        shown = [json.loads(line) for line in packed.read("words").splitlines()]
    assert {one["text"]: one["key"] is None for one in shown} | {"Shouted at": True, "One lift": False} == {
        one["text"]: one["key"] is None for one in shown
    }


def test_what_is_restricted_is_proved_and_not_shown(evident: Evident, tmp_path: Path) -> None:
    assert bundle(evident, tmp_path / "all.zip").withheld > 0
    with zipfile.ZipFile(tmp_path / "all.zip") as packed:
        assert b"respect.reported" not in packed.read("entries")
    assert "Shouted at" not in words(tmp_path / "all.zip")
    assert {"One lift", "Delivered on Monday", "It is here."} <= words(tmp_path / "all.zip")
    assert "What must go" not in words(tmp_path / "all.zip")


def test_a_unit_is_whole_and_shows_nothing_of_others(evident: Evident, tmp_path: Path) -> None:
    bundle(evident, tmp_path / "unit.zip", UNIT)
    status, said = verify(tmp_path / "unit.zip")
    assert status == 0, said
    with zipfile.ZipFile(tmp_path / "unit.zip") as packed:
        places = [line.split()[3] for line in packed.read("entries").splitlines() if line.startswith(b"heard/1 ")]
    assert set(places) <= {b"4-west", b"-"}
    assert places.count(b"-") == 2, "the record of what was erased, and the count of what this unit has"
    with zipfile.ZipFile(tmp_path / "unit.zip") as packed:
        entries = packed.read("entries")
    assert b"ledger.unit_counted" in entries
    assert b"icu" not in entries, "nor how many other units have"
    assert "up to the last of the" in said


def test_an_issue_comes_with_all_that_hangs_on_it(evident: Evident, tmp_path: Path) -> None:
    done = bundle(evident, tmp_path / "issue.zip", Scope("issue", evident.issue))
    assert verify(tmp_path / "issue.zip")[0] == 0
    assert {"One lift for three units", "One lift", "It is here."} <= words(tmp_path / "issue.zip")
    assert done.entries < 10


def test_of_an_issue_the_packet_lies_beside_what_proves_it(evident: Evident, tmp_path: Path) -> None:
    number = evident.house.clerk.memory.get(evident.issue).state.matter.number
    answer = carry_out(evident.house, ExportEvidence(to=str(tmp_path / "one.zip"), issue=number), lambda _: None)
    assert answer.status == 0, answer.said
    assert verify(tmp_path / "one.zip")[0] == 0
    with zipfile.ZipFile(tmp_path / "one.zip") as packed:
        packet = read(packed.read("packet.pdf"))
        head = packed.read("checkpoint").decode()
    assert packet.title == f"#{number} One lift"
    assert "“One lift for three units”" in packet.text
    assert "“Delivered on Monday”" in packet.text
    assert "Shouted at" not in packet.text
    assert head.splitlines()[2] in packet.text, "on paper stands the very head that the bundle proves"


def test_somebody_of_another_unit_gets_places_and_no_word(evident: Evident, tmp_path: Path) -> None:
    done = bundle(evident, tmp_path / "theirs.zip", UNIT, evident.house.rights.actor(evident.stranger))
    status, said = verify(tmp_path / "theirs.zip")
    assert status == 0, said
    assert done.withheld > done.entries
    assert words(tmp_path / "theirs.zip") == set()


def test_it_is_on_record_that_it_was_taken(evident: Evident, tmp_path: Path) -> None:
    before = evident.house.ledger.head()[0]
    bundle(evident, tmp_path / "all.zip")
    row, count = evident.house.ledger.rows(before, 5)
    assert count[4] == "ledger.heads"
    event = evident.house.clerk.mapper.fact(row).event
    assert isinstance(event, Noted)
    assert (event.how, event.what) == ("exported", "ledger")


def test_a_kept_checkpoint_and_a_given_key_are_held_against_it(evident: Evident, tmp_path: Path) -> None:
    kept, key = tmp_path / "kept", evident.house.proof.verifier
    kept.write_text(evident.house.proof.checkpoint()[1], encoding="utf-8")
    bundle(evident, tmp_path / "all.zip")
    status, said = verify(tmp_path / "all.zip", "--key", key, "--checkpoint", str(kept))
    assert status == 0, said
    assert "of the checkpoint you kept" in said
    assert "came with the bundle" not in said
    kept.write_text("nothing", encoding="utf-8")
    assert verify(tmp_path / "all.zip", "--checkpoint", str(kept))[0] == 2
    other = key.replace("small", "large")
    assert verify(tmp_path / "all.zip", "--key", other)[0] == 2


def test_a_rewritten_ledger_gives_no_bundle(evident: Evident, tmp_path: Path) -> None:
    evident.house.proof.checkpoint()
    evident.house.ledger._writer.execute("UPDATE events SET leaf = zeroblob(32) WHERE seq = 3")  # type: ignore[attr-defined] # somebody with the file in hand
    evident.house._proof = None
    with pytest.raises(Contradicted):
        bundle(evident, tmp_path / "all.zip")
    assert not list(tmp_path.glob("*.zip*")), "nothing half-written"


def test_what_is_no_bundle_says_so(tmp_path: Path) -> None:
    from services.evidence import verify as program

    (tmp_path / "no.zip").write_bytes(b"nothing")
    asked = [sys.executable, "-I", "-S", program.__file__, str(tmp_path / "no.zip")]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (2, "")
    assert "cannot be read" in told.stdout


def spans(evident: Evident) -> tuple[int, int]:
    """A day on which two units list something and one voice is erased later; the days around it have entries too."""
    evident.moment += 86_400_000_000
    since = evident.moment
    gone = evident.does(evident.nurse, Raise(unit="4-west", what="Not for ever"))
    evident.does(evident.leader, List(unit="4-west", title="No key at night"))
    evident.does(evident.stranger, Raise(unit="icu", what="Theirs alone"))
    evident.does(evident.leader, List(unit="4-west", title="No sling"))
    until = evident.moment
    evident.moment += 86_400_000_000
    evident.does(evident.officer, Erase(about=gone, basis="asked_by_the_person", approver=evident.counsel))
    assert carry_on(evident.house) == 1
    evident.does(evident.leader, List(unit="4-west", title="The day after"))
    return since, until


@pytest.mark.parametrize("kind", ["hospital", "unit"])
def test_of_a_time_nothing_is_left_out_and_nothing_else_is_shown(evident: Evident, tmp_path: Path, kind: str) -> None:
    since, until = spans(evident)
    scope = Scope("unit", "4-west", (since, until)) if kind == "unit" else Scope("hospital", "small", (since, until))
    bundle(evident, tmp_path / "time.zip", scope)
    status, said = verify(tmp_path / "time.zip")
    assert status == 0, said
    assert "recorded from" in said
    with zipfile.ZipFile(tmp_path / "time.zip") as packed:
        entries = packed.read("entries").splitlines()
    places = [(line.split(), entries[n + 1]) for n, line in enumerate(entries) if line.startswith(b"heard/1 ")]
    outside = [head for place, head in places if not since <= int(place[5]) <= until]
    assert outside[0] == b"withheld", "the one before shows its place alone"
    if kind == "unit":
        assert not [place for place, _ in places if place[3] == b"icu"], "of others not even places"
    assert "ERASED WITH RECORD 1" in said
    assert {"No key at night", "No sling"} <= words(tmp_path / "time.zip")
    assert words(tmp_path / "time.zip").isdisjoint({"The day after", "One lift"})


@pytest.mark.parametrize("scope", [HOSPITAL, UNIT], ids=str)
@pytest.mark.parametrize("which", [0, 1, 3, "after"])
def test_an_entry_left_out_of_a_time_is_missed(
    evident: Evident, tmp_path: Path, scope: Scope, which: int | str
) -> None:
    since, until = spans(evident)
    bundle(evident, tmp_path / "time.zip", replace(scope, time=(since, until)))
    with zipfile.ZipFile(tmp_path / "time.zip") as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    entries = re.split(rb"(?m)^(?=heard/1 )", files["entries"])[1:]
    assert int(entries[0].split()[5]) < since
    lines = [entry.split() for entry in entries]
    counted = [n for n, line in enumerate(lines) if scope == HOSPITAL or line[3] == b"4-west"]
    after = next(n for n in counted if int(lines[n][5]) > until)
    del entries[after if isinstance(which, str) else which]
    files["entries"] = b"".join(entries)
    with zipfile.ZipFile(tmp_path / "less.zip", "w") as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    status, said = verify(tmp_path / "less.zip")
    assert (status, "left out" in said) == (1, True), said


def test_a_time_is_asked_for_by_its_days(evident: Evident, tmp_path: Path) -> None:
    def asked(first: str | None, last: str | None, unit: str | None = None) -> Answer:
        to = str(tmp_path / f"{first}{last}{unit}.zip")
        return carry_out(evident.house, ExportEvidence(to=to, unit=unit, first=first, last=last), lambda _: None)

    today = clock.day_of(evident.house.now(), evident.house.plate.zone)
    whole, none = asked(today, None), asked(None, "2001-01-01", "4-west")
    assert (whole.status, none.status) == (0, 0), (whole.said, none.said)
    assert whole.found["entries"] > 10
    assert none.found["entries"] == 0
    assert verify(tmp_path / f"{today}NoneNone.zip")[0] == 0
    assert verify(tmp_path / "None2001-01-014-west.zip")[0] == 0
    assert asked(today, None, "4-west").found["entries"] > 5
    assert verify(tmp_path / f"{today}None4-west.zip")[0] == 0, "nothing of the unit came after: its count says so"
    assert asked("soon", None).status == 2
    assert "comes before" in asked(today, "2001-01-01").said[0]
