"""`/standard/<id>`: one thing that is attested, or missing, with what happened."""

from flask import Blueprint, abort

from services.web import when
from services.web.doing import standing
from services.web.framing import shown
from services.web.paths import its_id
from services.web.telling import attested, timeline
from services.web.telling.attested import Telling
from services.web.visit import here

standard = Blueprint("standard", __name__)


@standard.get("/standard/<stream>")
def show(stream: str) -> str:
    visit = here()
    looking = when.when(visit)
    with visit.look(looking) as look:
        found = look.standard(stream)
        waivers = {one.stream: one for one in look.waivers(found.row.unit)} if found else {}
    if found is None or not visit.sees(stream):
        abort(404)
    one = found.row.standard
    visit.opening.looked("read.board", stream)
    told = timeline.facts(visit, [stream], looking)
    words = visit.open([*attested.refs([found], waivers), *timeline.refs(told)])
    item = visit.house.clerk.standards.now()[1].items.get(one.item)
    part = Telling(visit, looking, words, waivers).one(found)
    back = f"/unit/{one.unit}/charter" if one.unit else "/leading"
    return shown(
        "standard/standard.html",
        place="Unit" if one.unit else "Hospital",
        notices=looking.notices,
        moment=when.control(visit, looking),
        part=part,
        where=visit.names.of(one.person) if one.person else visit.names.unit(one.unit),
        question=item.question if item else "",
        facts=its_id(stream),
        deeds=() if looking.past else standing.of_entry(visit, found, item, f"/standard/{stream}"),
        steps=timeline.steps(visit, told, words, looking),
        back=back,
    )
