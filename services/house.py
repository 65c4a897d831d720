"""One hospital, wired: what pages, API and terminal are handed. Made by `bootstrap`, asked by everybody else."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from services.attachments import Attachments
from services.ballot_box import BallotBox
from services.bookmark import Bookmark
from services.clerk.access import Access
from services.clerk.clerk import Clerk
from services.clerk.looks import Looks
from services.clerk.posts import Posts
from services.clerk.reception import Reception
from services.clerk.redactions import Redactions
from services.clerk.rights import Rights
from services.clerk.rungs import Rungs
from services.clerk.sealing import Door
from services.clerk.waiting_room import WaitingRoom
from services.intake import Intake
from services.ledger.contract import Ledger
from services.outbox import Mail, Outbox, Posting
from services.people import (
    Accounts,
    Calendars,
    Directory,
    Identities,
    Leavers,
    Preferences,
    SecondFactors,
    Sessions,
    Throttle,
    Tokens,
    UnitKeys,
)
from services.people.links import Links
from services.people.terms import settled
from services.policy_runner import PolicyRunner
from services.proof.checkpoint import origin_of
from services.proof.log import Leaves, ProofLog
from services.proof.policy import FILE as POLICY
from services.proof.policy import policy_of
from services.proof.stamps import DIRECTORY as STAMPS
from services.proof.stamps import Stamps
from services.proof.who_signs import Signs, signer_of
from services.reader.reader import Reader
from services.reader.store import ViewStore
from services.reader.views import Views
from services.roster import Draws
from services.search.following import Following
from services.vault import Vault
from workflows import lexicon
from workflows.kernel.moments import Day, Moment


class Plate(Struct, frozen=True):
    """What stands on a hospital's door: its slug (for ever), name, zone, whether it is the sample, and whether its ledger lies
    in PostgreSQL instead of a file beside the others."""

    slug: str
    name: str
    zone: str
    sample: bool = False
    shared: bool = False


class House:
    """One hospital's stores and people at work, around a ledger and the views of it. A context manager: closes what it
    opened; whoever opened ledger and views says with `ends_with` how they end."""

    def __init__(
        self,
        directory: Path,
        plate: Plate,
        ledger: Ledger,
        store: ViewStore,
        now: Callable[[], Moment],
        *,
        mail: Mail | None = None,
    ) -> None:
        self.directory = directory
        self._plate = plate
        self.now = now
        self.ledger = ledger
        self.vault = Vault(directory / "vault.sqlite")
        self.people = Directory(directory / "people.sqlite")
        self.attachments = Attachments(directory / "attachments.sqlite")
        self.intake = Intake(directory / "intake.sqlite", self.vault.secret("intake"))
        self.outbox = Outbox(directory / "outbox.sqlite", self.vault.secret("outbox"), mail, now)
        self.preferences = Preferences(self.people)
        self.posting = Posting(self.outbox, self.people.mail_of, self._quiet_until)
        self.sign_in = settled(directory)
        self.accounts = Accounts(self.people, self.sign_in.hashing)
        self.second_factors = SecondFactors(self.people, self.vault.secret("second factors"))
        self.identities = Identities(self.people)
        self.sessions = Sessions(self.people)
        self.links = Links(self.people)
        self.tokens = Tokens(self.people)
        self.calendars = Calendars(self.people)
        self.unit_keys = UnitKeys(self.people)
        self.throttle = Throttle(now)
        self.leavers = Leavers(self.people)
        self.clerk = Clerk(ledger, self.vault, zone=plate.zone, attachment=self.attachments.get, now=now)
        self.redactions = Redactions(ledger, self.clerk.mapper, self.clerk.memory)
        self.erasing = Lock()
        """Held while words are destroyed, while what waits moves into the ledger, and while a copy of the files is made."""
        self.waiting_room = WaitingRoom(self.clerk, self.intake)
        self.posts = Posts(self.clerk)
        self.rights = Rights(self.clerk, self.people, self.posts, self.waiting_room)
        self.looks = Looks(self.clerk, self.rights)
        self.reception = Reception(self.clerk, self.people, self.intake, self.rights, self.waiting_room)
        self.door = Door(ledger, self.vault, self.waiting_room.open, self.redactions.meant)
        self.reader = Reader(ledger, self.clerk.mapper, lexicon.NOUNS, store)
        self.views = Views(store)
        self.search = Following(
            ledger, self.clerk.mapper, self.door, lambda stream: self.rights.compartment(stream) == "open"
        )
        self.policies = PolicyRunner(
            self.clerk, Bookmark(directory / "policies.bookmark"), self.awake, Rungs(self.posts, self.people)
        )
        self._late = Lock()
        self._ballots: BallotBox | None = None
        self._draws: Draws | None = None
        self.stamps = Stamps(directory / STAMPS)
        self.signer: Signs | None = None
        """Whoever signs heads, where that is known; else it is found out when the first one is asked for."""
        self.leaves: Leaves = ledger.leaves
        """Of the proof log; from elsewhere where some facts are known by their leaves alone."""
        self._proof: ProofLog | None = None
        self._after = ExitStack()
        self._open = ExitStack()
        for ours in (self.vault, self.people, self.attachments, self.intake, self.outbox):
            self._open.callback(ours.close)

    @property
    def plate(self) -> Plate:
        """As it was put up, with the name the hospital has by its record."""
        known = self.clerk.memory.get("hospital").state
        named = getattr(known, "name", self._plate.name)
        return self._plate if named == self._plate.name else replace(self._plate, name=named)

    @property
    def shown_as(self) -> str:
        """How it calls itself at the head of its pages."""
        return self.clerk.settings.brand.shown_as or self.plate.name

    @property
    def access(self) -> Access:
        """Who may do what, today."""
        return self.clerk.settings.access

    def ends_with(self, end: Callable[[], None]) -> None:
        """Something else that is to end when the house closes, after everything the house opened itself."""
        self._after.callback(end)

    @property
    def ballots(self) -> BallotBox:
        """The ballot box; opened when it is first needed, for most hospitals ask nobody most of the time."""
        with self._late:
            if self._ballots is None:
                key = self.vault.secret("ballot box")
                self._ballots = BallotBox(self.directory / "ballots.sqlite", key)
                self._open.callback(self._ballots.close)
            return self._ballots

    @property
    def draws(self) -> Draws:
        """Who has drawn a card of a survey; opened when it is first needed, as the ballot box is."""
        with self._late:
            if self._draws is None:
                self._draws = Draws(self.directory / "draws.sqlite", self.vault.secret("draws"))
                self._open.callback(self._draws.close)
            return self._draws

    @property
    def proof(self) -> ProofLog:
        """The proof log, made when it is first needed; its signer keeps key and last head in a directory of its own."""
        with self._late:
            if self._proof is None:
                signer = self.signer or signer_of(self.directory, origin_of(self.plate.slug))
                policy = self.directory / POLICY
                known = policy_of(policy.read_text(encoding="utf-8")) if policy.is_file() else None
                self._proof = ProofLog(self.leaves, signer, known)
            return self._proof

    def close(self) -> None:
        with self._after:
            self._open.close()

    def _quiet_until(self, whom: str) -> Moment | None:
        """Until when somebody's quiet hours last, if they do now."""
        quiet = self.preferences.of(whom).quiet
        return quiet.over(self.now(), self.plate.zone) if quiet else None

    def awake(self, day: Day) -> list[str]:
        """The streams that time has come for, by views as fresh as can be: what they do not hold yet has its turn later."""
        self.reader.fresh(self.ledger.head()[0])
        with self.views.look() as look:
            return look.awake(day)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
