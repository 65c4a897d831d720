"""One row of a sheet as the commands a person would have given, in order, each with its retry key.

The key of a row is an HMAC of what does not change (unit, day opened, issue, occurrence); the key of a command adds its
verb and the value that would make it another step. So the same row again adds nothing, and a row that has moved on adds
only the missing steps.
"""

from uuid import UUID, uuid5

from services.clerk.asking import Asked, Circumstances
from services.clerk.bulk import Bulk
from services.importing.owners import Owners
from services.tracking_sheet.row import Row
from workflows.barrier import commands as barrier
from workflows.concern import commands as concern
from workflows.issue import commands as issue
from workflows.kernel.grammar import By, Command, Refused

SHEET = "As the sheet says: "
_BY = By("import", None, None)


class Conflict(Exception):
    """The row contradicts what was imported or done before; its text is the key of the refusal."""


class Entry:
    """One row on its way in. `root` is the hospital's name space for retry keys, `key` the row's key in hex, `start` the
    ledger's head when the import began: what lies before it was there already."""

    def __init__(self, row: Row, root: UUID, key: str, start: int, bulk: Bulk) -> None:
        self.row = row
        self.steps = 0
        """Commands that added something."""
        self.known = True
        """Whether the row was there before."""
        self._root = root
        self._key = key
        self._start = start
        self._bulk = bulk

    def give(self, command: Command, occurred: str | None, to: str | None = None, value: str = "") -> str:
        """The stream the command went to. Conflict when it is refused."""
        told = self._bulk.give(self._asked(command, occurred, to, value), fresh=not self.known)
        if isinstance(told, Refused):
            raise Conflict(told.key)
        self.steps += told.first > self._start
        return told.stream

    def begin(self, command: Command, occurred: str | None) -> str:
        """The first command of a row: when it is new, nothing that follows can have come before."""
        stream = self.give(command, occurred)
        self.known = self.steps == 0
        return stream

    def _asked(self, command: Command, occurred: str | None, to: str | None, value: str) -> Asked:
        retry = str(uuid5(self._root, f"import|{self._key}|{command.VERB}|{value}"))
        return Asked(command, to, retry, Circumstances(by=_BY, via="import", occurred=occurred))


def enter(entry: Entry, owners: Owners) -> None:
    """Gives the row's commands."""
    row, opened = entry.row, entry.row.opened or entry.row.rounds
    voice = entry.begin(_raise(row), opened)
    listed = entry.give(_list(row, voice), opened)
    _assign(entry, owners, listed, opened)
    _move_on(entry, owners, listed, opened)
    _tell(entry, voice, listed, opened)


def _raise(row: Row) -> concern.Raise:
    return concern.Raise(unit=row.unit, what=row.what, idea=row.idea, source="import", speaker="unknown")


def _list(row: Row, voice: str) -> issue.List:
    return issue.List(
        unit=row.unit,
        title=row.what,
        from_concern=voice,
        source="import",
        suggestion=row.idea,
        needs=row.resources,
    )


def _assign(entry: Entry, owners: Owners, listed: str, opened: str | None) -> None:
    row = entry.row
    if row.owners:
        holder = owners.holder(row.owners[0])
        entry.give(issue.Assign(owner=holder, due=row.due), opened, listed, f"{row.owners[0]}|{row.due}")
    if row.priority:
        entry.give(issue.Prioritise(rank=row.priority), opened, listed, str(row.priority))


def _move_on(entry: Entry, owners: Owners, listed: str, opened: str | None) -> None:
    """What the status says was done with the issue."""
    row = entry.row
    match row.status:
        case "closed":
            entry.give(issue.Resolve(), row.closed or opened, listed, row.closed or "")
        case "declined":
            entry.give(issue.Decline(), opened, listed)
        case "waiting":
            what = SHEET + (row.status_note or "waiting")
            holder = owners.holder(row.executive) if row.executive else None
            command = barrier.Log(unit=row.unit, what=what, issues=(listed,), holder=holder, due=row.due)
            entry.give(command, opened, value=row.status_note or "")
        case "open" | "in_progress" | "unknown":
            pass


def _tell(entry: Entry, voice: str, listed: str, opened: str | None) -> None:
    """What the sheet says of feedback: an answer delivered, ended *no reply* when the issue is over; never *heard*."""
    row = entry.row
    if row.feedback.kind != "told":
        return
    over = row.status in ("closed", "declined")
    day = row.feedback.day or row.closed or opened
    words = SHEET + (row.feedback.how or "told")
    answer = concern.Answer(answer=words, outcome="done" if row.status == "closed" else "explained", final=over)
    entry.give(answer, day, voice, str(over))
    entry.give(concern.Deliver(how="sheet"), day, voice, str(over))
    if over:
        entry.give(concern.EndNoReply(), day, voice)
    if row.status == "closed":
        entry.give(issue.Close(), day, listed)
