"""The pages of a large hospital that has worked with Heard for three years, with partners who round, promises and barriers: how
long each takes on the server."""

import itertools
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from uuid import uuid4

from flask.testing import FlaskClient

from services import bootstrap
from services.clerk.access import OPERATOR
from services.clerk.asking import Asked, Circumstances, Told
from services.clerk.bulk import Bulk, undisturbed
from services.clerk.reception import Call
from services.house import House, Plate
from services.web.app import create_app
from services.web.signing_in import session
from tests.benchmarks import walked
from tests.benchmarks.life import LEADER, asked
from tests.benchmarks.searching import searching
from tests.benchmarks.table import Aim, Line
from workflows.concern import commands as concern
from workflows.hospital import commands as hospital
from workflows.issue import commands as issue
from workflows.kernel.grammar import By, Command
from workflows.kernel.moments import MICRO, Day, day_after
from workflows.unit import commands as unit

TODAY = datetime(2026, 7, 1, 15, tzinfo=UTC)
DAYS = 3 * 365
STILL_OPEN = 27
"""One issue in so many is open, some with an unanswered voice behind them; shares no factor with the number of units, so that
every unit has its part of them."""
PAGES = (
    "/units",
    "/figures",
    "/figures?unit={unit}",
    "/figures/answered?unit={unit}",
    "/unit/{unit}",
    "/unit/{unit}/log.csv",
    "/unit/{unit}/rounds",
    "/unit/{unit}/briefing",
    "/unit/{unit}/letter",
    "/unit/{unit}/team",
    "/unit/{unit}/charter",
    "/unit/{unit}/month?on=2026-05-31",
    "/month?on=2026-05-31",
    "/partners",
    "/leading",
    "/decisions",
    "/promises",
    "/desk",
    "/help",
)

STOPS = ("on=2024-03-04", "on=2025-03-04&reading=on", "on=2026-06-30")


def pages(home: Path, units: int = 40, issues: int = 100_000, visits: int = 20) -> list[Line]:
    """Each page as often, by somebody who may read all of it, over the units in turn; the slowest page is the figure."""
    directory = home / "wide"
    bootstrap.found(directory, Plate("wide", "Wide", "America/Chicago"))
    with bootstrap.open_house(directory, now=lambda: int(TODAY.timestamp()) * MICRO) as house:
        slugs = [f"u-{number}" for number in range(units)]
        _fill(house, slugs, issues)
        house.reader.pull()
        reader = director(house)
        nurse = _nurse(house, slugs[0])
        slowest = {page: _slowest(reader, page, slugs, visits) for page in PAGES}
        stops = [_slowest(reader, f"/unit/{{unit}}/replay?{asked}", slugs, visits) for asked in STOPS]
        searches = searching(house, (reader, nurse), units, issues, visits)
    worst = max(slowest, key=lambda page: slowest[page])
    told = ", ".join(f"{page.format(unit='…')} {took:.0f}" for page, took in slowest.items())
    name = f"the slowest page, 95th of a hundred, {units} units with {issues:,} issues"
    return [
        Line(name, slowest[worst], "ms", Aim(200, "ms", at_most=True), f"{worst.format(unit='…')}; {told}"),
        Line(
            "a stop of a unit replayed, 95th of a hundred, the same hospital",
            max(stops),
            "ms",
            Aim(150, "ms", at_most=True),
            ", ".join(f"{asked} {took:.0f}" for asked, took in zip(STOPS, stops, strict=True)),
        ),
        *searches,
    ]


def _fill(house: House, slugs: Sequence[str], issues: int) -> None:
    began = (TODAY - timedelta(days=DAYS)).date().isoformat()
    with undisturbed(), Bulk(house.clerk) as bulk:
        _given(bulk, asked(hospital.Open(slug="wide", name="Wide", zone="America/Chicago")))
        partners = {slug: house.people.add(f"Partner of {slug.upper()}").id for slug in slugs}
        give = partial(_does, bulk)
        for slug, partner in partners.items():
            _given(bulk, asked(unit.Open(slug=slug, name=slug.upper())))
            walked.partnered(give, slug, partner, began)
        for number, slug in zip(range(issues), itertools.cycle(slugs)):
            day = day_after(began, number * DAYS // issues)
            line = _journey(bulk, slug, number, len(slugs), day)
            if number % (STILL_OPEN * walked.STUCK) == 0:
                walked.stuck(give, slug, partners[slug], line, day)
        for slug, partner in partners.items():
            walked.walked(give, slug, partner, began, DAYS)


def _does(bulk: Bulk, day: Day, command: Command, to: str | None) -> str:
    return _given(bulk, _on(day, command, to), fresh=to is None)


def _journey(bulk: Bulk, where: str, number: int, units: int, day: Day) -> str:
    """One issue in five of each unit began with a voice."""
    voice = None
    if number // units % 5 == 0:
        said = concern.Raise(unit=where, what=f"The hand gel is empty, room {number}", idea="Two bottles")
        voice = _given(bulk, _on(day, said))
    line = _given(bulk, _on(day, issue.List(unit=where, title=f"Hand gel, room {number}", from_concern=voice)))
    if number % STILL_OPEN:
        for command, to in _ends(voice, line):
            _given(bulk, _on(day_after(day, number % 40), command, to), fresh=False)
    return line


def _ends(voice: str | None, line: str) -> Iterator[tuple[Command, str]]:
    yield issue.Resolve(evidence="Seen filled on three mornings"), line
    if voice:
        yield concern.Answer(answer="It is filled every morning now", outcome="done"), voice
        yield concern.Deliver(how="in_person"), voice
        yield concern.SayHeard(), voice
    yield issue.Close(), line


def _on(day: Day, command: Command, to: str | None = None) -> Asked:
    one = asked(command, to)
    by = By("voice") if isinstance(command, concern.SayHeard) else LEADER.by
    return Asked(command, to, one.id, Circumstances(by=by, via="page", occurred=day))


def _given(bulk: Bulk, one: Asked, *, fresh: bool = True) -> str:
    told = bulk.give(one, fresh=fresh)
    assert isinstance(told, Told), told
    return told.stream


def director(house: House) -> FlaskClient:
    """The browser of somebody who reads all of it."""
    person = house.people.add("Ines").id
    role = hospital.Appoint(person=person, role="quality_director", since="2023-01-01")
    house.reception.ask(OPERATOR, role, Call(id=str(uuid4()), via="cli"), "hospital")
    return _browser(house, person)


def _nurse(house: House, slug: str) -> FlaskClient:
    """The browser of somebody who reads one unit."""
    person = house.people.add("Nora").id
    role = unit.Appoint(person=person, role="front_line", since="2023-01-01")
    house.reception.ask(OPERATOR, role, Call(id=str(uuid4()), via="cli"), f"unit-{slug}")
    return _browser(house, person)


def _browser(house: House, person: str) -> FlaskClient:
    client = create_app(house).test_client()
    with client.session_transaction() as kept:
        kept[session.TOKEN] = house.sessions.begin(person, house.now())
    return client


def _slowest(client: FlaskClient, page: str, slugs: Sequence[str], visits: int) -> float:
    """The 95th of a hundred, in milliseconds, once the page was opened."""

    def read(slug: str) -> float:
        began = perf_counter()
        answer = client.get(page.format(unit=slug), follow_redirects=True)
        assert answer.status_code == 200, (page, answer.status_code)
        return (perf_counter() - began) * 1_000

    read(slugs[0])
    return quantiles(map(read, itertools.islice(itertools.cycle(slugs), visits)), n=20)[-1]
