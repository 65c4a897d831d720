"""A wave of a whole hospital: how many answers a second one worker takes in, and how long its pages take to be made."""

from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from flask.testing import FlaskClient

from assessments.campaign import Wave
from assessments.campaign.commands import Launch, Lock, Plan, Publish
from assessments.instrument import Instrument, published
from services import balloting, carding, code
from services.house import House
from services.web.app import create_app
from services.web.public import flood, form_pass
from services.web.signing_in import session
from tests.benchmarks.table import Aim, Line
from tests.benchmarks.timing import percentile
from tests.web.alder import TODAY, Alder, alder
from workflows.kernel.moments import day_after
from workflows.unit import commands as unit

STAFF = 12
"""On record in each unit, so that each stands by itself; answers come with cards that were handed out besides."""
BLOCK = 500
"""Answers over which a rate is taken; the slowest of them is the figure."""


def surveying(home: Path, people: int = 5_000, units: int = 40, visits: int = 60) -> list[Line]:
    here = alder(home / "alder")
    with here.house:
        slugs = [f"u-{number}" for number in range(units)]
        stream = _begun(here, slugs)
        rates = _answered(here, stream, people)
        here.on(day_after(TODAY, 7))
        began = perf_counter()
        balloting.count(here.house)
        counted = perf_counter() - began
        here.does("ines", Publish(), stream)
        pages = {"wave": f"/wave/{stream}", "unit": f"/unit/{slugs[0]}/surveys"}
        took = {name: _took(_reader(here), path, visits) for name, path in pages.items()}
    told = f"{people:,} people of {units} units, each with a card; all {people / sum(rates):.0f}/s"
    slowest = f"{BLOCK / max(rates):.0f}/s over the slowest {BLOCK}"
    return [
        Line("answers taken in, one worker, SQLite", BLOCK / max(rates), "/s", Aim(50, "/s"), f"{told}, {slowest}"),
        Line(
            f"results of {people:,} people, unit beside unit, 95th of a hundred",
            took["wave"],
            "ms",
            Aim(300, "ms", at_most=True),
            f"{units} units; a unit's own page {took['unit']:.0f} ms; counted, settled and sealed in {counted:.1f} s",
        ),
    ]


def _begun(here: Alder, slugs: list[str]) -> str:
    for slug in slugs:
        here.does("operator", unit.Open(slug=slug, name=slug.upper()))
        for number in range(STAFF):
            here.joins(f"{slug}-{number}", slug)
    here.on(TODAY)
    stream = here.does("ines", Plan(units=tuple(slugs), closes=day_after(TODAY, 7)))
    here.does("ines", Lock(), stream)
    return here.does("ines", Launch(), stream)


def _answered(here: Alder, stream: str, people: int) -> list[float]:
    """How long each block took. The work a browser does while very much is sent is done beforehand."""
    wave = here.house.clerk.memory.get(stream).state
    assert isinstance(wave, Wave)
    carding.stock(here.house, stream, wave)
    boxes = carding.boxes(stream, wave)
    cards = [code.mint() for _ in range(people)]
    for group, box in enumerate(boxes):
        here.house.ballots.admit(box, cards[group :: len(boxes)])
    chance, asked = Random(5), published()[wave.instrument]
    forms = [_form(here.house, chance, asked, card, needs_work=at >= flood.FROM_ALL) for at, card in enumerate(cards)]
    client, took = create_app(here.house).test_client(), []
    for start in range(0, people, BLOCK):
        began = perf_counter()
        for at, form in enumerate(forms[start : start + BLOCK], start):
            _send(client, f"/answer/{stream}", form, f"10.0.{at // 250}.{at % 250}")
        took.append((perf_counter() - began) * BLOCK / len(forms[start : start + BLOCK]))
    assert sum(here.house.ballots.count(box) for box in boxes) == people
    return took


def _form(house: House, chance: Random, asked: Instrument, card: str, *, needs_work: bool) -> dict[str, str]:
    own = code.mint()
    work = flood.work(own) if needs_work else ""
    said = {f"item.{item.id}": str(chance.choice((2, 3, 4, 4, 5))) for item in asked.items}
    return {"code": own, "pass": form_pass.made(house, own), "card": card, "work": work, "lang": "en", **said}


def _send(client: FlaskClient, path: str, form: dict[str, str], address: str) -> None:
    sent: Any = client.post(path, data=form, environ_overrides={"REMOTE_ADDR": address})
    assert sent.status_code == 200, sent.text


def _reader(here: Alder) -> FlaskClient:
    client = create_app(here.house).test_client()
    with client.session_transaction() as kept:
        kept[session.TOKEN] = here.house.sessions.begin(here.who["ines"], here.house.now())
    return client


def _took(client: FlaskClient, path: str, visits: int) -> float:
    found = []
    for _ in range(visits + 1):
        began = perf_counter()
        assert client.get(path).status_code == 200
        found.append(1_000 * (perf_counter() - began))
    return percentile(sorted(found[1:]), 0.95)
