"""Pages of the past beside the same pages live, in a browser: in a young log and in an old one of the same life, with the stops
of a replay. A log of five million facts takes ten minutes to make: `python -m tests.benchmarks --long past`."""

import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median, quantiles
from time import process_time

from flask.testing import FlaskClient
from msgspec import Struct

from services import clock
from services.bootstrap import found, open_house
from services.house import House, Plate
from tests.benchmarks.journeys import DAWN, STEP, UNITS, fill
from tests.benchmarks.life import asked
from tests.benchmarks.table import Aim, Line
from tests.benchmarks.wide import director
from workflows.hospital.commands import Open

READINGS = ("as_of", "on")
ZONE = "America/Chicago"
PAGES = (
    "/unit/{unit}",
    "/unit/{unit}/rounds",
    "/unit/{unit}/team",
    "/units",
    "/figures?unit={unit}",
    "/figures/answered?unit={unit}",
    "/month",
    "/partners",
    "/leading",
    "/promises",
    "/decisions",
    "/registers",
)


class Measured(Struct, frozen=True, kw_only=True):
    """Medians in milliseconds of the processor by page; stops of a replay in either reading, the 95th of a hundred."""

    facts: int
    live: dict[str, float]
    past: dict[str, float]
    stops: float

    @property
    def worst(self) -> str:
        """The page whose past costs most beside the live one."""
        return max(self.live, key=self.beside)

    def beside(self, page: str) -> float:
        return self.past[page] / self.live[page]


def past(home: Path, young: int = 10_000, old: int = 100_000, visits: int = 40) -> list[Line]:
    sizes = [_measured(home / str(facts), facts, visits) for facts in (young, old)]
    return [line for size in sizes for line in _lines(size)] + [_flat(*sizes)]


def _measured(home: Path, facts: int, visits: int) -> Measured:
    """As of any position of the second half of the log, and of its last but one, by turns."""
    found(home, Plate("bench", "Bench", ZONE))
    with open_house(home, now=lambda: DAWN + (facts + 1) * STEP) as house:
        fill(house.ledger, facts)
        house.clerk.give(asked(Open(slug="bench", name="Bench", zone=ZONE)))
        house.reader.pull()
        client, chance = director(house), random.Random(7)
        positions = [chance.randint(facts // 2, facts - 1) if n % 2 else facts - 1 for n in range(visits)]
        live, then = {}, {}
        for page in PAGES:
            of_then = "&as_of={at}" if "?" in page else "?as_of={at}"
            live[page], then[page] = _in_turns(client, (page, page + of_then), positions)
        return Measured(facts=facts, live=live, past=then, stops=_stops(house, client, positions))


def _in_turns(client: FlaskClient, pages: Sequence[str], positions: Iterable[int]) -> list[float]:
    """Medians of either page, over the units in turn."""
    took: list[list[float]] = [[] for _ in pages]
    for n, at in enumerate(positions):
        for place in range(len(pages))[:: -1 if n % 2 else 1]:
            took[place].append(_timed(client, pages[place].format(unit=UNITS[n % len(UNITS)], at=at)))
    return [median(some) for some in took]


def _stops(house: House, client: FlaskClient, positions: Iterable[int]) -> float:
    def stop(n: int, at: int) -> str:
        day = clock.day_of(DAWN + at * STEP, house.plate.zone)
        return f"/unit/{UNITS[n % len(UNITS)]}/replay?on={day}&reading={READINGS[n // len(UNITS) % 2]}"

    took = [_timed(client, stop(n, at)) for n, at in enumerate(positions)]
    return quantiles(took[1:], n=20)[-1]


def _timed(client: FlaskClient, address: str) -> float:
    began = process_time()
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return (process_time() - began) * 1_000


def _lines(size: Measured) -> list[Line]:
    told = (f"{page.format(unit='…')} {size.past[page]:.0f} of {size.live[page]:.0f}" for page in PAGES)
    return [
        Line(
            f"the page whose past costs most beside the live one, of {len(PAGES)}, {size.facts:,} facts in the log",
            size.beside(size.worst),
            "×",
            Aim(1.5, at_most=True),
            f"{size.worst.format(unit='…')}; ms: {', '.join(told)}",
        ),
        Line(
            f"a stop of a unit replayed, 95th of a hundred, {size.facts:,} facts in the log",
            size.stops,
            "ms",
            Aim(150, "ms", at_most=True),
        ),
    ]


def _flat(young: Measured, old: Measured) -> Line:
    """Pages that show as much in either."""
    page = "/unit/{unit}"
    return Line(
        f"a board as of a past position, {old.facts:,} facts in the log vs {young.facts:,}",
        old.past[page] / young.past[page],
        "×",
        Aim(1.5, at_most=True),
        f"{old.past[page]:.1f} ms; {young.past[page]:.1f} ms",
    )
