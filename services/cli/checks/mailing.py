"""Whether mail leaves the house."""

from services.bootstrap import lost, settings
from services.cli.checks.finding import Fault, Place
from services.outbox import undelivered
from services.outbox.relay import NotSent, open_line

OFTEN = 5
"""Attempts after which a message that still waits is worth a look."""


def mail(place: Place) -> str:
    sends = settings().mail
    if sends is None:
        return "nothing is sent: HEARD_SMTP names no mail server"
    try:
        with open_line(sends.relay, sends.sender):
            pass
    except NotSent as error:
        raise Fault(f"{error} Look at HEARD_SMTP, or at the mail server.") from error
    if not lost(path := place.directory / "outbox.sqlite") and (why := undelivered(path, OFTEN)):
        said = "1 message" if len(why) == 1 else f"{len(why)} messages"
        raise Fault(f"{said} could not be sent, the first because: {why[0]} `heard mail` says which.")
    return f"the mail server {sends.relay} answers"
