"""Whoever is on call is called by mail: for what a policy noted as paged, and for what waits anonymously and cannot wait. Where
somebody may still be at risk from another, those are called with whom the incident lies, and nobody of the unit.

A page says that something cannot wait and where it is read, nothing else. It is kept by the outbox under a key of its own, so
that looking twice calls nobody twice.
"""

from collections.abc import Collection
from contextlib import suppress

from services import clock
from services.bookmark import Bookmark
from services.clerk.holding import LEADING
from services.house import House
from services.intake import HasEntered, Waiting, said
from workflows import lexicon
from workflows.concern.commands import Page, Raise, Triage
from workflows.concern.events import Paged
from workflows.kernel.grammar import By, Command, Fact
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import DAY
from workflows.kernel.roles import as_holder, stood_for
from workflows.policies import paging as policy
from workflows.respect.commands import Report
from workflows.respect.decide import ROUTES
from workflows.respect.events import Reported

BATCH = 2_000
CALLING = frozenset({Paged.NAME, Reported.NAME})
SUBJECT = "Urgent: something cannot wait"
BODY = """Somebody says that something cannot wait.

Read it here, and say what it is:
{link}

If somebody is in danger now, act first and write later.
"""


class Paging:
    """Calls whom the terms name. Run again and again, by one thread."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._bookmark = Bookmark(house.directory / "paging.bookmark")
        self._units: dict[str, str | None] = {}

    def page(self) -> None:
        """Looks at what was noted and at what came to wait since the last time."""
        self._page_known()
        self._page_waiting()

    def _page_known(self) -> None:
        house, at = self._house, self._bookmark.at
        while rows := house.ledger.rows(at, BATCH):
            for fact in (house.clerk.mapper.fact(row) for row in rows if row[4] in CALLING):
                self._page_for(fact)
            at = rows[-1][0]
            self._bookmark.move(at)

    def _page_for(self, fact: Fact) -> None:
        """A call of yesterday helps nobody; one that entered late was made while it waited."""
        timely = fact.at > self._house.now() - DAY
        if isinstance(fact.event, Reported) and fact.event.danger and fact.head.occurred is None and timely:
            self._call(fact.event.holder, None, fact.stream)
        if isinstance(fact.event, Paged) and fact.head.rule == policy.POLICY.name and timely:
            self._call(fact.event.holder, fact.unit, fact.stream)

    def _page_waiting(self) -> None:
        """What was looked at is remembered, with the unit it is about."""
        fresh = self._house.intake.besides(self._units)
        for waiting in sorted(fresh, key=lambda one: one.n):
            command = waiting.said.asks(lexicon.COMMAND_TYPES[waiting.said.verb])
            self._units[waiting.id] = getattr(command, "unit", None)
            if _cannot_wait(command):
                self._page_for_waiting(waiting)

    def _page_for_waiting(self, waiting: Waiting) -> None:
        """That it was done enters with what waits, known to the day as that is."""
        house, root = self._house, waiting.about or waiting.id
        unit = self._units.get(root)
        if waiting.said.verb == Report.VERB:
            report = waiting.said.asks(Report)
            assert isinstance(report, Report)
            self._call(as_holder(ROUTES[report.kind]), None, root)
            return
        self._call(house.clerk.terms.now()[1].of(unit).on_call, unit, root)
        act = said(Page(), by=By("policy", policy.POLICY.name), via="clock")
        with suppress(HasEntered):  # then it is noted there
            house.intake.put(clock.day_of(house.now(), house.plate.zone), act, f"page|{root}", about=root)

    def _call(self, holder: str, unit: str | None, about: str) -> None:
        """Whoever is walled off from it is not called to it, also where it has entered this very moment."""
        outbox, people = self._house.outbox, self._house.people
        walls = people.walled(about) | people.walled(self._house.waiting_room.where(about) or about)
        body = BODY.format(link=outbox.link(f"/{self._read_at(about)}/{about}"))
        thing = (
            None if noun_of(about) == "waiting" else about
        )  # nothing that is kept tells when somebody spoke anonymously
        for person in called(self._house, holder, unit, walls):
            outbox.put(person, SUBJECT, body, f"page|{about}|{person}", urgent=True, about=thing)

    def _read_at(self, about: str) -> str:
        """A matter of respect has its own place; everything else is looked at first."""
        return "respect" if self._house.rights.compartment(about) == "respect" else "triage"


def called(house: House, holder: str, unit: str | None, besides: Collection[str] = ()) -> list[str]:
    """The persons that are meant by a holder; where nobody else has the role, those who lead the unit."""
    posts = (post for post in house.posts.held() if post[2] in (None, unit))
    held = [(role, person) for person, role, _ in posts if person not in besides]
    meant = [person for role, person in held if as_holder(role) == holder]
    if noun_of(holder) == "person" and holder not in besides:
        meant = [holder]
    return list(dict.fromkeys(meant or [person for role, person in held if stood_for(role) in LEADING]))


def _cannot_wait(command: Command) -> bool:
    match command:
        case Raise(urgent=urgent):
            return urgent
        case Report(danger=danger):
            return danger
        case Triage(route=route):
            return route == "danger"
        case _:
            return False
