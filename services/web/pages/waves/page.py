"""`/surveys`: the waves of the hospital, and where each stands; `/wave/<id>`: one of them, and what it found."""

from flask import Blueprint, abort
from msgspec import Struct

from assessments.campaign import Wave
from assessments.campaign.waving import parts_of
from projections.lives import Stint
from projections.waves import WaveRow
from services import commenting, surveyed
from services.instruments import asked_by, shelf
from services.web import when
from services.web.doing.actions import Action
from services.web.framing import hospital_tabs, shown
from services.web.pages.comments import action as comments
from services.web.pages.waves import asking, figures, handing, steps
from services.web.visit import Visit, here
from services.web.when import When
from services.wording import anew, scales, time_words
from workflows.kernel.ids import is_id

waves = Blueprint("waves", __name__)

CHIPS = {
    "draft": "not_begun",
    "locked": "in_work",
    "open": "owed",
    "counted": "overdue",
    "published": "resolved",
    "withdrawn": "withdrawn",
}
STANDS = {
    "draft": "a draft",
    "locked": "locked, not begun",
    "open": "open",
    "counted": "counted; to be looked at",
    "published": "published",
    "withdrawn": "stopped",
}
OFFERS = {
    "draft": (("campaign.lock", "Lock words and people", True), ("campaign.withdraw", "Drop it", False)),
    "locked": (("campaign.launch", "Begin", True), ("campaign.withdraw", "Drop it", False)),
    "open": (("campaign.withdraw", "Stop asking", False),),
    "counted": (("campaign.publish", "Publish it", True),),
    "published": (),
    "withdrawn": (),
}


class Listed(Struct, frozen=True, kw_only=True):
    """One wave in a line."""

    title: str
    href: str
    chip: tuple[str, str]
    says: str


@waves.get("/surveys")
def every() -> str:
    visit = here()
    visit.must("read.hospital")
    looking = when.when(visit)
    with visit.look(looking) as look:
        found = look.waves([""])
    may = visit.may("campaign.plan") and not looking.past
    return shown(
        "waves/waves.html",
        place="Hospital",
        notices=looking.notices,
        moment=when.control(visit, looking),
        title=visit.house.plate.name,
        tabs=hospital_tabs(visit, "Surveys"),
        waves=[_listed(visit, one, looking) for one in found],
        plan="/do/campaign/plan?next=/surveys" if may else "",
    )


@waves.get("/wave/<stream>")
def show(stream: str) -> str:
    visit = here()
    visit.must("read.hospital")
    looking = when.when(visit)
    if not is_id(stream, "campaign"):
        abort(404)
    with visit.look(looking) as look:
        stint = look.wave(stream)
        parts = [one for part in (parts_of(stream, stint.row.wave) if stint else ()) if (one := look.campaign(part))]
    if stint is None:
        abort(404)
    wave = stint.row.wave
    told = surveyed.found(visit.house, stream, wave) if reads(visit, wave) else None
    names = figures.Names(visit)
    head, units = asking.units(visit, stream, wave, is_now=not looking.past)
    return shown(
        "waves/wave.html",
        place="Hospital",
        notices=looking.notices,
        moment=when.control(visit, looking),
        title=_title(visit, wave),
        tabs=hospital_tabs(visit, "Surveys"),
        chip=(CHIPS[wave.stage], STANDS[wave.stage]),
        steps=steps.steps(wave, [one.row.campaign for one in parts], looking.day),
        head=head,
        units=units,
        who=figures.who(told, names) if told else (),
        even=told.is_even if told else True,
        items=figures.items(told, names, stream) if told else (),
        scales=figures.scales(told, names) if told else (),
        anew=(anew.says(told.newer), anew.rows(told.whole.items, told.whole.anew)) if told and told.newer else ("", ()),
        scale_head=scales.head(told.instrument, "Unit") if told else (),
        reliability=scales.rows(told.reliability) if told else (),
        held=figures.held(told, names) if told and told.whole.held else None,
        facts=figures.facts(told, wave) if told else (),
        why=visit.open([wave.why]).of(wave.why),
        closed=wave.stage == "counted" and told is None,
        to_publish=wave.stage == "counted" and told is not None,
        comments=() if looking.past else commenting.told(visit.house, stream, wave),
        talks=[
            (names.of(one.row.campaign.units), f"/unit/{one.row.campaign.unit}/surveys#{one.stream}") for one in parts
        ],
        handed=handing.told(visit, stream, wave, looking),
        actions=_offered(visit, stream, wave, looking),
    )


def reads(visit: Visit, wave: Wave) -> bool:
    """Before it is published, what it found is there for those alone who may publish it."""
    return wave.stage == "published" or (wave.stage == "counted" and visit.may("campaign.publish"))


def _title(visit: Visit, wave: Wave) -> str:
    asked = asked_by(visit.house, wave) if wave.instrument_digest else shelf(visit.house).get(wave.instrument)
    return asked.title["en"] if asked else wave.instrument


def _listed(visit: Visit, one: Stint[WaveRow], looking: When) -> Listed:
    wave = one.row.wave
    closes = time_words.short(wave.closes, looking.day)
    return Listed(
        title=_title(visit, wave),
        href=f"/wave/{one.stream}",
        chip=(CHIPS[wave.stage], STANDS[wave.stage]),
        says=f"{len(wave.units)} units, {'closed' if wave.digest else 'closes'} on {closes}",
    )


def _offered(visit: Visit, stream: str, wave: Wave, looking: When) -> tuple[Action, ...]:
    if looking.past:
        return ()
    take = (Action("Take the figures home", f"/wave/{stream}/figures.csv"),) if reads(visit, wave) else ()
    types = wave.stage == "open" and visit.today < wave.closes and visit.may("campaign.plan")
    paper = (Action("Type in paper answers", f"/campaign/{stream}/paper"),) if types else ()
    deeds = tuple(
        Action(label, f"/do/{verb.replace('.', '/')}?to={stream}&next=/wave/{stream}", first)
        for verb, label, first in OFFERS[wave.stage]
        if visit.may(verb, None, stream)
    )
    return deeds + comments.action(visit, stream, wave) + paper + take
