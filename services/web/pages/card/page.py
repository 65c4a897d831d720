"""`/campaign/<id>/card`: whoever works there draws a card to answer with, once. It is shown on this page alone and kept
nowhere; the answer to a form that is sent again is the same card. Of a confidential campaign: the link of whoever looks."""

from flask import Blueprint, abort, request

from assessments.campaign import Asking, Wave
from services import carding
from services import code as codes
from services.roster import DrawnAlready, Ended
from services.web.framing import shown
from services.web.layout import Notice
from services.web.public.square import square
from services.web.visit import Visit, here
from services.wording import time_words
from workflows.kernel.ids import is_id

card = Blueprint("card", __name__)

DRAWN = "You have drawn a card already. Nobody knows which one it was, so nobody can give it to you again."
NONE_LEFT = (
    "No card is left. Tell whoever leads your team: a few more were made than people worked there, and all are drawn."
)
NOT_OURS = "Open this page again, and draw from there."


@card.get("/campaign/<stream>/card")
def ask(stream: str) -> str:
    visit = here()
    campaign = _asked(visit, stream)
    if campaign.mode == "anonymous":
        return _page(visit, stream, campaign)
    carding.stock(visit.house, stream, campaign)
    return _page(visit, stream, campaign, drawn=codes.spelled(carding.own(visit.house, stream, visit.person)))


@card.post("/campaign/<stream>/card")
def draw(stream: str) -> str:
    visit = here()
    campaign = _asked(visit, stream)
    if campaign.mode != "anonymous":
        abort(404)
    page = codes.read(request.form.get("page", ""))
    if page is None:
        return _page(visit, stream, campaign, wrong=NOT_OURS)
    try:
        drawn = carding.draw(visit.house, stream, campaign, visit.person, page)
    except DrawnAlready:
        return _page(visit, stream, campaign, wrong=DRAWN)
    except Ended:
        return _page(visit, stream, campaign, wrong=NONE_LEFT)
    return _page(visit, stream, campaign, drawn=codes.spelled(drawn))


def _asked(visit: Visit, stream: str) -> Asking:
    """For whoever is asked, as long as they are, and nobody else."""
    state = visit.house.clerk.memory.get(stream).state if is_id(stream, "campaign") else None
    if not isinstance(state, Asking) or state.roster is None:
        abort(404)
    if (
        state.stage != "open"
        or visit.today > state.closes
        or carding.group_of(visit.house, state, visit.person) is None
    ):
        abort(404)
    return state


def _page(visit: Visit, stream: str, campaign: Asking, *, drawn: str = "", wrong: str = "") -> str:
    address = f"{request.host_url}answer/{stream}"
    return shown(
        "card/card.html",
        place="Unit",
        notices=(Notice(wrong, "refused"),) if wrong else (),
        name=visit.house.plate.name
        if isinstance(campaign, Wave)
        else " + ".join(visit.names.unit(unit) for unit in campaign.units),
        stream=stream,
        mode=campaign.mode,
        title="A card to answer with" if campaign.mode == "anonymous" else "A link to answer with",
        together=_together(visit, campaign),
        page=codes.mint(),
        drawn=drawn,
        has_drawn=campaign.mode == "anonymous" and visit.house.draws.has_drawn(stream, visit.person),
        address=address,
        square=square(f"{address}#{drawn}", drawn) if drawn else "",
        closes=time_words.short(campaign.closes, visit.today),
        least=campaign.least,
        back=f"/unit/{campaign.unit or _units(visit, campaign)[0]}/surveys#{stream}",
    )


def _units(visit: Visit, campaign: Asking) -> tuple[str, ...]:
    """Those that are counted as one with the reader's."""
    group = carding.group_of(visit.house, campaign, visit.person)
    return campaign.units if campaign.roster is None or group is None else campaign.roster.of(group)


def _together(visit: Visit, campaign: Asking) -> str:
    units = _units(visit, campaign)
    if len(units) == 1:
        return ""
    where = " and ".join(visit.names.unit(unit) for unit in units)
    return f"{where} are counted as one and never shown apart: in one of them too few people work to be shown alone."
