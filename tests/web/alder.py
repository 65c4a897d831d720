"""A hospital for the pages: Alder Creek's summer, said and done through the commands a person gives.

`alder(directory)` builds it; its clock stands at noon of `TODAY` when the story is told and can be moved on.
"""

from collections.abc import Callable, Generator, Iterator
from heapq import heapify, heappop, heappush
from pathlib import Path
from uuid import uuid4

from msgspec import Struct

from services.bootstrap import found, open_house
from services.clerk.access import OPERATOR
from services.clerk.asking import Told
from services.clerk.reception import Call
from services.erasing.carrying import carry_on
from services.house import House, Plate
from workflows import hold, trail
from workflows.barrier import commands as barrier
from workflows.concern import commands as concern
from workflows.decision import commands as decision
from workflows.grievance import commands as grievance
from workflows.hospital import commands as hospital
from workflows.identity import commands as identity
from workflows.issue import commands as issue
from workflows.kernel.grammar import Command
from workflows.kernel.moments import DAY, Day, Moment, day_after, moment_of
from workflows.privilege import commands as privilege
from workflows.promise import commands as promise
from workflows.respect import commands as respect
from workflows.rounds import commands as rounds
from workflows.subject import commands as subject
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

    def does(self, login: str, command: Command, to: str | None = None) -> str:
        """Somebody gives a command now; gives the stream it went to. Fails when it is refused."""
        actor = OPERATOR if login == "operator" else self.house.rights.actor(self.who[login])
        told = self.house.reception.ask(actor, command, Call(id=str(uuid4()), via="page"), to)
        assert isinstance(told, Told), f"{login}: {command.VERB} was refused: {told}"
        return told.stream

    def on(self, day: Day, hour: int = 15) -> "Alder":
        self.clock.to(day, hour)
        return self

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


def summer(here: Alder, *more: Callable[[Alder, dict[str, str]], "Strand"]) -> dict[str, str]:
    """From January to 3 July on 4 West, with `more` that happened beside it; gives the streams of the story by name."""
    told: dict[str, str] = {}
    strands = [strand(here, told) for strand in (_lift, _rounds, _answered, _others, _fax, _drain, _visitors, *more)]
    days = [(next(strand), number) for number, strand in enumerate(strands)]
    heapify(days)
    while days:
        day, number = heappop(days)
        here.clock.to(day)
        if (following := next(strands[number], None)) is not None:
            heappush(days, (following, number))
    here.clock.to(TODAY)
    return told


Strand = Iterator[Day]
"""Acts in the order they happen; gives the day of the next one before it happens."""


def in_confidence(here: Alder, told: dict[str, str]) -> None:
    """What happened beside the summer and only its readers know: one that is late, one at work, one addressed."""
    reports = (
        ("late", "sam", respect.Report(kind="colleague", what="He threw the chart at the new nurse.", unit="4-west")),
        (
            "threat",
            "kim",
            respect.Report(kind="colleague", what="A surgeon shouts over the count.", unit="icu", danger=True),
        ),
        (
            "retaliation",
            "nora",
            respect.Report(
                kind="retaliation",
                what="Since I spoke about the fax I get no weekend off any more.",
                who="Whoever makes the plan",
                where="On the plan for July",
                unit="4-west",
            ),
        ),
    )
    for name, login, report in reports:
        told[name] = here.on("2025-06-24" if name == "late" else "2025-06-30").does(login, report)
    here.on("2025-07-01").does(
        "pia", respect.Acknowledge(answer="I have read it and look at the plan."), told["retaliation"]
    )
    here.does("pia", respect.Weigh(tier="conversation", why="It may be a slip."), told["retaliation"])
    here.does("otis", respect.Acknowledge(answer="I have read it and talk to him this week."), told["threat"])
    here.does("otis", respect.Weigh(tier="awareness", why="It is the third report."), told["threat"])
    here.does("otis", respect.Address(note="He was shown all three."), told["threat"])
    here.does("clara", privilege.AdoptDefault(kind="concern", unit="icu", reason="Reviewed by the safety committee."))
    here.does("priya", _raise("The pump ran twice as fast as it showed.", where="icu"))
    told["apart"] = here.does("sam", _raise("Two alarms at once, and one of them was silent."))
    here.does("ines", privilege.Designate(about=told["apart"], reason="Part of a root cause analysis."))
    here.on(TODAY)


def _raise(what: str, *, where: str = "4-west", **more: object) -> concern.Raise:
    return concern.Raise(unit=where, what=what, **more)  # type: ignore[arg-type] # whatever a concern has


def _lift(here: Alder, told: dict[str, str]) -> Strand:
    """47 days on a desk, a committee, a removal rejected once; three units wait."""
    yield "2025-01-17"
    lift = here.does(
        "nora",
        _raise(
            "One bariatric lift for three units. We wait an hour to turn a patient.",
            idea="A shared pool with a booking sheet.",
        ),
    )
    told["lift voice"] = lift
    told["lift"] = here.does(
        "lena",
        issue.List(
            unit="4-west",
            title="One bariatric lift for three units",
            from_concern=lift,
            category="equipment",
            suggestion="A shared pool with a booking sheet.",
            needs="A second lift, about $9,800.",
        ),
    )
    yield "2025-01-20"
    second = here.does("sam", _raise("We lifted by hand again last night, two of us.", speaker="named"))
    here.does("lena", concern.Merge(issue=told["lift"]), second)
    told["second voice"] = second
    kin = here.does("kim", _raise("The lift is always on 4 West when we need it.", where="icu"))
    told["icu lift"] = here.does(
        "priya", issue.List(unit="icu", title="The lift is never in ICU when we need it", from_concern=kin)
    )
    yield "2025-02-13"
    told["no lift"] = here.does(
        "lena",
        barrier.Log(
            unit="4-west",
            what="No money for a second bariatric lift",
            issues=(told["lift"],),
            holder=here.who["dana"],
            due="2025-05-12",
            money=980_000,
        ),
    )
    here.does("ines", barrier.BlockAlso(issue=told["icu lift"]), told["no lift"])
    yield "2025-02-15"
    here.does("dana", barrier.Accept(), told["no lift"])
    yield "2025-02-20"
    here.does(
        "dana",
        barrier.WaitOn(
            whom=here.who["committee"], until="2025-03-14", reason="They decide about everything over $5,000."
        ),
        told["no lift"],
    )
    yield "2025-03-14"
    here.does("dana", barrier.Resume(), told["no lift"])
    yield "2025-04-28"
    here.does("dana", barrier.PromiseNewDate(due="2025-06-02", reason="The vendor's quote came late."), told["no lift"])
    yield "2025-05-05"
    here.does("dana", barrier.ClaimRemoved(evidence="A second lift stands in the 5 North store."), told["no lift"])
    yield "2025-05-08"
    here.does("lena", barrier.Reject(why="It is locked away at night; nobody has the key."), told["no lift"])
    yield "2025-06-01"
    here.does(
        "dana",
        barrier.PromiseNewDate(due="2025-06-30", reason="A key cabinet has to be paid from next quarter."),
        told["no lift"],
    )
    here.does(
        "dana",
        issue.Answer(
            answer="The second lift is bought and stands in the 5 North store. I am having a key cabinet put up, "
            "so that you can take it at night too.",
            outcome="partly",
            final=False,
        ),
        told["lift"],
    )


def _answered(here: Alder, told: dict[str, str]) -> Strand:
    """Loops that ended, each in its own way."""
    for day, what, answer in (
        ("2025-06-02", "The bladder scanner is never charged.", "There are two chargers now, on a chain."),
        ("2025-06-06", "Linen cart blocks the crash cart.", "The linen cart has a marked place of its own."),
        ("2025-06-10", "Night meals end at 21:00.", "The kitchen leaves a tray until 3:00."),
    ):
        voice = yield from _through(here, day, what, answer)
        here.does("nora", concern.SayHeard(), voice)
    told["disputed"] = yield from _through(
        here, "2025-06-14", "Nobody answers pages 2 to 5 of the escalation card.", "There is an escalation card."
    )
    yield "2025-06-18"
    here.does("nora", concern.Dispute(why="The card exists. Nobody answers the pager."), told["disputed"])
    told["waits"] = yield from _through(
        here, "2025-06-20", "No interpreter tablet after 19:00.", "The tablet now stays in the med room, charged."
    )


def _through(here: Alder, day: Day, what: str, answer: str) -> Generator[Day, None, str]:
    yield day
    voice = here.does("nora", _raise(what))
    listed = here.does(
        "lena", issue.List(unit="4-west", title=what.rstrip("."), from_concern=voice, category="equipment")
    )
    yield day_after(day, 2)
    here.does("lena", issue.Resolve(evidence=answer), listed)
    here.does("lena", issue.Answer(answer=answer, outcome="done"), listed)
    yield day_after(day, 3)
    here.does("lena", concern.Deliver(how="in_person"), voice)
    return voice


def _fax(here: Alder, told: dict[str, str]) -> Strand:
    yield "2025-06-24"
    told["fax"] = here.does(
        "nora", _raise("A fax nobody reads: discharge orders wait overnight.", idea="Send them to the ward inbox.")
    )
    yield "2025-06-30"
    told["thanks"] = here.does("sam", _raise("Pharmacy came up at 2:00 to help. Thank you.", kind="thanks"))
    yield "2025-07-02"
    told["urgent"] = here.does(
        "sam", _raise("Call light in bed 12 rings at the wrong desk.", urgent=True, speaker="named")
    )


def _drain(here: Alder, told: dict[str, str]) -> Strand:
    """A patient's daughter complains; it is not settled at the bed and becomes a grievance."""
    yield "2025-06-29"
    told["complaint"] = here.does("marco", _raise("Nobody explained my mother's drain.", who="family", came="phone"))
    here.does("marco", concern.Triage(route="complaint"), told["complaint"])
    yield "2025-06-30"
    told["grievance"] = here.does(
        "rosa",
        grievance.Open(
            unit="4-west",
            concern=told["complaint"],
            complaint="Nobody explained the drain to her mother, in no language.",
            language="es",
        ),
    )
    here.does("rosa", grievance.Acknowledge(how="phone"), told["grievance"])
    yield "2025-07-01"
    told["lettered"] = yield from _lettered(here)
    here.does("marco", grievance.NoteStep(what="Spoke with the nurses of both shifts."), told["grievance"])


def _lettered(here: Alder) -> Generator[Day, None, str]:
    """A grievance of ICU that has its letter."""
    voice = here.does("priya", _raise("We waited two hours for news of our father.", where="icu", who="family"))
    here.does("priya", concern.Triage(route="complaint"), voice)
    found = here.does(
        "rosa", grievance.Open(unit="icu", concern=voice, complaint="Two hours without news.", language="es")
    )
    here.does(
        "rosa",
        grievance.WriteLetter(
            contact="Rosa Vega, patient advocate\n555 0100",
            steps="We asked the nurses and the physician of that night.",
            results="One nurse of every shift now calls the family every hour.",
            outcome="done",
            completed="2025-07-01",
        ),
        found,
    )
    yield "2025-07-02"
    here.does("rosa", grievance.SendLetter(how="letter", to="Ana Ruiz\n12 Mill Road"), found)
    return found


def _others(here: Alder, told: dict[str, str]) -> Strand:
    for day, title, owner in (
        ("2025-06-16", "Look-alike heparin vials in the same drawer", "ruth"),
        ("2025-06-18", "Bariatric slings do not come back from laundry", None),
        ("2025-06-26", "Nobody knows who orders drain dressings", None),
    ):
        yield day
        voice = here.does("sam", _raise(f"{title}."))
        told[title.split()[0]] = here.does(
            "lena",
            issue.List(
                unit="4-west",
                title=title,
                from_concern=voice,
                owner=here.who[owner] if owner else None,
                category="supplies",
            ),
        )
    yield "2025-06-27"
    told["slings"] = here.does(
        "lena",
        barrier.Log(
            unit="4-west",
            what="The laundry contract does not cover slings",
            issues=(told["Bariatric"],),
            holder=here.who["dana"],
            due="2025-07-20",
        ),
    )
    yield "2025-06-28"
    here.does("dana", barrier.Accept(), told["slings"])
    here.does(
        "dana",
        barrier.WaitOn(whom=here.who["vendor"], until="2025-07-14", reason="They send an offer."),
        told["slings"],
    )
    yield "2025-07-01"
    told["drain"] = here.does(
        "lena",
        barrier.Log(
            unit="4-west",
            what="Dressings are ordered by two departments",
            issues=(told["Nobody"],),
            holder=here.who["dana"],
            due="2025-07-22",
        ),
    )
    for day, what, did in (
        ("2025-06-30", "The ice machine drips on the floor.", "Mat put down, plumber came at noon."),
        ("2025-07-02", "Isolation cart lacks small gloves.", "Filled, and put on the daily list."),
    ):
        yield day
        told[what.split()[1]] = here.does("lena", concern.Fix(unit="4-west", what=what, did=did, category="supplies"))


def _rounds(here: Alder, told: dict[str, str]) -> Strand:
    yield "2025-05-02"
    told["held rounds"] = here.does(
        "lena", rounds.Schedule(unit="4-west", day="2025-05-09", partner=here.who["dana"], guide=here.who["lena"])
    )
    yield "2025-05-09"
    here.does(
        "lena", rounds.Hold(attendees=(here.who["dana"], here.who["marco"]), colour="executive"), told["held rounds"]
    )
    yield "2025-05-10"
    here.does(
        "lena",
        rounds.Summarise(
            summary="We walked from bed 1 to 14. The lift came up three times.",
            priorities=(told["lift"],),
            thanks="The night team, for the handover sheet.",
        ),
        told["held rounds"],
    )
    yield "2025-06-25"
    told["rounds"] = here.does(
        "lena", rounds.Schedule(unit="4-west", day=TODAY, partner=here.who["dana"], guide=here.who["lena"])
    )
    yield "2025-07-02"
    here.does("lena", rounds.Prepare(item="pack"), told["rounds"])


def _visitors(here: Alder, told: dict[str, str]) -> Strand:
    """A rule for the nights that harms timeliness, weighed and decided; another one that waits."""
    yield "2025-06-12"
    what, dana = "One visitor at night instead of none?", here.who["dana"]
    asked = decision.Propose(unit="4-west", kind="policy", what=what, values=("care", "respect"), decider=dana)
    told["visitors"] = here.does("marco", asked)
    here.does(
        "marco", decision.Consult(who="unit-4-west", said="Better one calm person than ten calls."), told["visitors"]
    )
    said = {"safety": "trade_off", "patient_centeredness": "supports"}
    for aim in decision.AIMS:
        why = "The door is open longer." if aim == "safety" else "Nobody is alone." if aim in said else None
        rate = decision.Rate(aim=aim, effect=said.get(aim, "neutral"), why=why)  # type: ignore[arg-type] # an effect
        here.does("marco", rate, told["visitors"])
    wait, call = "Families of the second bed wait outside.", "The nurse calls them at ten."
    harm = decision.Rate(aim="timeliness", effect="harms", why=wait, mitigation=call, acceptor=dana)
    here.does("marco", harm, told["visitors"])
    yield "2025-06-16"
    here.does("dana", decision.AcceptHarm(aim="timeliness"), told["visitors"])
    reason = "Sleep heals, and so does a hand."
    here.does("dana", decision.Decide(outcome="approved", reason=reason, review_by="2025-07-20"), told["visitors"])
    here.does("dana", decision.Communicate(to="unit-4-west", how="huddle"), told["visitors"])
    yield "2025-06-29"
    evidence = decision.NoteEvidence(what="Two families went home before ten.", aim="equity")
    here.does("lena", evidence, told["visitors"])
    asked = decision.Propose(
        unit="4-west", kind="money", what="A second lift?", values=("care",), decider=dana, money=980_000
    )
    told["second lift"] = here.does("marco", asked)
    what = "Slings in all three sizes on the shelf."
    pledge = promise.Make(unit="4-west", holder=dana, to="unit-4-west", what=what, due="2025-07-01")
    told["slings promised"] = here.does("dana", pledge)
    moved = promise.Renegotiate(due="2025-07-14", reason="The vendor has two sizes only.")
    here.does("dana", moved, told["slings promised"])
    here.does(
        "marco", decision.Rate(aim="safety", effect="supports", why="Nobody is lifted by hand."), told["second lift"]
    )


GUARDS = (("iris", "Iris Vane", "privacy_officer"),)


def guard(here: Alder) -> None:
    """A privacy officer and counsel come to the hospital."""
    for login, name, role in GUARDS:
        here.who[login] = here.house.people.add(name).id
        here.does("operator", hospital.Appoint(person=here.who[login], role=role, since=TODAY), "hospital")


def guarded(here: Alder, told: dict[str, str]) -> None:
    """What they do: one record is erased, one is held and must wait, a name is asked for, something left the building."""
    guard(here)
    gone = here.does("nora", concern.Raise(unit="4-west", what="A patient's name stood in my last concern."))
    here.does("clara", hold.Place(about=told["fax"], reason="Doe against the hospital, file 17."))
    for about in (gone, told["fax"]):
        here.does("iris", subject.Erase(about=about, basis="asked_by_the_person", approver=here.who["clara"]))
    carry_on(here.house)
    told["opening"] = here.does("iris", identity.Ask(voice=told["disputed"], reason="A diversion must be reported."))
    leaves = trail.Disclose(what="privileged", to="safety_organization", reason="Second quarter, as agreed.", count=12)
    here.does("clara", leaves)
