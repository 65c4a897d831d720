"""Whoever changes a bundle is found, whatever they change, as long as they have not the hospital's key."""

import json
import random
import zipfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest

from services import heading
from services.clerk.access import OPERATOR
from services.clerk.asking import Asked, Circumstances
from services.evidence.bundle import write
from services.evidence.scope import Scope
from services.evidence.verify import Bundle, Failed, Unreadable, check
from services.ledger import entry
from services.ledger.verifying import flaws
from services.proof.checkpoint import Checkpoint
from services.proof.note import Signing
from services.proof.signer import DIRECTORY, KEY
from services.proof.tree import Tree
from tests.evidence.conftest import Evident
from workflows.concern.commands import Raise
from workflows.hospital.commands import AdoptTerms
from workflows.kernel.grammar import By
from workflows.kernel.terms import Terms
from workflows.trail import Count

Files = dict[str, bytes]
Tamper = Callable[[Files, random.Random], None]


class Held(Bundle):
    """A bundle in memory."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def has(self, name: str) -> bool:
        return name in self._files

    def lines(self, name: str) -> Iterator[bytes]:
        if name not in self._files:
            raise Unreadable(name)
        yield from self._files[name].removesuffix(b"\n").split(b"\n") if self._files[name] else ()

    def under(self, folder: str) -> list[str]:
        return [name.rpartition("/")[2] for name in self._files if name.startswith(f"{folder}/")]

    def raw(self, name: str) -> bytes:
        return self._files.get(name, b"")


def records(files: Files) -> list[list[bytes]]:
    found: list[list[bytes]] = []
    for line in files["entries"].splitlines():
        if line.startswith(b"heard/1 "):
            found.append([])
        found[-1].append(line)
    return found


def write_back(files: Files, found: list[list[bytes]]) -> None:
    files["entries"] = b"".join(b"%b\n" % line for record in found for line in record)


def _turned(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << chance.randrange(7)]) + content[at + 1 :]


def turn_a_bit(files: Files, chance: random.Random) -> None:
    """Of what is proved; of a tile, only what the leaves are read from."""
    name = chance.choice(["entries", "checkpoint", f"tile/0/000.p/{_size(files)}"])
    files[name] = _turned(files[name], chance)


def _size(files: Files) -> int:
    return int(files["checkpoint"].splitlines()[1])


def edit_a_body(files: Files, chance: random.Random) -> None:
    found = records(files)
    shown = [record for record in found if len(record[2]) > 10 and record[1] != b"withheld"]
    record = chance.choice(shown)
    at = chance.randrange(1, len(record[2]) - 1)
    record[2] = record[2][:at] + b"x" + record[2][at:]
    write_back(files, found)


def leave_one_out(files: Files, chance: random.Random) -> None:
    found = records(files)
    del found[chance.randrange(len(found))]
    write_back(files, found)


def leave_one_out_and_renumber(files: Files, chance: random.Random) -> None:
    found = records(files)
    gone = chance.randrange(len(found) - 1)
    del found[gone]
    for record in found[gone:]:
        parts = record[0].split(b" ")
        parts[2] = b"%d" % (int(parts[2]) - 1)
        record[0] = b" ".join(parts)
    write_back(files, found)


def say_one_twice(files: Files, chance: random.Random) -> None:
    found = records(files)
    at = chance.randrange(len(found))
    found.insert(at, found[at])
    write_back(files, found)


def exchange_two(files: Files, chance: random.Random) -> None:
    found = records(files)
    one, other = chance.sample(range(len(found)), 2)
    found[one], found[other] = found[other], found[one]
    write_back(files, found)


def cut_off(files: Files, chance: random.Random) -> None:
    found = records(files)
    write_back(files, found[: chance.randrange(len(found))])


def withhold_what_was_shown_elsewhere(files: Files, chance: random.Random) -> None:
    """Another hash where an entry is withheld."""
    found = records(files)
    record = chance.choice([record for record in found if record[1] == b"withheld"])
    record[2] = chance.randbytes(32).hex().encode()
    write_back(files, found)


def exchange_sealed_text(files: Files, chance: random.Random) -> None:
    found = records(files)
    record = chance.choice([record for record in found if len(record) > 3])
    plus, part, salt, cipher = record[3].split(b" ")
    record[3] = b" ".join([plus, part, cipher[:44], salt])
    write_back(files, found)


def erase_without_record(files: Files, chance: random.Random) -> None:
    found = records(files)
    record = chance.choice([record for record in found if len(record) > 3])
    del record[3:]
    write_back(files, found)


def show_other_words(files: Files, chance: random.Random) -> None:
    """Of a sealed text whose key is there."""
    shown = [json.loads(line) for line in files["words"].splitlines()]
    word = chance.choice([word for word in shown if word["key"]])
    word["text"] += chance.choice([" not", ".", "\n"])
    files["words"] = b"".join(json.dumps(word).encode() + b"\n" for word in shown)


def show_words_that_were_never_said(files: Files, chance: random.Random) -> None:
    """Beside an entry that has none."""
    lines = files["words"].splitlines(keepends=True)
    lines.insert(chance.randrange(len(lines) + 1), b'{"seq":1,"part":"what","text":"All was well.","key":null}\n')
    files["words"] = b"".join(lines)


def sign_with_a_foreign_key(files: Files, chance: random.Random) -> None:
    text = files["checkpoint"].decode().rpartition("\n\n")[0] + "\n"
    files["checkpoint"] = Signing("heard/small", chance.randbytes(32)).sign(text).encode()


def sign_another_tree_with_a_foreign_key(files: Files, chance: random.Random) -> None:
    """A whole history of one's own, well made."""
    edit_a_body(files, chance)
    tree = Tree()
    tree.extend(chance.randbytes(32) for _ in range(_size(files)))
    head = Checkpoint("heard/small", len(tree), tree.root())
    files[f"tile/0/000.p/{len(tree)}"] = tree.hashes(0, 0, len(tree))
    files["checkpoint"] = Signing("heard/small", chance.randbytes(32)).sign(head.text).encode()


def roll_back(files: Files, chance: random.Random) -> None:
    """An end that was signed is left out."""
    files["checkpoint"] = files["checkpoint"].replace(b"\n%d\n" % _size(files), b"\n%d\n" % (_size(files) - 1), 1)
    cut_off(files, chance)


def drop_a_file(files: Files, chance: random.Random) -> None:
    del files[chance.choice(["entries", "checkpoint", f"tile/0/000.p/{_size(files)}"])]


def put_another_head_among_the_earlier(files: Files, chance: random.Random) -> None:
    """Signed with the hospital's own key, of another history."""
    head = Checkpoint("heard/small", chance.randrange(1, _size(files)), chance.randbytes(32))
    files["heads"] += Signing("heard/small", files["seed"]).sign(head.text).encode()


def spoil_a_proof(files: Files, chance: random.Random) -> None:
    name = chance.choice([name for name in files if name.startswith("proofs/")])
    before, *path = files[name].split(b"\n\n")[0].split(b"\n")[2:]
    spoilt = chance.choice([before, *path])
    other = b"index 3" if spoilt == before != b"index 3" else b"index 4" if spoilt == before else b"A" * 43 + b"="
    files[name] = files[name].replace(spoilt, other, 1)


def say_another_number(files: Files, chance: random.Random) -> None:
    told = json.loads(files["bundle.json"])
    told[chance.choice(["entries", "withheld", "proofs", "documents", "size"])] += 1
    files["bundle.json"] = json.dumps(told).encode()


def spoil_a_document(files: Files, chance: random.Random) -> None:
    name = chance.choice([name for name in files if name.startswith("documents/")])
    files[name] = files[name].replace(b"1", b"2", 1) + b" "


def _of_the_unit(record: list[bytes]) -> bool:
    return record[0].split(b" ")[3] == b"4-west"


def leave_out_the_last_of_the_unit(files: Files, chance: random.Random) -> None:
    found = records(files)
    ours = [record for record in found if _of_the_unit(record)]
    gone = ours[-chance.randint(1, len(ours)) :]
    write_back(files, [record for record in found if record not in gone])


def leave_out_the_last_and_the_count(files: Files, chance: random.Random) -> None:
    leave_out_the_last_of_the_unit(files, chance)
    write_back(files, [record for record in records(files) if b'"ledger.unit_counted"' not in record[1]])


def pass_off_the_count_of_an_earlier_day(files: Files, chance: random.Random) -> None:
    """With everything behind it left out; the earlier count was in the log and is whole."""
    earlier = files["earlier"].splitlines()
    write_back(
        files, [record for record in records(files) if int(record[0].split(b" ")[2]) < int(earlier[0].split(b" ")[2])]
    )
    files["entries"] += b"".join(b"%b\n" % line for line in earlier)


def withhold_the_count(files: Files, chance: random.Random) -> None:
    found = records(files)
    for record in found:
        if b'"ledger.unit_counted"' in record[1]:
            record[1:] = [b"withheld", sha256(record[1] + b"\n" + record[2]).hexdigest().encode()]
    write_back(files, found)


UNIT_KINDS: list[Tamper] = [
    turn_a_bit,
    leave_one_out,
    leave_one_out_and_renumber,
    cut_off,
    leave_out_the_last_of_the_unit,
    leave_out_the_last_and_the_count,
    pass_off_the_count_of_an_earlier_day,
    withhold_the_count,
]

KINDS: list[Tamper] = [
    turn_a_bit,
    edit_a_body,
    leave_one_out,
    leave_one_out_and_renumber,
    say_one_twice,
    exchange_two,
    cut_off,
    withhold_what_was_shown_elsewhere,
    exchange_sealed_text,
    erase_without_record,
    show_other_words,
    show_words_that_were_never_said,
    sign_with_a_foreign_key,
    sign_another_tree_with_a_foreign_key,
    roll_back,
    drop_a_file,
    put_another_head_among_the_earlier,
    spoil_a_proof,
    spoil_a_document,
    say_another_number,
]


@pytest.fixture
def taken(evident: Evident, tmp_path: Path) -> tuple[Files, str]:
    """A bundle of the whole hospital, and the key as its reader was given it."""
    return whole_bundle(evident, tmp_path / "all.zip"), evident.house.proof.verifier


def whole_bundle(evident: Evident, to: Path) -> Files:
    """With a settled document, an earlier head, the proofs of an issue beside it; and the key, which somebody has stolen."""
    terms = msgspec.json.encode(Terms(answer_days=3, resolve_days=60, pause_days=30))
    adopt = AdoptTerms(digest=evident.house.attachments.put(terms))
    evident.house.clerk.give(Asked(adopt, "hospital", str(UUID(int=9)), Circumstances(by=By("operator"), via="cli")))
    evident.house.proof.checkpoint()
    write(to.with_name("issue.zip"), evident.house, OPERATOR, Scope("issue", evident.issue), lambda _: None)
    write(to, evident.house, OPERATOR, Scope("hospital", "small"), lambda _: None)
    with zipfile.ZipFile(to) as packed, zipfile.ZipFile(to.with_name("issue.zip")) as alone:
        files = {name: packed.read(name) for name in packed.namelist()}
        files |= {name: alone.read(name) for name in alone.namelist() if name.startswith("proofs/")}
    told = json.loads(files["bundle.json"]) | {"proofs": sum(name.startswith("proofs/") for name in files)}
    files["bundle.json"] = json.dumps(told).encode()
    return files | {"seed": (evident.directory / DIRECTORY / KEY).read_bytes()}


def unit_bundle(evident: Evident, to: Path) -> Files:
    """A bundle of one unit, in which something was entered since its facts were counted on an earlier day; that count too."""
    heading.count_alone(evident.house, "4-west")
    before = evident.house.ledger.head()[0]
    evident.does(evident.nurse, Raise(unit="4-west", what="The last of them"))
    write(to, evident.house, OPERATOR, Scope("unit", "4-west"), lambda _: None)
    with zipfile.ZipFile(to) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    (row,) = evident.house.ledger.rows(before - 1, 1)
    place = entry.line("small", row[0], row[1], row[2], row[3])
    return {**files, "earlier": b"%b\n%b\n%b\n" % (place, row[6], row[7])}


def is_found(files: Files, key: str, *, wordless: bool = False) -> bool:
    try:
        counts, _ = check(Held(files), key, None, wordless=wordless)
    except (Failed, Unreadable, ValueError, KeyError, IndexError):
        return True
    return bool(counts.failed)


def test_what_nobody_changed_holds(taken: tuple[Files, str]) -> None:
    files, key = taken
    assert not is_found(files, key)


@pytest.mark.heavy
@pytest.mark.parametrize("tamper", KINDS, ids=lambda kind: kind.__name__)
def test_every_change_is_found(taken: tuple[Files, str], tamper: Any, full: bool) -> None:
    files, key = taken
    for seed in range(7_000 if full else 40):
        changed = dict(files)
        tamper(changed, random.Random(seed))
        wordless = changed["words"] == files["words"]
        assert changed == files or is_found(changed, key, wordless=wordless), f"seed {seed}"


@pytest.mark.heavy
@pytest.mark.parametrize("tamper", UNIT_KINDS, ids=lambda kind: kind.__name__)
def test_every_change_of_a_unit_s_is_found(evident: Evident, tmp_path: Path, tamper: Any, full: bool) -> None:
    files, key = unit_bundle(evident, tmp_path / "unit.zip"), evident.house.proof.verifier
    assert not is_found(files, key)
    for seed in range(7_000 if full else 40):
        changed = dict(files)
        tamper(changed, random.Random(seed))
        wordless = changed["words"] == files["words"]
        assert changed == files or is_found(changed, key, wordless=wordless), f"seed {seed}"


def test_a_false_count_is_found(evident: Evident, tmp_path: Path) -> None:
    """By whoever keeps the log, and by whoever is handed a unit."""
    upto, units = evident.house.ledger.units()
    false = Count(upto=upto, units=(f"4-west.{units['4-west'] - 1}",))
    evident.house.clerk.give(Asked(false, None, str(UUID(int=7)), Circumstances(by=By("clock"), via="clock")))
    alone = Count(upto=upto, units=(f"4-west.{units['4-west'] - 1}",), alone="4-west")
    evident.house.clerk.give(Asked(alone, None, str(UUID(int=8)), Circumstances(by=By("clock"), via="clock")))
    wrong = [f"fact {upto + n:,} counts the facts of the units wrongly" for n in (1, 2)]
    assert list(flaws(evident.house.ledger)) == wrong
    files = unit_bundle(evident, tmp_path / "unit.zip")
    assert not is_found(files, evident.house.proof.verifier), "the true count that came after it holds"
    write(tmp_path / "all.zip", evident.house, OPERATOR, Scope("hospital", "small"), lambda _: None)
    with zipfile.ZipFile(tmp_path / "all.zip") as packed:
        assert is_found({name: packed.read(name) for name in packed.namelist()}, evident.house.proof.verifier)
