"""The signer signs one history: whoever asks it for another is refused, whatever they hold."""

from hashlib import sha256
from pathlib import Path

import pytest

from services.proof.checkpoint import read
from services.proof.log import ProofLog
from services.proof.signer import KEY, LAST, SIGNED, Contradicted, Signer
from services.proof.tiles import path, tiles
from services.proof.tree import Tree

ORIGIN = "heard/small"


class Leaves:
    """A log that tests write, and rewrite."""

    def __init__(self) -> None:
        self.kept: list[bytes] = []

    def add(self, count: int) -> None:
        self.kept += [sha256(b"%d" % (len(self.kept) + number)).digest() for number in range(count)]

    def __call__(self, after: int, most: int) -> list[bytes]:
        return self.kept[after : after + most]


@pytest.fixture
def leaves() -> Leaves:
    written = Leaves()
    written.add(10)
    return written


def log(leaves: Leaves, directory: Path) -> ProofLog:
    return ProofLog(leaves, Signer(directory, ORIGIN))


def test_each_head_continues_the_one_before(leaves: Leaves, tmp_path: Path) -> None:
    one = log(leaves, tmp_path)
    sizes = []
    for more in (0, 1, 300, 0):
        leaves.add(more)
        head, note = one.checkpoint()
        assert read(note, [Signer(tmp_path, ORIGIN).verifier]) == head
        sizes.append(head.size)
    assert sizes == [10, 11, 311, 311]


def test_the_same_head_is_signed_once(leaves: Leaves, tmp_path: Path) -> None:
    assert log(leaves, tmp_path).checkpoint() == log(leaves, tmp_path).checkpoint()


def test_a_rewritten_log_is_not_signed(leaves: Leaves, tmp_path: Path) -> None:
    log(leaves, tmp_path).checkpoint()
    leaves.kept[4] = sha256(b"another").digest()
    leaves.add(5)
    with pytest.raises(Contradicted, match="does not continue the 10"):
        log(leaves, tmp_path).checkpoint()


def test_a_log_restored_from_an_older_copy_is_not_signed(leaves: Leaves, tmp_path: Path) -> None:
    log(leaves, tmp_path).checkpoint()
    del leaves.kept[7:]
    with pytest.raises(Contradicted, match="restored from an older copy"):
        log(leaves, tmp_path).checkpoint()


def test_what_was_signed_last_cannot_be_put_aside(leaves: Leaves, tmp_path: Path) -> None:
    log(leaves, tmp_path).checkpoint()
    last = tmp_path / LAST
    last.write_text(last.read_text(encoding="utf-8").replace("\n10\n", "\n9\n"), encoding="utf-8")
    with pytest.raises(Contradicted, match="was changed"):
        log(leaves, tmp_path).checkpoint()


def test_every_head_that_was_signed_is_kept(leaves: Leaves, tmp_path: Path) -> None:
    one, notes = log(leaves, tmp_path), []
    for more in (0, 1, 300):
        leaves.add(more)
        notes.append(one.checkpoint()[1])
    signer = Signer(tmp_path, ORIGIN)
    assert [note for _, note in signer.signed()] == notes
    assert one.changed() is None
    leaves.kept[10] = sha256(b"another").digest()
    assert log(leaves, tmp_path).changed() == 11, "the first 10 are as they were signed"
    with (tmp_path / SIGNED).open("a", encoding="utf-8") as file:
        file.write("heard/small\n400")  # the machine stopped while it wrote
    assert [note for _, note in signer.signed()] == notes
    assert signer.cut_off() == len("heard/small\n400")
    (tmp_path / SIGNED).write_text("".join(notes).replace("\n11\n", "\n12\n"), encoding="utf-8")
    with pytest.raises(Contradicted, match="one was changed"):
        list(signer.signed())


def test_of_heads_that_nobody_takes_out_of_the_house_some_are_kept(leaves: Leaves, tmp_path: Path) -> None:
    one, signer = log(leaves, tmp_path), Signer(tmp_path, ORIGIN)
    for _ in range(300):
        leaves.add(1)
        one.checkpoint(keeps=False)
    assert [head.size for head, _ in signer.signed()] == [256, 310], "one in so many facts, and the last"
    leaves.add(1)
    one.checkpoint(keeps=False)
    taken = one.checkpoint()[1]
    leaves.add(1)
    one.checkpoint(keeps=False)
    assert taken in [note for _, note in signer.signed()], "what was signed already is kept once somebody takes it"
    leaves.kept[299] = sha256(b"another").digest()
    assert log(leaves, tmp_path).changed() == 311


@pytest.mark.parametrize("written", [1, 12, 20, 70, 100, 140, -1])
def test_a_head_that_was_not_written_to_its_end_takes_no_other_with_it(
    leaves: Leaves, tmp_path: Path, written: int
) -> None:
    one = log(leaves, tmp_path)
    first = one.checkpoint()[1]
    with (tmp_path / SIGNED).open("a", encoding="utf-8") as file:
        file.write(first[:written])
    leaves.add(5)
    second = one.checkpoint()[1]
    signer = Signer(tmp_path, ORIGIN)
    assert [note for _, note in signer.signed()] == [first, second]
    assert signer.cut_off() > 0


def test_the_key_is_for_its_owner_alone(tmp_path: Path) -> None:
    Signer(tmp_path / "signer", ORIGIN)
    assert (tmp_path / "signer" / KEY).stat().st_mode & 0o077 == 0


def test_tiles_lie_where_others_look_for_them() -> None:
    assert path(0, 1_234_067) == "tile/0/x001/x234/067"
    assert path(1, 0, 7) == "tile/1/000.p/7"


def test_tiles_hold_the_whole_tree() -> None:
    written = Leaves()
    written.add(256 * 256 + 5)
    tree = Tree()
    tree.extend(written.kept)
    found = dict(tiles(tree, len(tree)))
    assert found["tile/0/000"] == b"".join(written.kept[:256])
    assert found["tile/0/256.p/5"] == b"".join(written.kept[-5:])
    assert found["tile/2/000.p/1"] == tree.root(256 * 256)
    assert len(found) == 257 + 1 + 1
