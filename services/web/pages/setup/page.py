"""`/setup`: what a hospital is made of, and where each part is put right."""

from flask import Blueprint

from services.web import held_rows
from services.web.framing import shown
from services.web.visit import here
from workflows.kernel.ids import is_id

setup = Blueprint("setup", __name__)


@setup.get("/setup")
def show() -> str:
    visit = here()
    visit.must("work.set_up")
    house = visit.house
    hospital = house.clerk.memory.get("hospital").state
    roles: dict[str, list[str]] = {}
    for state in (hospital, *visit.names.units.values()):
        for held in getattr(state, "roles", ()):
            where = f", {visit.names.unit(state.unit)}" if state.unit else ""
            roles.setdefault(held.person, []).append(visit.names.role(held.role) + where)
    logins = house.people.logins()
    everyone = [one for one in house.people.everyone() if is_id(one.id, "person")]
    return shown(
        "setup/setup.html",
        place="Set-up",
        units=[
            (
                state.name,
                f"/unit/{slug}",
                visit.names.of(state.partner) if state.partner else "none yet",
                len(state.roles),
            )
            for slug, state in visit.names.units.items()
        ],
        people=[
            (one.name, " · ".join(roles.get(one.id, ["no role yet"])), logins.get(one.id, "no sign-in"))
            for one in everyone
            if one.known
        ],
        strangers=[one.name for one in everyone if not one.known],
        held=held_rows.link(visit),
        may_import=visit.may("work.import"),
    )
