"""A real mail server on this machine, which takes what it is told to take."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Postroom:
    """What came, and what is answered to whoever writes: `says` to a recipient, `greets` to a sender."""

    def __init__(self) -> None:
        self.came: list[EmailMessage] = []
        self.says: dict[str, str] = {}
        self.greets = "250 OK"
        self.encrypted: list[bool] = []

    async def handle_MAIL(self, server: SMTP, session: Session, envelope: Envelope, address: str, _: list[str]) -> str:  # noqa: N802 - the library's name
        if self.greets.startswith("250"):
            envelope.mail_from = address
        self.encrypted.append(session.ssl is not None)
        return self.greets

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, _: list[str]) -> str:  # noqa: N802 - as above
        said = self.says.get(address, "250 OK")
        if said.startswith("250"):
            envelope.rcpt_tos.append(address)
        return said

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - as above
        assert isinstance(envelope.content, bytes)
        came = message_from_bytes(envelope.content, policy=policy.SMTP)
        assert isinstance(came, EmailMessage)
        self.came.append(came)
        return "250 OK"


@contextmanager
def listening(room: Postroom, port: int, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """Its address while it is open."""
    server = Controller(room, "127.0.0.1", port, tls_context=tls)
    server.start()
    try:
        yield f"127.0.0.1:{port}"
    finally:
        server.stop()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])
