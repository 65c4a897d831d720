"""Trees and proofs against what others publish and reckon: the vectors of the transparency-dev project, and pymerkle."""

import json
import random
from base64 import b64decode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from pymerkle import InmemoryTree
from pymerkle import verify_consistency as theirs_continues
from pymerkle import verify_inclusion as theirs_holds
from pymerkle.proof import ConsistencyProof, InclusionProof, InvalidProof

from services.evidence.verify import root_of, tree_of
from services.proof.tree import Tree, is_consistent, is_included

PUBLISHED = json.loads((Path(__file__).parents[1] / "cases" / "merkle_proofs.json").read_text(encoding="utf-8"))
"""`testdata` of github.com/transparency-dev/merkle at 417fb0c: name, whether it holds, index or size, size, leaf or root, root,
proof. Good ones, and each spoilt in every way its authors thought of."""


@pytest.mark.parametrize("case", PUBLISHED["inclusion"], ids=lambda case: case[0])
def test_published_proofs_of_inclusion(case: Any) -> None:
    _, holds, index, size, leaf, root, path = case
    assert is_included(b64decode(leaf), index, size, tuple(map(b64decode, path)), b64decode(root)) == holds


@pytest.mark.parametrize("case", [case for case in PUBLISHED["consistency"] if case[2]], ids=lambda case: case[0])
def test_published_proofs_of_consistency(case: Any) -> None:
    """But those from nothing: theirs refuses them all, a witness (C2SP tlog-witness) begins with one."""
    _, holds, old, new, old_root, new_root, path = case
    assert is_consistent(old, new, tuple(map(b64decode, path)), b64decode(old_root), b64decode(new_root)) == holds


@pytest.mark.heavy
def test_roots_and_proofs_are_those_of_another_hand(full: bool) -> None:
    """Each random log: its root at a random size, the proof that a leaf is in it, hash by hash, and that it continues a smaller
    one."""
    chance = random.Random(9162)
    for _ in range(10_000 if full else 200):
        entries = [
            chance.randbytes(chance.randrange(40)) for _ in range(chance.randint(1, chance.choice((8, 40, 150))))
        ]
        ours, theirs = Tree(), InmemoryTree(algorithm="sha256")
        ours.extend(sha256(b"\x00" + entry).digest() for entry in entries)
        theirs.append_entries(entries)
        size = chance.randint(1, len(entries))
        index, old = chance.randrange(size), chance.randint(1, size)
        assert ours.root(size) == theirs.get_root(size) == root_of(tree_of(ours.hashes(0, 0, size)), size)
        _is_included(ours, theirs.prove_inclusion(index + 1, size), index, size)
        _continues(ours, theirs.prove_consistency(old, size), old, size)


def _is_included(ours: Tree, proof: InclusionProof, index: int, size: int) -> None:
    leaf, root = ours.hashes(0, index, 1), ours.root(size)
    path = ours.inclusion(index, size)
    assert (leaf, *path) == tuple(proof.path)
    theirs_holds(leaf, root, proof, index + 1, size)


def _continues(ours: Tree, proof: ConsistencyProof, old: int, size: int) -> None:
    """Theirs has another shape, with more hashes than the specification asks for; what it proves is the same, and no more."""
    known, now, path = ours.root(old), ours.root(size), ours.consistency(old, size)
    assert is_consistent(old, size, path, known, now)
    theirs_continues(known, now, proof, old, size)
    other = bytes([known[0] ^ 1]) + known[1:]
    assert not is_consistent(old, size, path, other, now)
    with pytest.raises(InvalidProof):
        theirs_continues(other, now, proof, old, size)
