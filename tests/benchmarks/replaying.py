"""A ledger read from its beginning: every fact decoded into its type."""

from pathlib import Path

import msgspec

from services.house import House
from services.ledger.sqlite.store import FILE
from services.sqlite_file import open_reader
from tests.benchmarks.table import Aim, Line
from tests.benchmarks.timing import contest, per_second
from tests.benchmarks.writing import Size, house_at, note_all
from workflows import lexicon
from workflows.kernel.grammar import Header

PAGE = 2_000
"""Facts per read."""


def replay(home: Path, size: Size) -> list[Line]:
    """Through the ledger and its mapper, against a raw select and typed decoding of the same rows."""
    with house_at(home / "ours") as house:
        note_all(house, range(2 * size.rows))
        facts = house.ledger.head()[0]
        contenders = {
            "ours": lambda: per_second(facts, lambda: read_all(house)),
            "raw": lambda: per_second(facts, lambda: read_raw(home / "ours" / FILE)),
        }
        rates = contest(contenders, size.rounds)
    beside = f"{rates['ours']:,.0f} facts/s; raw {rates['raw']:,.0f}"
    return [Line("replay + decode, vs raw select + typed decode", rates["ours"] / rates["raw"], "×", Aim(0.8), beside)]


def read_all(house: House) -> None:
    fact, after = house.clerk.mapper.fact, 0
    while rows := house.ledger.rows(after, PAGE):
        for row in rows:
            fact(row)
        after = rows[-1][0]


def read_raw(path: Path) -> None:
    decoders = {name: msgspec.json.Decoder(event).decode for name, event in lexicon.EVENT_TYPES.items()}
    decode_head = msgspec.json.Decoder(Header).decode
    ledger = open_reader(path)
    query = "SELECT seq, unit, unit_seq, at, name, v, head, body FROM events WHERE seq > ? ORDER BY seq LIMIT ?"
    after = 0
    while rows := ledger.execute(query, (after, PAGE)).fetchall():
        for row in rows:
            decode_head(row[6])
            decoders[row[4]](row[7])
        after = rows[-1][0]
    ledger.close()
