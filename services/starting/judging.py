"""A plan held against what is there already: all that is wrong with it, before anything is written."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from services.clerk.access import RoleTerms, load
from services.house import House
from services.people import Person
from services.starting.places import Places
from services.starting.plan import Fault, NotSo, Plan, UnitPlan, faults_of
from services.starting.roster import Entry, read
from workflows.unit.state import PARTNER


class There(Struct, frozen=True):
    """What is there before the plan: the hospital's short name, its units, the persons of a name, the table of roles."""

    slug: str | None
    units: tuple[UnitPlan, ...]
    called: Callable[[str], list[Person]]
    roles: Mapping[str, RoleTerms]


def nothing_there() -> There:
    """Before there is a hospital."""
    return There(None, (), lambda _: [], load())


def there_in(house: House) -> There:
    streams = house.ledger.streams("unit")
    units = [UnitPlan(stream.removeprefix("unit-"), house.clerk.memory.get(stream).state.name) for stream in streams]
    return There(
        house.plate.slug if house.clerk.memory.get("hospital").version else None,
        tuple(units),
        lambda name: [one for one in house.people.named(name) if one.id.startswith("person-")],
        house.access.roles,
    )


def places_for(plan: Plan, there: There) -> Places:
    """The roles there are; the units there are or will be."""
    return Places(there.roles, {one.slug: one for one in (*plan.units, *there.units)}.values())


def judge(plan: Plan, there: There) -> list[Entry]:
    """The people of the plan's file. NotSo with every fault of every part of the plan."""
    places = places_for(plan, there)
    faults = [*faults_of(plan), *_clashes(plan, there)]
    entries: list[Entry] = []
    try:
        entries = read(plan.people, places) if plan.people is not None else []
    except NotSo as found:
        faults += found.faults
    else:
        faults += _doubts(entries, there)
        faults += _partners(plan, entries, there, places)
    if faults:
        raise NotSo(*faults)
    return entries


def _clashes(plan: Plan, there: There) -> Iterable[Fault]:
    """Short names that stand for something else here already."""
    if there.slug not in (None, plan.slug):
        yield Fault(0, "slug", f"This hospital's short name is {there.slug}, for ever; it cannot become {plan.slug}.")
    names = {one.slug: one.name for one in there.units}
    for one in plan.units:
        if names.get(one.slug, one.name) != one.name:
            yield Fault(0, "unit", f"{one.slug} is {names[one.slug]} already; give {one.name} another short name.")


def _doubts(entries: list[Entry], there: There) -> Iterable[Fault]:
    """Names without mail that mean several people of the directory."""
    for entry in entries:
        if entry.mail is None and len(there.called(entry.name)) > 1:
            yield Fault(
                entry.row, "mail", f"Several people are called {entry.name}; say which one by the mail address."
            )


def _partners(plan: Plan, entries: list[Entry], there: There, places: Places) -> Iterable[Fault]:
    """Partners who are nobody, units that are nowhere or would have two partners."""
    partners = [(entry.unit, entry.name) for entry in entries if entry.role == PARTNER]
    for called, name in plan.partners:
        unit = places.unit(called)
        if unit is None:
            yield Fault(0, "partner", f"There is no unit {called!r}; there are: {places.units_known}.")
            continue
        partners.append((unit.slug, name))
        if not _is_one(name, entries, there):
            yield Fault(0, "partner", f"{name!r} is nobody of the file of people, or more than one; add a row first.")
    for slug in sorted({unit for unit, _ in partners if unit}):
        names = {name.casefold() for unit, name in partners if unit == slug}
        if len(names) > 1:
            yield Fault(0, "partner", f"{slug} would have {len(names)} executive partners; it has one at a time.")


def _is_one(name: str, entries: list[Entry], there: There) -> bool:
    """Whether a name means one person, of the file or of the directory."""
    named = [entry for entry in entries if entry.name.casefold() == name.casefold()]
    known = there.called(name)
    mails = {mail.casefold() for mail in (*(one.mail for one in named), *(one.mail for one in known)) if mail}
    return len(mails) <= 1 and (bool(named) or len(known) == 1)
