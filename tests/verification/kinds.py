"""What an attacker changes within the facts that an outside checkpoint covers: `covered` of them, one at least stays."""

from collections.abc import Callable
from random import Random
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tests.verification.forged import Forged, Held, State, header

Level = Literal["file", "rules", "key"]
"""Who has the ledger's file; who knows the format, too, and leaves no trace against it; who has the signer's key as well."""

Change = Callable[[Forged, Random, int], None]


def _one(log: Forged, chance: Random, covered: int) -> int:
    return chance.randrange(covered)


def _sealing(log: Forged, chance: Random, covered: int) -> int:
    return chance.choice([at for at in range(covered) if log.facts[at].words])


def flip_a_bit(log: Forged, chance: Random, covered: int) -> None:
    at = _one(log, chance, covered)
    entry = log.facts[at].entry
    column = chance.choice(("head", "body"))
    content = bytearray(getattr(entry, column))
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    log.facts[at] = Held(replace(entry, **{column: bytes(content)}), log.facts[at].words)


def edit(log: Forged, chance: Random, covered: int) -> None:
    at = _one(log, chance, covered)
    entry = log.facts[at].entry
    told = b'{"x":%d,' % chance.randrange(10**6) + entry.body[1:] if len(entry.body) > 2 else b'{"x":1}'
    log.facts[at] = Held(replace(entry, body=told), log.facts[at].words)


def delete(log: Forged, chance: Random, covered: int) -> None:
    del log.facts[_one(log, chance, covered)]


def delete_and_renumber(log: Forged, chance: Random, covered: int) -> None:
    at = _one(log, chance, covered)
    del log.facts[at]
    _moved(log, at, -1)
    log.upto -= 1


def insert(log: Forged, chance: Random, covered: int) -> None:
    at, other = _one(log, chance, covered), chance.choice(log.facts)
    _moved(log, at, 1)
    log.facts.insert(
        at, Held(replace(other.entry, seq=at + 1, body=b'{"x":%d}' % chance.randrange(10**6)), other.words)
    )
    log.upto += 1


def exchange(log: Forged, chance: Random, covered: int) -> None:
    one, other = chance.sample(range(covered), 2)
    first, second = log.facts[one], log.facts[other]
    log.facts[one] = Held(replace(second.entry, seq=first.entry.seq), second.words)
    log.facts[other] = Held(replace(first.entry, seq=second.entry.seq), first.words)


def cut_off(log: Forged, chance: Random, covered: int) -> None:
    del log.facts[chance.randrange(1, covered) :]


def say_twice(log: Forged, chance: Random, covered: int) -> None:
    at = _one(log, chance, covered - 1)
    twice = log.facts[at]
    _moved(log, at + 1, 1)
    log.facts.insert(at + 1, Held(replace(twice.entry, seq=twice.entry.seq + 1), twice.words))
    log.upto += 1


def seal_other_words(log: Forged, chance: Random, covered: int) -> None:
    at = _sealing(log, chance, covered)
    entry, words = log.facts[at].entry, dict(log.facts[at].words)
    part = chance.choice(sorted(words))
    key, salt, cipher = words[part]
    words[part] = chance.choice(
        [(key, salt, chance.randbytes(len(cipher))), (key, chance.randbytes(32), cipher), (f"{key}x", salt, cipher)]
    )
    log.facts[at] = Held(entry, words)


def erase_without_a_record(log: Forged, chance: Random, covered: int) -> None:
    """Words and, by the rules, what the fact said of them."""
    at = _sealing(log, chance, covered)
    log.facts[at] = Held(log.facts[at].entry, {})


def fork(log: Forged, chance: Random, covered: int) -> None:
    """Another history from here on for whoever looks now."""
    for at in range(_one(log, chance, covered), len(log.facts)):
        entry = log.facts[at].entry
        log.facts[at] = Held(replace(entry, body=b'{"x":%d}' % chance.randrange(10**6)), log.facts[at].words)


def _moved(log: Forged, since: int, by: int) -> None:
    for at in range(since, len(log.facts)):
        entry = log.facts[at].entry
        log.facts[at] = Held(replace(entry, seq=entry.seq + by), log.facts[at].words)


def _silenced(log: Forged) -> None:
    """No fact speaks of words that are not there."""
    for at, fact in enumerate(log.facts):
        if fact.words:
            continue
        known = header(fact.entry.head)
        if known.sealed:
            log.facts[at] = Held(replace(fact.entry, head=msgspec.json.encode(replace(known, sealed=()))), {})


LEDGER: dict[str, Change] = {
    "bit flip": flip_a_bit,
    "edit": edit,
    "delete": delete,
    "delete and renumber": delete_and_renumber,
    "insert": insert,
    "swap": exchange,
    "truncate": cut_off,
    "duplicate": say_twice,
    "re-sign with a foreign key": edit,
    "drop or swap a checkpoint": edit,
    "roll back": cut_off,
    "split view": fork,
    "sealed text edited": seal_other_words,
    "unrecorded erasure": erase_without_a_record,
}
VIEW = "view row edited"
KINDS = (*LEDGER, VIEW)


class Attack(Struct):
    """One change of one kind, by an attacker of one level, of a copy of the ledger and of the signer's state."""

    kind: str
    level: Level
    log: Forged
    state: State

    def strike(self, chance: Random, covered: int) -> None:
        """The change, and what an attacker of this level does so that nobody sees it."""
        LEDGER[self.kind](self.log, chance, covered)
        if self.level != "file":
            if self.kind == "unrecorded erasure":
                _silenced(self.log)
            self.log.mend()
        elif self.kind in ("truncate", "roll back"):
            self.log.upto = len(self.log.facts)
        self._sign(chance)

    def _sign(self, chance: Random) -> None:
        state, tree, sizes = self.state, self.log.tree(), self.state.sizes()
        here = [size for size in sizes if size <= len(tree)]
        if self.kind == "re-sign with a foreign key":
            foreign = chance.randbytes(32)
            state.notes = [state.sign(tree, size, foreign) for size in here]
            state.seed = foreign if self.level != "file" else state.seed
        elif self.level == "key":
            state.notes = [state.sign(tree, size) for size in here]
        elif self.kind == "drop or swap a checkpoint":
            state.notes = [] if chance.random() < 0.5 else [chance.choice(state.notes)] * len(sizes)
        elif self.kind == "roll back":
            state.notes = state.notes[: len(here)]
        elif self.level == "rules":
            state.notes = [] if chance.random() < 0.5 else state.notes
