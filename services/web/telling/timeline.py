"""What happened, fact by fact, in words: of one stream or of several that belong together."""

from collections.abc import Collection, Iterator
from typing import Any

import msgspec
from msgspec import Struct

from services import clock
from services.clerk import walls
from services.web.phrases import choice, phrases
from services.web.visit import Visit, Words
from services.web.when import When
from services.wording import time_words
from workflows.kernel.grammar import By, Fact, Ref
from workflows.kernel.ids import is_slug

QUOTED = (
    "answer",
    "reason",
    "why",
    "evidence",
    "plan",
    "summary",
    "note",
    "text",
    "question",
    "words",
    "said",
    "found",
)
"""Parts whose words stand in the timeline; what was said and what an issue is called stand above it."""
SAID_NOWHERE_ELSE = frozenset({"grievance.step_taken", "decision.evidence_noted"})
"""What was said here stands nowhere above."""
SILENT = frozenset({"issue.joined", "issue.blocked", "issue.unblocked", "concern.listed", "rounds.reviewed"})
"""What the fact beside it says already."""
_HOLDERS = ("person-", "role-", "party-", "unit-", "voice-")


class Step(Struct, frozen=True):
    """One line: when it happened, what, in whose words, by whom; `late` is the day it was entered, where that is later."""

    when: str
    what: str
    words: str
    who: str
    late: str = ""


def facts(visit: Visit, streams: Collection[str], looking: When) -> list[Fact]:
    """The facts of these streams that were known (`as_of`) or had happened (`on`) by then, as they happened."""
    mapper, ledger = visit.house.clerk.mapper, visit.house.ledger
    found = (mapper.fact(row) for one in streams for row in ledger.stream_rows(one, upto=looking.at.seq))
    shown = walls.told(found, visit.actor.behind)
    kept = (fact for fact in shown if looking.on is None or fact.happened <= looking.on)
    return sorted(kept, key=lambda fact: (fact.happened, fact.seq))


def waiting_facts(visit: Visit, stream: str) -> list[Fact]:
    """What stands for the facts of something that waits to enter."""
    item = visit.house.waiting_room.item(stream)
    return list(item.facts) if item else []


def refs(told: Collection[Fact]) -> list[Ref]:
    """The words these facts are told with, and who acted where that is sealed."""
    return [ref for fact in told for ref in (_quoted(fact), _sealed_by(fact)) if ref]


def steps(visit: Visit, told: Collection[Fact], words: Words, looking: When) -> tuple[Step, ...]:
    return tuple(step(visit, fact, words, looking) for fact in once(told))


def once(told: Collection[Fact]) -> Iterator[Fact]:
    """Without what another line says, as one answer given to several voices at once."""
    said: set[tuple[str | None, str]] = set()
    for fact in told:
        act = (fact.head.command, fact.head.name)
        if fact.head.name not in SILENT and act not in said:
            said.add(act)
            yield fact


def step(visit: Visit, fact: Fact, words: Words, looking: When) -> Step:
    """One fact as a line."""
    zone = visit.house.plate.zone
    happened, recorded = clock.day_of(fact.happened, zone), clock.day_of(fact.at, zone)
    return Step(
        when=time_words.short(happened, looking.day),
        what=_said(visit, fact, looking),
        words=words.of(_quoted(fact)),
        who=visit.names.of(words.of(by)) if (by := _sealed_by(fact)) else who(visit, fact.head.by),
        late=time_words.short(recorded, looking.day) if recorded != happened else "",
    )


def who(visit: Visit, by: By) -> str:
    """Whoever acted, as a name or as what they are."""
    named = {
        "voice": "the person who spoke",
        "clock": "the clock",
        "import": "the imported sheet",
        "policy": "by itself",
    }
    is_rule = by.kind == "policy"  # its id is its name among rules, and nobody's
    return visit.names.of(by.id) if by.id and not is_rule else named.get(by.kind, visit.house.plate.name)


def _said(visit: Visit, fact: Fact, looking: When) -> str:
    fields = {name: _value(visit, value, looking) for name, value in msgspec.structs.asdict(fact.event).items()}
    return phrases().events.get(fact.head.name, fact.head.name).format_map(fields)


def _value(visit: Visit, value: Any, looking: When) -> str:
    if value is None:
        return visit.house.plate.name
    if isinstance(value, tuple):
        return " and ".join(_value(visit, one, looking) for one in value)
    if not isinstance(value, str):
        return str(value)
    if value.startswith(_HOLDERS):
        return visit.names.of(value)
    if len(value) == 10 and value[4] == "-" == value[7]:
        return time_words.short(value, looking.day)
    if is_slug(value) and value in visit.names.units:
        return visit.names.unit(value)
    return value if any(letter.isdigit() for letter in value) else choice(value)


def _sealed_by(fact: Fact) -> Ref | None:
    return next((Ref(fact.seq, "by") for sealed in fact.head.sealed if sealed.part == "by"), None)


def _quoted(fact: Fact) -> Ref | None:
    parts = {sealed.part for sealed in fact.head.sealed}
    if fact.head.name in SAID_NOWHERE_ELSE:
        return Ref(fact.seq, "what")
    return next((Ref(fact.seq, part) for part in QUOTED if part in parts), None)
