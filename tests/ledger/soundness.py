"""What is true of every ledger, whatever happened to it."""

from collections import defaultdict

from services.ledger.entry import inner, leaf, line
from tests.ledger.place import Place, Tables


def flaws(place: Place) -> list[str]:
    """Sentences about what is wrong; none in a sound ledger."""
    tables = place.tables()
    return [*_order(tables), *_units(tables), *_streams(tables), *_leaves(place.hospital, tables), *_commands(tables)]


def _order(tables: Tables) -> list[str]:
    seqs = [event[0] for event in tables["events"]]
    moments = [event[7] for event in tables["events"]]
    last = (seqs[-1], moments[-1]) if seqs else (0, 0)
    return [
        *(["seq has gaps"] if seqs != list(range(1, len(seqs) + 1)) else []),
        *(["at falls"] if moments != sorted(moments) else []),
        *([f"head is {tables['head']}, the last fact is {last}"] if tables["head"] != [last] else []),
    ]


def _units(tables: Tables) -> list[str]:
    counted: dict[str, int] = defaultdict(int)
    found = []
    for seq, *_, unit, unit_seq, _, _, _, _, _ in tables["events"]:
        counted[unit] += unit is not None
        if unit_seq != (counted[unit] if unit else None):
            found.append(f"fact {seq} is {unit_seq} in {unit}, not {counted[unit]}")
    counters = sorted((unit, seq) for unit, seq in counted.items() if unit)
    return found + ([f"units are {tables['units']}, not {counters}"] if tables["units"] != counters else [])


def _streams(tables: Tables) -> list[str]:
    versions: dict[str, list[int]] = defaultdict(list)
    for _, stream, version, *_ in tables["events"]:
        versions[stream].append(version)
    return [f"{stream} has {met}" for stream, met in versions.items() if met != list(range(1, len(met) + 1))]


def _leaves(hospital: str, tables: Tables) -> list[str]:
    return [
        f"leaf {seq} is not the hash of its entry"
        for seq, _, _, _, _, unit, unit_seq, at, _, head, body, kept in tables["events"]
        if leaf(line(hospital, seq, unit, unit_seq, at), inner(head, body)) != kept
    ]


def _commands(tables: Tables) -> list[str]:
    """Every command covers its own facts and no others, and every sealed text belongs to a fact."""
    covered = [(seq, id_) for id_, _, first, last in tables["commands"] for seq in range(first, last + 1)]
    acted = [(event[0], event[8]) for event in tables["events"] if event[8] is not None]
    strays = {row[0] for row in tables["sealed"]} - {event[0] for event in tables["events"]}
    return [
        *(["commands and facts do not match"] if sorted(covered) != acted else []),
        *([f"sealed texts without a fact: {strays}"] if strays else []),
    ]
