"""`/assessment/<id>/rate`: all components on one page, for one who rates; each is kept by itself, sealed, until handed in."""

from collections.abc import Iterator, Mapping
from uuid import NAMESPACE_URL, uuid5

from flask import Blueprint, abort, redirect, request
from msgspec import Struct
from werkzeug.wrappers import Response

from assessments.maturity import NOT_ASSESSABLE, STAGES, Component, ComponentKey, anchors
from assessments.self_assessment.commands import HandIn, Rate
from assessments.self_assessment.state import Sealed, Setting
from services import ratings
from services.ratings import Own
from services.web.doing.giving import Failed, answered, fresh_key, give
from services.web.framing import shown, tell
from services.web.layout import Choice, Field
from services.web.pages.maturity import evidence
from services.web.phrases import choice, done
from services.web.visit import Visit, here

own_rating = Blueprint("own_rating", __name__)

LONGEST = 2_000
_EVERY = (*STAGES, NOT_ASSESSABLE)


class Asked(Struct, frozen=True, kw_only=True):
    """One component: what it asks, its fields."""

    title: str
    asks: str
    fields: tuple[Field, ...]


class Domain(Struct, frozen=True):
    name: str
    asked: tuple[Asked, ...]


@own_rating.get("/assessment/<stream>/rate")
def ask(stream: str) -> Response:
    visit = here()
    return _page(visit, stream, _setting(visit, stream), None)


@own_rating.post("/assessment/<stream>/rate")
def keep(stream: str) -> Response:
    """Whatever is said otherwise than it stands is kept; then, if asked for, all of it is handed in."""
    visit = here()
    setting = _setting(visit, stream)
    before = ratings.own(visit.house, stream, visit.person)
    for key in setting.components:
        failed = _rate(visit, stream, key, before.get(key))
        if failed is not None:
            return _page(visit, stream, setting, failed)
    if request.form.get("done") == "yes":
        handed = give(visit, HandIn(), stream, str(uuid5(NAMESPACE_URL, f"{request.form.get('command')}|hand in")))
        if isinstance(handed, Failed):
            return _page(visit, stream, setting, handed)
    tell(done("assessment.hand_in" if request.form.get("done") == "yes" else "assessment.rate"))
    return redirect(f"/assessment/{stream}", 303)


def _rate(visit: Visit, stream: str, key: ComponentKey, before: Own | None) -> Failed | None:
    rating = request.form.get(f"{key}.rating", "")
    why = request.form.get(f"{key}.why", "").replace("\r\n", "\n").strip()
    shows = evidence.read(request.form.get(f"{key}.evidence", ""))
    if not rating or (before is not None and (before.rating, before.why, before.evidence) == (rating, why, shows)):
        return None
    if shows is None:
        return Failed(422, f"{choice(key, 'component')}: {evidence.AMISS}")
    if rating not in _EVERY or len(why) > LONGEST:
        return Failed(
            422, f"Choose one of the answers for {choice(key, 'component').lower()}, and say why in a sentence."
        )
    rate = Rate(component=key, rating=rating, why=why or None, evidence=shows)
    retry = uuid5(NAMESPACE_URL, f"{request.form.get('command', '')}|{stream}|{key}|{rating}|{why}|{shows}")
    outcome = give(visit, rate, stream, str(retry))
    return outcome if isinstance(outcome, Failed) else None


def _setting(visit: Visit, stream: str) -> Setting:
    """For whoever still has to hand in, and nobody else."""
    state = visit.house.clerk.memory.get(stream).state if stream.startswith("assessment-") else None
    if not isinstance(state, Sealed) or visit.person not in state.setting.missing:
        abort(404)
    visit.must("assessment.rate", state.unit, stream)
    return state.setting


def _page(visit: Visit, stream: str, setting: Setting, failed: Failed | None) -> Response:
    before = ratings.own(visit.house, stream, visit.person)
    page = shown(
        "maturity/rate.html",
        place="My desk",
        notices=failed.notices if failed else (),
        stream=stream,
        key=fresh_key(),
        name=visit.names.unit(setting.unit),
        status=anchors().status,
        raters=len(setting.raters),
        domains=list(_domains(setting, before)),
        left=sum(key not in before for key in setting.components),
    )
    return answered(page, failed)


def _domains(setting: Setting, before: Mapping[ComponentKey, Own]) -> Iterator[Domain]:
    for domain in setting.domains:
        keys = anchors().of(domain)
        yield Domain(anchors().domains[domain], tuple(_asked(key, before.get(key)) for key in keys))


def _asked(key: ComponentKey, own: Own | None) -> Asked:
    component = anchors().components[key]
    rating, why, shows = (own.rating, own.why, " ".join(own.evidence)) if own else ("", "", "")
    fields = (
        Field(
            f"{key}.rating",
            component.title,
            component.asks,
            kind="choice",
            choices=choices(component),
            value=request.form.get(f"{key}.rating", rating),
        ),
        Field(
            f"{key}.why", "Why?", "What you saw, in a sentence. Name nobody.", value=request.form.get(f"{key}.why", why)
        ),
        evidence.field(f"{key}.evidence", request.form.get(f"{key}.evidence", shows)),
    )
    return Asked(title=component.title, asks=component.asks, fields=fields)


def choices(component: Component) -> tuple[Choice, ...]:
    """Each stage with what it asks for beyond the one before."""
    told = {one: " ".join(component.criteria(one).values()) for one in STAGES}
    told["beginning"] = component.beginning
    stages = tuple(Choice(one, choice(one, "rating"), told[one]) for one in STAGES)
    return (*stages, Choice(NOT_ASSESSABLE, choice(NOT_ASSESSABLE, "rating"), "Nothing here shows it either way."))
