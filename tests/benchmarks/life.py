"""What people do all day, as commands: the same life for every contender."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from services import bootstrap
from services.clerk.asking import Asked, Circumstances, Told
from services.house import House, Plate
from workflows.concern import commands as concern
from workflows.issue import commands as issue
from workflows.kernel.grammar import By, Command
from workflows.unit import commands as unit

UNITS = ("4-west", "icu", "emergency", "5-north")
LEADER = Circumstances(by=By("person", "person-0000000000000000000000lead", "team_leader"), via="page")
STEPS = 6
"""Commands of one journey."""

Give = Callable[[Asked], Told]


def founded(directory: Path) -> House:
    """A hospital of four units."""
    bootstrap.found(directory, Plate("bench", "Bench", "America/Chicago"))
    house = bootstrap.open_house(directory)
    for slug in UNITS:
        answer = house.clerk.give(asked(unit.Open(slug=slug, name=slug)))
        assert isinstance(answer, Told)
    return house


_chance = Random()


def asked(command: Command, to: str | None = None) -> Asked:
    """Its id is the asker's to make, and must not cost what is measured."""
    return Asked(command, to, f"{_chance.getrandbits(128):032x}", LEADER)


def journey(number: int, give: Give) -> Iterator[None]:
    """One concern from raising to resolution; each step waits to be taken."""
    where = UNITS[number % len(UNITS)]
    raising = concern.Raise(unit=where, what=f"The hand gel is empty outside room {number}", source="rounds")
    voice = give(asked(raising)).stream
    yield
    listing = issue.List(unit=where, title=f"Hand gel empty, room {number}", from_concern=voice, source="rounds")
    line = give(asked(listing)).stream
    yield
    give(asked(issue.Assign(owner="role-quality-director", due="2030-01-01"), line))
    yield
    give(asked(issue.Resolve(evidence="Seen filled on three mornings"), line))
    yield
    give(asked(concern.Answer(answer="It is filled every morning now", outcome="done"), voice))
    yield
    give(asked(concern.Deliver(how="in_person"), voice))
    yield


def live(journeys: range, give: Give) -> None:
    """So many journeys, one after the other."""
    for number in journeys:
        for _ in journey(number, give):
            pass
