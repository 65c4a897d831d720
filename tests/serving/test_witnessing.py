"""A witness over HTTP, asked by a hospital that takes evidence; both verifiers read what it said."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from services import clock
from services.clerk.access import OPERATOR
from services.evidence.bundle import Bundled, write
from services.evidence.scope import Scope
from services.proof.policy import FILE
from services.proof.witness import Answered, Witness
from services.serving.beat import Beat
from services.serving.witnessing import Listening, listening
from tests.erasing.conftest import Guarded
from workflows.concern.commands import Raise
from workflows.kernel.moments import MICRO


class Watched(Guarded):
    """A hospital whose heads a compliance office cosigns."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory / "small")
        self.witness = Witness(
            directory / "witness", "office.example", [self.house.proof._signer.verifier], lambda: clock.now() // MICRO
        )
        self.house._proof = None

    def told_of(self, server: Listening) -> str:
        policy = f"witness office {self.witness.verifier} http://127.0.0.1:{server.port}\nquorum office\n"
        (self.directory / FILE).write_text(policy, encoding="utf-8")
        return policy

    def bundle(self, to: Path) -> Bundled:
        return write(to, self.house, OPERATOR, Scope("hospital", "small"), lambda _: None)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    made = Watched(tmp_path)
    with made.house:
        yield made


@pytest.fixture
def served(watched: Watched) -> Iterator[Listening]:
    with listening(watched.witness, "127.0.0.1", 0) as server:
        Thread(target=server.run, daemon=True).start()
        yield server


def verify(bundle: Path, *more: str) -> tuple[int, str]:
    with zipfile.ZipFile(bundle) as packed:
        bundle.with_name("verify.py").write_bytes(packed.read("verify.py"))
    asked = [sys.executable, "-I", "-S", str(bundle.with_name("verify.py")), str(bundle), *more]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert not told.stderr
    return told.returncode, told.stdout


def test_evidence_comes_with_the_cosignature_of_the_witness(
    watched: Watched, served: Listening, tmp_path: Path
) -> None:
    policy = tmp_path / "trusted"
    policy.write_text(watched.told_of(served), encoding="utf-8")
    assert watched.bundle(tmp_path / "all.zip").missing == ()
    status, said = verify(tmp_path / "all.zip", "--policy", str(policy))
    assert status == 0, said
    assert "Witness office has cosigned the head on" in said
    assert "Enough witnesses have cosigned the head." in said
    assert "The policy came with the bundle" in verify(tmp_path / "all.zip")[1]


def test_without_the_witness_it_says_so_and_whoever_trusts_it_takes_it_not(
    watched: Watched, served: Listening, tmp_path: Path
) -> None:
    policy = tmp_path / "trusted"
    policy.write_text(watched.told_of(served), encoding="utf-8")
    served.close()
    (missing,) = watched.bundle(tmp_path / "all.zip").missing
    assert "office.example did not cosign" in missing
    assert verify(tmp_path / "all.zip")[0] == 0
    status, said = verify(tmp_path / "all.zip", "--policy", str(policy))
    assert (status, "Too few of the witnesses you trust" in said) == (1, True)


def test_each_new_head_goes_to_the_witness_by_itself_and_one_that_was_silent_is_asked_again(
    watched: Watched, served: Listening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.serving.beat.WITNESS_EVERY", 0)
    watched.told_of(served)
    watched.house._proof = None
    asked, add = [], watched.witness.add
    answers = [Answered(503), *[None] * 9]

    def witness(request: bytes) -> Answered:
        asked.append(request)
        return answers.pop(0) or add(request)

    monkeypatch.setattr(watched.witness, "add", witness)
    beat = Beat(watched.house)
    for _ in range(3):
        beat._witness()
    assert len(asked) == 2, "silent once, then heard; there is no new head since"
    watched.does(watched.nurse, Raise(unit="4-west", what="One lift for three units"))
    beat._witness()
    assert len(asked) > 2


def test_it_answers_one_question_alone(served: Listening) -> None:
    for path, status in (("/", 404), ("/add-checkpoint", 405)):
        with pytest.raises(HTTPError) as refused:
            urlopen(f"http://127.0.0.1:{served.port}{path}", timeout=5)
        assert refused.value.code == status
        refused.value.close()
