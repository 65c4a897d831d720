"""The tree of RFC 6962: published roots, every proof of small trees, and none that was forged."""

import random
from hashlib import sha256

import pytest

from services.proof.tree import EMPTY, Tree, is_consistent, is_included, node

INPUTS = ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
"""Of the first one, two, … of these inputs: the vectors of the Certificate Transparency reference implementation."""

MOST = 70


def leaf(number: int) -> bytes:
    return sha256(b"\x00%d" % number).digest()


@pytest.fixture(scope="module")
def tree() -> Tree:
    grown = Tree()
    grown.extend(map(leaf, range(MOST)))
    return grown


def recursive(low: int, high: int) -> bytes:
    """The definition of section 2.1, word by word."""
    if high - low < 2:
        return leaf(low) if high > low else EMPTY
    split = 1
    while split * 2 < high - low:
        split *= 2
    return node(recursive(low, low + split), recursive(low + split, high))


def test_roots_are_those_that_were_published() -> None:
    grown = Tree()
    assert grown.root() == EMPTY
    for given, root in zip(INPUTS, ROOTS, strict=True):
        grown.extend([sha256(b"\x00" + bytes.fromhex(given)).digest()])
        assert grown.root().hex() == root


def test_every_root_is_that_of_the_definition(tree: Tree) -> None:
    assert all(tree.root(size) == recursive(0, size) for size in range(MOST + 1))


def test_every_leaf_is_proved_in_every_size(tree: Tree) -> None:
    for size in range(1, MOST + 1):
        root = tree.root(size)
        assert all(is_included(leaf(at), at, size, tree.inclusion(at, size), root) for at in range(size))


def test_every_size_is_proved_to_continue_every_smaller_one(tree: Tree) -> None:
    for new in range(MOST + 1):
        for old in range(new + 1):
            path = tree.consistency(old, new)
            assert is_consistent(old, new, path, tree.root(old), tree.root(new))


def test_what_is_asked_of_no_tree_is_refused(tree: Tree) -> None:
    for asked in (lambda: tree.inclusion(5, 5), lambda: tree.root(MOST + 1), lambda: tree.consistency(9, 8)):
        with pytest.raises(IndexError):
            asked()


def test_no_forged_proof_is_accepted(tree: Tree, full: bool) -> None:
    """Another leaf, place, size or root, a path cut, lengthened, reordered or with a bit turned."""
    chance = random.Random(6962)
    accepted = 0
    for _ in range(20_000 if full else 2_000):
        size = chance.randint(2, MOST)
        at = chance.randrange(size)
        path, root = list(tree.inclusion(at, size)), tree.root(size)
        kind = chance.randrange(5)
        found, where = leaf(at), at
        if kind == 0:
            found = leaf(at + 1)
        elif kind == 1:
            where = (at + chance.randint(1, size - 1)) % size
        elif kind == 2:
            path.append(leaf(0)) if chance.random() < 0.5 else path.pop()
        elif kind == 3:
            turned = bytearray(path[chance.randrange(len(path))])
            turned[chance.randrange(32)] ^= 1 << chance.randrange(8)
            path[chance.randrange(len(path))] = bytes(turned)
        else:
            root = tree.root(size - 1)
        accepted += is_included(found, where, size, path, root)
    assert accepted == 0


def test_no_rewritten_beginning_is_accepted(tree: Tree) -> None:
    other = Tree()
    other.extend(leaf(number + (number == 3)) for number in range(MOST))
    for old in range(5, MOST):
        path = other.consistency(old, MOST)
        assert not is_consistent(old, MOST, path, tree.root(old), other.root())
