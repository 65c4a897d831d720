"""The one call: a file of rows in, rows judged out."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

from services.tracking_sheet.book import Source, opened
from services.tracking_sheet.caps import Caps
from services.tracking_sheet.choose import Choice, chosen
from services.tracking_sheet.judge import Judge
from services.tracking_sheet.merged import filled
from services.tracking_sheet.people import known_names
from services.tracking_sheet.row import Held, Layout, Order, Outcome, Reject, Row
from services.tracking_sheet.sensitive import Watch
from services.tracking_sheet.setting import Setting
from services.tracking_sheet.sheet_map import sheet_map, with_words
from services.tracking_sheet.spool import Spool
from services.tracking_sheet.units import unit_aliases
from services.tracking_sheet.vocabulary import Vocabulary
from services.tracking_sheet.workbook.sheet import Merge

_OWNERS_KEPT = 20_000


class Tally:
    """What came out so far: rows, held, rejects; strange units with their rows; days that could be two."""

    def __init__(self) -> None:
        self.rows = self.held = self.rejects = self.two_ways = 0
        self.strange_units = Counter[str]()

    def count(self, outcome: Outcome) -> None:
        """Adds one outcome. Nothing of a held row is counted but that it is held."""
        match outcome:
            case Row():
                self.rows += 1
            case Held():
                self.held += 1
            case Reject(faults=faults):
                self.rejects += 1
                self.two_ways += any(fault.why.endswith(".two_ways") for fault in faults)
                self.strange_units.update(fault.value for fault in faults if fault.why == "unit.strange")


class Reading:
    """A sheet that was understood and waits to be judged: iterate it, as often as needed; `tally` is that of the last
    time. Holds the lines in an unnamed file: close it, or use it with `with`."""

    def __init__(self, layout: Layout, spool: Spool, merges: Sequence[Merge], setting: Setting, watch: Watch) -> None:
        self.layout, self.tally = layout, Tally()
        self._spool, self._merges, self._setting, self._watch = spool, merges, setting, watch

    def __iter__(self) -> Iterator[Outcome]:
        self.tally = tally = Tally()
        judge = Judge(self._setting, self._watch)
        for line in filled(self._spool.lines(), self._merges, self._setting.header):
            if (outcome := judge.judge(line)) is not None:
                tally.count(outcome)
                yield outcome

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the lines."""
        self._spool.close()


def read(
    source: Source,
    *,
    units: Mapping[str, str],
    names: Collection[str],
    vocabulary: Vocabulary,
    dates: Order | None = None,
    map: Mapping[str, Any] | None = None,  # noqa: A002 - the word people use on the command line
    today: str | None = None,
    only: frozenset[str] | None = None,
    caps: Caps | None = None,
    progress: Callable[[int], None] | None = None,
) -> Reading:
    """Looks through a CSV or XLSX file or binary stream once, and gives back what can then be judged row by row.

    `units` maps names of units to slugs (their usual other names are added), `names` are those of the directory, `dates`
    answers for days readable two ways, `map` is a document as `config/sheet/map.schema.json` describes it, `today` (ISO)
    refuses days to come, `only` are the slugs of the units whose rows may enter. `progress` hears how many rows were found
    so far. Raises Unreadable, a sentence, where the file as a whole is no log.
    """
    bounds = caps or Caps()
    given = sheet_map(map, vocabulary, frozenset(units.values()))
    words = with_words(vocabulary, given)
    with opened(source, bounds) as book:
        choice = chosen(book, words.columns, given)
        spool, merges, owners = _gathered(choice, progress)
    setting = Setting(
        header=choice.header,
        vocabulary=words,
        units=unit_aliases({**units, **given.units}, words.units),
        unit=given.unit,
        order=dates,
        today=today,
        strict_width=choice.book.kind == "csv",
        caps=bounds,
        only=only,
    )
    watch = Watch(words.words, known_names(names, owners, words.words))
    return Reading(choice.layout(spool.count), spool, merges, setting, watch)


def _gathered(choice: Choice, progress: Callable[[int], None] | None) -> tuple[Spool, list[Merge], set[str]]:
    """Every line below the headings put aside, with the merged ranges and the distinct cells that name owners."""
    spool, merges, owners = Spool(), list[Merge](), set[str]()
    columns = [choice.header.at[field] for field in ("owners", "executive") if field in choice.header.at]
    try:
        for lines, ranges in choice.candidate.batches():
            below = [line for line in lines if line.number > choice.header.row]
            spool.put(below)
            merges.extend(ranges)
            if len(owners) < _OWNERS_KEPT:
                owners.update(line.cells[at] for line in below for at in columns if at < len(line.cells))
            if progress is not None:
                progress(spool.count)
    except BaseException:  # an unnamed file holds what was read so far
        spool.close()
        raise
    return spool, merges, owners
