"""How things came to be set apart, and in the open again."""

from typing import assert_never, cast

from msgspec.structs import replace

from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.privilege.events import Corrected, DefaultAdopted, DefaultEnded, Designated, DroppedOut, Happened
from workflows.privilege.state import Default, Designation, Register, State, register


def evolve(state: State, fact: Fact) -> State:
    known, event = register(state), cast(Happened, fact.event)
    match event:
        case Designated():
            designation = _designation(event, fact)
            return replace(known, now=known.now | {event.about}, designations=(*known.designations, designation))
        case DroppedOut(about=about):
            dropped = {"dropped": fact.happened, "why_dropped": Ref(fact.seq, "reason"), "dropped_by": _by(fact)}
            return replace(_changed(known, about, **dropped), now=known.now - {about})
        case DefaultAdopted(kind=kind, in_unit=unit):
            default = Default(
                kind=kind, in_unit=unit, reason=Ref(fact.seq, "reason"), since=fact.happened, by=_by(fact)
            )
            return replace(known, defaults=(*known.defaults, default))
        case DefaultEnded(kind=kind, in_unit=unit):
            kept = tuple(one for one in known.defaults if (one.kind, one.in_unit) != (kind, unit))
            return replace(known, defaults=kept)
        case Corrected(about=about):
            was = next(one for one in known.designations if one.about == about and one.dropped is None)
            correction = Correction("reason", was.reason, fact.happened)
            return _changed(known, about, reason=Ref(fact.seq, "text"), corrections=(*was.corrections, correction))
        case _:
            assert_never(event)


def _designation(event: Designated, fact: Fact) -> Designation:
    return Designation(
        about=event.about,
        since=fact.happened,
        by=_by(fact),
        reason=None if event.reason is None else Ref(fact.seq, "reason"),
        through=event.through,
        by_default=event.by_default,
    )


def _by(fact: Fact) -> Ref | None:
    """Where it lies who acted."""
    return next((Ref(fact.seq, "by") for part in fact.head.sealed if part.part == "by"), None)


def _changed(known: Register, about: str, **changes: object) -> Register:
    """The designation in force, changed."""
    changed = tuple(
        replace(one, **changes) if one.about == about and one.dropped is None else one for one in known.designations
    )
    return replace(known, designations=changed)
