"""`/setup/standards`: what there is to attest, in plain words, and the document itself underneath. What is sent is checked
against its schema, kept, and adopted by an event with whoever adopted it."""

from flask import Blueprint, make_response, request
from werkzeug.wrappers import Response

from services.web.doing import adopting
from services.web.doing.giving import Failed, fresh_key, give, sent_on
from services.web.framing import shown
from services.web.layout import Notice
from services.web.visit import Visit, here
from workflows.hospital.commands import AdoptStandards
from workflows.kernel.standards import ONESELF, Item, Standards

standards_setup = Blueprint("standards_setup", __name__)

RIGHT = "hospital.adopt_standards"
SCOPES = {"unit": "each unit", "hospital": "the hospital", "person": "a person"}
Row = tuple[str, str, str, str]


@standards_setup.get("/setup/standards")
def ask() -> str:
    visit = here()
    visit.must(RIGHT)
    return _page(visit)


@standards_setup.post("/setup/standards")
def adopt() -> Response | str:
    """The document as it was written."""
    visit = here()
    visit.must(RIGHT)
    document = adopting.typed_document()
    standards = adopting.checked(document, "standards", Standards)
    if isinstance(standards, Notice):
        return make_response(_page(visit, document, standards), 422)
    outcome = give(
        visit, AdoptStandards(digest=adopting.keep(visit, standards)), "hospital", request.form.get("command", "")
    )
    if isinstance(outcome, Failed):
        return make_response(_page(visit, document, outcome.notices[0]), outcome.status)
    return sent_on(RIGHT, "/setup/standards")


def _page(visit: Visit, document: str = "", notice: Notice | None = None) -> str:
    standards = visit.house.clerk.standards.now()[1]
    return shown(
        "standards/standards.html",
        place="Set-up",
        notices=(notice,) if notice else (),
        groups=[
            (title, [_row(visit, standards.items[key]) for key in standards.of_group(group)])
            for group, title in standards.groups.items()
        ],
        document=document or adopting.written(standards),
        versions=adopting.versions(visit, "standards"),
        key=fresh_key(),
    )


def _row(visit: Visit, item: Item) -> Row:
    """What, for whom, by whom, for how long."""
    by = ["themselves" if one == ONESELF else visit.names.role(one) for one in item.by]
    renewed = f"{item.renew_days} days" if item.renew_days else "for good"
    return item.title, SCOPES[item.scope], ", ".join(by) or "whoever leads there", renewed
