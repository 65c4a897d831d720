"""`/setup/standards`: what there is to attest, who leads by position, and the document itself underneath;
`/setup/standards/KEY` is one thing as questions, `/setup/standards/new` one more. What is sent is checked against its schema,
kept, and adopted by an event with whoever adopted it."""

from collections.abc import Mapping

import msgspec
from flask import Blueprint, abort, make_response, request
from werkzeug.wrappers import Response

from services.web.doing import adopting
from services.web.doing.answers import Answers
from services.web.doing.giving import Failed, answered, fresh_key, give, sent_on
from services.web.framing import shown
from services.web.layout import Choice, Field, Notice
from services.web.pages.settings.sheet import in_order, key_for
from services.web.pages.standards import asking
from services.web.pages.standards.asking import SCOPES
from services.web.visit import Visit, here
from workflows.hospital.commands import AdoptStandards
from workflows.kernel.standards import ONESELF, Item, Standards

standards_setup = Blueprint("standards_setup", __name__)

RIGHT = "hospital.adopt_standards"
LIST = "/setup/standards"
PAGES = frozenset({"new", "leaders"})
"""Addresses that are of no item."""
Row = tuple[str, str, str, str, str]


@standards_setup.get("/setup/standards")
def ask() -> str:
    return _list(_entered())


@standards_setup.post("/setup/standards")
def adopt() -> Response | str:
    """The document as it was written."""
    visit, document = _entered(), adopting.typed_document()
    outcome = _adopted(visit, document)
    if isinstance(outcome, Failed):
        return make_response(_list(visit, document, outcome.notices), outcome.status)
    return sent_on(RIGHT, LIST)


@standards_setup.post("/setup/standards/leaders")
def lead() -> Response | str:
    """Which roles lead by position, and what the groups are called."""
    visit = _entered()
    now, roles = _now(visit), visit.house.access.roles
    leaders = in_order([one for one in request.form.getlist("leaders") if one in roles], now.leaders)
    groups = {key: _typed(f"group_{key}") or title for key, title in now.groups.items()}
    wished = msgspec.structs.replace(now, leaders=tuple(leaders), groups=groups)
    outcome = _adopted(visit, adopting.written(wished))
    if isinstance(outcome, Failed):
        return make_response(_list(visit, "", outcome.notices), outcome.status)
    return sent_on(RIGHT, LIST)


@standards_setup.get("/setup/standards/<key>")
def ask_about(key: str) -> Response:
    visit = _entered()
    return _item(visit, _known(visit, key), {}, None)


@standards_setup.post("/setup/standards/<key>")
def change(key: str) -> Response:
    """One thing as it was answered, laid over the document in force."""
    visit = _entered()
    known, now, answers = _known(visit, key), _now(visit), Answers(request.form)
    if wrong := asking.wrong(answers):
        return _item(visit, known, wrong, Failed(422))
    item = asking.told(now.items[known] if known else asking.NEW, answers)
    kept = known or key_for(item.title, {*now.items, *PAGES})
    wished = msgspec.structs.replace(now, items={**now.items, kept: item})
    outcome = _adopted(visit, adopting.written(wished))
    return _item(visit, known, {}, outcome) if outcome else sent_on(RIGHT, LIST)


def _adopted(visit: Visit, document: str) -> Failed | None:
    standards = adopting.checked(document, "standards", Standards)
    if isinstance(standards, Notice):
        return Failed(422, standards.text)
    command = AdoptStandards(digest=adopting.keep(visit, standards))
    outcome = give(visit, command, "hospital", request.form.get("command", ""))
    return outcome if isinstance(outcome, Failed) else None


def _entered() -> Visit:
    visit = here()
    visit.must(RIGHT)
    return visit


def _known(visit: Visit, key: str) -> str | None:
    """None for one that is new."""
    if key == "new":
        return None
    return key if key in _now(visit).items else abort(404)


def _now(visit: Visit) -> Standards:
    return visit.house.clerk.standards.now()[1]


def _typed(name: str) -> str:
    return request.form.get(name, "").strip()


def _item(visit: Visit, key: str | None, wrong: Mapping[str, str], failed: Failed | None) -> Response:
    standards = _now(visit)
    page = shown(
        "standards/item.html",
        place="Set-up",
        notices=failed.notices if failed else (),
        title=standards.items[key].title if key else "One more thing to attest",
        action=f"{LIST}/{key or 'new'}",
        groups=asking.asked(visit, standards, key, Answers(request.form, wrong)),
        wrong=list(wrong.items()),
        key=fresh_key(),
    )
    return answered(page, failed)


def _list(visit: Visit, document: str = "", notices: tuple[Notice, ...] = ()) -> str:
    standards = _now(visit)
    return shown(
        "standards/standards.html",
        place="Set-up",
        notices=notices,
        groups=[
            (title, [_row(visit, key, standards.items[key]) for key in standards.of_group(group)])
            for group, title in standards.groups.items()
        ],
        asked=_asked(visit, standards),
        document=document or adopting.written(standards),
        versions=adopting.versions(visit, "standards"),
        key=fresh_key(),
    )


def _asked(visit: Visit, standards: Standards) -> tuple[Field, ...]:
    roles = tuple(Choice(role, one.title) for role, one in visit.house.access.roles.items())
    answers = Answers(request.form)
    who = "Whoever leads without a title is recognised one by one."
    return (
        answers.several("leaders", "Which roles lead by position?", who, roles, standards.leaders),
        *(answers.line(f"group_{key}", title, "", title) for key, title in standards.groups.items()),
    )


def _row(visit: Visit, key: str, item: Item) -> Row:
    """Address, what, for whom, by whom, for how long."""
    by = ["themselves" if one == ONESELF else visit.names.role(one) for one in item.by]
    renewed = f"{item.renew_days} days" if item.renew_days else "for good"
    return f"{LIST}/{key}", item.title, SCOPES[item.scope], ", ".join(by) or "whoever leads there", renewed
