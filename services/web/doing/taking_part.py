"""Who may have taken part in something of a unit: those who mostly do stand first, everybody else is folded away."""

from collections.abc import Iterable

from msgspec.structs import replace

from services.web.layout import Choice
from services.web.visit import Visit
from workflows.kernel.moments import Day
from workflows.kernel.roles import LEADING, stood_for

MOSTLY = LEADING | {"unit_champion"}
"""Roles whose holders mostly come along."""


def mostly(visit: Visit, slug: str, day: Day) -> list[str]:
    """The unit's partner and who stands in on that day, who leads there, the safety team."""
    state = visit.names.units[slug]
    acting = [one.person for one in state.deputies if one.until >= day]
    leads = [held.person for held in state.roles if held.role in MOSTLY]
    found = (state.partner, *acting, *leads, *(seat.person for seat in state.team))
    return list(dict.fromkeys(one for one in found if one))


def took_part(visit: Visit, slug: str | None) -> tuple[Choice, ...]:
    """Everybody with a role in the unit, and those who lead in the hospital; in the hospital as a whole these alone."""
    everyone = {
        who
        for who, role, where in visit.house.posts.held()
        if where == slug or (where is None and stood_for(role) in LEADING)
    }
    first = mostly(visit, slug, visit.today) if slug in visit.names.units else []
    rest = sorted((visit.names.of(who), who) for who in everyone - {*first})
    return (
        *(Choice(who, visit.names.of(who)) for who in first),
        *(Choice(who, name, rare=bool(first)) for name, who in rest),
    )


def who_rates(visit: Visit, everybody: Iterable[Choice]) -> tuple[Choice, ...]:
    """Who may say how far the hospital has come: those who lead in a unit or have a role in the hospital stand first."""
    leads = {who for who, role, where in visit.house.posts.held() if where is None or stood_for(role) in MOSTLY}
    found = (replace(one, rare=bool(leads) and one.value not in leads) for one in everybody)
    return tuple(sorted(found, key=lambda one: one.rare))
