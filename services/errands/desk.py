"""What somebody owes, to whom, by when: their own, and what lies with the roles they hold."""

from collections.abc import Collection

from projections.panels import PanelRow
from projections.partnerships import PartnershipRow
from projections.rounds import RoundsRow
from projections.standards import StandardRow
from projections.tracking_log import IssueRow
from services.clerk import holding, meanwhile
from services.clerk.access import OPERATOR, Actor
from services.errands.errand import Answer
from services.errands.naming import NotFound, holder_called
from services.errands.seeing import Row, Seen, allowed
from services.reader.answers import Owing
from services.wording.time_words import number_of
from workflows.kernel.grammar import Ref
from workflows.kernel.ids import noun_of


def told(seen: Seen, called: str) -> Answer:
    """A person, committee or party by name or id; a role or unit by id (`role-quality-director`, `unit-icu`)."""
    allowed(seen.house, "read.hospital", None)
    holder = holder_called(seen.house, called)
    name = seen.names.of(holder)
    if holder.startswith(("person-", "party-")) and seen.house.people.person(holder) is None:
        raise NotFound(f"Nobody here is called {called!r}.")
    owing = _owing(seen, holder)
    oldest = max((seen.days(one.held.row.since) for one in owing), default=0)
    todo = (
        f"{number_of(len(owing), 'thing')} to do, the oldest {number_of(oldest, 'day')}" if owing else "nothing waits"
    )
    said = f"{name}, {seen.day}: {todo}"
    found = {"holder": holder, "name": name, "as_of": seen.look.at(), "day": seen.day}
    return Answer((said,), {**found, "tables": {"On the desk": _rows(seen, owing)}})


def _owing(seen: Seen, holder: str) -> list[Owing]:
    """What waits on a holder; on a person, with the roles they have and the units they lead."""
    if not holder.startswith("person-"):
        return list(_with_waiting(seen, [holder], OPERATOR))
    actor = seen.house.rights.actor(holder)
    found = _with_waiting(seen, holding.holders(actor), actor)
    return [one for one in found if holding.holds(actor, one.held.row.holder, one.held.row.unit or None)]


def _with_waiting(seen: Seen, holders: Collection[str], actor: Actor) -> tuple[Owing, ...]:
    owing = seen.look.desk(holders)
    return meanwhile.on_desk(owing, holders, seen.house.rights.waiting(actor)) if seen.look.is_now else owing


def _rows(seen: Seen, owing: list[Owing]) -> list[Row]:
    titles = {one.held.stream: title for one in owing if (title := _title(one))}
    words = seen.words(titles.values())
    return [
        {
            "owes": one.held.row.owes,
            "about": words(titles[one.held.stream]) if one.held.stream in titles else _named(seen, one),
            "unit": seen.names.unit(one.held.row.unit) if one.held.row.unit else "",
            "to": seen.names.of(one.held.row.to) if one.held.row.to else "",
            "waiting": seen.names.of(one.held.row.waiting_on) if one.held.row.waiting_on else "",
            "days": seen.days(one.held.row.since),
            "promised": one.held.row.first_due or "",
            "due": seen.due(one.held.row.due),
            "id": _called(one),
        }
        for one in owing
    ]


def _named(seen: Seen, owing: Owing) -> str:
    """What has no title of its own."""
    match owing.about.row if owing.about else None:
        case RoundsRow(visit=visit):
            return f"Rounds on {visit.day}"
        case StandardRow(standard=standard):
            return seen.names.item(standard.item)
        case PanelRow():
            return "Looking at the figures together"
        case PartnershipRow():
            return "The team and its executive partner"
        case _:
            return noun_of(owing.held.stream).capitalize()


def _called(owing: Owing) -> str:
    """How one asks on about it: an issue by its number, all else by its id."""
    row = owing.about.row if owing.about else None
    return f"#{row.matter.number}" if isinstance(row, IssueRow) else owing.held.stream


def _title(owing: Owing) -> Ref | None:
    """The words that say what it is about, where its row has any."""
    row = owing.about.row if owing.about else None
    title: Ref | None = getattr(row, "title", None)
    return title
