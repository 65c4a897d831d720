"""The hospital's mail server: TLS where it offers it, and nobody waits for it long."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage

SECONDS = 10.0
PORT = 25


class NotSent(Exception):
    """It was not taken; `for_good` where trying again changes nothing. The message says why."""

    def __init__(self, why: str, *, for_good: bool) -> None:
        super().__init__(why)
        self.for_good = for_good


class Relay:
    """A line to the mail server, open while a few messages go out."""

    def __init__(self, line: smtplib.SMTP) -> None:
        self._line = line

    def send(self, message: EmailMessage) -> None:
        """NotSent where it was not taken."""
        try:
            self._line.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            ((code, said),) = error.recipients.values()
            raise NotSent(_said(code, said), for_good=code >= 500) from error
        except (
            smtplib.SMTPSenderRefused
        ) as error:  # the house is not trusted yet, or its own address is wrong: no fault of this message
            raise NotSent(_said(error.smtp_code, error.smtp_error), for_good=False) from error
        except smtplib.SMTPResponseException as error:
            raise NotSent(_said(error.smtp_code, error.smtp_error), for_good=error.smtp_code >= 500) from error
        except (smtplib.SMTPException, OSError) as error:
            raise NotSent(f"The line to the mail server broke: {error}.", for_good=False) from error


@contextmanager
def open_line(relay: str, sender: str) -> Iterator[Relay]:
    """To `host:port`. NotSent (not for good) where nobody answers there, or where its TLS cannot be trusted."""
    host, _, port = relay.rpartition(":") if ":" in relay else (relay, "", str(PORT))
    try:
        line = smtplib.SMTP(host, int(port), local_hostname=sender.rpartition("@")[2], timeout=SECONDS)
    except (smtplib.SMTPException, OSError, ValueError) as error:
        raise NotSent(f"The mail server {relay} does not answer: {error}.", for_good=False) from error
    try:
        _greet(line, relay)
        yield Relay(line)
        _leave(line)
    finally:
        line.close()


def _greet(line: smtplib.SMTP, relay: str) -> None:
    try:
        line.ehlo_or_helo_if_needed()
        if line.has_extn("starttls"):
            line.starttls(context=ssl.create_default_context())
            line.ehlo_or_helo_if_needed()
    except (smtplib.SMTPException, OSError) as error:
        raise NotSent(f"The mail server {relay} cannot be spoken to: {error}.", for_good=False) from error


def _leave(line: smtplib.SMTP) -> None:
    try:
        line.quit()
    except (smtplib.SMTPException, OSError):
        return  # everything was said; how it hangs up is its own affair


def _said(code: int, said: bytes | str) -> str:
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return f"The mail server says {code} {' '.join(words.split())[:200]}."
