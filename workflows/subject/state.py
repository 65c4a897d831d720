"""How far an erasure has come, and how it came there."""

from typing import assert_never, cast

from msgspec import Struct
from msgspec.structs import replace

from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Nothing
from workflows.subject.commands import (
    Basis,
)
from workflows.subject.events import Corrected, Erased, ErasureAsked, Forgotten, Happened, Redacted, Withdrawn


class Subject(Struct, frozen=True, kw_only=True):
    """`passage` is where the words of a redaction lay, `instead` where those lie that are read in their place; None where all
    of the record goes. `erased` are the positions of the records that it was done."""

    about: str | None
    basis: Basis | None
    approver: str | None
    by: str | None
    since: Moment
    passage: Ref | None = None
    instead: Ref | None = None
    reason: Ref | None = None
    erased: tuple[int, ...] = ()
    withdrawn: bool = False
    corrections: tuple[Correction, ...] = ()
    unit: str | None = None

    @property
    def waits(self) -> bool:
        return not (self.erased or self.withdrawn)


State = Nothing | Subject


def evolve(state: State, fact: Fact) -> State:
    event = cast(Happened, fact.event)
    match event:
        case ErasureAsked():
            return _begun(fact, about=event.about, basis=event.basis, approver=event.approver)
        case Forgotten():
            return _begun(fact, basis=event.basis, approver=event.approver, erased=(fact.seq,))
        case Redacted():
            places = {"passage": Ref(event.seq, event.part), "instead": Ref(fact.seq, "text")}
            return _begun(fact, about=event.about, reason=Ref(fact.seq, "reason"), **places)
        case _:
            return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _begun(fact: Fact, **said: object) -> Subject:
    known: dict[str, object] = {"about": None, "basis": None, "approver": None, **said}
    return Subject(by=fact.head.by.id, since=fact.happened, **known)  # type: ignore[arg-type]  # each event says its own


def _changed(state: Subject, event: Erased | Withdrawn | Corrected, fact: Fact) -> Subject:
    match event:
        case Erased():
            return replace(state, erased=(*state.erased, fact.seq))
        case Withdrawn():
            return replace(state, withdrawn=True)
        case Corrected(was=was, now=now):
            return replace(state, basis=now, corrections=(*state.corrections, Correction("basis", was, fact.happened)))
        case _:
            assert_never(event)
