"""`/setup`: what a hospital is made of, and where each part is put right; `/setup/roles` and `/setup/units` are
two of them."""

from typing import Any

from flask import Blueprint, abort

from services.web.framing import shown
from services.web.telling import held_rows
from services.web.telling.role_rows import role_rows
from services.web.visit import Visit, here
from services.wording import time_words
from workflows.kernel.ids import is_id

setup = Blueprint("setup", __name__)

PARTS = (
    ("People", "/setup/people", "work.set_up", "Who is here, who can sign in, who leaves."),
    ("Roles", "/setup/roles", "work.set_up", "Who is what, in the hospital and in its units; who stands in."),
    ("Rights", "/setup/rights", "hospital.adopt_setting", "What each role may do and read."),
    ("Units", "/setup/units", "work.set_up", "Open one, give it another name, merge, split or close it."),
    ("Practices", "/setup/practices", "work.set_up", "What each unit has taken up, and since when."),
    (
        "Standards",
        "/setup/standards",
        "hospital.adopt_standards",
        "What is attested here, by whom, for how long; one more.",
    ),
    ("Rounds", "/setup/rounds", "hospital.adopt_setting", "What is prepared, said and asked on rounds."),
    ("Teams", "/setup/team", "hospital.adopt_setting", "Who belongs in a safety team, which leaders are looked for."),
    ("Name and line", "/setup/brand", "hospital.adopt_setting", "What stands at the head and the foot of every page."),
    ("Shared calendar", "/setup/calendar", "hospital.adopt_setting", "What many hospitals ask in the same weeks."),
    ("Figures", "/setup/figures", "hospital.adopt_setting", "What is asked for of each, and which duty it shows."),
    (
        "Instruments",
        "/setup/instruments",
        "hospital.publish_instrument",
        "What people can be asked, beside what came along.",
    ),
    ("Rhythm", "/setup/rhythm", "hospital.adopt_terms", "How long things may take, who is asked next, who is on call."),
    ("What stays as it is", "/setup/fixed", "work.set_up", "Sign-in, and other documents that no page changes."),
    ("Mail", "/setup/mail", "work.set_up", "What waits to be sent, what could not be and why."),
    ("For IT", "/setup/it", "work.set_up", "What the machine is set to; how to run, encrypt, sign in and copy."),
    ("A surveyor", "/setup/surveyor", "hospital.receive_surveyor", "Somebody from outside reads here for some hours."),
    ("Your log", "/import", "work.import", "Bring the tracking log you already keep."),
)


@setup.get("/setup")
def show() -> str:
    """For whoever may do one of its parts, which are of the whole hospital: a sheet tells of many units."""
    visit = here()
    parts = [(name, href, words) for name, href, right, words in PARTS if visit.may(right)]
    if not parts:
        abort(404)
    sets_up = visit.may("work.set_up")
    everyone = [one for one in visit.house.people.everyone() if is_id(one.id, "person")] if sets_up else []
    return shown(
        "setup/setup.html",
        place="Set-up",
        parts_of_it=parts,
        strangers=sum(not one.known and not one.gone for one in everyone),
        sets_up=sets_up,
        held=held_rows.link(visit),
    )


@setup.get("/setup/roles")
def roles() -> str:
    visit = here()
    visit.must("work.set_up")
    hospital = visit.house.clerk.memory.get("hospital").state
    return shown(
        "setup/roles.html",
        place="Set-up",
        held=role_rows(visit, getattr(hospital, "roles", ())),
        deputies=_deputies(visit, hospital),
        units=[
            (
                visit.names.unit(slug),
                f"/unit/{slug}/team" if visit.may("read.board", slug) else "",
                slug,
                time_words.number_of(len({one.person for one in state.roles}), "person", "people"),
                role_rows(visit, state.roles),
                _deputies(visit, state),
            )
            for slug, state in visit.names.units.items()
            if state.is_open or state.roles
        ],
    )


@setup.get("/setup/units")
def units() -> str:
    visit = here()
    visit.must("work.set_up")
    return shown(
        "setup/units.html",
        place="Set-up",
        rhythm=visit.may("hospital.adopt_terms"),
        units=[
            (
                state.name,
                _stands(visit, state),
                visit.names.of(state.partner) if state.partner else "none yet",
                slug,
                state.is_open,
            )
            for slug, state in visit.names.units.items()
        ],
    )


def _stands(visit: Visit, state: Any) -> str:
    """Open, closed, or as what it goes on; with the names it had."""
    gone = state.succession
    now = "open" if state.is_open else "closed"
    if gone is not None:
        others = " and ".join(visit.names.unit(slug) for slug in gone.into)
        now = f"goes on as {others} since {time_words.short(gone.since, visit.today)}"
    called = ", ".join(one.name for one in state.called)
    return f"{now}; once called {called}" if called else now


def _deputies(visit: Visit, state: Any) -> list[tuple[str, str, str]]:
    """Role, name, until when; those whose day has passed are gone."""
    return [
        (visit.names.role(one.role), visit.names.of(one.person), time_words.short(one.until, visit.today))
        for one in getattr(state, "deputies", ())
        if one.until >= visit.today
    ]
