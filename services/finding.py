"""Who finds what: records that hold the words asked for, as far as somebody may read them, each opened before it counts.

What was asked is written nowhere. What is privileged is in no index: its readers have it looked through record by record, and
that they did is on record before they see anything of it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from msgspec import Struct

from projections.answers import VoiceRow
from projections.barriers import BarrierRow
from projections.decisions import DecisionRow
from projections.learnings import LearningRow
from projections.lives import Row, Stint
from projections.promises import PromiseRow
from projections.tracking_log import IssueRow
from services.clerk import meanwhile
from services.clerk.access import Actor
from services.clerk.opening import Opening
from services.house import House
from services.reader.views import Look
from services.search.folding import Term, holds
from workflows.kernel.grammar import Ref
from workflows.kernel.ids import noun_of
from workflows.trail import Note

SHOWN = 20
"""Hits on a page."""
AT_ONCE = 2 * SHOWN
"""Records that are opened together."""
TRIED = 1_000
"""Records somebody is asked rights for in one search; after that it stops and says so."""


class Hit(Struct, frozen=True, kw_only=True):
    """`texts` are its words as they stand, its title first."""

    stream: str
    unit: str | None
    texts: tuple[str, ...]


class Found(Struct, frozen=True, kw_only=True):
    """What came last first. Where there is more to look through, it goes on `before` a number of the index."""

    hits: tuple[Hit, ...] = ()
    before: int | None = None


class Finder(Struct, frozen=True, kw_only=True):
    """One search by one person; `look` is the hospital today, as they may look at it."""

    house: House
    actor: Actor
    opening: Opening
    look: Look

    def find(self, asked: Sequence[Term], before: int | None = None) -> Found:
        """Everywhere but where what is restricted stands."""
        if not asked:
            return Found()
        waiting = self._waiting(asked) if before is None else ()
        candidates, hits, tried, last = self._candidates(asked, before), list[tuple[int, Hit]](), 0, before
        while len(hits) <= SHOWN and tried < TRIED and (some := list(islice(candidates, AT_ONCE))):
            tried, last = tried + len(some), some[-1][0]
            numbers = {stream: number for number, stream in some if self._finds(stream)}
            hits += [(numbers[hit.stream], hit) for hit in self._holding(asked, numbers)]
        shown = tuple(hit for _, hit in hits[:SHOWN])
        if len(hits) > SHOWN:
            last = hits[SHOWN - 1][0]
        elif next(candidates, None) is None:
            last = None
        return Found(hits=(*waiting, *shown), before=last)

    def find_privileged(self, asked: Sequence[Term]) -> Found:
        """What is set apart, for its readers; nothing for anybody else."""
        if not asked or not self.house.rights.may(self.actor, "read.privileged", None):
            return Found()
        self.house.looks.note(self.actor, Note(how="searched", what="privileged"))
        apart = [one for one in self.house.clerk.privileged() if self.house.rights.sees(self.actor, one)]
        return Found(hits=tuple(self._holding(asked, sorted(apart, reverse=True))))

    def _candidates(self, asked: Sequence[Term], before: int | None) -> Iterator[tuple[int, str]]:
        """Those that stand where the reader reads, belong to no unit, or are theirs wherever they stand; by number."""
        units, theirs = self._units(), self._theirs()
        for number, stream, unit in self.house.search.find(asked, before):
            if unit is None or unit in units or stream in theirs or noun_of(stream) == "learning":
                yield number, stream

    def _units(self) -> frozenset[str]:
        slugs = (one.removeprefix("unit-") for one in self.house.ledger.streams("unit"))
        return frozenset(one for one in slugs if self.house.rights.may(self.actor, "read.issue", one))

    def _theirs(self) -> frozenset[str]:
        """What they said, and what lies with them by name."""
        if self.actor.id is None:
            return frozenset()
        said = self.house.people.voices_of(self.actor.id)
        return frozenset((*said, *(one.held.stream for one in self.look.desk((self.actor.id,)))))

    def _finds(self, stream: str) -> bool:
        """Whether it is there for them today and its page opens: a lesson with a board, all else where issues are read."""
        rights = self.house.rights
        if rights.compartment(stream) != "open" or not rights.sees(self.actor, stream):
            return False
        if rights.is_own(self.actor, stream):
            return rights.may(self.actor, "read.own", None)
        unit = self.house.waiting_room.state_of(stream).unit
        return noun_of(stream) == "learning" or rights.may(self.actor, "read.issue", unit, stream)

    def _holding(self, asked: Sequence[Term], streams: Collection[str]) -> Iterator[Hit]:
        """Those whose words, as they are read today, have every word that is asked for."""
        rows = self.look.about(streams)
        words = self.house.door.open([ref for one in rows.values() for ref in face(one.row)], self.opening)
        for stream in streams:
            if stream in rows and (hit := _hit(rows[stream], words, asked)):
                yield hit

    def _waiting(self, asked: Sequence[Term]) -> Iterator[Hit]:
        """Voices that wait to enter the record: nobody needs to wait to find them."""
        items = (one for one in self.house.rights.waiting(self.actor) if one.begins and self._finds(one.id))
        for item in items:
            row = meanwhile.voice(item)
            if row and self.opening(item.id) and (hit := _hit(row, item.words, asked)):
                yield hit


def _hit(stint: Stint[Row], words: Mapping[Ref, str], asked: Sequence[Term]) -> Hit | None:
    texts = tuple(words[ref] for ref in face(stint.row) if ref in words)
    unit = getattr(stint.row, "unit", "") or None
    return Hit(stream=stint.stream, unit=unit, texts=texts) if holds(asked, texts) else None


def face(row: Row) -> tuple[Ref, ...]:
    """What the page of a record says to whoever may open it, its title first; neither old words nor what few read."""
    return tuple(ref for ref in _face(row) if ref is not None)


def _face(row: Row) -> tuple[Ref | None, ...]:
    match row:
        case IssueRow(matter=matter, evidence=evidence, reason=reason):
            return (matter.title, matter.suggestion, matter.needs, matter.plan, evidence, reason)
        case VoiceRow(voice=voice, answer=answer):
            return (voice.what, voice.idea, *((answer.text, answer.reason) if answer else ()))
        case BarrierRow(obstacle=obstacle, evidence=evidence, reason=reason):
            return (obstacle.what, evidence, reason)
        case PromiseRow(pledge=pledge):
            return (pledge.what, *((pledge.said.words, pledge.said.instead) if pledge.said else ()))
        case DecisionRow(proposal=proposal, ruling=ruling):
            return (proposal.what, ruling.reason if ruling else None)
        case LearningRow(lesson=lesson):
            return (lesson.what, lesson.how, lesson.lesson, *(step.what for step in lesson.steps))
        case _:
            return ()
