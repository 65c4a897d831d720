"""An errand carried out here, or handed to whoever serves the hospital."""

import sys
import time
from pathlib import Path

import click

from services import hatch
from services.bootstrap import open_house, settings
from services.cli.terminal import Failed, Missaid
from services.errands.carrying import carry_out
from services.errands.errand import Answer, Errand
from services.house import House
from services.ledger.contract import BeingWritten, OutcomeUnknown
from services.proof.apart import Absent
from services.proof.signer import Contradicted

PATIENCE = 10.0
"""Seconds to wait while another terminal has the hospital open."""
_BETWEEN = 0.1


def send(place: Path, errand: Errand) -> Answer:
    """What came of it; Failed, with why not, when it was not done."""
    answer = _carried(place, errand)
    if sys.stderr.isatty():
        click.echo("\r\033[K", nl=False, err=True)
    return answered(answer)


def answered(answer: Answer) -> Answer:
    """Failed, with why not, where it was not done."""
    if answer.status:
        raise (Failed if answer.status == 1 else Missaid)("\n".join(answer.said))
    return answer


def _carried(place: Path, errand: Errand) -> Answer:
    """Handed over, or carried out here. Where a server goes away in between the same errand is sent again: it has its own
    id, or repeats nothing."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return _here_or_there(place, errand)
        except (BeingWritten, OutcomeUnknown):
            if time.monotonic() > deadline:
                raise
        time.sleep(_BETWEEN)


def _here_or_there(place: Path, errand: Errand) -> Answer:
    """BeingWritten when somebody else has the hospital open and does not serve it."""
    try:
        return hatch.hand(place, errand, hear)
    except hatch.NobodyServes:
        known = settings()
        with open_house(place, database=known.database, mail=known.mail) as house:
            began = house.ledger.head()[0]
            answer = carry_out(house, errand, hear)
            if house.ledger.head()[0] != began:
                _sign(house)
            return answer


def _sign(house: House) -> None:
    """Whoever serves a hospital has its head signed all the time; what is entered while nobody does is signed here. A signer
    that does not answer holds up nobody, and it is said."""
    try:
        house.proof.checkpoint(keeps=False)
    except (Absent, Contradicted) as error:
        hear(str(error))


def hear(line: str) -> None:
    """Progress, where nobody mistakes it for the answer; rewritten in place on a terminal."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{line}", nl=False, err=True)
    else:
        click.echo(line, err=True)
