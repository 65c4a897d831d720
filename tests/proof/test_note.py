"""Signed notes and checkpoints, as others write and read them."""

import pytest

from services.proof.checkpoint import Checkpoint, read
from services.proof.note import Signing, Unsigned, opened, verifier_of

PUBLISHED_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
PUBLISHED = (
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
"""The example that the Go implementation of signed notes has shown since its first version."""

SIGNING = Signing("heard/small", bytes(range(32)))
HEAD = Checkpoint("heard/small", 118, bytes(32))


def test_a_published_note_is_good() -> None:
    assert opened(PUBLISHED, [verifier_of(PUBLISHED_KEY)]).signed_by == ("PeterNeumann",)


def test_a_verifier_is_written_as_it_is_read() -> None:
    assert str(verifier_of(PUBLISHED_KEY)) == PUBLISHED_KEY
    assert verifier_of(str(SIGNING.verifier)) == SIGNING.verifier


def test_a_checkpoint_says_what_was_signed() -> None:
    assert read(SIGNING.sign(HEAD.text), [SIGNING.verifier]) == HEAD


def test_a_note_with_another_signature_beside_is_still_good() -> None:
    witness = Signing("witness.example", bytes(32))
    beside = witness.sign(HEAD.text).rpartition("\n\n")[2]
    assert read(SIGNING.sign(HEAD.text) + beside, [SIGNING.verifier, witness.verifier]) == HEAD


@pytest.mark.parametrize(
    "spoilt",
    [
        PUBLISHED.replace("cryptography", "Cryptography"),
        PUBLISHED.replace("x08go/ZJ", "x08go/ZK"),
        PUBLISHED.replace("PeterNeumann x", "PeterNewmann x"),
        PUBLISHED.partition("\n\n")[0],
        PUBLISHED.rstrip("\n"),
        "",
    ],
)
def test_a_spoilt_note_is_refused(spoilt: str) -> None:
    with pytest.raises(Unsigned):
        opened(spoilt, [verifier_of(PUBLISHED_KEY)])


@pytest.mark.parametrize("spoilt", ["", "x", "x+00000000+AAAA", PUBLISHED_KEY.replace("c74f", "c74e"), "a+b+!!"])
def test_a_spoilt_key_is_refused(spoilt: str) -> None:
    with pytest.raises(Unsigned):
        verifier_of(spoilt)


@pytest.mark.parametrize(
    "text", ["heard/small\n118\n", "heard/small\n-1\nAAAA\n", "heard/small\n0118\nAAAA\n", "\n\n\n"]
)
def test_what_is_signed_and_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(Unsigned):
        read(SIGNING.sign(text), [SIGNING.verifier])
