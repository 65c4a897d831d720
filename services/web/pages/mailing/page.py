"""`/setup/mail`: mail on its way. Names stand here, as an address that is wrong is somebody's; what a mail says does not."""

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from services.web.framing import shown, tell
from services.web.visit import Visit, here
from services.wording.time_words import number_of, times

mailing = Blueprint("mailing", __name__)

RIGHT = "work.set_up"
MOST = 100
"""Lines of a table."""


@mailing.get("/setup/mail")
def show() -> str:
    visit = here()
    visit.must(RIGHT)
    outbox = visit.house.outbox
    failed, delayed = outbox.failures(), outbox.delayed()
    return shown(
        "mailing/mailing.html",
        place="Set-up",
        sends=outbox.mail is not None,
        figures=[
            (str(outbox.waiting()), "waiting"),
            (f"{outbox.sent_in_all():,}", "taken by the mail server so far"),
            (str(len(failed)), "could not be sent"),
        ],
        failed=[(_name(visit, one.whom), one.why, one.key.hex()) for one in failed[:MOST]],
        delayed=[(_name(visit, one.whom), f"tried {times(one.attempts)}", one.why) for one in delayed[:MOST]],
    )


@mailing.post("/setup/mail")
def act() -> Response:
    """What failed is tried again, or never sent: one message, or (without a key) all of them."""
    visit = here()
    visit.must(RIGHT)
    outbox, key = visit.house.outbox, _key()
    if request.form.get("does") == "forget":
        tell(f"{number_of(outbox.forget(key), 'message')} will never be sent.")
    else:
        tell(f"{number_of(outbox.again(key), 'message')} will be tried again.")
    return redirect("/setup/mail", 303)


def _key() -> bytes | None:
    """That of one message; what is none finds nothing."""
    typed = request.form.get("message", "")
    try:
        return bytes.fromhex(typed) if typed else None
    except ValueError:
        return b"-"


def _name(visit: Visit, whom: str) -> str:
    return whom if "@" in whom else visit.names.of(whom)
