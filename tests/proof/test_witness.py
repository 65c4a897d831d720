"""A witness cosigns one history of a log, whoever holds that log's key."""

from pathlib import Path

import pytest

from services.proof.asking import ask
from services.proof.checkpoint import Checkpoint
from services.proof.cosignature import cosigned
from services.proof.log import ProofLog
from services.proof.note import COSIGNER, Signing, verifier_of
from services.proof.policy import BadPolicy, policy_of
from services.proof.signer import Signer
from services.proof.tree import Tree
from services.proof.witness import Answered, Witness
from tests.proof.test_signer import ORIGIN, Leaves

NOON = 1_800_000_000


class Watched:
    """A log, and a witness that was asked for cosignatures of it. `said` are the answers."""

    def __init__(self, directory: Path) -> None:
        self.leaves = Leaves()
        self.leaves.add(10)
        self.signer = Signer(directory / "signer", ORIGIN)
        self.witness = Witness(directory / "witness", "compliance.example", [self.signer.verifier], lambda: NOON)
        self.policy = policy_of(f"witness c {self.witness.verifier} http://c\nquorum c\n")
        self.said: list[Answered] = []
        self.contradicted: tuple[str, ...] = ()

    def send(self, address: str, body: bytes) -> tuple[int, str]:
        assert address == "http://c/add-checkpoint"
        self.said.append(self.witness.add(body))
        return self.said[-1].status, self.said[-1].body

    def asks(self) -> tuple[str, tuple[str, ...]]:
        """The log as it is now is signed by its own key, whatever was signed before: whoever asks holds that key."""
        tree = Tree()
        tree.extend(self.leaves.kept)
        head = Checkpoint(ORIGIN, len(tree), tree.root())
        asked = ask(head, self.signer._signing.sign(head.text), tree, self.policy, self.send)
        self.contradicted = asked.contradicted
        return asked.note, asked.missing


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path)


def test_each_head_that_continues_the_one_before_is_cosigned(watched: Watched) -> None:
    for more in (0, 1, 300, 0):
        watched.leaves.add(more)
        note, missing = watched.asks()
        assert missing == ()
        found = cosigned(note, [watched.witness.verifier])
        assert [seconds for seconds, _ in found.values()] == [NOON]
        assert watched.policy.met(found)
    assert [one.status for one in watched.said] == [200, 409, 200, 409, 200, 409, 200]


def test_a_rewritten_history_is_not_cosigned_though_the_log_s_own_key_signed_it(watched: Watched) -> None:
    watched.asks()
    watched.leaves.kept[4] = bytes(32)
    watched.leaves.add(5)
    note, missing = watched.asks()
    assert missing == (
        "compliance.example did not cosign: That head does not continue the one that was cosigned before.",
    )
    assert watched.contradicted == missing
    assert not watched.policy.met(cosigned(note, [watched.witness.verifier]))


def test_of_two_heads_of_one_size_one_is_cosigned(watched: Watched) -> None:
    watched.asks()
    watched.leaves.kept[4] = bytes(32)
    assert watched.asks()[1] == watched.contradicted == ("compliance.example did not cosign: 10",)


def test_a_log_that_was_put_back_is_told_so(watched: Watched) -> None:
    watched.asks()
    del watched.leaves.kept[7:]
    assert watched.asks()[1] == ("compliance.example has seen 10 facts of this log, more than the 7 that are here.",)


def test_a_witness_goes_on_where_it_stopped(watched: Watched, tmp_path: Path) -> None:
    watched.asks()
    watched.witness = Witness(tmp_path / "witness", "compliance.example", [watched.signer.verifier], lambda: NOON)
    watched.leaves.kept[4] = bytes(32)
    watched.leaves.add(1)
    assert watched.asks()[1] != ()


def test_what_is_asked_wrongly_is_refused(watched: Watched) -> None:
    head = Checkpoint(ORIGIN, 3, bytes(32))
    good, foreign = watched.signer._signing.sign(head.text), Signing(ORIGIN, bytes(32)).sign(head.text)
    elsewhere = Signing("heard/large", bytes(32)).sign(Checkpoint("heard/large", 3, bytes(32)).text)
    wrong = {
        b"": 400,
        b"old x\n\n" + good.encode(): 400,
        b"old 03\n\n" + good.encode(): 400,
        b"old 4\n\n" + good.encode(): 400,
        b"old 0\n" + b"AAAA\n" * 64 + b"\n" + good.encode(): 400,
        b"old 0\n\n" + foreign.encode(): 403,
        b"old 0\n\n" + elsewhere.encode(): 404,
        b"old 1\n\n" + good.encode(): 409,
        b"old 0\nAAAA\n\n" + good.encode(): 422,
        b"old 0\n\n" + good.encode(): 200,
    }
    assert {body: watched.witness.add(body).status for body in wrong} == wrong


def test_a_policy_says_how_many_are_enough(tmp_path: Path) -> None:
    three = [Witness(tmp_path / name, name, [], lambda: NOON).verifier for name in "abc"]
    lines = "".join(f"witness {one.name} {one}\n" for one in three)
    policy = policy_of(f"# ours\n\n{lines}group two 2 a b\ngroup all all two c\nquorum all\n")
    assert [policy.met(three[:count]) for count in range(4)] == [False, False, False, True]
    assert policy_of("quorum none\n").met(())
    assert verifier_of(str(three[0]), COSIGNER) == three[0]
    for spoilt in (
        "",
        lines,
        f"{lines}group g 3 a b\nquorum g\n",
        f"{lines}{lines}quorum a\n",
        f"{lines}group g 2 a a\nquorum g\n",
    ):
        with pytest.raises(BadPolicy):
            policy_of(spoilt)


def test_a_log_without_witnesses_asks_nobody(watched: Watched) -> None:
    head, note, missing = ProofLog(watched.leaves, watched.signer).cosigned()
    assert (head.size, missing) == (10, ())
    assert note.count("— ") == 1
