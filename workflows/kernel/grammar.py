"""The grammar every noun speaks: commands are asked, events have happened, facts are events with a place in the ledger.

A command may be refused; an event never is. Both are frozen structs whose fields are stored in the order they are written
here, for ever: `NAME` and `V` are what the ledger keeps, so classes and modules may move. What is frozen all through holds no
cycles, so the collector of garbage is spared the look (`gc=False`), here and wherever thousands are made.
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct, field

from workflows.kernel.ids import SLUG
from workflows.kernel.moments import Day, Moment, moment_of
from workflows.kernel.roles import as_holder
from workflows.kernel.standards import Standards
from workflows.kernel.terms import Terms

Text = Annotated[str, Meta(max_length=8000, extra={"sealed": True})]
"""Words of a person. Clear in a command and in what `decide` returns; in a stored event the value is only the name of
its sealed part (which is the name of the field), the words lie encrypted beside the fact."""

OfSheet = Annotated[str, Meta(max_length=40_000, extra={"sealed": True, "import_only": True})]
"""What else the sheet says of an imported row, as JSON: words like any other, and nobody is asked for them."""

Holder = Annotated[str, Meta(pattern=r"^(person|role|party|unit)-[a-z0-9-]{1,60}$")]
"""Who can be given a ball: a person, a role, a committee or outside party (`party-…`), or a unit. Names are in the
directory. A voice holds one too, as `voice-` and the rest of its concern's id: nobody gives it that by name."""

Behalf = Annotated[str, Meta(pattern=r"^(person|role|party|unit|voice)-[a-z0-9-]{1,60}$")]
"""For whom a command can be given: a holder, or the voice itself."""

UnitSlug = Annotated[str, Meta(pattern=f"^{SLUG}$")]

ByKind = Literal["person", "voice", "link", "device", "clock", "policy", "import", "operator"]
Via = Literal["page", "api", "cli", "import", "offline", "clock"]
Compartment = Literal["open", "respect", "privileged"]


class Ref(Struct, frozen=True, gc=False):
    """Where words lie: part `part` of the fact at `seq`. States and rows hold references, never clear text."""

    seq: int
    part: str


class Correction(Struct, frozen=True, gc=False):
    """What was put right: the part or field `of`, where its old words lie or its old plain value, since when."""

    of: str
    was: Ref | str | None
    at: Moment


class Command(Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """What somebody asks for. `VERB` is `<noun>.<imperative>`; `CREATES` names the nouns whose ids are minted for it, the
    first being the one the answer points to. Said again it does nothing or is refused, unless it is `REPEATABLE`. `ALONG` is
    the field naming what it waits along with, where that has not entered yet."""

    VERB: ClassVar[str]
    CREATES: ClassVar[tuple[str, ...]] = ()
    REPEATABLE: ClassVar[bool] = False
    ALONG: ClassVar[str | None] = None

    def stream(self) -> str | None:
        """The stream a creating command names itself (units are slugs); `None` where ids are minted or given."""
        return None


class Event(Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """What happened. `NAME` is `<noun>.<past tense>`, `V` the version of the body's shape. `INTO` is the compartment into
    which it puts what it is `about`."""

    NAME: ClassVar[str]
    V: ClassVar[int] = 1
    INTO: ClassVar[Compartment | None] = None


class By(Struct, frozen=True, gc=False):
    """Who acted, in which capacity *then*. A voice has no id."""

    kind: ByKind
    id: str | None = None
    capacity: str | None = field(default=None, name="as")


class SealedPart(Struct, frozen=True, gc=False):
    """One sealed text of a fact: `commit` = SHA-256(0x02 ‖ salt32 ‖ cipher)."""

    part: str
    key: str
    commit: bytes


class Header(Struct, frozen=True, gc=False, kw_only=True):
    """What is known of every fact without knowing its body. Field order is the stored order."""

    stream: str
    version: int
    name: str
    v: int
    command: str | None = None
    cause: int | None = None
    rule: str | None = None
    by: By
    behalf: str | None = None
    via: Via
    occurred: str | None = None
    compartment: Compartment = "open"
    terms: int | None = None
    speaks_of: tuple[str, ...] = ()
    sealed: tuple[SealedPart, ...] = ()
    salt: bytes


class Fact(Struct, frozen=True, gc=False):
    """An event in its place: `seq` in the hospital's log, `unit_seq` in its unit's, `at` the recorded moment (µs UTC)."""

    seq: int
    unit: str | None
    unit_seq: int | None
    at: Moment
    head: Header
    event: Event

    @property
    def stream(self) -> str:
        return self.head.stream

    @property
    def happened(self) -> Moment:
        """When it took place: what the header says, else when it was recorded."""
        return self.at if self.head.occurred is None else moment_of(self.head.occurred)


class Act(Struct, frozen=True, gc=False, kw_only=True):
    """The circumstances of one command: who, as what, when (recorded and happened), under which terms."""

    by: By
    at: Moment
    day: Day
    """The day it happened, in the hospital's zone: clocks are started from it."""
    terms: Terms
    standards: Standards = Standards()
    """What is attested here, as the hospital adopted it."""
    via: Via = "page"
    roles: frozenset[str] = frozenset()
    """Roles the actor holds where the command acts (unit and hospital)."""
    occurred: str | None = None
    behalf: str | None = None

    @property
    def happened(self) -> Moment:
        return self.at if self.occurred is None else moment_of(self.occurred)

    @property
    def imported(self) -> bool:
        """Whether it is taken from a sheet, which may say what otherwise the clock alone may."""
        return self.via == "import" and self.by.kind == "import"

    @property
    def of_the_clock(self) -> bool:
        return self.by.kind == "clock"

    @property
    def of_the_voice(self) -> bool:
        """Whether the one who raised it speaks."""
        return self.by.kind == "voice"

    def speaks_for(self, voice: str) -> bool:
        """Whether this voice speaks, or somebody who says to speak for it and no other (`behalf`: by phone, on paper)."""
        return self.of_the_voice or (self.behalf == voice and not self.imported)

    def holds(self, holder: str) -> bool:
        """Whether the actor may answer for `holder`: is it, has the role, or acts on its behalf. Committees, parties and
        units have nobody of their own here, so any leader speaks for them."""
        mine = {self.by.id, self.behalf, *map(as_holder, self.roles)}
        return holder in mine or holder.startswith(("party-", "unit-")) or self.by.kind in ("import", "operator")


class Refused(Struct, frozen=True):
    """Why not: a key of the sentence catalogue and what the sentence needs."""

    key: str
    fields: Mapping[str, str | int] = {}


def refused(key: str, **fields: str | int) -> Refused:
    return Refused(key, fields)
