"""`/attest/<item>?unit=…`: the questions of an item of the standards; `/attest/<item>/gap`: who sees to it, and by when."""

from flask import Blueprint, abort, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from services.clerk.asking import Told
from services.web.doing.attesting import Attesting, Kind
from services.web.doing.forms import Typed
from services.web.doing.giving import Failed, answered, fresh_key, sent_on
from services.web.framing import shown
from services.web.paths import local, page_of
from services.web.phrases import button
from services.web.visit import Visit, here
from workflows.standard.commands import Add, Attest, NoteGap

attest = Blueprint("attest", __name__)


@attest.get("/attest/<item>")
def ask(item: str) -> Response:
    visit = here()
    return _form(visit, _attesting(visit, item), MultiDict(), None)


@attest.post("/attest/<item>")
def act(item: str) -> Response:
    visit = here()
    return _given(visit, _attesting(visit, item))


@attest.get("/attest/<item>/gap")
def ask_gap(item: str) -> Response:
    visit = here()
    return _form(visit, _attesting(visit, item, gap=True), MultiDict(), None)


@attest.post("/attest/<item>/gap")
def note_gap(item: str) -> Response:
    visit = here()
    return _given(visit, _attesting(visit, item, gap=True))


def _attesting(visit: Visit, key: str, *, gap: bool = False) -> Attesting:
    """What the address says; 404 for what is no item, or not the reader's to attest there."""
    item = visit.house.clerk.standards.now()[1].items.get(key) or abort(404)
    unit, person, of = (request.args.get(name) or None for name in ("unit", "person", "of"))
    if unit is not None and unit not in visit.names.units:
        abort(404)
    kind: Kind = NoteGap if gap else Add if item.many else Attest
    visit.must(kind.VERB, unit)
    return Attesting(key=key, item=item, kind=kind, unit=unit, person=person, of=of)


def _given(visit: Visit, one: Attesting) -> Response:
    outcome = one.give(visit, request.form)
    if isinstance(outcome, Failed):
        return _form(visit, one, request.form, outcome)
    assert isinstance(outcome, Told)
    return sent_on(one.kind.VERB, page_of(outcome.stream) if visit.sees(outcome.stream) else "/")


def _form(visit: Visit, one: Attesting, typed: Typed, failed: Failed | None) -> Response:
    where = visit.names.of(one.person) if one.person else visit.names.unit(one.unit)
    back = local(request.args.get("next"), f"/unit/{one.unit}/charter" if one.unit else "/")
    page = shown(
        "attest/attest.html",
        place="Unit" if one.unit else "Hospital",
        notices=failed.notices if failed else (),
        title=one.item.title,
        where=where,
        fields=one.fields(visit, typed, failed.wrong if failed else {}),
        button=button(one.kind.VERB),
        action=request.full_path.rstrip("?"),
        key=typed.get("command") or fresh_key(),
        back=back,
        happened_on=typed.get("happened_on", ""),
        today=visit.today,
    )
    return answered(page, failed)
