"""A time-stamping authority of our own (`openssl ts`) stamps a head; what is no good stamp is not kept; evidence carries it."""

import subprocess
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from environs import EnvError

from services.bootstrap import settings
from services.clerk.access import OPERATOR
from services.evidence.bundle import write
from services.evidence.scope import Scope
from services.proof.checkpoint import Checkpoint
from services.proof.note import Signing
from services.proof.stamping import stamp
from services.proof.stamps import DIRECTORY, Authority, NotStamped
from services.serving.beat import Beat
from tests.erasing.conftest import Guarded, guarded
from tests.serving.test_witnessing import verify

__all__ = ["guarded"]

SETTINGS = """
[tsa]
default_tsa = ours
[ours]
serial = {home}/serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
[root]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
[stamper]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[req]
distinguished_name = name
[name]
"""


class Office:
    """An authority that answers on this machine; `address` is where, `root` the certificate it goes back to."""

    def __init__(self, home: Path) -> None:
        self.home = home
        home.mkdir()
        self.settings = home / "settings"
        self.settings.write_text(SETTINGS.format(home=home), encoding="utf-8")
        (home / "serial").write_text("01", encoding="utf-8")
        new = ("req", "-new", "-config", self.settings, "-newkey", "rsa:2048", "-nodes")
        self._openssl(
            *new, "-x509", "-extensions", "root", "-subj", "/CN=Root", "-keyout", "root.key", "-out", "root.pem"
        )
        self._openssl(*new, "-subj", "/CN=Clock", "-keyout", "clock.key", "-out", "clock.csr")
        by = ("-CA", "root.pem", "-CAkey", "root.key", "-extfile", self.settings, "-extensions", "stamper")
        self._openssl("x509", "-req", "-in", "clock.csr", *by, "-out", "clock.pem")
        self.root = home / "root.pem"

    def _openssl(self, *asked: str | Path) -> None:
        subprocess.run(["openssl", *map(str, asked)], cwd=self.home, check=True, capture_output=True)

    def answer(self, asked: bytes) -> bytes:
        (self.home / "asked").write_bytes(asked)
        by = ("-signer", "clock.pem", "-inkey", "clock.key", "-config", self.settings)
        self._openssl("ts", "-reply", "-queryfile", "asked", *by, "-out", "answer")
        return (self.home / "answer").read_bytes()

    def authority(self, address: str) -> Authority:
        return Authority(address, self.root.read_bytes())


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "office")


@pytest.fixture
def authority(office: Office) -> Iterator[Authority]:
    class Desk(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.headers["Content-Type"] == "application/timestamp-query"
            said = office.answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(said)

        def log_request(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Desk) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield office.authority(f"http://127.0.0.1:{server.server_port}")
        server.shutdown()


def test_a_head_a_day_is_stamped_and_evidence_carries_it(
    guarded: Guarded, office: Office, authority: Authority, tmp_path: Path
) -> None:
    silent = office.authority("http://127.0.0.1:1")
    beat = Beat(guarded.house, [authority, silent, authority])
    beat._stamp()
    beat._stamp()
    assert len(list((guarded.directory / DIRECTORY).glob("*.tsr"))) == 2, "once a day, by each that answers"
    write(tmp_path / "all.zip", guarded.house, OPERATOR, Scope("hospital", "small"), lambda _: None)
    status, said = verify(tmp_path / "all.zip")
    assert status == 0, said
    assert "facts of a head that was stamped with the time" in said
    other = Signing("heard/small", bytes(32)).sign(Checkpoint("heard/small", 2, bytes(32)).text)
    with zipfile.ZipFile(tmp_path / "all.zip") as packed, zipfile.ZipFile(tmp_path / "spoilt.zip", "w") as spoilt:
        for name in packed.namelist():
            spoilt.writestr(name, other if name == "stamped" else packed.read(name))
    assert verify(tmp_path / "spoilt.zip")[0] == 1
    with zipfile.ZipFile(tmp_path / "all.zip") as packed:
        packed.extractall(tmp_path, ["stamped", "stamp.tsr", "stamp-2.tsr"])
    for one in ("stamp.tsr", "stamp-2.tsr"):
        asked = ["openssl", "ts", "-verify", "-data", "stamped", "-in", one, "-CAfile", str(office.root)]
        told = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert "Verification: OK" in told.stdout + told.stderr


def test_what_is_no_good_stamp_is_not_kept(office: Office, tmp_path: Path) -> None:
    ours = office.authority("http://127.0.0.1:1")
    with pytest.raises(NotStamped, match="does not answer"):
        stamp("A head\n", ours)
    with pytest.raises(NotStamped, match="no good stamp"):
        stamp("A head\n", ours, lambda _, __: b"nothing")
    made, _ = stamp("A head\n", ours, lambda _, asked: office.answer(asked))
    with pytest.raises(NotStamped, match="no good stamp"):
        stamp("A head\n", ours, lambda _, __: made)
    other = Office(tmp_path / "other")
    with pytest.raises(NotStamped, match="no good stamp"):
        stamp("A head\n", ours, lambda _, asked: other.answer(asked))


def test_an_authority_is_named_with_what_its_stamps_go_back_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HEARD_TSA", "http://clock.example")
    with pytest.raises(EnvError, match="HEARD_TSA_ROOT"):
        settings()
    monkeypatch.setenv("HEARD_TSA_ROOT", "/nowhere/root.pem")
    with pytest.raises(EnvError, match="cannot be read"):
        settings()
    root = tmp_path / "root.pem"
    root.write_bytes(b"one")
    monkeypatch.setenv("HEARD_TSA", "http://clock.example, http://other.example")
    monkeypatch.setenv("HEARD_TSA_ROOT", str(root))
    with pytest.raises(EnvError, match="commas"):
        settings()
    monkeypatch.setenv("HEARD_TSA_ROOT", f"{root},{root}")
    assert [one.address for one in settings().authorities] == ["http://clock.example", "http://other.example"]
