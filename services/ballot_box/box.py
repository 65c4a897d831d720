"""Ballots in, ballots out all at once."""

import hmac
import secrets
from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from threading import RLock

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Struct, json

from services import sqlite_file
from services.ballot_box.chest import PADDED, Chest, Row

MIGRATIONS = files("services.ballot_box") / "migrations"

Answers = Mapping[str, int]
"""Item by item, as they were given."""


class Typed(Struct, frozen=True):
    """A paper card as one person typed it; who, as a keyed hash."""

    by: str
    answers: dict[str, int]


class Compared(Struct, frozen=True):
    """`first`: nobody else has typed this card yet. Else `apart` says in which items two people differ; in none, and it is a
    ballot, unless with its card was answered before (`spent`)."""

    first: bool = False
    apart: tuple[str, ...] = ()
    spent: bool = False


class BallotBox:
    """One hospital's. `key`: 32 bytes, from the vault. Thread-safe."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._file = sqlite_file.open_file(path, MIGRATIONS)
        self._file.execute("PRAGMA secure_delete=ON")
        self._chest = Chest(self._file)
        self._key = key
        self._cipher = AESGCM(key)
        self._door = RLock()
        self._told: dict[str, tuple[str, int]] = {}

    def put(self, campaign: str, code: str, answers: Answers, comment: str = "") -> bool:
        """Durable when this returns. Whether it was the first with the code of its form, or with its card; a later one changes
        nothing. A comment lies under a name drawn by lot, so that nothing says whose ballot it came with."""
        ballot = self._locked(campaign, self._name(campaign, code), answers)
        beside = {_said(campaign): self._locked(_said(campaign), secrets.token_bytes(16), comment)} if comment else {}
        with self._door:
            return self._chest.lay(campaign, ballot, beside)

    def keep(self, part: str, card: str, answers: Answers, comment: str = "") -> None:
        """What somebody with a card has chosen and written so far, in the place of what they kept before; it is no ballot, and
        goes with all of them. Durable when this returns."""
        for label, what in ((_kept(part), answers), (_begun(part), comment)):
            draft = self._locked(label, self._name(label, card), what)
            with self._door:
                self._chest.lay_anew(label, draft)

    def kept(self, part: str, card: str) -> tuple[Answers, str] | None:
        answers, comment = (self._lying(label, card) for label in (_kept(part), _begun(part)))
        if answers is None:
            return None
        return json.decode(answers, type=dict[str, int]), "" if comment is None else json.decode(comment, type=str)

    def forget(self, part: str, card: str) -> None:
        """What they kept is not wanted any more: they answered."""
        with self._door:
            for label in (_kept(part), _begun(part)):
                self._chest.take_out(label, self._name(label, card))

    def type_in(self, part: str, card: str, by: str, answers: Answers) -> Compared:
        """A paper card, by somebody: it is a ballot once two different people have typed the same. Whoever types it again takes
        back what they typed; whoever differs changes nothing of what the other typed. Durable when this returns."""
        with self._door:  # two who type at the same moment find each other
            return self._typed_in(part, card, by, answers)

    def _typed_in(self, part: str, card: str, by: str, answers: Answers) -> Compared:
        if self.is_spent(part, card):
            return Compared(spent=True)
        label, who = _typed(part), self._name(part, f"typist|{by}").hex()
        name = self._name(label, card)
        row = self._chest.row(label, name)
        other = None if row is None else json.decode(self._opened(label, row), type=Typed)
        if other is None or other.by == who:
            mine = self._locked(label, name, Typed(who, dict(answers)))
            self._chest.lay_anew(label, mine)
            return Compared(first=True)
        apart = tuple(sorted(one for one in {*answers, *other.answers} if answers.get(one) != other.answers.get(one)))
        if apart:
            return Compared(apart=apart)
        first = self.put(part, card, answers)
        self._chest.take_out(label, name)
        return Compared(spent=not first)

    def deal(self, cards: Mapping[str, Collection[str]]) -> None:
        """With these cards one may answer, and with no others. Of each part of a campaign; only keyed hashes are kept."""
        named = {part: [self._name(part, one) for one in some] for part, some in cards.items()}
        with self._door:
            self._chest.deal(named)

    def admit(self, part: str, cards: Collection[str]) -> None:
        """With these cards one may answer, too."""
        with self._door:
            self._chest.admit(part, [self._name(part, one) for one in cards])

    def is_spent(self, part: str, card: str) -> bool:
        """Whether somebody has answered with this card."""
        with self._door:
            return self._chest.holds(part, self._name(part, card))

    def part_of(self, parts: Iterable[str], card: str) -> str | None:
        """In which of these parts of a campaign one may answer with a card; None if in none."""
        named = {self._name(part, card): part for part in parts}
        with self._door:
            found = self._chest.known_among(named)
        return None if found is None else named[found]

    def cards(self, part: str) -> tuple[int, int]:
        """How many cards there are, and with how many was answered: looked up by the cards, not by the ballots."""
        with self._door:
            return self._chest.cards(part)

    def count(self, campaign: str) -> int:
        with self._door:
            return self._chest.count(campaign)

    def told(self, part: str, day: str) -> int:
        """As many as there were when somebody first asked that day: whoever asks again and again sees no single ballot come."""
        if self._told.get(part, ("", 0))[0] != day:
            self._told[part] = day, self.count(part)
        return self._told[part][1]

    def take(self, campaign: str) -> tuple[Answers, ...]:
        """All of them, in the order of a hash of what they say: the same ballots always come in the same order, and it tells
        nothing of when or by whom each was cast."""
        return tuple(json.decode(body, type=dict[str, int]) for body in self._all(campaign))

    def comments(self, part: str) -> tuple[str, ...]:
        """The same of what people wrote."""
        return tuple(json.decode(body, type=str) for body in self._all(_said(part)))

    def empty(self, campaign: str) -> None:
        """What was counted, or is not wanted any more, is overwritten in the file and its journal; so are cards."""
        with self._door:
            for label in (campaign, *(of(campaign) for of in (_kept, _typed, _said, _begun))):
                self._chest.clear(label)

    def _all(self, label: str) -> list[bytes]:
        with self._door:
            rows = self._chest.rows(label)
        return sorted((self._opened(label, row) for row in rows), key=_order)

    def _lying(self, label: str, card: str) -> bytes | None:
        with self._door:
            row = self._chest.row(label, self._name(label, card))
        return None if row is None else self._opened(label, row)

    def _locked(self, campaign: str, name: bytes, what: Answers | Typed | str) -> Row:
        nonce = secrets.token_bytes(12)
        body = json.encode(what).ljust(PADDED)
        return name, nonce, self._cipher.encrypt(nonce, body, name + campaign.encode())

    def _opened(self, campaign: str, row: Row) -> bytes:
        name, nonce, body = row
        return self._cipher.decrypt(nonce, body, name + campaign.encode())

    def _name(self, campaign: str, code: str) -> bytes:
        return hmac.digest(self._key, f"{campaign}|{code}".encode(), "sha256")[:16]

    def close(self) -> None:
        with self._door:
            self._file.close()


def _order(body: bytes) -> bytes:
    return sha256(body).digest()


def _kept(campaign: str) -> str:
    """Under which label that lies which was kept and not sent; never longer than that of the ballots."""
    return f"kept-{campaign.removeprefix('campaign-')}"


def _typed(campaign: str) -> str:
    """The same of paper cards that one person has typed."""
    return f"typed-{campaign.removeprefix('campaign-')}"


def _said(campaign: str) -> str:
    """The same of comments that were sent."""
    return f"said-{campaign.removeprefix('campaign-')}"


def _begun(campaign: str) -> str:
    """The same of comments that are kept and not sent."""
    return f"begun-{campaign.removeprefix('campaign-')}"
