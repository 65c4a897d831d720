"""`heard serve`: one process that writes a hospital and answers everybody."""

import sys
from datetime import date
from functools import partial
from pathlib import Path

import click

from services import clock, sample
from services.bootstrap import PLATE, open_house, settings
from services.cli.place import SAMPLE, directory_of
from services.cli.terminal import Failed
from services.house import House
from services.ledger.contract import BeingWritten
from services.sample import CODE, PASSWORD, SIGN_INS
from services.sample.cast import PLATE as PLATE_OF_SAMPLE
from services.serving import Serving, logbook
from services.serving import serve as serve_house


@click.command()
@click.option(
    "--hospital", "place", metavar="DIR", help="The hospital's directory; not needed where there is only one."
)
@click.option("--sample", is_flag=True, help="The sample hospital, made first where it is not there yet.")
@click.option("--host", help="The address to listen on; HEARD_HOST or 127.0.0.1.")
@click.option("--port", type=click.IntRange(0, 65535), help="The port; HEARD_PORT or 8000, 0 for a free one.")
@click.option("--unproved", is_flag=True, help="Though a signer elsewhere is silent: you know that nothing is lost.")
def serve(place: str | None, sample: bool, host: str | None, port: int | None, unproved: bool) -> None:
    """Serve a hospital: pages, API, readers and clock, until told to stop."""
    known = settings()
    if sample and place:
        raise click.UsageError("Either --sample or --hospital DIR.")
    directory = _sample(known.home / SAMPLE) if sample else directory_of(known, place)
    try:
        house = open_house(directory, database=known.database, mail=known.mail)
    except BeingWritten as error:
        raise Failed(
            f"{directory} is being served already, or written by another terminal. Stop that one first."
        ) from error
    logbook.keep()
    with house:
        port = known.port if port is None else port
        serving = Serving(house, host or known.host, port, known.front, known.authorities)
        serve_house(serving, _say, partial(_welcome, house), known.checkpoint, unproved=unproved)


def _sample(directory: Path) -> Path:
    """Where the sample lives, made first where it is not there yet."""
    if not (directory / PLATE).exists():
        _say(f"Making the sample hospital in {directory}, a year of it; this takes about a minute, once.")
        today = clock.day_of(clock.now(), PLATE_OF_SAMPLE.zone)
        sample.make(directory, date.fromisoformat(today), _Lived())
    return directory


def _welcome(house: House, address: str) -> None:
    """The address; for the sample, one sign-in per role; for a hospital without people, where to begin."""
    _say(f"{house.plate.name} is open at {address}")
    if not house.people.logins():
        _say(f"Nobody can sign in yet: begin on this machine at {address}/start, or with `heard start --people FILE`.")
    if house.plate.sample:
        _say(f"It is a sample: nobody in it is real. Sign in with the password {PASSWORD} as")
        wide = max(len(login) for _, login in SIGN_INS)
        for role, login in SIGN_INS:
            _say(f"  {login:<{wide}}  {role}")
        _say(f"Without signing in: speak at {address}/speak/4-west, and at {address}/heard try the code {CODE}")
    _say("Ctrl-C stops it.")


class _Lived:
    """One line a month of the sample's year."""

    def __init__(self) -> None:
        self._month = 0

    def __call__(self, day: int, days: int) -> None:
        if day // 30 > self._month:
            self._month = day // 30
            _say(f"  month {self._month} of {days // 30}")


def _say(line: str) -> None:
    """At once, whoever listens."""
    click.echo(line)
    sys.stdout.flush()
