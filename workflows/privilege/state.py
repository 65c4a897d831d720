"""What is set apart, what was, and what is so from its first word."""

from msgspec import Struct

from workflows.kernel.grammar import Correction, Ref
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Nothing
from workflows.privilege.commands import Kind


class Designation(Struct, frozen=True, kw_only=True):
    """One thing set apart `since`, `by` whoever is sealed there; it is so no longer since `dropped`."""

    about: str
    since: Moment
    by: Ref | None
    reason: Ref | None
    through: str | None
    by_default: bool
    dropped: Moment | None = None
    why_dropped: Ref | None = None
    dropped_by: Ref | None = None
    corrections: tuple[Correction, ...] = ()


class Default(Struct, frozen=True, kw_only=True):
    """Voices of `kind` in `in_unit` (None: anywhere) are privileged from their first word."""

    kind: Kind
    in_unit: str | None
    reason: Ref
    since: Moment
    by: Ref | None

    def covers(self, kind: str, unit: str | None) -> bool:
        return self.kind == kind and self.in_unit in (None, unit)


class Register(Struct, frozen=True, kw_only=True):
    """Everything that was ever set apart, in order; `now` is what is so today."""

    now: frozenset[str] = frozenset()
    designations: tuple[Designation, ...] = ()
    defaults: tuple[Default, ...] = ()
    unit: str | None = None

    def by_default(self, kind: str, unit: str | None) -> bool:
        return any(one.covers(kind, unit) for one in self.defaults)


State = Nothing | Register


def register(state: State) -> Register:
    return Register() if isinstance(state, Nothing) else state
