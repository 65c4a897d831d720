"""TLS where the mail server offers it, with a certificate that must hold."""

import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.outbox.conftest import Office
from tests.outbox.postroom import Postroom, listening


@pytest.fixture
def certified(tmp_path: Path) -> Path:
    """A certificate of 127.0.0.1, signed by itself, with its key."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "postroom")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    path = tmp_path / "postroom.pem"
    path.write_bytes(
        made.public_bytes(serialization.Encoding.PEM) + key.private_bytes(serialization.Encoding.PEM, *private)
    )
    return path


@pytest.fixture
def vouched(certified: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine trusts the certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certified))


@pytest.fixture
def tls(certified: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certified)
    return context


@pytest.mark.usefixtures("vouched")
def test_it_goes_over_tls_where_that_is_offered(office: Office, room: Postroom, port: int, tls: ssl.SSLContext) -> None:
    office.put()
    with listening(room, port, tls):
        assert office.posting.send() == 1
    assert room.encrypted == [True]


def test_a_certificate_nobody_vouches_for_is_not_trusted(
    office: Office, room: Postroom, port: int, tls: ssl.SSLContext
) -> None:
    office.put()
    with listening(room, port, tls):
        assert office.posting.send() == 0
    assert (room.came, room.encrypted, office.outbox.waiting()) == ([], [], 1)
