"""A hospital for the pages: Alder Creek, its people and their posts.

`alder(directory)` builds it. `summer` tells what happened there, `behind` what only its readers know. Its clock stands at noon
of `TODAY` when the story is told and can be moved on.
"""

from pathlib import Path
from uuid import uuid4

from msgspec import Struct

from services.bootstrap import found, open_house
from services.clerk.access import OPERATOR
from services.clerk.asking import Told
from services.clerk.reception import Call
from services.house import House, Plate
from workflows.hospital import commands as hospital
from workflows.kernel.grammar import Command
from workflows.kernel.moments import DAY, Day, Moment, moment_of
from workflows.unit import commands as unit

TODAY: Day = "2025-07-03"

PASSWORD = "every voice gets an answer"  # noqa: S105 - the sample's own, printed for everyone

UNITS = (("4-west", "4 West"), ("icu", "ICU"), ("emergency", "Emergency"))

PEOPLE = (
    ("nora", "Nora Bell", "front_line", "4-west"),
    ("sam", "Sam Reyes", "front_line", "4-west"),
    ("kim", "Kim Tran", "front_line", "icu"),
    ("lena", "Lena Ortiz", "unit_champion", "4-west"),
    ("marco", "Marco Bell", "team_leader", "4-west"),
    ("priya", "Priya Nair", "team_leader", "icu"),
    ("dana", "Dana Cole", "executive_partner", "4-west"),
    ("ruth", "Ruth Adeyemi", "executive", None),
    ("ines", "Ines Moreau", "quality_director", None),
    ("otis", "Otis Reyes", "professionalism_lead", None),
    ("pia", "Pia Lund", "privacy_officer", None),
    ("clara", "Clara Voss", "counsel", None),
    ("rosa", "Rosa Vega", "patient_advocate", None),
)


class Clock:
    """Stands still until it is moved."""

    def __init__(self, day: Day) -> None:
        self.moment = moment_of(day) + 6 * DAY // 24

    def __call__(self) -> Moment:
        return self.moment

    def to(self, day: Day, hour: int = 15) -> None:
        self.moment = moment_of(day) + (hour - 12) * DAY // 24


class Alder(Struct, frozen=True):
    """The house, its clock, and who is who: person ids by login."""

    house: House
    clock: Clock
    who: dict[str, str]

    def does(self, login: str, command: Command, to: str | None = None, occurred: str | None = None) -> str:
        """Somebody gives a command now, of now or of a day before (`occurred`); gives the stream it went to. Fails when it is
        refused."""
        actor = OPERATOR if login == "operator" else self.house.rights.actor(self.who[login])
        told = self.house.reception.ask(actor, command, Call(id=str(uuid4()), via="page", occurred=occurred), to)
        assert isinstance(told, Told), f"{login}: {command.VERB} was refused: {told}"
        return told.stream

    def on(self, day: Day, hour: int = 15) -> "Alder":
        self.clock.to(day, hour)
        return self

    def joins(self, login: str, place: str, role: str = "front_line") -> str:
        """Somebody begins on a unit; gives their login."""
        _enter(self, login, login.title(), role, place)
        return login

    def account(self, login: str) -> None:
        """A sign-in with the sample's password; takes its time, as passwords should."""
        self.house.accounts.open(self.who[login], login, PASSWORD, told=False)


def alder(directory: Path, *, sample: bool = True) -> Alder:
    """Everybody in their places on 6 January, nothing said yet."""
    found(directory, Plate("alder-creek", "Alder Creek Community Hospital", "America/Chicago", sample))
    clock = Clock("2025-01-06")
    house = open_house(directory, now=clock)
    here = Alder(house, clock, {})
    here.does(
        "operator", hospital.Open(name="Alder Creek Community Hospital", zone="America/Chicago", slug="alder-creek")
    )
    for slug, name in UNITS:
        here.does("operator", unit.Open(slug=slug, name=name))
    for login, name, role, place in PEOPLE:
        _enter(here, login, name, role, place)
    here.who["committee"] = house.people.add("Capital committee", kind="party").id
    here.who["vendor"] = house.people.add("LiftCare (vendor)", kind="party").id
    return here


def _enter(here: Alder, login: str, name: str, role: str, place: str | None) -> None:
    person = here.house.people.add(name, f"{login}@alder.example").id
    here.who[login] = person
    appoint = hospital.Appoint if place is None else unit.Appoint
    here.does(
        "operator", appoint(person=person, role=role, since="2025-01-06"), f"unit-{place}" if place else "hospital"
    )
