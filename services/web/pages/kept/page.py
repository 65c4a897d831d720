"""`/kept`: the form that could not be taken, whole, for whoever wrote it."""

from flask import Blueprint, redirect
from werkzeug.wrappers import Response

from services.web.framing import shown
from services.web.signing_in.kept_words import KEPT_WORDS
from services.web.visit import here

kept = Blueprint("kept", __name__)


@kept.get("/kept")
def show() -> str | Response:
    visit = here()
    found = KEPT_WORDS.here().of(visit.person, visit.now)
    return shown("kept/kept.html", kept=found) if found else redirect("/", 303)


@kept.post("/kept")
def leave() -> Response:
    KEPT_WORDS.here().drop(here().person)
    return redirect("/", 303)
