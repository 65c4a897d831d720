"""`/setup/surveyor`: lets a surveyor in for some hours, with a sign-in that is told once; says who is in, and sees them off."""

from typing import cast

from flask import Blueprint, make_response, redirect, request
from werkzeug.wrappers import Response

from services import clock
from services.starting.accounts import open_accounts, renew
from services.web.doing.giving import Failed, fresh_key, give
from services.web.framing import shown, tell
from services.web.layout import Choice, Field, Notice
from services.web.visit import Visit, here
from services.wording import time_words
from workflows.hospital.commands import ReceiveSurveyor, SaySurveyorLeft
from workflows.hospital.state import Known, Surveyor

surveyor = Blueprint("surveyor", __name__)

HOURS = ((2, "2 hours"), (4, "4 hours"), (8, "8 hours"), (24, "a day"), (72, "3 days"), (120, "5 days"))
LONGEST = 120


@surveyor.get("/setup/surveyor")
def ask() -> str:
    return _page(_entered())


@surveyor.post("/setup/surveyor")
def receive() -> Response | str:
    """The sign-in is shown once. Whoever came before by that name is the same person."""
    visit = _entered()
    name, hours = request.form.get("name", "").strip(), request.form.get("hours", "")
    wrong = _wrong(name, hours)
    if wrong:
        return make_response(_page(visit, wrong), 422)
    house = visit.house
    came = (one for one in house.people.named(name) if house.posts.surveying(one.id) is not None)
    person = next(came, None) or house.people.add(name)
    told = give(visit, ReceiveSurveyor(person=person.id, hours=int(hours)), "hospital", request.form.get("command", ""))
    if isinstance(told, Failed):
        return make_response(_page(visit, said=told.notices), told.status)
    login = house.people.logins().get(person.id)
    account = (
        renew(house.accounts, person, login)
        if login
        else open_accounts(house.people, house.accounts, [person], lambda _: None)[0]
    )
    return shown("people/sign_in.html", place="Set-up", account=account, back="/setup/surveyor")


@surveyor.post("/setup/surveyor/left")
def left() -> Response | str:
    visit = _entered()
    gone = SaySurveyorLeft(person=request.form.get("person", ""))
    told = give(visit, gone, "hospital", request.form.get("command", ""))
    if isinstance(told, Failed):
        return make_response(_page(visit, said=told.notices), told.status)
    tell("They read nothing any more.")
    return redirect("/setup/surveyor", 303)


def _entered() -> Visit:
    visit = here()
    visit.must(ReceiveSurveyor.VERB)
    return visit


def _wrong(name: str, hours: str) -> dict[str, str]:
    wrong = {}
    if not name or len(name) > LONGEST:
        wrong["name"] = "Write their name, in at most 120 letters."
    if hours not in {str(one) for one, _ in HOURS}:
        wrong["hours"] = "Choose how long."
    return wrong


def _page(visit: Visit, wrong: dict[str, str] | None = None, said: tuple[Notice, ...] = ()) -> str:
    state = cast(Known, visit.house.clerk.memory.get("hospital").state)
    wrong = wrong or {}
    return shown(
        "surveyor/surveyor.html",
        place="Set-up",
        notices=said,
        fields=(
            Field(
                "name",
                "Who is it?",
                "As on their badge.",
                value=request.form.get("name", ""),
                error=wrong.get("name", ""),
                required=True,
            ),
            Field(
                "hours",
                "For how long?",
                "From now on. It ends by itself.",
                kind="choice",
                choices=tuple(Choice(str(hours), words) for hours, words in HOURS),
                value=request.form.get("hours", "4"),
                error=wrong.get("hours", ""),
                required=True,
            ),
        ),
        key=fresh_key(),
        surveyors=[_line(visit, one) for one in reversed(state.surveyors)],
    )


def _line(visit: Visit, one: Surveyor) -> tuple[str, str, str]:
    """Who, until when, and the person to see off while they are in."""
    zone = visit.house.plate.zone
    day, at = clock.day_of(one.until, zone), clock.as_written(one.until, zone)[11:16]
    inside = one.until > visit.now
    return visit.names.of(one.person), f"{time_words.short(day, visit.today)}, {at}", one.person if inside else ""
