"""A hospital served on a port of this machine, with somebody in every role, and a second one beside it."""

import json
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from typing import Any
from uuid import uuid4

from flask import Flask
from msgspec import Struct
from waitress.server import BaseWSGIServer, create_server

from assessments import goal
from assessments.campaign.commands import Open as Ask
from assessments.campaign.commands import Plan
from assessments.scorecard import FigureKey
from assessments.self_assessment.commands import Open as Assess
from services.bootstrap import found, open_house
from services.clerk.access import OPERATOR, SURVEYOR, Actor, load
from services.clerk.asking import Told
from services.clerk.reception import Call
from services.house import House, Plate
from services.serving.server import face
from services.web.signing_in import session
from tests.printing.reading import words_of
from workflows import panel, trail
from workflows.barrier.commands import Log
from workflows.concern.commands import Raise, Triage
from workflows.conduct.commands import Open as Conduct
from workflows.decision.commands import Propose
from workflows.focus.commands import Declare
from workflows.grievance.commands import Open as Grieve
from workflows.hospital import commands as hospital
from workflows.identity import commands as identity
from workflows.issue.commands import Close as CloseIssue
from workflows.issue.commands import List, Resolve
from workflows.kernel.grammar import Command
from workflows.kernel.months import Quarter, quarter_after, quarter_of
from workflows.learning.commands import Open as Learn
from workflows.measure.commands import Register
from workflows.message.commands import Send
from workflows.notice import commands as notice
from workflows.pace import Begin
from workflows.partnership.commands import Nominate
from workflows.presentation import Record
from workflows.promise.commands import Make
from workflows.respect.commands import Report
from workflows.rounds.commands import Schedule
from workflows.standard.commands import Add
from workflows.story import Publish
from workflows.subject.commands import Erase
from workflows.unit import commands as unit
from workflows.waiver import Grant

SECRET = "the wing on the third floor"  # noqa: S105 - words, not a password
HERE, ELSEWHERE = "4-west", "icu"
ROLES = {name: terms.held for name, terms in load().items() if terms.held in ("unit", "hospital")}


class Answer(Struct, frozen=True):
    status: int
    body: bytes

    @property
    def text(self) -> str:
        """Its words; of a paper they are read only by who asks, for that takes longer than to print it."""
        return words_of(self.body)


class Served(Struct, frozen=True):
    """`who` has a person for every role, and `role@icu` for those held in another unit; `told` one thing of every noun."""

    house: House
    app: Flask
    port: int
    who: dict[str, str]
    told: dict[str, str]

    def client(self, login: str) -> "Client":
        bearer = {"Authorization": f"Bearer {self.token(login)}"}
        return Client(HTTPConnection("127.0.0.1", self.port, timeout=30), bearer)

    def browser(self, login: str) -> "Client":
        """Somebody at the pages, by the cookie of their sign-in."""
        serializer = session.Cookie().get_signing_serializer(self.app)
        assert serializer
        cookie = f"heard={serializer.dumps({session.TOKEN: self.token(login)})}"
        return Client(HTTPConnection("127.0.0.1", self.port, timeout=30), {"Cookie": cookie})

    def give(self, command: Command, to: str | None = None) -> str:
        """Done by the operator."""
        return _give(self.house, command, to)

    def token(self, login: str) -> str:
        return self.house.sessions.begin(self.who[login], self.house.now())


class Client:
    """Somebody signed in, on one connection that is kept."""

    def __init__(self, connection: HTTPConnection, signed: Mapping[str, str]) -> None:
        self._connection = connection
        self._headers = signed

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None, {})

    def post(self, path: str, sent: Mapping[str, Any], headers: Mapping[str, str]) -> Answer:
        body = json.dumps(sent).encode()
        keyed = {"Idempotency-Key": str(uuid4()), "Content-Type": "application/json"}
        return self._ask("POST", path, body, {**keyed, **headers})

    def _ask(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Answer:
        self._connection.request(method, path, body, {**self._headers, **headers})
        answer = self._connection.getresponse()
        return Answer(answer.status, answer.read())

    def close(self) -> None:
        self._connection.close()


@contextmanager
def served(directory: Path, name: str) -> Iterator[Served]:
    """Everything in it is in a unit that has closed since: whatever begins there is refused once one may begin it."""
    found(directory, Plate(name, name.capitalize(), "America/Chicago"))
    with open_house(directory) as house:
        who, told = _people(house, name), _things(house) | {"register": "pssm"}
        _give(house, unit.Close(), f"unit-{HERE}")
        app = face(house)
        server = create_server(app, host="127.0.0.1", port=0, threads=4, clear_untrusted_proxy_headers=True)
        thread = Thread(target=_run, args=(server,), daemon=True)
        thread.start()
        with closing(server):
            yield Served(house, app, server.effective_port, who, told)
        thread.join(5)


def _run(server: BaseWSGIServer) -> None:
    with suppress(OSError):
        server.run()


def _people(house: House, name: str) -> dict[str, str]:
    _give(house, hospital.Open(name=name.capitalize(), zone="America/Chicago", slug=name))
    for slug in (HERE, ELSEWHERE):
        _give(house, unit.Open(slug=slug, name=slug.upper()))
    who = {}
    for role, held in ROLES.items():
        who[role] = _in_role(house, role, HERE if held == "unit" else None)
        if held == "unit":
            who[f"{role}@{ELSEWHERE}"] = _in_role(house, role, ELSEWHERE)
    return who


def _in_role(house: House, role: str, place: str | None) -> str:
    person = house.people.add(f"{role} {place}").id
    if role == SURVEYOR:
        _give(house, hospital.ReceiveSurveyor(person=person, hours=120), "hospital")
        return person
    appoint = unit.Appoint if place else hospital.Appoint
    _give(house, appoint(person=person, role=role, since="2025-01-01"), f"unit-{place}" if place else "hospital")
    return person


def _things(house: House) -> dict[str, str]:
    """One of every noun, held by an outside party, said by nobody who has a role."""
    somebody = house.people.add("Somebody who is everywhere").id
    vendor = house.people.add("Vendor", kind="party").id
    voice = _give(house, Raise(unit=HERE, what=SECRET, speaker="confidential"))
    issue = _give(house, List(unit=HERE, title=SECRET, from_concern=voice, owner=vendor))
    complaint = _give(house, Raise(unit=HERE, what=SECRET, who="family"))
    _give(house, Triage(route="complaint"), complaint)
    closed = _give(house, List(unit=HERE, title=SECRET))
    _give(house, Resolve(evidence=SECRET), closed)
    _give(house, CloseIssue(), closed)
    return {
        "grievance": _give(house, Grieve(unit=HERE, concern=complaint, complaint=SECRET)),
        "concern": voice,
        "issue": issue,
        "barrier": _give(house, Log(unit=HERE, what=SECRET, issues=(issue,), holder=vendor)),
        "rounds": _give(house, Schedule(unit=HERE, day="2099-01-01")),
        "promise": _give(house, Make(unit=HERE, holder=vendor, to=vendor, what=SECRET, due="2099-01-01")),
        "message": _give(house, Send(unit=HERE, topic="safety", words=SECRET)),
        "focus": _give(house, Declare(unit=HERE, quarter=_quarter_of(house), owner=vendor, pledge=SECRET)),
        "story": _give(house, Publish(unit=HERE, about=closed, words=SECRET, nobody_named=True)),
        "presentation": _give(house, Record(day="2025-01-02", minutes=90, safety_minutes=20)),
        "notice": _give(house, notice.Open(what=SECRET, known="2025-01-02")),
        "waiver": _give(house, Grant(unit=HERE, rule="rounds.monthly", reason=SECRET)),
        "decision": _give(house, Propose(unit=HERE, kind="other", what=SECRET, values=("care",), decider=vendor)),
        "measure": _give(
            house,
            Register(unit=HERE, title=SECRET, kind="count", definition=SECRET, source=SECRET, owner=somebody),
        ),
        "panel": panel.stream_of(HERE),
        "partnership": _give(house, Nominate(unit=HERE, executive=somebody, rank="director", interest=SECRET)),
        "standard": _give(house, Add(unit=HERE, item="goal", words=SECRET, more="F", marks=("far",), day="2099-01-01")),
        "subject": _give(house, Erase(about=issue, basis="law", approver=house.people.add("Ada").id)),
        "hold": "hold",
        "identity": _give(house, identity.Ask(voice=voice, reason=SECRET), by=_GUARDIAN),
        "trail": _give(house, trail.Disclose(what="voices", to="court", reason=SECRET, count=1)),
        "learning": _give(house, Learn(unit=HERE, what=SECRET, lead=vendor)),
        "goal": _give(house, _goal(house, somebody)),
        "assessment": _give(house, Assess(raters=_three(house), facilitator=somebody, closes="2099-01-01", unit=HERE)),
        "campaign": _give(house, Ask(unit=HERE, closes="2099-01-01")),
        "wave": _give(house, Plan(units=(HERE, ELSEWHERE), closes="2099-01-01")),
        "pace": _give(house, Begin(unit=HERE, since="2099-01-01")),
        "conduct": _give(house, Conduct(person=somebody, did=SECRET), by=_PROFESSIONAL),
        "respect": _give(house, Report(kind="colleague", what=SECRET), by=house.rights.actor(somebody)),
        "hospital": "hospital",
        "unit": HERE,
        "person": house.people.add("Bo").id,
        "party": vendor,
    }


def _goal(house: House, owner: str) -> goal.Agree:
    """Not the same next door: what is known by unit and figure would be called the same there."""
    figure: FigureKey = "kept" if house.plate.slug == "alder" else "learned"
    return goal.Agree(unit=HERE, figure=figure, horizon="near", target=80, due="2099-01-01", owner=owner, why=SECRET)


def _three(house: House) -> tuple[str, ...]:
    return tuple(house.people.add(f"Somebody who rates, {n}").id for n in range(3))


def _quarter_of(house: House) -> Quarter:
    """Not the same next door: what is known by unit and quarter would be called the same there."""
    quarter = quarter_of(datetime.now(UTC).date().isoformat())
    return quarter if house.plate.slug == "alder" else quarter_after(quarter)


_PROFESSIONAL = Actor("person-professional", frozenset({("professionalism_lead", None)}))
_GUARDIAN = Actor("person-guardian", frozenset({("privacy_officer", None)}))


def _give(house: House, command: Command, to: str | None = None, by: Actor = OPERATOR) -> str:
    told = house.reception.ask(by, command, Call(id=str(uuid4()), via="cli"), to)
    assert isinstance(told, Told), told
    return told.stream
