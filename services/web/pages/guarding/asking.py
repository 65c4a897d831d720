"""`/privacy/erase` and `/privacy/forget`: a record, or everything a person said; carried out at once where no hold keeps it."""

from typing import Any

import msgspec
from flask import Blueprint, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from services.clerk.asking import Told
from services.erasing import asking
from services.erasing.carrying import carry_on
from services.web.doing import offers
from services.web.doing.forms import Typed, Wrong, asked, command_of, fields
from services.web.doing.giving import Failed, answered, fresh_key, said, sent_on
from services.web.framing import shown
from services.web.layout import Field
from services.web.visit import Visit, here
from workflows.kernel.grammar import Refused
from workflows.kernel.words import PersonId
from workflows.subject.commands import Basis, Erase

erasing = Blueprint("erasing", __name__)

_BY_HAND = asked(Erase)


class _Person(msgspec.Struct):
    """What the form about a person must say."""

    person: PersonId
    basis: Basis
    approver: PersonId
    entry: str = ""


@erasing.get("/privacy/erase")
def ask() -> Response:
    return _form(here(), request.args, None)


@erasing.post("/privacy/erase")
def erase() -> Response:
    visit = here()
    visit.must(Erase.VERB)
    command = command_of(Erase, request.form)
    if isinstance(command, Wrong):
        return _form(visit, request.form, Failed(422, wrong=command.errors))
    assert isinstance(command, Erase)
    return _carried_out(visit, asking.erase(visit.house, visit.actor, command, "page"), _form)


@erasing.get("/privacy/forget")
def ask_of_a_person() -> Response:
    return _form_of_a_person(here(), MultiDict(), None)


@erasing.post("/privacy/forget")
def forget() -> Response:
    visit = here()
    visit.must(Erase.VERB)
    try:
        wanted = msgspec.convert(request.form.to_dict(), _Person)
    except msgspec.ValidationError:
        missing = {
            one.name: "Choose one of the answers offered." for one in _of_a_person(visit, request.form) if not one.value
        }
        return _form_of_a_person(visit, request.form, Failed(422, wrong=missing))
    refused = asking.leave(
        visit.house, visit.actor, wanted.person, wanted.basis, wanted.approver, entry=wanted.entry == "yes"
    )
    return _carried_out(visit, refused, _form_of_a_person)


def _carried_out(visit: Visit, outcome: Told | Refused | None, form: Any) -> Response:
    if isinstance(outcome, Refused):
        again: Response = form(visit, request.form, Failed(409, said(visit, outcome)))
        return again
    carry_on(visit.house)
    return sent_on(Erase.VERB, "/privacy")


def _form(visit: Visit, typed: Typed, failed: Failed | None) -> Response:
    visit.must(Erase.VERB)
    questions = fields(_BY_HAND, offers.offers(visit, Erase.VERB, _BY_HAND), typed, failed.wrong if failed else {})
    return _page("Erase every word of a record", "/privacy/erase", questions, failed)


def _form_of_a_person(visit: Visit, typed: Typed, failed: Failed | None) -> Response:
    visit.must(Erase.VERB)
    wrong = failed.wrong if failed else {}
    questions = tuple(msgspec.structs.replace(one, error=wrong.get(one.name, "")) for one in _of_a_person(visit, typed))
    return _page("Erase everything somebody said", "/privacy/forget", questions, failed)


def _of_a_person(visit: Visit, typed: Typed) -> tuple[Field, ...]:
    """The same questions as for a record, with the person in its place."""
    rest = [one for one in _BY_HAND if one.name != "about"]
    person = Field(
        "person", "Whose words?", "All they said, in whatever unit.", "person", offers.people(visit), required=True
    )
    entry = Field(
        "entry",
        "Their name and sign-in go too",
        "For somebody who has left. What they did in a role stays on record without a name.",
        "flag",
    )
    asked_for = (person, *fields(rest, offers.offers(visit, Erase.VERB, rest), typed, {}), entry)
    return tuple(msgspec.structs.replace(one, value=typed.get(one.name, "")) for one in asked_for)


def _page(title: str, action: str, questions: tuple[Field, ...], failed: Failed | None) -> Response:
    page = shown(
        "guarding/ask.html",
        place="Privacy",
        notices=failed.notices if failed else (),
        title=title,
        action=action,
        fields=questions,
        key=fresh_key(),
    )
    return answered(page, failed)
