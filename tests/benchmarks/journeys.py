"""A ledger of any length in which life goes on evenly: in every unit many journeys are under way, from a voice to a closing.

Written straight into the store, as bulk import does; the same for the same number of facts.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import count, islice

from services.ledger.contract import Appended, Commit, Draft, Ledger
from services.ledger.mapper import FactMapper
from workflows import lexicon
from workflows.barrier import events as b
from workflows.concern import events as c
from workflows.issue import events as i
from workflows.kernel.grammar import By, Event, Header
from workflows.kernel.ids import spell
from workflows.kernel.moments import MICRO, Moment, as_datetime
from workflows.rounds import events as r
from workflows.unit.events import Opened

MAPPER = FactMapper(lexicon.EVENT_TYPES, lexicon.STEPS)
UNITS = tuple(f"unit-{number}" for number in range(4))
BATCH = 5_000
"""Facts per transaction."""
LENGTH = 18
"""Facts of one journey."""
OPEN = 90
"""Journeys under way in each unit: at any time about fifty of them are open issues."""
STEP = 37 * MICRO
"""Time between two facts: a million take 14 months."""
MONTH = 195
"""Turns between two rounds of a unit."""
EXECUTIVE = "person-exec-0"
DAWN: Moment = 1_700_000_000 * MICRO
SEALED = "text"
BY = By("person", "person-0001", "team_leader")

Told = tuple[str, Event]
"""Stream and event."""


def journey(number: int, unit: str) -> list[Told]:
    """One issue from voice to closing, eighteen facts in three streams."""
    concern, issue, barrier = (_id(noun, number) for noun in ("concern", "issue", "barrier"))
    leader, executive = f"person-lead-{unit}", f"person-exec-{number % 9}"
    due = as_datetime(DAWN + number * LENGTH * STEP).date().isoformat()
    raised = c.Raised(
        unit=unit,
        kind="concern",
        what=SEALED,
        idea=None,
        source="rounds",
        speaker="named",
        urgent=False,
        rounds=None,
        due=due,
        who="staff",
        for_another=False,
        language=None,
        came="page",
        contact=None,
    )
    answered = c.Answered(
        answer=SEALED,
        outcome="done",
        reason=None,
        final=True,
        holder=leader,
        due=due,
        reason_due=None,
        through=issue,
    )
    listed = i.Listed(
        unit=unit,
        title=SEALED,
        from_concern=concern,
        category="equipment",
        source="rounds",
        rounds=None,
        suggestion=None,
        needs=None,
        rank=None,
        owner=None,
        due=due,
        sheet=None,
    )
    logged = b.Logged(
        unit=unit,
        what=SEALED,
        issues=(issue,),
        holder=executive,
        answerable=executive,
        verifier=f"unit-{unit}",
        accept_due=due,
        due=due,
        money=None,
    )
    return [
        (concern, raised),
        (concern, c.Acknowledged()),
        (issue, listed),
        (concern, c.Listed(issue=issue)),
        (issue, i.Triaged(category="equipment", severity=3, likelihood=3, ease=2)),
        (issue, i.Assigned(owner=leader, due=due)),
        (barrier, logged),
        (issue, i.Blocked(barrier=barrier)),
        (barrier, b.Accepted()),
        (barrier, b.WaitedOn(whom="party-committee", until=due, reason=SEALED)),
        (barrier, b.NewDatePromised(due="2026-06-30", reason=SEALED)),
        (barrier, b.RemovalClaimed(evidence=SEALED, due=due)),
        (barrier, b.RemovalVerified()),
        (issue, i.Resolved(evidence=SEALED, how="fixed")),
        (concern, answered),
        (concern, c.Delivered(how="in_person", day=due, due=due)),
        (concern, c.Heard()),
        (issue, i.Closed()),
    ]


def rounds(number: int, unit: str) -> list[Told]:
    """A visit of the unit's executive."""
    stream, executive = _id("rounds", number), EXECUTIVE
    day = as_datetime(DAWN + number * STEP).date().isoformat()
    scheduled = r.Scheduled(
        unit=unit, day=day, partner=executive, guide=None, time="14:00", kind="staff", shift="day", where=None
    )
    held = r.Held(attendees=(executive,), colour="executive", none_raised=False, summary_due=day)
    return [(stream, scheduled), (stream, held), (stream, r.Summarised(summary=SEALED, priorities=(), thanks=None))]


def told() -> Iterator[tuple[str, str, Event]]:
    """(unit, stream, event) without end: every open journey takes a step in turn, none at the same step as its neighbour;
    each unit is rounded on about once a month."""
    yield from ((unit, f"unit-{unit}", Opened(unit=unit, name=unit)) for unit in UNITS)
    fresh = iter(range(1, 1 << 40))
    running: list[list[Told]] = [[] for _ in range(OPEN * len(UNITS))]
    for turn in count():
        if turn % MONTH == MONTH - 1:
            walked = ((n, unit) for n, unit in enumerate(UNITS))
            yield from ((unit, *one) for n, unit in walked for one in rounds(turn * OPEN * len(UNITS) + n, unit))
        for place, steps in enumerate(running):
            if turn < place % LENGTH:
                continue
            unit = UNITS[place % len(UNITS)]
            if not steps:
                steps.extend(journey(next(fresh), unit)[::-1])
            stream, event = steps.pop()
            yield unit, stream, event


def fill(ledger: Ledger, facts: int) -> None:
    """Writes so many facts into an empty ledger."""
    versions: dict[str, int] = {}
    commits: list[Commit] = []
    for seq, (unit, stream, event) in enumerate(islice(told(), facts), start=1):
        version = versions[stream] = versions.get(stream, 0) + 1
        draft = _draft(seq, unit, stream, version, event)
        commits.append(Commit(f"c{seq}", b"", DAWN + seq * STEP, (draft,), {stream: version - 1}))
        if len(commits) == BATCH or seq == facts:
            _append(ledger, commits)
            commits = []


def _append(ledger: Ledger, commits: Sequence[Commit]) -> None:
    for answer in ledger.append(commits):
        assert isinstance(answer, Appended), answer


def _draft(seq: int, unit: str, stream: str, version: int, event: Event) -> Draft:
    head = Header(
        stream=stream,
        version=version,
        name=event.NAME,
        v=event.V,
        command=f"c{seq}",
        by=BY,
        via="page",
        salt=seq.to_bytes(16, "big"),
    )
    return MAPPER.draft(head, event, unit, ())


def _id(noun: str, number: int) -> str:
    return spell(noun, int.from_bytes(sha256(f"{noun}{number}".encode()).digest()[:16], "big"))
