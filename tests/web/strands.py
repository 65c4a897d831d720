"""The strands of the summer: each a problem, from the first word to its end."""

from collections.abc import Generator, Iterator

from tests.web.alder import Alder
from workflows.barrier import commands as barrier
from workflows.concern import commands as concern
from workflows.grievance import commands as grievance
from workflows.issue import commands as issue
from workflows.kernel.moments import Day, day_after

Strand = Iterator[Day]
"""Acts in the order they happen; gives the day of the next one before it happens."""


def raising(what: str, *, where: str = "4-west", **more: object) -> concern.Raise:
    return concern.Raise(unit=where, what=what, **more)  # type: ignore[arg-type] # whatever a concern has


def lift(here: Alder, told: dict[str, str]) -> Strand:
    """47 days on a desk, a committee, a removal rejected once; three units wait."""
    yield "2025-01-17"
    lift = here.does(
        "nora",
        raising(
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
    second = here.does("sam", raising("We lifted by hand again last night, two of us.", speaker="named"))
    here.does("lena", concern.Merge(issue=told["lift"]), second)
    told["second voice"] = second
    kin = here.does("kim", raising("The lift is always on 4 West when we need it.", where="icu"))
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


def answered(here: Alder, told: dict[str, str]) -> Strand:
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
    voice = here.does("nora", raising(what))
    listed = here.does(
        "lena", issue.List(unit="4-west", title=what.rstrip("."), from_concern=voice, category="equipment")
    )
    yield day_after(day, 2)
    here.does("lena", issue.Resolve(evidence=answer), listed)
    here.does("lena", issue.Answer(answer=answer, outcome="done"), listed)
    yield day_after(day, 3)
    here.does("lena", concern.Deliver(how="in_person"), voice)
    return voice


def fax(here: Alder, told: dict[str, str]) -> Strand:
    yield "2025-06-24"
    told["fax"] = here.does(
        "nora", raising("A fax nobody reads: discharge orders wait overnight.", idea="Send them to the ward inbox.")
    )
    yield "2025-06-30"
    told["thanks"] = here.does("sam", raising("Pharmacy came up at 2:00 to help. Thank you.", kind="thanks"))
    yield "2025-07-02"
    told["urgent"] = here.does(
        "sam", raising("Call light in bed 12 rings at the wrong desk.", urgent=True, speaker="named")
    )


def drain(here: Alder, told: dict[str, str]) -> Strand:
    """A patient's daughter complains; it is not settled at the bed and becomes a grievance."""
    yield "2025-06-29"
    told["complaint"] = here.does("marco", raising("Nobody explained my mother's drain.", who="family", came="phone"))
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
    voice = here.does("priya", raising("We waited two hours for news of our father.", where="icu", who="family"))
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


def others(here: Alder, told: dict[str, str]) -> Strand:
    for day, title, owner in (
        ("2025-06-16", "Look-alike heparin vials in the same drawer", "ruth"),
        ("2025-06-18", "Bariatric slings do not come back from laundry", None),
        ("2025-06-26", "Nobody knows who orders drain dressings", None),
    ):
        yield day
        voice = here.does("sam", raising(f"{title}."))
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
