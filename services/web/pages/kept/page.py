"""`/kept`: the form that could not be taken, whole, for whoever wrote it."""

from flask import Blueprint, current_app, redirect
from werkzeug.wrappers import Response

from services.web.framing import shown
from services.web.signing_in.kept_words import KeptWords
from services.web.visit import here

kept = Blueprint("kept", __name__)


@kept.get("/kept")
def show() -> str | Response:
    visit = here()
    found = _words().of(visit.person, visit.now)
    return shown("kept/kept.html", kept=found) if found else redirect("/", 303)


@kept.post("/kept")
def leave() -> Response:
    _words().drop(here().person)
    return redirect("/", 303)


def _words() -> KeptWords:
    words: KeptWords = current_app.extensions["kept words"]
    return words
