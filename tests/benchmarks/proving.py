"""The proof log: a tree of a million leaves, what is proved from it, and evidence as an outsider checks it."""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from random import Random
from time import perf_counter

from services.evidence import verify
from services.ledger import sqlite as ledger_on_sqlite
from services.ledger.entry import inner, leaf, line
from services.proof.checkpoint import Checkpoint
from services.proof.note import Signing
from services.proof.signer import Signer
from services.proof.tiles import tiles
from services.proof.tree import Tree
from tests.benchmarks.journeys import fill
from tests.benchmarks.table import Aim, Line
from tests.benchmarks.timing import per_second

ORIGIN = "heard/bench"
_HEAD = b'{"stream":"issue-0","name":"issue.listed","sealed":[],"salt":"AAECAwQFBgcICQoLDA0ODw==","more":"%b"}'
_BODY = b'{"title":"%b"}'

_WATCHED = """
import runpy, sys
sys.argv = sys.argv[1:]
try:
    runpy.run_path(sys.argv[0], run_name="__main__")
finally:
    print(open("/proc/self/status").read())
"""
"""The same program, telling at its end how much memory it had."""


def proving(home: Path, leaves: int = 1_000_000, entries: int = 1_000_000) -> list[Line]:
    tree = Tree()
    began = perf_counter()
    tree.extend(sha256(b"%d" % number).digest() for number in range(leaves))
    grown = leaves / (perf_counter() - began)
    return [
        Line("leaves into the tree of the proof log", grown, "/s"),
        _share(home / "ledger", 1 / grown, entries // 50),
        _inclusion(tree),
        _signing(home / "signer", tree),
        *_checking(home / "bundle", entries),
    ]


def _share(home: Path, growing: float, facts: int) -> Line:
    """What a fact costs the proof log (its leaf hashed, the tree grown by it, in seconds), of what appending it costs where
    nothing is cheaper: in bulk, prepared, many to a flush."""
    ledger = ledger_on_sqlite.open_writer(home, "bench")
    appending = facts / per_second(facts, lambda: fill(ledger, facts))
    entries = [entry for at in range(0, facts, 5_000) for entry in ledger.entries(at, 5_000)]
    ledger.close()
    began = perf_counter()
    for entry in entries:
        placed = line("bench", entry.seq, entry.unit, entry.unit_seq, entry.at)
        leaf(placed, inner(entry.head, entry.body))
    hashing = (perf_counter() - began) / facts
    beside = f"{1e6 * (growing + hashing):.1f} µs of {1e6 * appending / facts:.0f}"
    share = 100 * (growing + hashing) / (appending / facts)
    return Line("– what it costs of an append in bulk", share, "%", Aim(15, "%", at_most=True), beside)


def _inclusion(tree: Tree, proofs: int = 20_000) -> Line:
    chance, took = Random(6962), list[float]()
    for _ in range(proofs):
        index = chance.randrange(len(tree))
        began = perf_counter()
        tree.inclusion(index, len(tree))
        took.append(1e6 * (perf_counter() - began))
    took.sort()
    beside = f"{len(tree):,} leaves; median {took[proofs // 2]:.0f} µs"
    return Line(
        "an inclusion proof, 99 of 100 within", took[proofs * 99 // 100], "µs", Aim(100, "µs", at_most=True), beside
    )


def _signing(directory: Path, tree: Tree, heads: int = 200) -> Line:
    """Each continues the one before, and is on the disk before it is handed out."""
    signer, took, last = Signer(directory, ORIGIN), list[float](), 0
    for size in range(len(tree) - heads, len(tree)):
        began = perf_counter()
        signer.sign(size, tree.root(size), tree.consistency(last, size))
        took.append(1_000 * (perf_counter() - began))
        last = size
    took.sort()
    return Line(
        "a signed head of the log", took[heads // 2], "ms", None, f"slowest {took[-1]:.1f} ms, flushed three times"
    )


def _checking(bundle: Path, entries: int) -> list[Line]:
    """`verify.py` in a process of its own, over a bundle of the whole hospital."""
    size = _bundle(bundle, entries)
    began = perf_counter()
    asked = [sys.executable, "-I", "-S", "-c", _WATCHED, verify.__file__, str(bundle)]
    told = subprocess.run(asked, capture_output=True, text=True, check=True)
    took = perf_counter() - began
    highest = int(told.stdout.rpartition("VmHWM:")[2].split()[0]) / 1024
    beside = f"{entries:,} entries of {size:,} bytes in {took:.1f} s"
    return [
        Line("evidence checked by its verify.py", entries / took, "/s", Aim(40_000, "/s"), beside),
        Line("– memory at its highest", highest, "MB", Aim(200, "MB", at_most=True)),
    ]


def _bundle(bundle: Path, entries: int) -> int:
    """Unpacked, and how many bytes an entry of it has."""
    bundle.mkdir()
    tree, place, head, body = Tree(), b"", _HEAD % (b"h" * 350), _BODY % (b"b" * 370)
    inner = sha256(head + b"\n" + body).digest()
    with (bundle / "entries").open("wb") as file:
        for number in range(1, entries + 1):
            place = b"heard/1 bench %d 4-west %d 1736949900123456" % (number, number)
            tree.extend([sha256(b"\x00" + place + b"\n" + inner).digest()])
            file.write(b"%b\n%b\n%b\n" % (place, head, body))
    for path, hashes in tiles(tree, entries):
        (bundle / path).parent.mkdir(parents=True, exist_ok=True)
        (bundle / path).write_bytes(hashes)
    signing = Signing(ORIGIN, bytes(32))
    (bundle / "checkpoint").write_text(signing.sign(Checkpoint(ORIGIN, entries, tree.root()).text), encoding="utf-8")
    (bundle / "key").write_text(f"{signing.verifier}\n", encoding="utf-8")
    (bundle / "about").write_text("hospital bench\n", encoding="utf-8")
    return len(place) + len(head) + len(body) + 3
