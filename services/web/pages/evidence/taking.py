"""Evidence on its way out: a bundle that is made while whoever asked looks on. One per person at a time."""

import secrets
import sqlite3
import traceback
from collections.abc import Callable
from pathlib import Path
from threading import Lock, Thread
from typing import Literal

from services.clerk.access import Actor
from services.evidence.bundle import Beside, Bundled, write
from services.evidence.scope import Scope
from services.house import House
from services.ledger.contract import LedgerError
from services.proof.apart import Absent
from services.proof.signer import Contradicted
from services.web.owned import Owned

Stage = Literal["making", "made", "failed"]
BROKEN = (
    "The evidence was not made to its end, so there is no file. Ask for it again; whoever runs the machine finds why."
)


class Taking:
    """One bundle. `said` is how far it is, `done` what is in it, `sentence` why there is none."""

    def __init__(self, directory: Path, person: str, scope: Scope, title: str) -> None:
        self.id = secrets.token_urlsafe(12)
        self.person = person
        self.scope = scope
        self.title = title
        self.stage: Stage = "making"
        self.said = self.sentence = ""
        self.done: Bundled | None = None
        self.file = directory / f"{secrets.token_hex(16)}.zip"

    def begin(self, house: House, actor: Actor, beside: Beside) -> None:
        """In a thread of its own: the hospital goes on meanwhile."""
        Thread(target=self._run, args=(house, actor, beside), name=f"evidence {self.id}", daemon=True).start()

    def drop(self) -> None:
        self.file.unlink(missing_ok=True)

    def _run(self, house: House, actor: Actor, beside: Beside) -> None:
        try:
            self.done = write(self.file, house, actor, self.scope, self._say, beside=beside)
            self.file.chmod(0o600)
            self.stage = "made"
        except (Contradicted, Absent) as error:
            self.sentence, self.stage = str(error), "failed"
        except (LedgerError, sqlite3.DatabaseError, OSError):
            traceback.print_exc()
        finally:
            if self.stage == "making":
                self.sentence, self.stage = BROKEN, "failed"

    def _say(self, said: str) -> None:
        self.said = said


class Takings:
    """The bundles of one hospital that wait to be taken home. What a stopped process left behind is removed."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._directory = house.directory / "evidence"
        self._under_way: dict[str, Taking] = {}
        self._door = Lock()
        for left in self._directory.glob("*"):
            left.unlink(missing_ok=True)

    def begin(self, person: str, scope: Scope, title: str, actor: Actor, beside: Beside) -> Taking | None:
        """An earlier one of the same person is dropped; None while it is still being made."""
        self._directory.mkdir(mode=0o700, exist_ok=True)
        taking = Taking(self._directory, person, scope, title)
        with self._door:
            theirs = [one for one in self._under_way.values() if one.person == person]
            if any(one.stage == "making" for one in theirs):
                return None
            for other in theirs:
                other.drop()
                del self._under_way[other.id]
            self._under_way[taking.id] = taking
        taking.begin(self._house, actor, beside)
        return taking

    def of(self, person: str, is_it: Callable[[Taking], bool] = lambda _: True) -> Taking | None:
        """That of somebody, for them alone."""
        return next((one for one in self._under_way.values() if one.person == person and is_it(one)), None)


TAKINGS: Owned[Takings] = Owned("takings")
