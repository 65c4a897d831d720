"""The frame around a page: places by role, who is signed in, what just happened."""

from flask import abort, flash, get_flashed_messages, render_template, request
from msgspec import Struct
from msgspec.structs import replace

from services import clock
from services.clerk.access import SURVEYOR
from services.house import House
from services.printing.reference import Reference
from services.web.layout import Frame, Moment, Notice, Place, Reader, Tab
from services.web.signing_in import session
from services.web.telling import incidents, recorded
from services.web.visit import Visit, here
from services.web.when import When

BEHIND = (
    Notice("Still catching up: what was entered in the last moments may not show yet. Load the page again soon."),
)


def shown(
    template: str,
    *,
    place: str = "",
    moment: Moment | None = None,
    notices: tuple[Notice, ...] = (),
    again: Reference | None = None,
    **context: object,
) -> str:
    """`pages/<template>` in its frame. `place` is the label of the place it belongs to, `again` how its figures are found
    again."""
    visit = here()
    record = recorded.told(visit, again)  # before the frame looks up what waits on the reader
    frame = replace(
        framed(visit, place),
        moment=moment,
        notices=(*surveying(visit), *told(), *notices, *(BEHIND if visit.behind else ())),
        record=record,
    )
    return render_template(f"pages/{template}", frame=frame, csrf=session.csrf(), **context)


def framed(visit: Visit, place: str = "") -> Frame:
    """The frame alone, for whoever is signed in. It says nothing of what was looked up."""
    return Frame(
        hospital=visit.house.shown_as,
        line=visit.settings.brand.line,
        places=places(visit, place),
        sample=visit.house.plate.sample,
        reader=Reader(visit.name, spoken_roles(visit), "/sign-out", session.csrf()),
    )


def surveying(visit: Visit) -> tuple[Notice, ...]:
    """What stands above each page that a surveyor reads."""
    if SURVEYOR not in visit.roles:
        return ()
    until, zone = visit.house.posts.surveying(visit.person), visit.house.plate.zone
    time = f" until {clock.as_written(until, zone)[11:16]} on {clock.day_of(until, zone)}" if until else ""
    return (
        Notice(
            f"You read here as a surveyor{time}. What is privileged or restricted is not shown: some may be left out. "
            "What you open is on record."
        ),
    )


def shown_outside(house: House, template: str, **context: object) -> str:
    """A page for somebody who is not signed in: the frame without places."""
    frame = Frame(
        hospital=house.shown_as, line=house.clerk.settings.brand.line, sample=house.plate.sample, notices=told()
    )
    return render_template(f"pages/{template}", frame=frame, csrf=session.csrf(), **context)


def tell(text: str) -> None:
    """A sentence about what was done, for the next page."""
    flash(text, "done")


def told() -> tuple[Notice, ...]:
    return tuple(Notice(str(text), "done") for text in get_flashed_messages())


def spoken_roles(visit: Visit) -> str:
    """As they stand under the name, at most two: "Unit champion · 4 West"; front-line staff only where it is all, and not where
    they go on from another unit."""
    every = sorted((slug or "", role) for role, slug in visit.actor.roles if role != "member")
    held = [one for one in every if one[0] in ("", *visit.units)] or every
    telling = [one for one in held if one[1] != "front_line"] or held
    return "; ".join(
        visit.names.role(role) + (f" · {visit.names.unit(slug)}" if slug else "") for slug, role in telling[:2]
    )


def places(visit: Visit, current: str) -> tuple[Place, ...]:
    """The places this reader may enter, in the order that is the same for all."""
    unit = visit.units[0] if visit.units else None
    here_now = "Hospital" if current == "Unit" and unit is None else current
    answers, duties = waiting(visit)
    offered = (
        ("Speak up", "/raise", 0, True),
        ("My answers", "/answers", answers, True),
        ("My desk", "/desk", duties, True),
        ("Triage", "/triage", 0, triages(visit)),
        ("Grievances", "/grievances", 0, visit.may("read.grievances")),
        ("Unit", unit_page(visit, unit or ""), 0, unit is not None),
        ("Hospital", "/units", 0, visit.may("read.figures")),
        ("Among others", "/peers", 0, visit.may("read.peers") and not visit.may("read.figures")),
        ("Respect", "/respect", incidents.waiting(visit), incidents.enters(visit)),
        ("Privacy", "/privacy", 0, visit.may("read.subjects")),
        ("Privileged", "/privileged", 0, visit.may("read.privileged")),
        ("Search", "/search", 0, visit.may_anywhere("read.issue")),
        ("Help", "/help", 0, True),
        ("Set-up", "/setup", 0, visit.may("work.set_up") or visit.may("work.import")),
    )
    return tuple(Place(label, href, count, label == here_now) for label, href, count, is_open in offered if is_open)


def triages(visit: Visit) -> bool:
    """Whether the reader says what a new concern is, somewhere."""
    return any(visit.may("concern.triage", slug) for slug in (*visit.units, None))


def waiting(visit: Visit) -> tuple[int, int]:
    """How many answers wait for the reader's word, and how many things wait on their desk: today, on any page."""
    if visit.waiting is not None:
        return visit.waiting
    said = visit.house.people.voices_of(visit.person)
    with visit.look(When("now", visit.today, visit.now)) as look:
        answers = sum(stint.row.state == "delivered" for stint in look.said(said))
        visit.waiting = (answers, len(visit.desk(look)))
        return visit.waiting


def unit_page(visit: Visit, slug: str) -> str:
    """Where a unit begins for this reader: its board, or the calendar of its rounds."""
    return f"/unit/{slug}" if visit.may("read.board", slug) else f"/unit/{slug}/rounds"


Page = tuple[str, str, bool]
"""A page of a view: its label, its address, whether this reader may enter it."""


def tabs(visit: Visit, slug: str, current: str) -> tuple[Tab, ...]:
    """The views of a unit that this reader may enter: few, so that they stand in one line of a phone."""
    board, issues, visits = (visit.may(read, slug) for read in ("read.board", "read.issue", "read.visits"))
    return _views(
        current,
        ("Board", (("Board", f"/unit/{slug}", board), ("Replay", f"/unit/{slug}/replay", board))),
        ("Rounds", (("Rounds", f"/unit/{slug}/rounds", visits),)),
        (
            "Team",
            (("Team and plan", f"/unit/{slug}/team", board), ("Decisions", f"/decisions?unit={slug}", issues)),
        ),
        (
            "Results",
            (
                ("Measures", f"/unit/{slug}/results", board),
                ("Surveys", f"/unit/{slug}/surveys", board),
                ("Learning", f"/unit/{slug}/learning", board),
                ("Figures", f"/figures?unit={slug}", board),
                ("Scorecard", f"/scorecard?unit={slug}", board),
                ("Month", f"/unit/{slug}/month", board),
            ),
        ),
    )


def hospital_tabs(visit: Visit, current: str) -> tuple[Tab, ...]:
    """The views of the hospital that this reader may enter."""
    figures, hospital = visit.may("read.figures"), visit.may("read.hospital")
    return _views(
        current,
        ("Units", (("Units", "/units", figures),)),
        (
            "Leading",
            (
                ("Leading", "/leading", hospital),
                ("Partners", "/partners", figures),
                ("The board", "/upwards", figures),
            ),
        ),
        (
            "Results",
            (
                ("Scorecard", "/scorecard", figures),
                ("Figures", "/figures", figures),
                ("Month", "/month", figures),
                ("Measures", "/results", hospital),
                ("Among others", "/peers", visit.may("read.peers") and figures),
                ("Surveys", "/surveys", hospital),
                ("Maturity", "/maturity", hospital),
                ("Lessons", "/lessons", visit.may("read.lessons")),
            ),
        ),
        ("Decisions", (("Decisions and promises", "/decisions", visit.may_anywhere("read.issue")),)),
        (
            "Evidence",
            (
                ("Registers", "/registers", hospital),
                ("Trace one concern", "/trace", hospital),
                ("Take evidence home", "/evidence", hospital),
            ),
        ),
    )


def _views(current: str, *groups: tuple[str, tuple[Page, ...]]) -> tuple[Tab, ...]:
    """A view leads to the first of its pages that may be entered; one that is alone is no page of its own."""
    found = []
    for label, pages in groups:
        mine = tuple(Tab(name, href, name == current) for name, href, is_open in pages if is_open)
        if mine:
            is_current = any(one.current for one in mine)
            found.append(Tab(label, mine[0].href, is_current, mine if len(mine) > 1 else ()))
    return tuple(found)


LEDGERS = (
    ("Decisions", "/decisions"),
    ("Promises", "/promises"),
    ("This quarter", "/quarter"),
    ("Expectations", "/expectations"),
    ("Messages", "/messages"),
)


class Ledger(Struct, frozen=True, kw_only=True):
    """A page of decisions and promises: of one unit (`slug`) or of the hospital with all its units. `units` are those whose
    entries the reader may read, "" the hospital's own; `query` is what links carry along."""

    place: str
    title: str
    tabs: tuple[Tab, ...]
    slug: str | None
    units: tuple[str, ...]
    query: str

    def whole(self, visit: Visit) -> bool:
        """Whether what is counted on it is what everybody counts who reads all units."""
        return self.slug is not None or self.units == ("", *visit.names.units)

    def views(self, current: str) -> tuple[Tab, ...]:
        """Its pages."""
        return tuple(Tab(label, f"{href}{self.query}", label == current) for label, href in LEDGERS)


def ledger(visit: Visit) -> Ledger:
    """As the address asks (`?unit=`); 404 where there is nothing for this reader."""
    slug = request.args.get("unit") or None
    asked = (slug,) if slug else ("", *visit.names.units)
    units = tuple(one for one in asked if one in ("", *visit.names.units) and visit.may("read.issue", one or None))
    if not units:
        abort(404)
    if slug:
        name, views = visit.names.unit(slug), tabs(visit, slug, "Decisions")
        return Ledger(place="Unit", title=name, tabs=views, slug=slug, units=units, query=f"?unit={slug}")
    name, views = visit.house.plate.name, hospital_tabs(visit, "Decisions and promises")
    return Ledger(place="Hospital", title=name, tabs=views, slug=None, units=units, query="")
