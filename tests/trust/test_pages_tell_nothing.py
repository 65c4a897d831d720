"""Whoever copies out all that the pages say of surveys, and every file beside them, singles out nobody: read from the rendered
pages as people see them, over random waves by unit and by position, with what people wrote.

What is read is held against the ballots that were cast, and all of it together against the solver that knows no cleverness.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest
from flask import Flask
from msgspec import Struct
from openpyxl import load_workbook

from assessments.campaign.commands import Launch, Lock, Plan, Publish, ReviewComment, ShowComments
from assessments.campaign.waving import parts_of
from assessments.disclosure import MOST_CAREFUL, ORDINARY, WHOLE, Tally
from assessments.instrument import Instrument, published
from services import balloting, carding, clock, code
from services.web.app import create_app
from services.web.signing_in import session
from services.wording.held import called
from tests.api.ward import Ward, over
from tests.assessments.disclosure.test_parted import nothing_follows
from tests.trust.tables import Page, Table
from tests.web import waved
from tests.web.alder import Alder, alder
from tests.web.conftest import Browser
from workflows.kernel.moments import Day, day_after

UNITS = ("4 West", "ICU + Sleep Lab", "Emergency")
SLUGS = ("4-west", "icu", "emergency")
PILES = (("care+lead", 30), ("physician", 12), ("care+lead+physician", 21), ("care", 20), ("physician", 10))
OF = (0, 0, 1, 2, 2)
APART = 100
"""Days from one wave to the next."""
ANSWERED = "answered"
"""Instead of an item: how many came at all."""
POSITION = re.compile(r"(\d+) % \(\d+–\d+ %, (\d+) answers\)")
SCORED = re.compile(r"(?:at (?:most|least) )?(\d+) % of (\d+), between")
SHARE = re.compile(r"(?:at (?:most|least) )?(\d+) %")
WORD = re.compile(r"token-(\d)-\d+")


class Cast(Struct, frozen=True):
    """What was truly answered: of each pile and item a tally, of each pile how many came and how many wrote."""

    tallies: dict[str, list[Tally]]
    came: list[int]
    wrote: list[int]


Told = dict[str, dict[str, tuple[int, int]]]
"""Item by item, and cell by cell: WHOLE, a group `g0`, a pile `g0.p1`, the hospital's of a position `+physician`."""


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Alder]:
    made = alder(tmp_path / "alder-creek")
    with made.house:
        waved.staffed(made)
        waved.with_physicians(made)
        yield made


@pytest.mark.heavy
def test_over_random_waves_no_page_and_no_file_tells_of_a_few(here: Alder, full: bool) -> None:
    chance, day, app = Random(20_261_132), "2025-07-03", create_app(here.house)
    told_apart = held_back = 0
    for number in range(25 if full else 4):
        name = "responsibilities-staff" if number % 4 == 2 else "unit-safety"
        instrument = published()[name]
        here.on(day)
        stream, cast = _asked(here, chance, instrument, day_after(day, 7))
        _while_open_nothing_exact(here, app, stream, cast)
        here.on(day_after(day, 7))
        balloting.count(here.house)
        _nobody_sees_it_yet(here, app, stream)
        here.does("ines", Publish(), stream)
        _reviewed(here, stream)
        told: Told = {what: {} for what in (*(item.id for item in instrument.items), ANSWERED)}
        for cell, item, n, percent in _copied(here, app, stream, instrument):
            assert told[item].setdefault(cell, (n, percent)) == (n, percent), (cell, item)
        apart, back = _holds(instrument, cast, told)
        told_apart, held_back = told_apart + apart, held_back + back
        _words_of_enough(here, app, stream, cast, instrument)
        day = day_after(day, APART)
    assert told_apart, "the waves have positions that may be told"
    assert held_back, "and what must be held back, too"


def _asked(here: Alder, chance: Random, instrument: Instrument, closes: Day) -> tuple[str, Cast]:
    plan = Plan(units=waved.UNITS, instrument=instrument.id, closes=closes, positions=True, comments=True)
    stream = here.does("ines", plan)
    here.does("ines", Lock(), stream)
    here.does("ines", Launch(), stream)
    wave = waved.wave_of(here, stream)
    carding.stock(here.house, stream, wave)
    cast = Cast({item.id: [Tally(0, 0)] * len(PILES) for item in instrument.items}, [], [])
    for at, (box, (_, eligible)) in enumerate(zip(carding.boxes(stream, wave), PILES, strict=True)):
        came = chance.choice((eligible, chance.randint(eligible // 3, eligible), eligible // 5))
        wrote = chance.randint(0, came)
        good = {item.id: chance.choice((0.0, 1.0, 0.5, 0.6, 0.7)) for item in instrument.items}
        for one in range(came):
            said = {
                item.id: 4 if (chance.random() < good[item.id]) != item.reverse else 2
                for item in instrument.items
                if chance.random() < 0.97
            } or {instrument.items[0].id: 4}
            for item in instrument.items:
                if item.id in said:
                    positive = (said[item.id] == 4) != item.reverse
                    cast.tallies[item.id][at] += Tally(1, int(positive))
            card = here.house.draws.draw(stream, box, str(uuid4()), code.mint())
            words = f"token-{OF[at]}-{at}{one:02}" if one < wrote else ""
            assert here.house.ballots.put(box, card, said, words)
        cast.came.append(came)
        cast.wrote.append(wrote)
    return stream, cast


def _enter(here: Alder, app: Flask, login: str) -> Browser:
    client = app.test_client()
    with client.session_transaction() as kept:
        kept[session.TOKEN] = here.house.sessions.begin(here.who[login], here.clock())
    return Browser(client)


def _while_open_nothing_exact(here: Alder, app: Flask, stream: str, cast: Cast) -> None:
    """Only shares in steps of five, and only of ten or more."""
    ines = _enter(here, app, "ines")
    pages = [ines.get(f"/unit/{slug}/surveys").text for slug in SLUGS]
    for group, page in enumerate(map(Page, pages)):
        rate = re.search(r"About (\d+) % of you have answered", page.text)
        assert (rate is not None) == (_sum(cast.came, group) >= ORDINARY), group
        assert rate is None or int(rate[1]) % 5 == 0
    wave = Page(ines.get(f"/wave/{stream}").text)
    assert not any(re.search(r"\d+ (answered|ballots|drawn|used)", text) for text in (wave.text, *_cells(wave.tables)))
    assert ines.get(f"/campaign/{stream}/comments").status_code == 404


def _nobody_sees_it_yet(here: Alder, app: Flask, stream: str) -> None:
    marco = _enter(here, app, "marco")
    assert marco.get(f"/wave/{stream}").status_code == 404
    assert stream not in marco.get("/unit/4-west/surveys").text


def _reviewed(here: Alder, stream: str) -> None:
    comments = waved.wave_of(here, stream).comments
    assert comments is not None
    for number in range(1, comments.written + 1):
        here.does("ines", ReviewComment(comment=number, verdict="show"), stream)
    if comments.written >= comments.least:
        here.does("ines", ShowComments(), stream)


Copied = tuple[str, str, int, int]
"""Cell, item, how many, percent."""


def _copied(here: Alder, app: Flask, stream: str, instrument: Instrument) -> Iterator[Copied]:
    ines, parts = _enter(here, app, "ines"), parts_of(stream, waved.wave_of(here, stream))
    of_text = {item.text["en"]: item.id for item in instrument.items}
    wave = Page(ines.get(f"/wave/{stream}").text)
    yield from _of_wave(wave, of_text)
    yield from _of_positions(wave.table("By what people do, in the hospital"), of_text, None)
    for group, slug in enumerate(SLUGS):
        for suffix in ("", f"?day={_day(here)}&look=as_of"):
            whole = ines.get(f"/unit/{slug}/surveys{suffix}").text
            if f'id="{parts[group]}"' in whole:
                section = whole.split(f'id="{parts[group]}"')[1].split("</section>")[0]
                yield from _of_unit(Page(section), of_text, group)
        yield from _of_scorecard(Page(ines.get(f"/scorecard?unit={slug}").text), of_text, group)
        book = load_workbook(io.BytesIO(ines.get(f"/campaign/{parts[group]}/export.xlsx").data))
        for row in book["Scores"].iter_rows(min_row=2, values_only=True):
            if row[1] is not None:
                yield f"g{group}", str(row[0]), int(str(row[1])), int(str(row[2]))
        for row in book["Positions"].iter_rows(min_row=2, values_only=True):
            if row[4]:
                yield _pile(group, str(row[0])), str(row[3]), int(str(row[4])), int(str(row[5]))
    yield from _of_api(over(here.house, here.who), stream, parts)
    lines = csv.DictReader(io.StringIO(ines.get(f"/wave/{stream}/figures.csv").text.lstrip("\ufeff")))
    for line in lines:
        if line["n"]:
            yield (
                _named(line["unit"], line["positions"]),
                line["variable"],
                int(line["n"]),
                int(line["percent_positive"]),
            )


def _of_api(api: Ward, stream: str, parts: Sequence[str]) -> Iterator[Copied]:
    """Of scales it is only whose mean is told: of enough people, and of no group whose items are not told at all."""
    (wave,) = [one for one in api.reads("ines", "/waves", limit=200)["waves"] if one["id"] == stream]
    campaigns = {one["id"]: one for one in api.reads("ines", "/campaigns", limit=200)["campaigns"]}
    groups = [(WHOLE, wave["whole"]), *((f"g{at}", group) for at, group in enumerate(wave["groups"]))]
    for name, one in (*groups, *((f"g{at}", campaigns[part]) for at, part in enumerate(parts))):
        yield from ((name, said["item"], said["n"], said["percent"]) for said in one["items"] if said["n"])
        assert all(scale["n"] is None or scale["n"] >= ORDINARY for scale in one["scales"])
        assert one["ballots"] is not None or all(scale["mean"] is None for scale in one["scales"])
        for held in one["positions"]:
            positions = "+".join(held["positions"])
            at = f"+{positions}" if name == WHOLE else f"{name}.{positions}"
            yield from ((at, said["item"], said["n"], said["percent"]) for said in held["items"] if said["n"])


def _of_wave(page: Page, of_text: Mapping[str, str]) -> Iterator[Copied]:
    who = page.table("Who could answer, and who did")
    yield from ((_group(row[0]), ANSWERED, int(row[2]), 0) for row in (who.rows if who else ()) if row[2].isdecimal())
    for table in page.tables:
        if table.caption in of_text:
            for unit, share, _, n, _ in table.rows:
                if n:
                    yield _group(unit), of_text[table.caption], int(n), _percent(share)


def _of_unit(page: Page, of_text: Mapping[str, str], group: int) -> Iterator[Copied]:
    if came := re.search(r"(\d+) answered\.", page.text):
        yield f"g{group}", ANSWERED, int(came[1]), 0
    for table in page.tables:
        if table.head[:2] == ["What was asked", "Positive"]:
            for text, share, _, n, *_ in table.rows:
                if n:
                    yield f"g{group}", of_text[text], int(n), _percent(share)
    yield from _of_positions(page.table("By what people do"), of_text, group)


def _of_positions(table: Table | None, of_text: Mapping[str, str], group: int | None) -> Iterator[Copied]:
    names = {called(name): name for name, _ in PILES}
    for text, *cells in table.rows if table else ():
        for head, cell in zip(table.head[1:] if table else (), cells, strict=True):
            name, _, came = head.rpartition(", ")
            assert int(came.split()[0]) >= ORDINARY
            if group is not None:
                yield _pile(group, names[name]), ANSWERED, int(came.split()[0]), 0
            if found := POSITION.search(cell):
                at = f"+{names[name]}" if group is None else _pile(group, names[name])
                yield at, of_text[text], int(found[2]), int(found[1])


def _of_scorecard(page: Page, of_text: Mapping[str, str], group: int) -> Iterator[Copied]:
    for table in page.tables:
        for row in table.rows:
            if row[0] in of_text and (found := SCORED.search(row[1])):
                yield f"g{group}", of_text[row[0]], int(found[2]), int(found[1])


def _holds(instrument: Instrument, cast: Cast, told: Told) -> tuple[int, int]:
    """Everything is of enough people and as it was answered, or a bound of it; nothing follows. How much is told by position,
    and how much is held back."""
    apart = back = 0
    came = {f"g{OF[at]}.{name}": Tally(cast.came[at], cast.came[at] // 2) for at, (name, _) in enumerate(PILES)}
    _counts_hold(came, told[ANSWERED])
    for item in instrument.items:
        parts = {f"g{OF[at]}.{name}": cast.tallies[item.id][at] for at, (name, _) in enumerate(PILES)}
        cells = told[item.id]
        least = MOST_CAREFUL if item.respect else ORDINARY
        for cell, (n, percent) in cells.items():
            true = sum((parts[one] for one in _within(cell, parts, cells)), Tally(0, 0))
            assert n == true.n >= least, (cell, item.id)
            off = 100 / true.n if true.is_end else 0
            assert abs(percent - 100 * true.positive / true.n) <= off + 0.5, (cell, item.id)
        groups = frozenset(cell for cell in cells if cell == WHOLE or re.fullmatch(r"g\d", cell))
        split = frozenset(cell.partition(".")[0] for cell in cells if "." in cell)
        nothing_follows(parts, groups, split)
        apart += len(split)
        back += len(UNITS) + 1 - len(groups)
    return apart, back


def _counts_hold(came: Mapping[str, Tally], cells: Mapping[str, tuple[int, int]]) -> None:
    for cell, (n, _) in cells.items():
        assert n == sum(came[one].n for one in _within(cell, came, cells)) >= ORDINARY, cell
    split = frozenset(cell.partition(".")[0] for cell in cells if "." in cell)
    nothing_follows(came, frozenset(cell for cell in cells if "." not in cell), split)


def _within(cell: str, parts: Mapping[str, Tally], cells: Mapping[str, object]) -> list[str]:
    """Of the hospital's of a position those piles that are told."""
    if cell.startswith("+"):
        return [one for one in parts if one in cells and one.partition(".")[2] == cell[1:]]
    return [one for one in parts if cell in (WHOLE, one, one.partition(".")[0])]


def _words_of_enough(here: Alder, app: Flask, stream: str, cast: Cast, instrument: Instrument) -> None:
    """Beside a unit stands what people of this unit wrote, of ten (twenty) or more, and not which position."""
    least = MOST_CAREFUL if any(item.respect for item in instrument.items) else ORDINARY
    ines = _enter(here, app, "ines")
    every = set(WORD.findall(ines.get(f"/wave/{stream}").text))
    assert every == (
        {str(OF[at]) for at, wrote in enumerate(cast.wrote) if wrote} if sum(cast.wrote) >= least else set()
    )
    parts, alone = parts_of(stream, waved.wave_of(here, stream)), []
    for group, slug in enumerate(SLUGS):
        section = ines.get(f"/unit/{slug}/surveys").text.split(f'id="{parts[group]}"')[1].split("</section>")[0]
        words = WORD.findall(section)
        assert set(words) <= {str(group)}
        if words:
            assert len(words) == _sum(cast.wrote, group) >= least
            alone.append(group)
    rest = sum(_sum(cast.wrote, group) for group in range(len(UNITS)) if group not in alone)
    assert rest == 0 or rest >= least or not alone


def _cells(tables: Sequence[Table]) -> Iterator[str]:
    yield from (cell for table in tables for row in table.rows for cell in row)


def _sum(each: Sequence[int], group: int) -> int:
    return sum(number for at, number in enumerate(each) if OF[at] == group)


def _group(unit: str) -> str:
    return WHOLE if unit == "The hospital" else f"g{UNITS.index(unit)}"


def _pile(group: int, name: str) -> str:
    return f"g{group}.{name}"


def _named(unit: str, positions: str) -> str:
    group = WHOLE if unit == "hospital" else f"g{('4-west', 'icu+sleep-lab', 'emergency').index(unit)}"
    if not positions:
        return group
    return f"+{positions}" if group == WHOLE else f"{group}.{positions}"


def _percent(share: str) -> int:
    found = SHARE.fullmatch(share)
    assert found is not None, share
    return int(found[1])


def _day(here: Alder) -> Day:
    return clock.day_of(here.clock(), here.house.plate.zone)
