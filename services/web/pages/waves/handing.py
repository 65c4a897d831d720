"""What each person answered, handed out: `/wave/<id>/respondents.xlsx`, and what its page says of it."""

import io

from flask import Blueprint, abort, make_response
from msgspec import Struct
from werkzeug.wrappers import Response

from assessments.campaign import Wave
from assessments.campaign.wave import Handing
from services import clock
from services.exporting.survey import respondents
from services.web.doing.actions import Action
from services.web.visit import Visit, here
from services.web.when import When
from services.wording import time_words
from workflows.kernel.ids import is_id

handing = Blueprint("handing", __name__)

RIGHT = "campaign.release"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Handed(Struct, frozen=True, kw_only=True):
    """`says`: that it was announced, proposed, released, to whom and by whom; `actions` what this reader may do next."""

    says: tuple[str, ...]
    released: bool
    actions: tuple[Action, ...]


@handing.get("/wave/<stream>/respondents.xlsx")
def take(stream: str) -> Response:
    """For whoever may release it, once two people have; each time it is taken is on record as leaving the house."""
    visit = here()
    visit.must("read.hospital")
    state = visit.house.clerk.memory.get(stream).state if is_id(stream, "campaign") else None
    if not isinstance(state, Wave) or not visit.may(RIGHT, None, stream):
        abort(404)
    found = respondents.site(visit.house, stream, state)
    if found is None:
        abort(404)
    last = state.released[-1]
    whole = io.BytesIO()
    respondents.write(whole, visit.house, visit.actor, found, visit.open([last.recipient]).of(last.recipient))
    response = make_response(whole.getvalue())
    response.headers["Content-Type"] = KIND
    response.headers["Content-Disposition"] = f'attachment; filename="respondents-{state.closes}.xlsx"'
    return response


def told(visit: Visit, stream: str, wave: Wave, looking: When) -> Handed | None:
    """None where it was not announced: then there is nothing to say, and nothing leaves."""
    if not wave.announced:
        return None
    words = visit.open([one.recipient for one in wave.handings])
    says = ["Announced before anybody answered: what each person says may leave the house, if two people release it."]
    for one in wave.released:
        day = time_words.short(clock.day_of(one.since, visit.house.plate.zone), looking.day)
        by = f"{visit.names.of(one.proposed)} and {visit.names.of(one.released)}"
        says.append(f"Released on {day} by {by}, to: {words.of(one.recipient)}")
    if wave.pending:
        says.append(
            f"{visit.names.of(wave.pending.proposed)} proposes to hand it to: {words.of(wave.pending.recipient)}"
        )
    return Handed(says=tuple(says), released=bool(wave.released), actions=_offered(visit, stream, wave, looking))


def _offered(visit: Visit, stream: str, wave: Wave, looking: When) -> tuple[Action, ...]:
    if looking.past or wave.stage != "published" or not visit.may(RIGHT, None, stream):
        return ()
    form = "/do/campaign/{}?to=" + f"{stream}&next=/wave/{stream}"
    proposal = wave.pending
    propose = Action("Propose to hand out what each person answered", form.format("propose_release"))
    take_it = Action("Take the file", f"/wave/{stream}/respondents.xlsx")
    return (
        *((_release(form, proposal),) if proposal and proposal.proposed != visit.person else ()),
        *((propose,) if proposal is None else ()),
        *((take_it,) if wave.released else ()),
    )


def _release(form: str, proposal: Handing) -> Action:
    """Of what this page says is proposed, and of nothing that is proposed after."""
    where = form.format("release") + f"&seen={proposal.recipient.seq}"
    return Action("Release what each person answered", where, True)
