"""A message as it is sent. Nothing in it can become a header: what holds a control character is refused before it is kept."""

import re
from email import policy
from email.message import EmailMessage
from email.utils import formatdate

from services import calendar_file
from services.calendar_file import Entry
from workflows.kernel.moments import MICRO, Moment

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
LONGEST = 4_000


class Unfit(ValueError):
    """It cannot stand in a mail; the message says why."""


def plain(text: str, *, lines: bool = False) -> str:
    """The text, when it is one line (with `lines`, several) without control characters; Unfit when not."""
    if len(text) > LONGEST or _CONTROL.search(text.replace("\n", "") if lines else text):
        raise Unfit("A line of a mail holds no control characters and no line breaks, and a mail is short.")
    return text


def address(text: str) -> str:
    """A mail address, plain and alone; Unfit where it is anything else."""
    if not _ADDRESS.fullmatch(text):
        raise Unfit("The mail address is not one address; put it right in the directory of people.")
    return text


def letter(
    sender: str, to: str, subject: str, body: str, *, key: bytes, at: Moment, invitation: Entry | None = None
) -> EmailMessage:
    """The same message is called the same at every attempt, so that one that arrives twice can be seen to be one."""
    message = EmailMessage(policy.SMTP)
    message["From"] = address(sender)
    message["To"] = address(to)
    message["Subject"] = plain(subject)
    message["Date"] = formatdate(at / MICRO)
    message["Message-ID"] = f"<{key.hex()}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(plain(body, lines=True))
    if invitation:
        enclosed = calendar_file.invitation(invitation, organizer=sender, to=to, at=at)
        message.add_alternative(enclosed, subtype="calendar", params={"method": invitation.method})
    return message
