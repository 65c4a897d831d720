"""What people call things at the terminal: an issue by its number, a unit by its name, a person by theirs."""

from services.house import House
from workflows import lexicon
from workflows.issue.events import Listed
from workflows.kernel.ids import is_id, noun_of


class NotFound(Exception):
    """Nothing here is called so, or more than one thing is; the message says how to say it."""


def stream_called(house: House, called: str) -> str:
    """`#118` (the number an issue is spoken of by), an id, or a unit's name."""
    if called.startswith("#"):
        return _numbered(house, called)
    if called == "hospital" or any(is_id(called, noun) for noun in lexicon.BALLS):
        return called
    return f"unit-{unit_called(house, called, 'nothing called')}"


def _numbered(house: House, called: str) -> str:
    """An issue's number is the position at which it was listed."""
    number = int(called[1:]) if called[1:].isascii() and called[1:].isdigit() and len(called) < 18 else 0
    rows = house.ledger.rows(number - 1, 1, number) if number else []
    fact = house.clerk.mapper.fact(rows[0]) if rows else None
    if fact is None or fact.head.name != Listed.NAME:
        raise NotFound(f"There is no issue {called}; `heard board UNIT` shows the numbers.")
    return fact.stream


def unit_called(house: House, called: str, what: str = "no unit") -> str:
    """The slug of a unit by slug or name, else by a name it had."""
    units = {stream.removeprefix("unit-"): stream for stream in house.ledger.streams("unit")}
    wanted = called.removeprefix("unit-").casefold().strip()
    states = {slug: house.clerk.memory.get(stream).state for slug, stream in units.items()}
    names = {slug: state.name for slug, state in states.items()}
    for slug, name in names.items():
        if wanted in (slug, name.casefold()):
            return slug
    for slug, state in states.items():
        if wanted in {one.name.casefold() for one in state.called}:
            return slug
    there = ", ".join(f"{name} ({slug})" for slug, name in names.items()) or "none yet; `heard start` opens them"
    raise NotFound(f"There is {what} {called!r} here. Units: {there}.")


def holder_called(house: House, called: str) -> str:
    """The id of a person, committee or party by id or name."""
    if noun_of(called) in ("person", "party", "role", "unit") and "-" in called:
        return called
    found = house.people.named(called)
    if len(found) == 1:
        return found[0].id
    if not found:
        near = [one.name for one in house.people.everyone() if called.casefold().strip() in one.name.casefold()]
        hint = f"did you mean {' or '.join(near)}?" if near else "say the whole name, as under Set-up, People."
        raise NotFound(f"Nobody here is called {called!r}; {hint}")
    mails = ", ".join(f"{one.id} ({one.mail or 'no mail'})" for one in found)
    raise NotFound(f"{len(found)} people are called {called!r}; say which: {mails}.")
