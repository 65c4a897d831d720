"""Errands as they travel between processes: one tagged struct each, JSON through the hatch."""

from collections.abc import Callable
from typing import Any, Literal

from msgspec import Struct

from services.starting.plan import Plan
from services.tracking_sheet.row import Order
from workflows.subject.commands import Basis

Say = Callable[[str], None]
"""Hears one line about how a long errand goes."""

Every = Literal["day", "week", "month"]
Document = Literal["terms", "standards", "rounds", "team", "figures", "calendar", "brand", "rights"]
"""The documents of the set-up."""

Question = Literal["board", "timeline", "desk", "lessons"]


class Ask(Struct, frozen=True, kw_only=True, tag="ask"):
    """A command: `verb` as stored (`concern.raise`), its fields as typed at the terminal, and the id that makes it safe to
    ask twice. `to` is a stream, `#` and an issue's number, or None where the command begins something."""

    verb: str
    fields: dict[str, Any]
    id: str
    to: str | None = None
    occurred: str | None = None
    behalf: str | None = None


class Look(Struct, frozen=True, kw_only=True, tag="look"):
    """A question to the views: about a unit, an issue or a person; as known at `as_of` (a position or a day), as it was
    on the day `on`."""

    question: Question
    about: str
    as_of: str | None = None
    on: str | None = None


class Replay(Struct, frozen=True, kw_only=True, tag="replay"):
    """A unit at the end of the day `at` (None: the last one), by what is known up to `as_of` (a position or a day); with `play`
    its days from then on, or from its first, a line for each day, week or month."""

    unit: str
    at: str | None = None
    as_of: str | None = None
    play: Every | None = None


class Begin(Struct, frozen=True, tag="begin"):
    """Opens the hospital, its units and its people, as far as they are not there yet."""

    plan: Plan


class ImportLog(Struct, frozen=True, kw_only=True, tag="import"):
    """Brings in the tracking log in `file`; what must be put right goes to the file `rejects`, None for nowhere (both whole
    paths). `units` are pairs of what the sheet says and the unit that is meant; `dry` decides everything and stores nothing."""

    file: str
    rejects: str | None = None
    map: dict[str, Any] | None = None
    dates: Order | None = None
    units: tuple[tuple[str, str], ...] = ()
    dry: bool = False


class ImportNumbers(Struct, frozen=True, tag="numbers"):
    """Brings back the numbers of the event system in `file`; rows to put right go to the file `rejects` (whole paths)."""

    file: str
    rejects: str


class ImportMeasure(Struct, frozen=True, kw_only=True, tag="measure"):
    """Values of a measure from `file`; rows to put right go to the file `rejects` (whole paths). `measure` is its id, or what
    it is called in that `unit` (None: in any, or of the hospital)."""

    file: str
    rejects: str
    measure: str
    unit: str | None = None


class ImportSurvey(Struct, frozen=True, kw_only=True, tag="past survey"):
    """Brings in past surveys of an instrument in `file`; rows to put right go to the file `rejects`, None for nowhere (whole
    paths). `units` are pairs of what the sheet says and the unit that is meant; `dry` judges everything and enters nothing."""

    file: str
    instrument: str
    rejects: str | None = None
    units: tuple[tuple[str, str], ...] = ()
    dry: bool = False


class ImportMeasures(Struct, frozen=True, kw_only=True, tag="measures"):
    """Values of several measures and units from `file`; rows to put right go to the file `rejects`, None for nowhere (whole
    paths). `dry` decides everything and stores nothing."""

    file: str
    rejects: str | None
    dry: bool = False


class ExportLog(Struct, frozen=True, tag="export"):
    """Gives the tracking log of a unit, or (None) of every unit, back as a sheet: into the file `to` (a whole path)."""

    unit: str | None
    to: str


class ExportTimeline(Struct, frozen=True, tag="course"):
    """What happened in a unit, for programs that mine processes, into the file `to` (a whole path)."""

    unit: str
    form: Literal["ocel", "csv"]
    to: str


class ExportFigures(Struct, frozen=True, tag="figures"):
    """What this hospital hands on to stand among others, into the file `to` (a whole path): counts, and no word."""

    to: str


class ExportTemplate(Struct, frozen=True, tag="template"):
    """How this hospital is set up, into the file `to` (a whole path): for another one to begin with."""

    to: str


class ExportEvidence(Struct, frozen=True, kw_only=True, tag="evidence"):
    """A bundle that an outsider can check, into the file `to` (a whole path): of one unit, of the issue of a number, of another
    `record` (a voice, a barrier, a promise) by its id, or of the whole hospital where none is named; of unit or hospital from
    the day `first` to the day `last`, if they are."""

    to: str
    unit: str | None = None
    issue: int | None = None
    record: str | None = None
    first: str | None = None
    last: str | None = None


class ExportPaper(Struct, frozen=True, kw_only=True, tag="paper"):
    """A PDF into the file `to` (a whole path): what goes to the board, or the month of a `unit` or (None) of all of them; as it
    was `on` a day."""

    what: Literal["board_pack", "month"]
    to: str
    unit: str | None = None
    on: str | None = None


class ExportBinder(Struct, frozen=True, kw_only=True, tag="binder"):
    """A register with all that shows it into the file `to` (a whole path), as it stood `on` a day."""

    register: str
    to: str
    on: str | None = None


class ShowSetting(Struct, frozen=True, tag="setting"):
    """A document of the set-up as it is in force, or (`came`) as it came with Heard."""

    name: Document
    came: bool = False


class AdoptDocument(Struct, frozen=True, tag="adopt"):
    """The document in `file` (a whole path) is in force from now on; `reason` stands in its history, where it has one."""

    name: Document
    file: str
    reason: str


class PublishInstrument(Struct, frozen=True, tag="instrument"):
    """Publishes the instrument in `file` (a whole path) as the hospital's own; `words`: it is a CSV of words for the structure
    of that name."""

    file: str
    words: str | None = None


class Shelf(Struct, frozen=True, tag="shelf"):
    """What can be asked here; or the document of the instrument `of` that name."""

    of: str | None = None


class ExportSurvey(Struct, frozen=True, tag="survey"):
    """What a counted campaign found, as a zip into the file `to` (a whole path)."""

    campaign: str
    to: str


class Head(Struct, frozen=True, tag="head"):
    """The signed head of the ledger, and the key that whoever checks it is given."""


class Recompute(Struct, frozen=True, tag="recompute"):
    """Figures that were printed are found again by the `reference` under them."""

    reference: str


class Tick(Struct, frozen=True, tag="tick"):
    """Lets everything happen that is due by now."""


class Rebuild(Struct, frozen=True, tag="rebuild"):
    """Makes the views anew from the ledger, beside those in use, and compares."""


class Password(Struct, frozen=True, tag="password"):
    """A new password for `person`, who has lost theirs; with `phone`, the second step is set up anew as well. `shut`: no
    password at all, every way in is closed."""

    person: str
    phone: bool = False
    shut: bool = False


class Leave(Struct, frozen=True, kw_only=True, tag="leave"):
    """`person` leaves: what lies with them by name goes to `to`, one by one, for this `reason`; then their roles end and
    their account closes. Without `to` nothing may lie with them. `id` makes it safe to ask twice."""

    person: str
    id: str
    to: str | None = None
    reason: str = ""


class Erasure(Struct, frozen=True, kw_only=True, tag="erasure"):
    """Everything about `subject` (the id of a record, or a person) is to be erased, on this basis, approved by that person;
    `entry`: a person's name and sign-in too."""

    subject: str
    basis: Basis
    approver: str
    entry: bool = False


class Backup(Struct, frozen=True, tag="backup"):
    """A copy of every file that does not regrow, under today's date in the directory `to` (a whole path)."""

    to: str


class Pulse(Struct, frozen=True, tag="pulse"):
    """How the serving process is: how far ledger and views are, and why the reader stands still if it does."""


class Verified(Struct, frozen=True, tag="verified"):
    """The ledger was held against its leaves; that is to stand in the read log."""


class Post(Struct, frozen=True, tag="post"):
    """What mail waits and what could not be sent; or what could not be sent is tried again, or forgotten."""

    then: Literal["again", "forget"] | None = None


Errand = (
    Ask
    | Look
    | Replay
    | Begin
    | ImportLog
    | ImportNumbers
    | ImportMeasure
    | ImportMeasures
    | ImportSurvey
    | ExportLog
    | ExportTimeline
    | ExportEvidence
    | ExportTemplate
    | ExportFigures
    | ExportSurvey
    | ExportPaper
    | ExportBinder
    | ShowSetting
    | AdoptDocument
    | PublishInstrument
    | Shelf
    | Head
    | Recompute
    | Tick
    | Rebuild
    | Password
    | Leave
    | Erasure
    | Backup
    | Pulse
    | Verified
    | Post
)


class Answer(Struct, frozen=True):
    """`said` for people, a sentence or a line each; `found` the same for machines. `status` as the terminal exits with it: 1
    where it could not be done, 2 where it was not said rightly; `said` then says why."""

    said: tuple[str, ...] = ()
    found: Any = None
    status: Literal[0, 1, 2] = 0
