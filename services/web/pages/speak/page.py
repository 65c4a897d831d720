"""`/speak` and `/speak/<unit>`: anybody says what worries them. Nobody is asked who they are, and nothing is kept of it."""

import logging
import sqlite3
from typing import Any

from flask import Blueprint, Response, abort, make_response, request
from werkzeug.datastructures import MultiDict

from services import code as codes
from services import photos
from services.clerk.asking import Told
from services.clerk.reception import Call
from services.intake import said
from services.ledger.contract import LedgerError
from services.web.owned import Owned, the_house
from services.web.pages.speak import photo
from services.web.pages.speak.asked import CAME, KINDS, Typed, Wrong, asked
from services.web.pages.speak.form import form
from services.web.public import flood, form_pass
from services.web.public.flood import FLOOD
from services.web.public.outside import number, reader, shown
from services.web.public.receipt import due, receipt
from services.wording.names import Names
from workflows.kernel.roles import stood_for

speak = Blueprint("speak", __name__)
log = logging.getLogger(__name__)

CAP = 60_000
"""Bytes of a form: the longest words there may be, in the widest letters."""
NOBODYS = "Z" * codes.LENGTH
"""The code of a form that is nobody's yet."""
DRAWN = 500
"""Blank forms that are kept."""
BLANK_FORMS: Owned[dict[tuple[str, ...], str]] = Owned("blank forms", dict)


@speak.get("/speak")
@speak.get("/speak/<unit>")
def ask(unit: str = "") -> Response:
    """The blank form is drawn once for all who see the same; its code alone is everybody's own."""
    say, unit = reader(), _open(unit)
    choices = {"kind": KINDS, "came": CAME}
    typed = {name: one for name, options in choices.items() if (one := request.args.get(name, "")) in options}
    names = Names(the_house())
    units = (f"{slug}{names.unit(slug)}{state.is_open}" for slug, state in names.units.items())
    same = (say.language, unit, *typed.values(), due(unit), number(say), str(photo.is_taken()), *units)
    drawn = BLANK_FORMS.here()
    if same not in drawn:
        if len(drawn) > DRAWN:
            drawn.clear()
        blank = form(say, MultiDict({"unit": unit, "code": NOBODYS} | typed), unit, {})
        drawn[same] = blank.get_data(as_text=True)
    code = codes.mint()
    page = drawn[same].replace(NOBODYS, code)
    return make_response(page.replace(form_pass.made(the_house(), NOBODYS), form_pass.made(the_house(), code)))


@speak.post("/speak")
@speak.post("/speak/<unit>")
def send(unit: str = "") -> Response:
    request.max_content_length = photo.cap() or CAP
    say, typed = reader(), request.form
    _open(unit)
    if form_pass.is_foreign():
        abort(403)
    if not typed:
        return form(say, typed, unit, {"": say("wrong.unread")}, 400)
    code = codes.read(typed.get("code", ""))
    if code is None or not form_pass.holds(the_house(), code, typed.get("pass", "")):
        return form(say, _afresh(typed), unit, {"": say("wrong.page_old")}, 409)
    if FLOOD.here().asks_work(request.remote_addr or "") and not flood.is_done(code, typed.get("work", "")):
        return form(say, typed, unit, {"": say("wrong.work", number=number(say))}, 429)
    if typed.get("card"):  # the page is ours; the code is that of the card whose words are typed in
        code = codes.read(typed["card"]) or ""
        if not code:
            return form(say, typed, unit, {"card": say("wrong.card")}, 422)
    found = asked(typed, _open(typed.get("unit", "")) or None, say)
    if isinstance(found, Wrong):
        return form(say, typed, unit, found.errors, 422)
    try:
        drawn = photo.drawn(found.command)
    except photo.NotTaken as error:
        return form(say, typed, unit, {photo.NAME: say(f"wrong.photo.{error}")}, 422)
    try:
        about = _leaders(found.leads, typed.get("unit", ""))
        told = the_house().reception.speak(said(found.command), Call(id=code, via="page"), about=about)
        if not isinstance(told, Told):
            return form(say, _afresh(typed), unit, {"": say("wrong.used")}, 409)
        if drawn and not isinstance(photos.speak(the_house(), told.stream, drawn, code), Told):
            return form(say, typed, unit, {photo.NAME: say("wrong.photo.enough")}, 409)
    except (LedgerError, sqlite3.DatabaseError) as error:
        log.warning("speak: %s", error)
        return form(say, typed, unit, {"": say("wrong.busy", number=number(say))}, 503)
    return receipt(say, code, typed.get("unit", ""), typed.get("kind", ""))


@speak.post("/speak/kept")
def kept() -> Response:
    """Its speaker says that they have the code."""
    say, code = reader(), codes.read(request.form.get("code", ""))
    if form_pass.is_foreign() or code is None or not form_pass.holds(the_house(), code, request.form.get("pass", "")):
        abort(403)
    if FLOOD.here().asks_work(request.remote_addr or "") and not flood.is_done(code, request.form.get("work", "")):
        return receipt(say, code, "", "", work=flood.BITS)
    the_house().intake.keep(the_house().intake.id_of(code))
    return shown("speak/kept.html", say, title=say("receipt.kept_title"), text=say("receipt.kept_text"))


def _open(slug: str) -> str:
    """The unit of an address, which must be one that is open; 404 for another."""
    if slug and not getattr(_unit(slug), "is_open", False):
        abort(404)
    return slug


def _unit(slug: str) -> Any:
    return the_house().clerk.memory.get(f"unit-{slug}").state


def _afresh(typed: Typed) -> Typed:
    """The same words under a new code."""
    again = MultiDict(typed)
    again["code"] = codes.mint()
    return again


def _leaders(role: str, slug: str) -> frozenset[str]:
    """Whoever leads there as what was said, or stands in for one who does; with no unit said, wherever they lead. Who that
    is stands in no fact."""
    posts = the_house().posts.held()
    return frozenset(person for person, held, unit in posts if stood_for(held) == role and (not slug or unit == slug))
