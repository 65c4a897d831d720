"""What sealing, encoding and proving cost alone, without anything being decided: no bulk that keeps our promises is faster."""

from collections.abc import Sequence

import msgspec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from services import dice
from services.ledger.contract import Ledger
from services.ledger.entry import commitment, inner, leaf, line
from services.ledger.mapper import FactMapper
from tests.benchmarks.recorded import Batch
from workflows.kernel.grammar import Fact

Lengths = dict[int, list[int]]
"""Of the words sealed beside each fact, by seq."""

_encode = msgspec.json.Encoder().encode
_CLEAR = "x" * 8_000
_AROUND = 28
"""Bytes of a cipher that are no text: nonce and tag."""


def facts_of(ledger: Ledger, mapper: FactMapper, batches: Sequence[Batch]) -> tuple[list[Fact], Lengths]:
    """The facts of these batches as their authors had them, and how long their words were."""
    lengths: Lengths = {}
    for batch in batches:
        for seq, _, _, _, cipher in batch.sealed:
            lengths.setdefault(seq, []).append(len(cipher) - _AROUND)
    first = batches[0].events[0][0]
    return [mapper.fact(row) for row in ledger.rows(first - 1, 1_000_000)], lengths


def least(facts: Sequence[Fact], lengths: Lengths) -> None:
    """A key per stream, a nonce and a salt per text, header and body encoded, inner hash and leaf."""
    for fact in facts:
        if fact.seq in lengths:
            box = AESGCM(dice.draw(32))
            for length in lengths[fact.seq]:
                drawn = dice.draw(44)
                cipher = box.encrypt(drawn[:12], _CLEAR[:length].encode(), fact.stream.encode())
                commitment(drawn[12:], cipher)
        proved = inner(_encode(fact.head), _encode(fact.event))
        leaf(line("bench", fact.seq, fact.unit, fact.unit_seq, fact.at), proved)
