"""The plan carried out, as commands of the operator: hospital, units, people, roles, partners, first sign-ins."""

from collections.abc import Callable
from uuid import uuid4

from msgspec import Struct

from services import clock
from services.clerk.access import OPERATOR
from services.clerk.reception import Call
from services.house import House
from services.people import Person
from services.starting.accounts import Account, open_accounts
from services.starting.judging import There, judge, places_for, there_in
from services.starting.places import Places
from services.starting.plan import Fault, NotSo, Plan
from services.starting.roster import Entry
from workflows import waiver
from workflows.hospital import commands as hospital
from workflows.kernel.grammar import Command, Refused
from workflows.kernel.moments import day_after
from workflows.unit import commands as unit
from workflows.unit.state import PARTNER


class Opened(Struct, frozen=True):
    """What the plan added to what was there: units, people, roles (in numbers) and sign-ins."""

    units: int
    people: int
    roles: int
    accounts: tuple[Account, ...]


def carry_out(house: House, plan: Plan, say: Callable[[str], None] = lambda _: None) -> Opened:
    """Adds what the plan names and the hospital lacks. NotSo, with nothing written, when something in it is wrong."""
    there = there_in(house)
    entries, places = judge(plan, there), places_for(plan, there)
    founding = _Founding(house)
    units = founding.open(plan)
    founding.adopt(plan)
    before = len(house.people.everyone())
    people = [(entry, _person(entry, there, house)) for entry in entries]
    roles = sum(founding.appoint(person.id, entry.role, entry.unit) for entry, person in people)
    roles += sum(founding.partner(place, there.called(name)[0], places) for place, name in plan.partners)
    accounts = open_accounts(house.people, house.accounts, dict.fromkeys(person for _, person in people), say)
    return Opened(units, len(house.people.everyone()) - before, roles, tuple(accounts))


class _Founding:
    """Gives the commands of one plan; each says whether it changed anything."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._today = clock.day_of(house.now(), house.plate.zone)

    def open(self, plan: Plan) -> int:
        """How many units are new."""
        if not self._house.clerk.memory.get("hospital").version:
            self._give(hospital.Open(name=plan.name.strip(), zone=plan.zone, slug=plan.slug), None)
        return sum(self._give(unit.Open(slug=one.slug, name=one.name), None) for one in plan.units)

    def adopt(self, plan: Plan) -> None:
        """What a template brings, as far as the hospital has not decided otherwise already."""
        clerk, put = self._house.clerk, self._house.attachments.put
        if plan.terms is not None and clerk.terms.now()[0] is None:
            self._give(hospital.AdoptTerms(digest=put(plan.terms.encode())), "hospital")
        if plan.standards is not None and clerk.standards.now()[0] is None:
            self._give(hospital.AdoptStandards(digest=put(plan.standards.encode())), "hospital")
        for setting, document in plan.settings:
            if clerk.settings.documents[setting].now()[0] is None:
                why = f"As in the template “{plan.called}”, with which this hospital began."
                self._give(
                    hospital.AdoptSetting(setting=setting, digest=put(document.encode()), reason=why), "hospital"
                )
        self._set_aside(plan)
        for one in plan.units:
            known = {each.practice for each in clerk.memory.get(f"unit-{one.slug}").state.practices}
            for practice, days in plan.practices:
                if practice not in known:
                    since = day_after(self._today, days)
                    self._give(unit.AdoptPractice(practice=practice, since=since), f"unit-{one.slug}")

    def _set_aside(self, plan: Plan) -> None:
        """Rules of the whole hospital; one that was set aside once and is in force again is left in force."""
        states = (self._house.clerk.memory.get(stream).state for stream in self._house.ledger.streams("waiver"))
        known = {state.rule for state in states if state.unit is None and state.about is None}
        for one in plan.waivers:
            if one.rule not in known:
                until = day_after(self._today, one.days) if one.days else None
                self._give(waiver.Grant(rule=one.rule, reason=one.reason, until=until), None)

    def appoint(self, person: str, role: str, place: str | None) -> bool:
        if place is None:
            return self._give(hospital.Appoint(person=person, role=role, since=self._today), "hospital")
        return self._give(unit.Appoint(person=person, role=role, since=self._today), f"unit-{place}")

    def partner(self, place: str, person: Person, places: Places) -> bool:
        at = places.unit(place)
        assert at is not None  # judged before
        return self.appoint(person.id, PARTNER, at.slug)

    def _give(self, command: Command, to: str | None) -> bool:
        """NotSo for what the rules refuse."""
        told = self._house.reception.ask(OPERATOR, command, Call(id=str(uuid4()), via="cli"), to)
        if isinstance(told, Refused):
            raise NotSo(Fault(0, command.VERB, f"The rules of the house refuse {command.VERB} ({told.key})."))
        return told.last > 0


def _person(entry: Entry, there: There, house: House) -> Person:
    """Whoever the row means: by mail, else by name. Who had no mail, or was only a name in a sheet, becomes this person."""
    called = there.called(entry.name)
    for one in called:
        if entry.mail is None or (one.mail or "").casefold() == entry.mail.casefold():
            return _met(one, one.mail, house)
    for one in called:
        if one.mail is None:
            return _met(one, entry.mail, house)
    return house.people.add(entry.name, entry.mail)


def _met(person: Person, mail: str | None, house: House) -> Person:
    if not person.known or person.mail != mail:
        house.people.rename(person.id, person.name, mail)
    return Person(person.id, person.name, mail)
