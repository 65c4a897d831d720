"""`/setup/rhythm`: the terms in force as questions, and the document itself underneath. What is sent becomes a document that is
checked against its schema, kept, and adopted by an event with whoever adopted it."""

import json
from typing import Any

import msgspec
from flask import Blueprint, make_response, request
from werkzeug.wrappers import Response

from services.web.doing import adopting
from services.web.doing.giving import Failed, fresh_key, give, sent_on
from services.web.doing.offers import people
from services.web.framing import shown
from services.web.layout import Choice, Field, Notice
from services.web.pages.rhythm import calendar
from services.web.pages.rhythm.questions import QUESTIONS
from services.web.visit import Visit, here
from workflows.hospital.commands import AdoptTerms
from workflows.kernel.roles import as_holder
from workflows.kernel.terms import Terms

rhythm = Blueprint("rhythm", __name__)

RIGHT = "hospital.adopt_terms"
LADDER = 3
"""Steps that the page asks for; a longer ladder is written in the document."""
FLAGS = ("photos_on_public_pages", "rounds_are_meetings", "digest_on_rest_days")


@rhythm.get("/setup/rhythm")
def ask() -> str:
    visit = _entered()
    return _page(visit, _in_force(visit))


@rhythm.post("/setup/rhythm")
def adopt() -> Response | str:
    """The answers, laid over what is in force."""
    visit = _entered()
    wished = _in_force(visit)
    wrong = {
        name: "Write a whole number."
        for name, _ in QUESTIONS
        if not _typed(name).isascii() or not _typed(name).isdigit()
    } | calendar.wrong(request.form)
    if wrong:
        return make_response(_page(visit, wished, wrong), 422)
    wished |= {name: int(_typed(name)[:9]) for name, _ in QUESTIONS}
    wished |= {"on_call": _typed("on_call") or wished["on_call"], "ladder": _ladder("step", list(wished["ladder"]))}
    wished |= {"respect_ladder": _ladder("respect_step", list(wished["respect_ladder"]))}
    wished |= {"emergency_number": _typed("emergency_number"), **calendar.asked(request.form)}
    wished |= {name: _typed(name) == "yes" for name in FLAGS}
    return _adopted(visit, json.dumps(wished), wished)


@rhythm.post("/setup/rhythm/document")
def adopt_document() -> Response | str:
    """The document as it was written."""
    visit = _entered()
    return _adopted(visit, adopting.typed_document(), _in_force(visit))


def _adopted(visit: Visit, document: str, shown_instead: dict[str, Any]) -> Response:
    terms = adopting.checked(document, "terms", Terms)
    if isinstance(terms, Notice):
        return make_response(_page(visit, shown_instead, notice=terms, document=document), 422)
    outcome = give(visit, AdoptTerms(digest=adopting.keep(visit, terms)), "hospital", _typed("command"))
    if isinstance(outcome, Failed):
        return make_response(_page(visit, shown_instead, notice=outcome.notices[0]), outcome.status)
    return sent_on(RIGHT, "/setup/rhythm")


def _entered() -> Visit:
    visit = here()
    visit.must(RIGHT)
    return visit


def _in_force(visit: Visit) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.to_builtins(visit.house.clerk.terms.now()[1])
    return found


def _typed(name: str) -> str:
    return request.form.get(name, "").strip()


def _ladder(step: str, before: list[str]) -> list[str]:
    """The steps that were chosen, each once; those the page does not show stay."""
    steps = [_typed(f"{step}_{number}") for number in range(LADDER)]
    return list(dict.fromkeys([one for one in steps if one] + before[LADDER:]))


def _page(
    visit: Visit,
    terms: dict[str, Any],
    wrong: dict[str, str] | None = None,
    notice: Notice | None = None,
    document: str = "",
) -> str:
    return shown(
        "rhythm/rhythm.html",
        place="Set-up",
        notices=(notice,) if notice else (),
        fields=(*_numbers(visit, terms, wrong or {}), *_holders(visit, terms)),
        calendar=calendar.questions(terms, request.form, wrong or {}),
        units=sorted(terms["units"]),
        document=document or adopting.written(terms),
        unfolded=bool(document),
        versions=adopting.versions(visit, "terms"),
        key=fresh_key(),
    )


def _numbers(visit: Visit, terms: dict[str, Any], wrong: dict[str, str]) -> tuple[Field, ...]:
    came = visit.house.clerk.terms.of(None)
    return tuple(
        Field(
            name,
            title,
            _origin(visit, name, terms, getattr(came, name)),
            kind="number",
            value=request.form.get(name, str(terms[name])),
            error=wrong.get(name, ""),
            required=True,
        )
        for name, title in QUESTIONS
    )


def _origin(visit: Visit, name: str, terms: dict[str, Any], came: int) -> str:
    """Where a number comes from, if not from Heard; and which units have another one."""
    others = [
        f"{visit.names.unit(slug)} {own[name]}" for slug, own in terms["units"].items() if own.get(name) is not None
    ]
    ours = f"Changed here. It came as {came}." if terms[name] != came else ""
    return " ".join(part for part in (ours, f"Otherwise in: {', '.join(others)}." if others else "") if part)


def _holders(visit: Visit, terms: dict[str, Any]) -> tuple[Field, ...]:
    roles = [name for name, one in visit.house.access.roles.items() if one.held == "hospital"]
    of_roles = tuple(Choice(as_holder(role), visit.names.role(role)) for role in roles)
    choices = (*of_roles, *people(visit))
    ladder = _steps("step", "Who is asked when a barrier stays overdue", choices, terms["ladder"])
    respect = _steps(
        "respect_step", "Which role is asked when a matter of respect stays overdue", of_roles, terms["respect_ladder"]
    )
    on_call = Field(
        "on_call", "Who is called when something cannot wait?", "", "person", choices, terms["on_call"], required=True
    )
    number = Field(
        "emergency_number",
        "Which number do people call when somebody is getting worse?",
        "It is the first line of every public page.",
        value=request.form.get("emergency_number", terms["emergency_number"]),
    )
    photos = Field(
        "photos_on_public_pages",
        "Anybody who speaks up without signing in may add a photo",
        "It is drawn anew, without where, when or with what it was taken. Faces and names in it stay: whoever sees one "
        "takes the voice off the boards.",
        kind="flag",
        value="yes" if terms["photos_on_public_pages"] else "",
    )
    meetings = Field(
        "rounds_are_meetings",
        "Rounds with the team count as its monthly meeting with the partner",
        "Where they do not, walking the unit and sitting down with the team are two things.",
        kind="flag",
        value="yes" if terms["rounds_are_meetings"] else "",
    )
    digest = Field(
        "digest_on_rest_days",
        "They are told so on days that are no working days, too",
        "Everybody says for themselves whether they are told daily, on Mondays only, or never.",
        kind="flag",
        value="yes" if terms["digest_on_rest_days"] else "",
    )
    return (number, *ladder, *respect, on_call, meetings, digest, photos)


def _steps(name: str, title: str, choices: tuple[Choice, ...], ladder: list[str]) -> tuple[Field, ...]:
    shown = [*ladder, *[""] * LADDER][:LADDER]
    return tuple(
        Field(f"{name}_{number}", f"{title}, step {number + 1}?", "", "person", choices, step)
        for number, step in enumerate(shown)
    )
