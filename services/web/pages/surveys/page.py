"""`/unit/<slug>/surveys`: what the unit was asked, how many answers are still needed, what was said and what follows from it;
`/campaign/<id>` leads there."""

from flask import Blueprint, abort, redirect, request
from markupsafe import Markup
from msgspec import Struct
from werkzeug.wrappers import Response

from assessments.campaign import Campaign, Wave
from assessments.campaign.commands import Mode
from projections.campaigns import CampaignRow
from projections.lives import Stint
from services import carding, commenting, surveyed
from services.surveyed import Result, Said
from services.web import when
from services.web.doing.actions import Action
from services.web.framing import shown, tabs
from services.web.pages.comments import action as comments
from services.web.pages.surveys.over_time import brought, over_time
from services.web.pages.surveys.shared import shared
from services.web.pages.surveys.waves import asked
from services.web.pictures.shares import Mark, shares
from services.web.public.square import square
from services.web.visit import Visit, Words, here
from services.web.when import When
from services.wording import anew, held, scales, time_words
from services.wording.shares import share
from workflows.kernel.ids import is_id

surveys = Blueprint("surveys", __name__)

STANDS = {"open": "open", "counted": "counted", "debriefed": "counted, and talked about", "withdrawn": "stopped"}
CHIPS = {"open": "owed", "counted": "overdue", "debriefed": "resolved", "withdrawn": "withdrawn"}
HOW: dict[Mode, str] = {
    "open": "Open: from a poster, without names. That one person answers once is not guaranteed.",
    "confidential": "Confidential: each by a link of their own. Who has not answered is reminded; who has, no leader sees.",
    "anonymous": "Anonymous: each with a card they drew. Nobody can tell who answered, so all are reminded or nobody.",
}
FEW = "too few answered"
HELD = "too few answered, or held back to guard others"
HEAD = ("What was asked", "Positive", "Sure within", "Answers")
BESIDE = ("In the hospital",)
WHY: dict[str, str] = {
    "too_few": "Too few of you answered to be shown alone; your answers count in the hospital’s.",
    "guards": "Enough of you answered. It is held back all the same: with it, what few people elsewhere said could be worked "
    "out. Your answers count in the hospital’s.",
}
SHORT = 16
"""Characters of a digest by which people tell two apart; the API gives all of it."""


class Asked(Struct, frozen=True, kw_only=True):
    """A campaign as it is told; `address` and its square while it is open; `of` is the unit that was asked, where that is one
    this one goes on from."""

    stream: str
    title: str
    chip: str
    stands: str
    says: tuple[str, ...]
    address: str
    square: Markup | str
    picture: Markup | str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    scale_head: tuple[str, ...]
    scales: tuple[tuple[str, ...], ...]
    reliability: tuple[tuple[str, ...], ...]
    anew: tuple[str, tuple[tuple[str, ...], ...]]
    held: tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]
    comments: tuple[str, ...]
    facts: tuple[tuple[str, Markup | str], ...]
    of: str
    actions: tuple[Action, ...]


@surveys.get("/unit/<slug>/surveys")
def every(slug: str) -> str:
    visit = here()
    visit.must_in(slug, "read.board")
    looking = when.when(visit)
    with visit.look(looking, slug) as look:
        line = look.lineage(slug)
        found = [one for one in look.campaigns(line) if visit.sees(one.stream)]
        units = [one for one in look.places() if one.slug in line]
        waves = look.waves([slug], ("open",))
    results = {one.stream: surveyed.result(visit.house, one.stream, one.row.campaign) for one in found}
    words = visit.open([ref for one in found for ref in (one.row.campaign.keep, one.row.campaign.why)])
    may = visit.may("campaign.open", slug) and not looking.past
    return shown(
        "surveys/surveys.html",
        place="Unit",
        notices=looking.notices,
        moment=when.control(visit, looking),
        name=visit.names.unit(slug),
        tabs=tabs(visit, slug, "Surveys"),
        waves=[] if looking.past else [asked(visit, slug, one) for one in waves],
        campaigns=[_told(visit, one, results[one.stream], words, looking, slug=slug) for one in found],
        courses=over_time(
            visit,
            [(one.row.campaign, results[one.stream]) for one in found],
            units,
            looking,
            lambda units: "" if slug in units else " and ".join(map(visit.names.unit, units)),
        ),
        brought=brought(visit, units, looking),
        shared=[] if looking.past else shared(visit, slug, place(slug)),
        open=f"/do/campaign/open?unit={slug}&next={place(slug)}" if may else "",
    )


@surveys.get("/campaign/<stream>")
def find(stream: str) -> Response:
    """Where it was asked stands in its facts, and not in its id."""
    visit = here()
    state = visit.house.clerk.memory.get(stream).state if is_id(stream, "campaign") else None
    if isinstance(state, Wave) and visit.may("read.hospital"):
        return redirect(f"/wave/{stream}", 303)
    units = state.units if isinstance(state, Campaign) else ()
    mine = next((unit for unit in units if visit.may("read.board", unit)), None) or abort(404)
    return redirect(f"{place(mine)}#{stream}", 303)


def place(slug: str) -> str:
    return f"/unit/{slug}/surveys"


def _told(
    visit: Visit, one: Stint[CampaignRow], found: Result | None, words: Words, looking: When, *, slug: str
) -> Asked:
    campaign = one.row.campaign
    is_open = campaign.stage == "open" and campaign.mode == "open" and not looking.past
    address = f"{request.host_url}answer/{one.stream}" if is_open else ""
    title = found.instrument.title["en"] if found else campaign.instrument
    shown_ = [said for said in (found.items if found else ()) if said.percent is not None]
    return Asked(
        stream=one.stream,
        title=title,
        chip=CHIPS[campaign.stage],
        stands=STANDS[campaign.stage],
        says=tuple(_sentences(campaign, found, words, looking)),
        address=address,
        square=square(address, title) if address else "",
        picture=shares(marks(shown_), title=f"{title}: shares of positive answers", key=one.stream) if shown_ else "",
        head=HEAD + (BESIDE if found and found.whole else ()),
        rows=_rows(found) if found else (),
        scale_head=scales.head(found.instrument, "Scale") if found else (),
        scales=_scales(found) if found else (),
        reliability=scales.rows(found.reliability) if found else (),
        anew=(anew.says(found.newer), anew.rows(found.items, found.anew)) if found and found.newer else ("", ()),
        held=(held.head(found.held), held.rows(found.held)) if found else ((), ()),
        comments=() if looking.past else commenting.told(visit.house, one.stream, campaign),
        facts=(*_together(visit, campaign), *_facts(campaign, found)),
        of="" if one.row.unit == slug else visit.names.unit(one.row.unit),
        actions=_offered(visit, one.stream, campaign, looking),
    )


def _sentences(campaign: Campaign, found: Result | None, words: Words, looking: When) -> list[str]:
    closes = time_words.short(campaign.closes, looking.day)
    match campaign.stage:
        case "open":
            needed = found.needed if found else None
            more = (
                f"About {needed} more answers are needed before anything is shown."
                if needed
                else "Enough have answered."
            )
            return [f"It closes on {closes}, or a week later if too few have answered.", more, *_rate(found)]
        case "withdrawn":
            return [f"Stopped: {words.of(campaign.why)}", "The ballots were thrown away unread."]
        case _:
            follows = f"We keep: {words.of(campaign.keep)}" if campaign.keep else ""
            return [
                *_answered(found),
                *_rate(found),
                *([follows] if follows else []),
                *(["What follows is worked on as an issue."] if campaign.issue else []),
            ]


def _answered(found: Result | None) -> list[str]:
    if found is None or found.why:
        return [WHY[found.why if found else "too_few"]]
    return [f"{found.ballots} answered."]


def _rate(found: Result | None) -> list[str]:
    if found is None or found.rate is None:
        return []
    return [f"That is about {found.rate} % of those who worked there when it opened."]


def marks(items: list[Said]) -> list[Mark]:
    return [
        Mark(one.item.text["en"], one.percent, one.low, one.high, share(one.percent, one.bound))
        for one in items
        if one.percent is not None and one.low is not None and one.high is not None
    ]


def _rows(found: Result) -> tuple[tuple[str, ...], ...]:
    if not found.whole:
        return tuple(map(row, found.items))
    beside = zip(found.items, found.whole, strict=True)
    return tuple((*(row(one, HELD)), row(whole, HELD)[1]) for one, whole in beside)


def row(one: Said, few: str = FEW) -> tuple[str, str, str, str]:
    if one.percent is None:
        return one.item.text["en"], few, "", ""
    return one.item.text["en"], share(one.percent, one.bound), f"{one.low}–{one.high} %", str(one.n)


def _scales(found: Result) -> tuple[tuple[str, ...], ...]:
    """All of them, where any is told."""
    rows = tuple(scales.row(found.instrument, one.composite.title.get("en", ""), one) for one in found.scales)
    return rows if any(one.mean is not None for one in found.scales) else ()


def _together(visit: Visit, campaign: Campaign) -> list[tuple[str, str]]:
    if len(campaign.units) == 1:
        return []
    return [("Counted as one", " and ".join(visit.names.unit(unit) for unit in campaign.units))]


def _facts(campaign: Campaign, found: Result | None) -> list[tuple[str, Markup | str]]:
    if found is None:
        return [
            ("Asked", f"{campaign.instrument}, version {campaign.version}; its words did not come with this program")
        ]
    provenance = found.provenance
    pairs: list[tuple[str, Markup | str]] = [
        ("Asked", _link(campaign)),
        ("How sure", found.instrument.validation.statement["en"]),
        ("How it is asked", HOW[campaign.mode]),
        *_cards(campaign, found),
        ("Shown from", f"{campaign.least} answers on"),
    ]
    if provenance:
        pairs += [
            ("Reckoned by", f"{provenance.scoring}: {', '.join(provenance.rules)}"),
            ("Ballots", f"{provenance.ballots[:SHORT]}…"),
        ]
    return pairs


def _link(campaign: Campaign) -> Markup:
    return Markup('<a href="/instruments/{0}">{0}, version {1}</a>').format(campaign.instrument, campaign.version)


def _cards(campaign: Campaign, found: Result) -> list[tuple[str, str]]:
    """Who could answer, and whether as many cards were used as there are ballots, once both were counted."""
    if campaign.roster is None:
        return []
    told = [("Who could answer", f"{sum(campaign.roster.eligible)} people, by who worked there on the day it opened")]
    if (cards := found.cards) is not None:
        same = "as many as ballots" if cards.spent == found.ballots else f"but {found.ballots} ballots: ask why"
        drawn = "" if cards.drawn is None else f", {cards.drawn} drawn"
        told.append(
            ("Links" if cards.drawn is None else "Cards", f"{cards.made} made{drawn}, {cards.spent} used: {same}")
        )
    return told


def _offered(visit: Visit, stream: str, campaign: Campaign, looking: When) -> tuple[Action, ...]:
    if looking.past or campaign.stage == "withdrawn":
        return ()
    offers = {
        "open": (("campaign.withdraw", "Stop asking", False),),
        "counted": (("campaign.debrief", "What follows from it", True),),
        "debriefed": (
            ("campaign.debrief", "Something else follows", False),
            ("campaign.correct", "Put it right", False),
        ),
    }
    draws = campaign.stage == "open" and visit.today <= campaign.closes
    label = "Draw a card to answer with" if campaign.mode == "anonymous" else "Answer with your own link"
    card = (
        (Action(label, f"/campaign/{stream}/card", True),)
        if draws and carding.group_of(visit.house, campaign, visit.person) is not None
        else ()
    )
    deeds = tuple(
        Action(label, f"/do/{verb.replace('.', '/')}?to={stream}&next={place(campaign.unit)}", first)
        for verb, label, first in offers[campaign.stage]
        if visit.may(verb, campaign.unit, stream)
    )
    take = (
        (
            Action("Debrief sheet as PDF", f"/campaign/{stream}/debrief.pdf"),
            Action("Take the figures home", f"/campaign/{stream}/export.zip"),
            Action("As a spreadsheet", f"/campaign/{stream}/export.xlsx"),
        )
        if campaign.digest
        else ()
    )
    types = draws and visit.today < campaign.closes and campaign.roster is not None and visit.may("campaign.plan")
    paper = (Action("Type in paper answers", f"/campaign/{stream}/paper"),) if types else ()
    return card + paper + deeds + comments.action(visit, stream, campaign) + take
