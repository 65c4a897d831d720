"""One row on its way in: its retry keys, the streams it stands on, and what it has added so far.

The key of a row is an HMAC of what does not change (unit, day opened, issue, occurrence); the key of a command adds its
verb and the value that would make it another step. So the same row again adds nothing, and a row that has moved on adds
only the missing steps.
"""

import hmac
from typing import Any
from uuid import NAMESPACE_DNS, UUID, uuid5

from msgspec import Struct, json

from services.clerk.asking import Asked, Circumstances, Told
from services.clerk.bulk import Bulk
from services.house import House
from services.tracking_sheet import keys
from services.tracking_sheet.row import Held, Row
from workflows.concern.commands import Note
from workflows.issue.events import Listed
from workflows.kernel.grammar import By, Command, Refused
from workflows.kernel.ids import spell

_BY = By("import", None, None)


class Conflict(Exception):
    """The row contradicts what was imported or done before; its text is the key of the refusal."""


class RowKeys:
    """What the rows of one hospital are known by, as long as it lives. `root` is its name space for retry keys."""

    def __init__(self, house: House) -> None:
        self.root = uuid5(NAMESPACE_DNS, f"heard/{house.plate.slug}")
        self._keyed = hmac.new(house.vault.secret("imported rows"), digestmod="sha256")

    def of(self, row: Row) -> str:
        """The row's key, in hex."""
        return self._digest(keys.key(row)).hex()

    def of_held(self, held: Held) -> str:
        """The id under which a row waits for its decision: the same for the same cells."""
        return spell("held", int.from_bytes(self._digest(json.encode(held.cells))[:16]))

    def _digest(self, said: bytes) -> bytes:
        """Copied from one begun before: `hmac.digest` hands on the interpreter's lock, and waits for it."""
        digest = self._keyed.copy()
        digest.update(said)
        return digest.digest()


class Start(Struct, frozen=True):
    """The ledger when the import began: its head, and whether nobody had raised anything yet. `again` when the rows are
    gone through once more because somebody was faster: then any step may have been stored already."""

    head: int
    blank: bool
    again: bool = False


class Entry:
    """`root` is the hospital's name space for retry keys, `key` the row's key in hex, `start` how the ledger
    stood when the import began: what lies before its head was there already."""

    def __init__(self, row: Row, root: UUID, key: str, start: Start, bulk: Bulk) -> None:
        self.row = row
        self.steps = 0
        """Commands that added something."""
        self.was: Listed | None = None
        """How the row was listed when it came first; None while it is new."""
        self._root = root
        self._key = key
        self._start = start
        self._bulk = bulk
        self._voice = self._line = ""

    @property
    def known(self) -> bool:
        """Whether the row was there before."""
        return self.was is not None

    def begin(self, note: Note, same: Note, occurred: str | None) -> None:
        """The first command of a row; `same` is the part of it that makes it this row. When it is new, nothing that
        follows can have come before."""
        told = self._give(self._asked(note, occurred, None, "", same), fresh=self._start.blank)
        self._voice = told.stream
        if told.first <= self._start.head:
            facts = self._bulk.facts(told)
            self._line, self.was = next((fact.stream, fact.event) for fact in facts if isinstance(fact.event, Listed))

    @property
    def line(self) -> str:
        """The issue it stands on."""
        if not self._line:
            self._line = self.voice.voice.issue
        return self._line

    @property
    def voice(self) -> Any:
        """The state of its voice."""
        return self._bulk.state(self._voice)

    @property
    def issue(self) -> Any:
        """The state of its issue."""
        return self._bulk.state(self.line)

    def state(self, stream: str) -> Any:
        return self._bulk.state(stream)

    def to_voice(self, command: Command, occurred: str | None, value: str = "") -> None:
        self.give(command, occurred, self._voice, value)

    def to_issue(self, command: Command, occurred: str | None, value: str = "") -> None:
        self.give(command, occurred, self.line, value)

    def give(self, command: Command, occurred: str | None, to: str | None = None, value: str = "") -> None:
        """A step of the row; given before, it adds nothing. Conflict when it is refused."""
        self._give(self._asked(command, occurred, to, value, None), fresh=not (self.known or self._start.again))

    def _give(self, asked: Asked, *, fresh: bool) -> Told:
        told = self._bulk.give(asked, fresh=fresh)
        if isinstance(told, Refused):
            raise Conflict(told.key)
        self.steps += told.first > self._start.head
        return told

    def _asked(self, command: Command, occurred: str | None, to: str | None, value: str, same: Command | None) -> Asked:
        retry = str(uuid5(self._root, f"import|{self._key}|{command.VERB}|{value}"))
        return Asked(command, to, retry, Circumstances(by=_BY, via="import", occurred=occurred), same=same)
