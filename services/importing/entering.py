"""One row of a sheet as the commands a person would have given, in order.

A row that is new needs one command, and one more for what its status says. Of a row that is known only what has changed
since it came first, and what neither the sheet nor anybody here has said yet, is given.
"""

from typing import get_args

from services.importing.entry import Entry
from services.importing.owners import Owners
from services.tracking_sheet.row import Row
from services.tracking_sheet.said import said
from services.tracking_sheet.spelling import issue_text, plain
from workflows.barrier import commands as barrier
from workflows.barrier.state import Offered
from workflows.concern import commands as concern
from workflows.concern.state import Answered, Ended, Owed
from workflows.issue import commands as issue
from workflows.issue.events import Listed
from workflows.issue.state import Closed, Declined, Resolved
from workflows.kernel.words import Category

SHEET = "As the sheet says: "
_CATEGORIES: dict[str, Category] = {name.replace("_", " "): name for name in get_args(Category)}


def enter(entry: Entry, owners: Owners) -> None:
    """Gives the row's commands. Conflict when one of them is refused."""
    row, opened = entry.row, entry.row.opened or entry.row.rounds
    same = concern.Note(unit=row.unit, what=issue_text(row.what), idea=row.idea)
    entry.begin(_note(row, owners), same, opened)
    if entry.was is not None:
        _put_right(entry, entry.was, owners, opened)
    match row.status:
        case "closed":
            _resolve(entry, opened)
        case "declined":
            _decline(entry, opened)
        case "waiting":
            _wait(entry, owners, opened)
        case "open" | "in_progress" | "unknown":
            pass
    if row.feedback.kind == "told" and row.status not in ("closed", "declined"):
        _tell(entry, row.feedback.day or opened, over=False)


def _note(row: Row, owners: Owners) -> concern.Note:
    return concern.Note(
        unit=row.unit,
        what=row.what,
        idea=row.idea,
        needs=row.resources,
        category=_CATEGORIES.get(plain(row.category)) if row.category else None,
        source="import",
        speaker="unknown",
        owner=owners.holder(row.owners[0]) if row.owners else None,
        due=row.due,
        rank=row.priority,
        sheet=_beside(row, owners),
    )


def _beside(row: Row, owners: Owners) -> str:
    """What else the row says, without a name in it."""
    return said(row, tuple(map(owners.holder, row.owners)), owners.holder(row.executive) if row.executive else None)


def _put_right(entry: Entry, was: Listed, owners: Owners, opened: str | None) -> None:
    """Another owner, day or place than when the row came first. An issue that is closed has none any more."""
    row = entry.row
    if isinstance(entry.issue, Closed):
        return
    if row.owners:
        name = row.owners[0]
        same_owner = was.owner is not None and owners.means(name, was.owner)
        if not same_owner or row.due not in (None, was.due):
            entry.to_issue(issue.Assign(owner=owners.holder(name), due=row.due), opened, f"{name}|{row.due}")
    if row.priority and row.priority != was.rank:
        entry.to_issue(issue.Prioritise(rank=row.priority), opened, str(row.priority))


def _resolve(entry: Entry, opened: str | None) -> None:
    """Resolved on the day the sheet says. Where it says that they were told: answered, ended *no reply* (never *heard*)
    and closed; where not, the answer is owed."""
    row = entry.row
    day = row.closed or opened
    told = row.feedback.kind == "told"
    if entry.known:
        if isinstance(entry.issue, Closed) and not entry.issue.declined:
            return
        _free(entry, day)
    at_once = told and row.feedback.day in (None, day)
    if not at_once and not (entry.known and isinstance(entry.issue, Resolved)):
        entry.to_issue(issue.Resolve(), day, row.closed or "")
    if told:
        entry.to_issue(issue.Settle(answer=_words(row), told="sheet"), row.feedback.day or day)


def _free(entry: Entry, day: str | None) -> None:
    """What the sheet says is over waits for nothing: a barrier that nobody here has taken on yet is gone."""
    for stream in entry.issue.matter.barriers:
        if isinstance(entry.state(stream), Offered):
            gone = barrier.ClaimRemoved(evidence=SHEET + (entry.row.status_note or entry.row.status))
            entry.give(gone, day, stream, stream)
            entry.give(barrier.Verify(), day, stream, stream)


def _decline(entry: Entry, opened: str | None) -> None:
    """Declined; the sheet gives no reason, so it is owed."""
    declined = entry.known and isinstance(entry.issue, Declined | Closed)
    if not declined:
        entry.to_issue(issue.Decline(), opened)
    elif isinstance(entry.issue, Closed):
        return
    if entry.row.feedback.kind == "told":
        _tell(entry, entry.row.feedback.day or entry.row.closed or opened, over=True)


def _wait(entry: Entry, owners: Owners, opened: str | None) -> None:
    """A barrier stands in the way, offered to the executive the sheet names."""
    row = entry.row
    if entry.known and isinstance(entry.issue, Closed):
        return
    holder = owners.holder(row.executive) if row.executive else None
    what = f"{row.what} – as the sheet says: {row.status_note or 'waiting'}"
    log = barrier.Log(unit=row.unit, what=what, issues=(entry.line,), holder=holder, due=row.due)
    entry.give(log, opened, value=row.status_note or "")


def _tell(entry: Entry, day: str | None, *, over: bool) -> None:
    """An answer, so far or (when it is `over`) the whole, and that it reached them; a known voice gets what it lacks."""
    if not entry.known or _owed(entry, over=over):
        answer = concern.Answer(answer=_words(entry.row), outcome="explained", final=over)
        entry.to_voice(answer, day, str(over))
    if not entry.known or isinstance(entry.voice, Owed | Answered):
        entry.to_voice(concern.Deliver(how="sheet"), day, str(over))
    if over and not (entry.known and isinstance(entry.voice, Ended)):
        entry.to_voice(concern.EndNoReply(), day)


def _owed(entry: Entry, *, over: bool) -> bool:
    """Whether the voice of a known row still waits for this answer."""
    state = entry.voice
    return isinstance(state, Owed) and (over or state.so_far is None)


def _words(row: Row) -> str:
    return SHEET + (row.feedback.how or "told")
