"""`/setup/rights`: what each role may do and read, in words; `/setup/rights/<role>`: one of them, to give and to take. What is
sent becomes a document of what differs from the table that came with Heard; what must not spread is refused in a sentence."""

from typing import Any

from flask import Blueprint, abort, make_response, request
from msgspec.structs import replace
from werkzeug.wrappers import Response

from services.clerk.access import GIVEN, load
from services.clerk.granting import KEPT, Grant, Grants, may, may_be_given
from services.web.doing import adopting
from services.web.doing.giving import Failed, fresh_key, give, sent_on
from services.web.framing import shown
from services.web.layout import Choice, Field, Notice
from services.web.pages.rights import telling
from services.web.visit import Visit, here
from workflows.hospital.commands import AdoptSetting
from workflows.kernel.roles import DEPUTY

rights = Blueprint("rights", __name__)

RIGHT = "hospital.adopt_setting"
HELD = {"unit": "In a unit", "hospital": "In the whole hospital"}
WHY = "Say in a few words why it is changed."


@rights.get("/setup/rights")
def every() -> str:
    return _list(_entered())


@rights.post("/setup/rights")
def add() -> Response | str:
    """A role of the hospital's own; it begins with what another may, as far as that spreads."""
    visit = _entered()
    title, held, like = (_typed(name) for name in ("title", "held", "like"))
    roles = visit.house.access.roles
    if not title or held not in GIVEN:
        return make_response(_list(visit, Notice("Say what the role is called and where it is held.", "refused")), 422)
    key = telling.key_for(title, roles)
    begins = may(roles[like]) & may_be_given(key) if like in roles and roles[like].held in GIVEN else ()
    grant = Grant(title=title, held=held, also=tuple(sorted(begins)))
    outcome = _adopted(visit, _now(visit) | {key: grant}, _typed("reason"))
    if isinstance(outcome, Failed):
        return make_response(_list(visit, *outcome.notices), outcome.status)
    return sent_on(RIGHT, f"/setup/rights/{key}")


@rights.post("/setup/rights/document")
def adopt_document() -> Response | str:
    """The document as it was written, or brought as a file."""
    visit, document = _entered(), adopting.typed_document()
    wished = adopting.checked(document, "rights", Grants)
    outcome = Failed(422, wished.text) if isinstance(wished, Notice) else _adopted(visit, wished, _typed("reason"))
    if isinstance(outcome, Failed):
        return make_response(_list(visit, *outcome.notices, document=document), outcome.status)
    return sent_on(RIGHT, "/setup/rights")


@rights.get("/setup/rights/<role>")
def one(role: str) -> str:
    visit = _entered()
    return _role(visit, _known(visit, role))


@rights.post("/setup/rights/<role>")
def adopt(role: str) -> Response | str:
    """What is ticked, as what differs from how the role came; what the page does not offer stays as it is."""
    visit = _entered()
    ours, now = load().get(_known(visit, role)), _now(visit)
    offered = telling.offered(role, visit.house.access.roles[role])
    kept = KEPT.get(role, frozenset()) | may(visit.house.access.roles[role]) - offered
    chosen = kept | (frozenset(request.form.getlist("may")) & offered)
    came = may(ours) if ours else frozenset()
    title, called = _typed("title"), tuple(dict.fromkeys(_lines("called")))
    grant = Grant(
        title=None if ours and title == ours.title else title or None,
        called=None if ours and called == ours.called else called,
        held=None if ours else now[role].held,
        also=tuple(sorted(chosen - came)),
        without=tuple(sorted(came - chosen)),
    )
    differs = {name: one for name, one in (now | {role: grant}).items() if one != Grant()}
    outcome = _adopted(visit, differs, _typed("reason"))
    if isinstance(outcome, Failed):
        return make_response(_role(visit, role, *outcome.notices), outcome.status)
    return sent_on(RIGHT, f"/setup/rights/{role}")


@rights.post("/setup/rights/<role>/end")
def end(role: str) -> Response | str:
    """Back to how it came; a role of the hospital's own is there no more."""
    visit = _entered()
    left = {name: grant for name, grant in _now(visit).items() if name != _known(visit, role)}
    outcome = _adopted(visit, left, _typed("reason"))
    if isinstance(outcome, Failed):
        return make_response(_role(visit, role, *outcome.notices), outcome.status)
    return sent_on(RIGHT, "/setup/rights")


def _adopted(visit: Visit, wished: Grants, reason: str) -> Failed | None:
    if not reason:
        return Failed(422, WHY)
    command = AdoptSetting(setting="rights", digest=adopting.keep(visit, wished), reason=reason[:8000])
    outcome = give(visit, command, "hospital", _typed("command"))
    if not isinstance(outcome, Failed):
        return None
    return replace(outcome, sentence=telling.in_words(outcome.sentence))


def _entered() -> Visit:
    visit = here()
    visit.must(RIGHT)
    return visit


def _known(visit: Visit, role: str) -> str:
    """A role that people are given; 404 for any other."""
    terms = visit.house.access.roles.get(role)
    return role if terms and terms.held in GIVEN and not role.startswith(DEPUTY) else abort(404)


def _now(visit: Visit) -> Grants:
    found: Grants = visit.house.clerk.settings.documents["rights"].now()[1]
    return found


def _typed(name: str) -> str:
    return request.form.get(name, "").strip()


def _lines(name: str) -> list[str]:
    return [line.strip() for line in _typed(name).splitlines() if line.strip()]


def _reason() -> Field:
    why = "It stands in the history, beside your name."
    return Field("reason", "Why is it changed?", why, "words", value=_typed("reason"), required=True, rows=2)


def _list(visit: Visit, *notices: Notice, document: str = "") -> str:
    roles, now = visit.house.access.roles, _now(visit)
    people = [(name, terms) for name, terms in roles.items() if terms.held in GIVEN]
    choices = tuple(Choice(name, terms.title) for name, terms in people)
    return shown(
        "rights/every.html",
        place="Set-up",
        notices=notices,
        places=[
            (
                HELD[held],
                [
                    (f"/setup/rights/{name}", terms.title, *telling.line(name, terms, now.get(name)))
                    for name, terms in people
                    if terms.held == held
                ],
            )
            for held in GIVEN
        ],
        fixed=[(terms.title, telling.in_short(terms)) for terms in roles.values() if terms.held not in GIVEN],
        fields=(
            Field("title", "What is it called?", "", value=_typed("title"), required=True),
            Field("held", "Where is it held?", "", "choice", _places(), _typed("held"), required=True),
            Field("like", "It begins with what this role may", telling.SPREADS, "list", choices, _typed("like")),
            _reason(),
        ),
        document=document or adopting.written(now),
        unfolded=bool(document),
        reason=_reason(),
        versions=adopting.versions(visit, "rights"),
        key=fresh_key(),
    )


def _places() -> tuple[Choice, ...]:
    return tuple(Choice(held, title) for held, title in HELD.items())


def _role(visit: Visit, role: str, *notices: Notice) -> str:
    terms, grant = visit.house.access.roles[role], _now(visit).get(role)
    ticked = frozenset(request.form.getlist("may")) if request.form else may(terms)
    ours: Any = load().get(role)
    return shown(
        "rights/one.html",
        place="Set-up",
        notices=notices,
        role=role,
        name=terms.title,
        lede=telling.lede(role, ours is not None),
        stands=telling.stands(grant, ours is not None),
        fields=(
            Field("title", "What is it called here?", "", value=_typed("title") or terms.title, required=True),
            Field(
                "called",
                "What else do lists of people call it?",
                "One on a line; no two roles share a word.",
                "words",
                value=request.form.get("called", "\n".join(terms.called)),
            ),
        ),
        groups=telling.groups(role, terms, may(ours) if ours else frozenset(), ticked),
        reason=_reason(),
        differs=grant is not None,
        ours=ours is not None,
        key=fresh_key(),
    )
