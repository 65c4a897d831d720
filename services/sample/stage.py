"""The scripted clock, and everybody who speaks under it. Commands go the way of every command: rights, rules, ledger."""

import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from assessments.campaign import Wave
from assessments.campaign.positions import Position, position_of
from services import admission, balloting, bootstrap, carding, clock, code, committing, photos
from services.clerk.asking import Asked, Circumstances, Told
from services.clerk.reception import Call
from services.house import House
from services.intake import said
from services.sample.cast import CAST, PARTIES, PASSWORD, PLATE, UNITS, others
from workflows.concern.commands import AddPhoto
from workflows.hospital import commands as hospital
from workflows.kernel.grammar import By, Command, Refused
from workflows.kernel.moments import MICRO, Day, Moment, micros
from workflows.kernel.roles import TEAM
from workflows.unit import commands as unit

_OPERATOR = Circumstances(by=By("operator"), via="cli")


class OffScript(Exception):
    """The year asks for something the rules refuse: the script is wrong."""


class Stage:
    """A hospital between `start` and `start` + 364. Use `day` to move on, `says` to act."""

    def __init__(self, directory: Path, start: date, seed: int) -> None:
        bootstrap.found(directory, PLATE)
        self.start = start
        self.dice = random.Random(seed)  # noqa: S311 - a repeatable year, not a secret
        self._other_dice = random.Random(seed + 1)  # noqa: S311 - as above
        self._zone = ZoneInfo(PLATE.zone)
        self._now = self._moment(0, 8)
        self.house: House = bootstrap.open_house(directory, now=lambda: self._now)
        self.people: dict[str, str] = {}
        self.parties: dict[str, str] = {}

    def open(self) -> None:
        """The hospital, its units, its people and their roles."""
        self._operates(hospital.Open(slug=PLATE.slug, name=PLATE.name, zone=PLATE.zone))
        for slug, name in UNITS.items():
            self._operates(unit.Open(slug=slug, name=name))
        for member in CAST:
            person = self.people[member.login] = self.house.people.add(member.name).id
            self.house.accounts.open(person, member.login, PASSWORD, told=False)
            for role, place in member.roles:
                self.appoint(member.login, role, place)
        with self._aside():
            for name, role, place in others():
                self.people[name] = self.house.people.add(name).id
                self.appoint(name, role, place)
        for key, name in PARTIES.items():
            self.parties[key] = self.house.people.add(name, kind="party").id
        after_the_year = (self.start + timedelta(days=2 * 365)).isoformat()
        self.house.unit_keys.issue("4-west", "Wall at the nurses’ station", after_the_year)

    def wave(self, stream: str) -> Wave:
        state = self.house.clerk.memory.get(stream).state
        assert isinstance(state, Wave)
        return state

    def works_in(self, unit: str) -> Mapping[str, Position]:
        """Who works there, as what, in the order in which they came; who has no sign-in by name."""
        roles: dict[str, list[str]] = {}
        for person, role, place in self.house.posts.given():
            if role in TEAM and place == unit:
                roles.setdefault(person, []).append(role)
        return {login: position_of(roles[person]) for login, person in self.people.items() if person in roles}

    def answers(self, wave: str, person: str, answers: Mapping[str, int], comment: str = "") -> None:
        """Somebody of the cast draws a card of an open wave and answers with it."""
        state = self.wave(wave)
        card = carding.draw(self.house, wave, state, self.people[person], code.mint())
        box = self.house.ballots.part_of(carding.boxes(wave, state), card)
        assert box is not None
        self.house.ballots.put(box, card, answers, comment)

    def appoint(self, login: str, role: str, place: str | None) -> None:
        person, since = self.people[login], self.today
        if place is None:
            self._operates(hospital.Appoint(person=person, role=role, since=since), "hospital")
        else:
            self._operates(unit.Appoint(person=person, role=role, since=since), f"unit-{place}")

    def dismiss(self, login: str, role: str, place: str | None) -> None:
        person = self.people[login]
        if place is None:
            self._operates(hospital.Dismiss(person=person, role=role), "hospital")
        else:
            self._operates(unit.Dismiss(person=person, role=role), f"unit-{place}")

    def beside(self, arc: Iterator[int]) -> Iterator[int]:
        """An arc with dice of its own: all else of the year falls as it would without it."""
        while True:
            with self._aside():
                day = next(arc, None)
            if day is None:
                return
            yield day

    @contextmanager
    def _aside(self) -> Iterator[None]:
        self.dice, self._other_dice = self._other_dice, self.dice
        try:
            yield
        finally:
            self.dice, self._other_dice = self._other_dice, self.dice

    @property
    def today(self) -> Day:
        return clock.day_of(self._now, PLATE.zone)

    def after(self, days: int) -> Day:
        """The day so many days from today."""
        return (date.fromisoformat(self.today) + timedelta(days=days)).isoformat()

    def day(self, number: int, hour: int = 9) -> None:
        """Moves on to that day of the year, letting every day that passes have its tick and its policies."""
        while self._moment(self._number + 1, 6) <= self._moment(number, hour):
            self._now = max(self._now, self._moment(self._number + 1, 6))
            admission.admit(self.house)
            committing.count(self.house)
            balloting.count(self.house)
            self.house.policies.tick()
            self.house.policies.pull()
        self._now = max(self._now + MICRO, self._moment(number, hour))

    def says(self, login: str, command: Command, to: str | None = None, *, occurred: str | None = None) -> str:
        """One command by somebody of the cast; the stream it went to."""
        call = Call(id=self._retry_key(), via="page", occurred=occurred)
        return self._expect(command, self._asks(login, command, call, to))

    def speaks(self, command: Command, code: str = "", to: str | None = None) -> str:
        """Something by whoever has no account: a new voice under the code of its receipt, or a word to the voice at `to`."""
        call = Call(id=code.replace("-", "") or self._retry_key(), via="page")
        return self._expect(command, self.house.reception.speak(said(command), call, to))

    def attaches(self, login: str, voice: str, sent: bytes, *, shows: str) -> None:
        """A photo, with what it shows in words."""
        actor, call = self.house.rights.actor(self.people[login]), Call(id=self._retry_key(), via="page")
        told = photos.attach(self.house, actor, voice, sent, shows=shows, call=call)
        self._expect(AddPhoto(photo="", key=""), told)

    def _asks(self, login: str, command: Command, call: Call, to: str | None) -> Told | Refused:
        """The door by which the cast comes in."""
        return self.house.reception.ask(self.house.rights.actor(self.people[login]), command, call, to)

    def _operates(self, command: Command, to: str | None = None) -> None:
        self._expect(command, self.house.clerk.give(Asked(command, to, self._retry_key(), _OPERATOR)))

    def _expect(self, command: Command, told: Told | Refused) -> str:
        if isinstance(told, Refused):
            raise OffScript(f"{self.today}: {command.VERB} was refused: {told.key} {dict(told.fields)}")
        self._now += 60 * MICRO
        return told.stream

    def _retry_key(self) -> str:
        return f"{self.dice.getrandbits(128):032x}"

    @property
    def _number(self) -> int:
        return (date.fromisoformat(self.today) - self.start).days

    def _moment(self, number: int, hour: int) -> Moment:
        local = datetime.combine(self.start + timedelta(days=number), datetime.min.time(), self._zone)
        return micros((local + timedelta(hours=hour)).astimezone(UTC))
