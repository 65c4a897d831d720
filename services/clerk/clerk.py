"""One command from asking to answer: decide over what is known, seal, append, learn what was written.

Who may ask was settled before (`access`); here only the rules of the house decide. A store that says a stream has moved on
makes the clerk read again and decide again; it never sends an old decision twice.
"""

import hmac
import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from uuid import UUID

import msgspec
from msgspec import Struct

from services import clock, dice
from services.clerk.asking import Asked, Circumstances, Told
from services.clerk.drafting import Draughtsman, Writing, Written
from services.clerk.instruments import Instruments
from services.clerk.memory import BLANK, Known, Memory
from services.clerk.settings import Settings
from services.clerk.terms import InForce
from services.ledger.contract import Appended, Commit, Done, Ledger, LedgerError, Placed, Reused
from services.ledger.mapper import FactMapper
from services.vault import Vault
from workflows import lexicon
from workflows.hospital.commands import AdoptSetting, AdoptStandards, AdoptTerms, PublishInstrument
from workflows.kernel.grammar import Act, Command, Compartment, Fact, Refused, refused
from workflows.kernel.ids import noun_of, spell
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Case, Writes
from workflows.kernel.standards import Standards
from workflows.kernel.terms import Terms
from workflows.privilege.commands import STREAM
from workflows.privilege.state import register

ATTEMPTS = 10
BY_HAND = frozenset({"page", "api", "cli"})
_encode = msgspec.json.Encoder().encode


class Decided(Struct, frozen=True):
    """A decision ready for the store, with what was known when it was made."""

    stream: str
    commit: Commit
    written: tuple[Written, ...]
    known: Mapping[str, Known]

    def facts(self, first: int) -> Iterator[Fact]:
        """What it will have written if it is stored from position `first` on."""
        return (written.fact(Placed(first + n, None, self.commit.at)) for n, written in enumerate(self.written))


class Clerk:
    """One hospital's clerk. Thread-safe. `now` is scripted only by generators and tests."""

    def __init__(
        self,
        ledger: Ledger,
        vault: Vault,
        *,
        zone: str,
        attachment: Callable[[str], bytes | None],
        now: Callable[[], Moment] = clock.now,
    ) -> None:
        self.ledger = ledger
        self.zone = zone
        self.now = now
        self.mapper = FactMapper(lexicon.EVENT_TYPES, lexicon.STEPS)
        self.memory = Memory(ledger, self.mapper, lexicon.NOUNS)
        self.terms = InForce("terms", Terms, self.memory, attachment)
        self.standards = InForce("standards", Standards, self.memory, attachment)
        self.settings = Settings(self.memory, attachment)
        self.instruments = Instruments(attachment)
        self._draughtsman = Draughtsman(ledger.hospital, vault, self.mapper, self.compartment)
        self._digest = hmac.new(vault.secret("command digests"), digestmod="sha256")
        self._once = hmac.new(vault.secret("said once"), digestmod="sha256")

    def give(self, asked: Asked, before: Callable[[str], object] | None = None) -> Told | Refused:
        """Carries the command out once, however often it is asked. Unavailable and OutcomeUnknown pass through: ask again
        with the same id. `before` is told the stream before anybody can find it: what must stand by then is put up there."""
        digest = self.digest(asked)
        for attempt in range(ATTEMPTS):
            decided = self.decide(asked, digest)
            if not isinstance(decided, Decided):
                return self.said_before(asked, digest) or decided
            if before is not None:
                before(decided.stream)
            (answer,) = self.ledger.append([decided.commit])
            if isinstance(answer, Appended):
                self.learn(decided, answer)
                return Told(decided.stream, answer.first, answer.last)
            if isinstance(answer, Done):
                return self._told(answer)
            if isinstance(answer, Reused):
                return refused("command.reused")
            self.memory.forget(decided.known)
            time.sleep(secrets.randbelow(2_000) * attempt / 1e6)
        raise LedgerError("Too many people are changing this at the same time; nothing was stored. Try again.")

    def decide(self, asked: Asked, digest: bytes, memory: Memory | None = None) -> Decided | Told | Refused:
        """The decision alone: what would be written, `Told(…, 0, 0)` when nothing needs to be, or why not. `memory` may
        run ahead of the ledger (see `bulk`)."""
        if misaddressed(type(asked.command), asked.to):
            return refused("unknown", what=asked.command.VERB.partition(".")[0])
        if not self._is_here(asked.command):
            return refused("document.unknown")
        case, known = self._case(asked, memory or self.memory)
        if moved_on(asked, known):  # or our memory lags behind another process: look again before saying so
            self.memory.forget(known)
            case, known = self._case(asked, memory or self.memory)
            if moved_on(asked, known):
                return refused("stale")
        act = self._act(asked.circumstances)
        outcome = lexicon.rule_for(asked.command).decide(asked.command, case, act)
        if isinstance(outcome, Refused):
            return outcome
        if not outcome:
            return Told(case.stream, 0, 0)
        writing = Writing(asked, act, outcome, self.terms.now()[0])
        return self._decided(asked, digest, case, known, writing)

    def _is_here(self, command: Command) -> bool:
        """Whether the document that is to be adopted can be; True where none is."""
        match command:
            case AdoptTerms(digest=digest):
                return self.terms.knows(digest)
            case AdoptStandards(digest=digest):
                return self.standards.knows(digest)
            case AdoptSetting(setting=setting, digest=digest):
                return self.settings.documents[setting].knows(digest)
            case PublishInstrument():
                return self.instruments.knows(command)
            case _:
                return True

    def privileged(self) -> frozenset[str]:
        """What is set apart as privileged today."""
        return register(self.memory.get(STREAM).state).now

    def compartment(self, stream: str) -> Compartment:
        """Where a stream is today: a designation outranks where it was entered."""
        return "privileged" if stream in self.privileged() else lexicon.compartment_of(stream)

    def refuses(self, asked: Asked) -> Refused | None:
        """What the rules have against it as things stand. Writes nothing, seals nothing."""
        outcome = self.foresee(asked, self.memory)
        return outcome if isinstance(outcome, Refused) else None

    def foresee(self, asked: Asked, memory: Memory, fresh: str | None = None) -> tuple[Writes, ...] | Refused:
        """What the rules would have written over this memory; what begins is called `fresh`. Writes nothing, seals nothing."""
        case, _ = self._case(asked, memory, fresh)
        return lexicon.rule_for(asked.command).decide(asked.command, case, self._act(asked.circumstances))

    def learn(self, decided: Decided, answer: Appended) -> None:
        """Remembers what was just written, so that the next command on it reads nothing."""
        by_stream: dict[str, list[Fact]] = {}
        for written, placed in zip(decided.written, answer.placed, strict=True):
            by_stream.setdefault(written.head.stream, []).append(written.fact(placed))
        for stream, facts in by_stream.items():
            self.memory.wrote(stream, decided.known.get(stream, BLANK), facts)

    def said_before(self, asked: Asked, digest: bytes) -> Told | Refused | None:
        """What became of this command id, if it came before."""
        done = self.ledger.done(asked.id, digest)
        if isinstance(done, Reused):
            return refused("command.reused")
        return self._told(done) if done else None

    def once(self, *parts: str) -> str:
        """The id of a command that can be given once by those it names, whoever forgets that they did. Keyed: the id says
        nothing of them."""
        keyed = self._once.copy()
        keyed.update("|".join(parts).encode())
        return str(UUID(bytes=keyed.digest()[:16], version=4))

    def was_given(self, command: str) -> bool:
        """Whether a command of this id was carried out."""
        return self.ledger.done(command, b"") is not None

    def digest(self, asked: Asked) -> bytes:
        """Binds a command id to its content and its principal; keyed, so that it confirms no guess."""
        by = asked.circumstances.by
        content = f"{asked.command.VERB}|{asked.to}|{by.kind}|{by.id}|".encode() + _encode(asked.same or asked.command)
        content += _said_with(asked.circumstances)
        digest = self._digest.copy()
        digest.update(content)
        return digest.digest()

    def _case(self, asked: Asked, memory: Memory, begun: str | None = None) -> tuple[Case, dict[str, Known]]:
        """Loads what the rule wants to see, until it wants no more."""
        command = asked.command
        fresh = {noun: begun or spell(noun, self._bits(noun, asked)) for noun in command.CREATES}
        stream = asked.to or command.stream() or fresh[command.CREATES[0]]
        rule = lexicon.rule_for(command)
        known: dict[str, Known] = {}
        states: dict[str, Any] = {}
        case = Case(stream, fresh, states, self.standards.now()[1])
        minted = fresh.values()
        while missing := rule.needs(command, case) - known.keys():
            for wanted in missing:
                one = known[wanted] = BLANK if wanted in minted else memory.get(wanted)
                states[wanted] = one.state
        return case, known

    def _bits(self, noun: str, asked: Asked) -> int:
        """128 random bits; for identified acts on anything but voices and what is restricted, led by the millisecond."""
        if noun == "concern" or lexicon.COMPARTMENTS[noun] != "open" or asked.circumstances.by.kind == "voice":
            return dice.bits(128)
        return (self.now() // 1000) << 80 | dice.bits(80)

    def _act(self, circumstances: Circumstances) -> Act:
        at = self.now()
        occurred = circumstances.occurred
        day = occurred[:10] if occurred and len(occurred) >= 10 else clock.day_of(at, self.zone)
        return Act(
            by=circumstances.by,
            at=at,
            day=day,
            terms=self.terms.now()[1],
            standards=self.standards.now()[1],
            via=circumstances.via,
            roles=circumstances.roles,
            occurred=occurred,
            behalf=circumstances.behalf,
        )

    def _decided(self, asked: Asked, digest: bytes, case: Case, known: dict[str, Known], writing: Writing) -> Decided:
        written = self._draughtsman.write(writing, known)
        minted = case.fresh.values()
        commit = Commit(
            command=asked.id,
            digest=digest,
            at=writing.act.at,
            drafts=tuple([one.draft for one in written]),
            expects={stream: one.version for stream, one in known.items() if stream not in minted},
        )
        return Decided(case.stream, commit, written, known)

    def _told(self, done: Done) -> Told:
        (row,) = self.ledger.rows(done.first - 1, 1)
        return Told(self.mapper.fact(row).stream, done.first, done.last)


def _said_with(circumstances: Circumstances) -> bytes:
    """What somebody said beside the command. Nothing where they said nothing, and nothing for sheets and policies: their keys
    say already which step it is."""
    said = (circumstances.occurred, circumstances.behalf)
    return f"|{said}".encode() if any(said) and circumstances.via in BY_HAND else b""


def moved_on(asked: Asked, known: Mapping[str, Known]) -> bool:
    """Whether the stream addressed is not at the version its asker has seen."""
    return asked.expected is not None and known.get(asked.to or "", BLANK).version != asked.expected


def misaddressed(command: type[Command], to: str | None) -> bool:
    """Whether this kind of command cannot be given to `to`: what begins a stream has no address, all else its noun's."""
    if lexicon.begins(command):
        return to is not None
    return to is None or noun_of(to) != command.VERB.partition(".")[0]
