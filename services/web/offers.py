"""What may be chosen in a form: people by name, roles, units, streams already named in the address."""

from collections.abc import Sequence

from services.clerk.access import RoleTerms
from services.web.forms import Offers
from services.web.layout import Choice
from services.web.questions import Question
from services.web.visit import Visit


def offers(visit: Visit, verb: str, asked: Sequence[Question]) -> Offers:
    """For every question whose answers this hospital gives."""
    return {one.name: made for one in asked if (made := _offered(visit, verb, one))}


def _offered(visit: Visit, verb: str, question: Question) -> tuple[Choice, ...]:
    match question.kind:
        case "person":
            return people(visit)
        case "holder":
            return (*people(visit), *parties(visit), *roles(visit), *teams(visit))
        case "role":
            return tuple(Choice(name, terms.title) for name, terms in _roles(visit))
        case "unit":
            return units(visit, verb)
        case _:
            return ()


def people(visit: Visit) -> tuple[Choice, ...]:
    everyone = visit.house.people.everyone()
    return tuple(Choice(one.id, one.name) for one in everyone if one.id.startswith("person-") and one.known)


def parties(visit: Visit) -> tuple[Choice, ...]:
    everyone = visit.house.people.everyone()
    return tuple(Choice(one.id, one.name) for one in everyone if one.id.startswith("party-"))


def roles(visit: Visit) -> tuple[Choice, ...]:
    """Roles as holders: those that climb ladders and those of the table."""
    ladder = visit.house.clerk.terms.now()[1].ladder
    held = tuple(f"role-{name.replace('_', '-')}" for name, terms in _roles(visit) if terms.held == "hospital")
    return tuple(Choice(one, visit.names.of(one)) for one in dict.fromkeys((*ladder, *held)))


def teams(visit: Visit) -> tuple[Choice, ...]:
    return tuple(Choice(f"unit-{slug}", f"The team of {visit.names.unit(slug)}") for slug in visit.names.units)


def units(visit: Visit, verb: str) -> tuple[Choice, ...]:
    """Open units in which the reader may do this."""
    open_units = (slug for slug, state in visit.names.units.items() if state.is_open)
    return tuple(Choice(slug, visit.names.unit(slug)) for slug in open_units if visit.may(verb, slug))


def _roles(visit: Visit) -> list[tuple[str, RoleTerms]]:
    table = visit.house.access.roles
    return [(name, terms) for name, terms in table.items() if terms.held in ("unit", "hospital")]
