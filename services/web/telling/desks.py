"""Where something lies: on whose desk, since when, promised for which day, and on whom that desk waits."""

from collections.abc import Iterable

from msgspec import Struct

from projections.accountability import Holding
from projections.answers import VoiceRow
from projections.barriers import BarrierRow
from projections.lives import Stint
from projections.tracking_log import IssueRow
from services.web.layout import Card
from services.web.when import When
from services.wording import time_words
from services.wording.names import Names
from workflows.kernel.moments import Day, Moment

Held = Iterable[Stint[Holding]]


class Desk(Struct, frozen=True, kw_only=True):
    """`state` is a key of the layout's states, `words` a finer word for it. `due` is the day of the next step and
    `step` what that is when it is not what was promised, `first` and `now` the promise as first given and as in force, moved
    `moves` times."""

    state: str
    holder: str | None
    since: Moment
    words: str = ""
    due: Day | None = None
    step: str = ""
    first: Day | None = None
    now: Day | None = None
    moves: int = 0
    waiting_on: str | None = None
    until: Day | None = None

    def overdue(self, day: Day) -> bool:
        return self.due is not None and self.due < day

    def said_due(self, day: Day) -> str:
        """So: "due in 8 days"; and "yes 3 days over" where a promise beside it is for another day."""
        return f"{self.step} {time_words.due(self.due, day)}".strip() if self.due else ""


def of_issue(row: IssueRow, barriers: Iterable[Stint[BarrierRow]], held: Held) -> Desk:
    """An issue lies where its longest-standing open barrier lies; without one, with its owner."""
    in_the_way = [stint for stint in barriers if stint.row.shelf == "open"]
    if in_the_way and row.shelf == "open":
        return of_barrier(min(in_the_way, key=lambda one: one.row.obstacle.logged), held)
    matter = row.matter
    owner = matter.owner or f"unit-{matter.unit}"
    if row.state in ("resolved", "declined"):
        owed = row.state == "declined" and row.reason is None
        return Desk(state="reason_owed" if owed else row.state, holder=owner, since=row.since, due=row.reason_due)
    if row.shelf == "closed":
        return Desk(state="closed" if row.state == "closed" else "withdrawn", holder=None, since=row.since)
    if row.state == "deferred":
        return Desk(state="deferred", words="Put off", holder=owner, since=row.since, due=row.until)
    return Desk(
        state="in_work" if matter.owner or matter.plan else "listed",
        holder=owner,
        since=row.since,
        due=matter.due,
        first=matter.first_due,
        now=matter.due,
        moves=matter.moves,
    )


_STEP = {"offered": "yes", "claimed": "check"}
_BARRIER = {
    "offered": ("barrier", "Yes awaited"),
    "working": ("barrier", ""),
    "returned": ("barrier", "Given back"),
    "claimed": ("claimed", ""),
    "removed": ("closed", "Removed"),
    "risk": ("declined", "Accepted as a risk"),
    "withdrawn": ("withdrawn", ""),
}


def of_barrier(stint: Stint[BarrierRow], held: Held) -> Desk:
    """A barrier lies with whoever owes its next step."""
    row = stint.row
    obstacle, waiting = row.obstacle, row.waiting
    state, words = ("waiting", "") if waiting else _BARRIER[row.state]
    ball = next((one.row for one in held if one.stream == stint.stream and one.ended is None), None)
    due = row.step_due or (max(obstacle.due, waiting.until) if waiting else obstacle.due)
    settled = row.shelf == "settled" and row.state != "risk"
    return Desk(
        state=state,
        words=words,
        holder=None if settled else (ball.holder if ball else obstacle.holder),
        since=ball.since if ball else row.since,
        due=due,
        step="" if due == obstacle.due else _STEP.get(row.state, "next step"),
        first=obstacle.first_due,
        now=obstacle.due,
        moves=obstacle.moves,
        waiting_on=waiting.whom if waiting else None,
        until=waiting.until if waiting else None,
    )


def of_voice(row: VoiceRow) -> Desk:
    """A voice lies with whoever owes it the answer, or owes bringing it; a reply is the voice's own."""
    answer = row.answer
    if row.state == "answered" and answer:
        state, words = ("reason_owed", "") if answer.lacks_reason else ("answered", "Answered, to be told")
        return Desk(state=state, words=words, holder=answer.holder, since=row.since, due=row.due)
    if row.state == "delivered":
        return Desk(state="resolved", words="Told, reply awaited", holder=row.voice.id, since=row.since)
    if row.state == "owed":
        state = "reopened" if row.voice.disputes else "owed"
        return Desk(state=state, holder=row.voice.answerer, since=row.since, due=row.due)
    words = "Noted, thank you" if row.state == "noted" else ""
    return Desk(state=ENDS.get(row.state, row.state), words=words, holder=None, since=row.since)


ENDS = {"cannot_be_reached": "unreachable", "noted": "closed"}
"""Ends whose state has another name in the layout."""


def card(desk: Desk, looking: When, names: Names, *, href: str, title: str, **more: object) -> Card:
    """The card of something that lies somewhere; `more` are further fields of a `Card`."""
    day = looking.day
    waiting = f"{names.of(desk.waiting_on)} to {time_words.short(desk.until, day)}" if desk.until else ""
    given: dict[str, object] = {
        "number": 0,
        "words": desk.words,
        "desk": names.of(desk.holder) if desk.holder else "",
        "waiting": waiting,
        "note": f"{names.of(desk.holder)} answers for it" if waiting else "",
        "held": time_words.held(desk.since, looking.until) if desk.holder else "",
        "due": desk.said_due(day),
        "overdue": desk.overdue(day),
        "first": time_words.short(desk.first, day) if desk.first else "",
        "now": time_words.short(desk.now, day) if desk.now else "",
        "moved": desk.moves if desk.first != desk.now else 0,
    }
    return Card(href=href, title=title, state=desk.state, **(given | more))  # type: ignore[arg-type] # fields of a Card


def headline(words: str, longest: int = 90) -> str:
    """The first line of what somebody said, cut at a word."""
    line = words.strip().partition("\n")[0]
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0].rstrip(",;:.") + " …"
