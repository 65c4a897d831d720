"""One command at a time, sixteen at once, and thousands in bulk, on SQLite with every commit on the disk."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from msgspec import Struct

from services.clerk.asking import Asked, Circumstances, Told
from services.clerk.bulk import BATCH, Bulk, undisturbed
from services.house import House
from tests.benchmarks import least
from tests.benchmarks.life import STEPS, UNITS, founded, live
from tests.benchmarks.recorded import Batch, RawStore, commits, joined
from tests.benchmarks.stock import Fact, Stock, Stream, facts_of
from tests.benchmarks.table import Aim, Line
from tests.benchmarks.timing import contest, per_second, percentile
from workflows.concern.commands import Note
from workflows.issue.commands import Settle
from workflows.kernel.grammar import By, Refused

THREADS = 16
SHEET = Circumstances(by=By("import"), via="import", occurred="2025-03-01")


class Size(Struct, frozen=True):
    """How much is measured: rounds, journeys per round, rows per round of a bulk."""

    rounds: int = 7
    journeys: int = 60
    rows: int = 4_000


def one_command(home: Path, size: Size) -> list[Line]:
    """Through `decide` and the store, against the same rows written raw."""
    with house_at(home / "before") as house:
        began = house.ledger.head()[0]
        live(range(size.journeys * size.rounds), giving(house))
        written = commits(home / "before", began)
        facts, lengths = least.facts_of(house.ledger, house.clerk.mapper, written)
    share = size.journeys * STEPS
    starts = range(0, len(written), share)
    turns, raws, leasts = iter(range(size.rounds)), iter(starts), iter(starts)
    raw, proved = RawStore(home / "raw"), RawStore(home / "proved")

    def prove_and_write(batches: Sequence[Batch]) -> None:
        for batch in batches:
            first, last = batch.events[0][0], batch.events[-1][0]
            least.least(facts[first - began - 1 : last - began], lengths)
            proved.write([batch])

    with house_at(home / "ours") as house:
        give = giving(house)

        def ours() -> float:
            turn = next(turns) * size.journeys
            return per_second(share, lambda: live(range(turn, turn + size.journeys), give))

        def bare() -> float:
            start = next(raws)
            return per_second(share, lambda: raw.write(written[start : start + share]))

        def alone() -> float:
            start = next(leasts)
            return per_second(share, lambda: prove_and_write(written[start : start + share]))

        rates = contest({"ours": ours, "raw": bare, "least": alone}, size.rounds)
    raw.close()
    proved.close()
    beside = f"{rates['ours']:,.0f} commands/s; raw {rates['raw']:,.0f}"
    path = "SQLite FULL, one command through `decide` and the store, vs raw"
    return [Line(path, rates["ours"] / rates["raw"], "×", Aim(0.8), beside), _alone(rates, "commands/s")]


def _alone(rates: Mapping[str, float], unit: str) -> Line:
    """What remains to be reached where nothing is decided, remembered or looked up."""
    figures = f"{rates['least']:,.0f} {unit}"
    return Line("of it, sealing, encoding and hashing alone", rates["least"] / rates["raw"], "×", None, figures)


def sixteen_threads(home: Path, size: Size) -> list[Line]:
    """The same commands by sixteen at once, against the library saving the same facts."""
    journeys = max(THREADS, size.journeys // THREADS * THREADS)
    with house_at(home / "before") as house:
        began = house.ledger.head()[0]
        live(range(journeys), giving(house))
        facts = [facts_of(batch) for batch in commits(home / "before", began)]
    waits: dict[str, list[float]] = {"ours": [], "stock": []}
    stocks = iter([Stock(home / f"stock-{turn}") for turn in range(size.rounds)])
    with house_at(home / "ours") as house:

        def ours() -> float:
            return at_once(lambda nth: timed_life(house, nth, journeys, waits["ours"]), journeys)

        def stock() -> float:
            one = next(stocks)
            rate = at_once(lambda nth: timed_saves(one, facts, nth, waits["stock"]), journeys)
            one.close()
            return rate

        rates = contest({"ours": ours, "stock": stock}, size.rounds)
    p99 = {name: percentile(sorted(found), 0.99) * 1_000 for name, found in waits.items()}
    beside = f"{rates['ours']:,.0f} commands/s; stock {rates['stock']:,.0f}"
    slow = f"p99 {p99['ours']:.1f} ms; stock {p99['stock']:.1f} ms"
    return [
        Line("the same, 16 threads, vs stock", rates["ours"] / rates["stock"], "×", Aim(3), beside),
        Line("its p99, vs stock", p99["ours"] / p99["stock"], "×", Aim(1 / 3, at_most=True), slow),
    ]


def bulk(home: Path, size: Size) -> list[Line]:
    """The import path: rows noted, half of them settled, against executemany of the same rows."""
    with house_at(home / "before") as house:
        began = house.ledger.head()[0]
        note_all(house, range(size.rows))
        written = joined(commits(home / "before", began), BATCH)
        sealed = least.facts_of(house.ledger, house.clerk.mapper, written)
    facts = sum(len(batch.events) for batch in written)
    turns, raws = iter(range(size.rounds)), iter(range(2 * size.rounds))

    def ours() -> float:
        with house_at(home / f"ours-{next(turns)}") as house:
            return per_second(facts, lambda: note_all(house, range(size.rows)))

    def raw(before: Callable[[], None]) -> float:
        store = RawStore(home / f"raw-{next(raws)}")

        def write() -> None:
            before()
            store.write(written)

        rate = per_second(facts, write)
        store.close()
        return rate

    contenders = {"ours": ours, "raw": lambda: raw(lambda: None), "least": lambda: raw(lambda: least.least(*sealed))}
    rates = contest(contenders, size.rounds)
    beside = f"{rates['ours']:,.0f} facts/s; raw {rates['raw']:,.0f}"
    return [
        Line("SQLite bulk (import path), vs raw executemany", rates["ours"] / rates["raw"], "×", Aim(0.6), beside),
        _alone(rates, "facts/s"),
    ]


@contextmanager
def house_at(directory: Path) -> Iterator[House]:
    with founded(directory) as house:
        yield house


def giving(house: House) -> Callable[[Asked], Told]:
    def give(one: Asked) -> Told:
        return told(house.clerk.give(one))

    return give


def told(answer: Told | Refused) -> Told:
    assert isinstance(answer, Told), answer
    return answer


def note_all(house: House, rows: range) -> None:
    """Rows of a sheet, every other one closed and told. Ids come from outside, as an import derives them."""
    with undisturbed(), Bulk(house.clerk) as given:
        for row in rows:
            unit = UNITS[row % len(UNITS)]
            what = f"In bay {row}, look-alike heparin vials lie in the same bin"
            note = Note(unit=unit, what=what, idea="Separate bins", source="import", speaker="unknown", rank=2)
            voice = told(given.give(Asked(note, None, f"note-{row}-of-a-row-of-a-sheet", SHEET), fresh=True)).stream
            if row % 2:
                settle = Settle(answer="As the sheet says: told staff at huddle", told="sheet")
                line = given.state(voice).voice.issue
                told(given.give(Asked(settle, line, f"settle-{row}-of-a-row-of-a-sheet", SHEET), fresh=True))


def at_once(work: Callable[[int], None], journeys: int) -> float:
    """Sixteen threads, each its share of the journeys: commands per second of them all."""
    with ThreadPoolExecutor(THREADS) as threads:
        return per_second(journeys * STEPS, lambda: list(threads.map(work, range(THREADS))))


def timed_life(house: House, nth: int, journeys: int, waits: list[float]) -> None:
    def give(one: Asked) -> Told:
        began = perf_counter()
        answer = told(house.clerk.give(one))
        waits.append(perf_counter() - began)
        return answer

    live(range(nth, journeys, THREADS), give)


def timed_saves(stock: Stock, facts: list[list[Fact]], nth: int, waits: list[float]) -> None:
    met: dict[str, Stream] = {}
    for journey in range(nth, len(facts) // STEPS, THREADS):
        for step in facts[journey * STEPS : (journey + 1) * STEPS]:
            began = perf_counter()
            stock.save(step, met)
            waits.append(perf_counter() - began)
