"""What a survey found, taken home: as the page tells it, and no finer."""

import csv
import io
import json
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from assessments.campaign import Campaign
from assessments.campaign.commands import Open
from assessments.instrument import Instrument, published, read
from services import balloting, instruments, surveyed
from services.clerk.access import OPERATOR
from services.exporting.survey import bundle
from tests.assessments import tiny
from tests.web.alder import Alder
from tests.web.conftest import Enter

CLOSES = "2025-07-10"
FIRST = ("safe-here", "heard", "difference")


def asked(here: Alder, ballots: list[dict[str, int]], instrument: str = "today") -> str:
    here.on("2025-07-03")
    campaign = here.does("marco", Open(unit="4-west", closes=CLOSES, instrument=instrument))
    for number, ballot in enumerate(ballots):
        here.house.ballots.put(campaign, f"C{number}", ballot)
    here.on(CLOSES)
    balloting.count(here.house)
    return campaign


def taken(here: Alder, campaign: str) -> dict[str, bytes] | None:
    state = here.house.clerk.memory.get(campaign).state
    assert isinstance(state, Campaign)
    whole = io.BytesIO()
    what = bundle.taken(here.house, campaign, state)
    if what is None:
        return None
    bundle.write(whole, here.house, OPERATOR, what)
    with ZipFile(whole) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def sheet(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[name].decode("utf-8-sig"), newline="")))


MANY = [dict.fromkeys(FIRST, 4 if number % 3 else 2) for number in range(36)]


def test_the_figures_are_those_of_the_page(hospital: Alder) -> None:
    campaign = asked(hospital, MANY)
    files = taken(hospital, campaign)
    assert files is not None
    state = hospital.house.clerk.memory.get(campaign).state
    page = surveyed.result(hospital.house, campaign, state)
    assert page is not None
    told = [
        (row["variable"], row["n"], row["percent_positive"], row["low"], row["high"])
        for row in sheet(files, "scores.csv")
    ]
    assert told == [(one.item.id, str(one.n), str(one.percent), str(one.low), str(one.high)) for one in page.items]
    assert json.loads(files["scores.json"])["provenance"]["ballots"] == state.digest


def test_the_codebook_says_what_each_variable_is(hospital: Alder) -> None:
    files = taken(hospital, asked(hospital, MANY))
    assert files is not None
    (safe, *_) = sheet(files, "codebook.csv")
    assert (safe["variable"], safe["missing"], safe["positive"]) == ("safe-here", "9=Does not apply to me", "4 5")
    assert safe["values"].startswith("1=Strongly disagree; 2=Disagree")
    assert json.loads(files["codebook.json"])["variables"][0]["shown_from"] == 10
    assert isinstance(read(files["instrument.json"]), Instrument)
    assert b"Not validated; no benchmark." in files["README.txt"]


def test_how_answers_fall_makes_the_same_figures_again(hospital: Alder) -> None:
    files = taken(hospital, asked(hospital, MANY))
    assert files is not None
    scores = {row["variable"]: row for row in sheet(files, "scores.csv")}
    for variable in FIRST:
        mine = [row for row in sheet(files, "answers.csv") if row["variable"] == variable]
        n = sum(int(row["count"]) for row in mine)
        positive = sum(int(row["count"]) for row in mine if row["positive"] == "1")
        assert (str(n), str(round(100 * positive / n))) == (scores[variable]["n"], scores[variable]["percent_positive"])


@pytest.mark.parametrize("people", [10, 20, 29])
def test_of_a_small_group_no_more_than_the_page_tells(hospital: Alder, people: int) -> None:
    """Nothing of how answers fall, and where all said the same a bound."""
    files = taken(hospital, asked(hospital, [dict.fromkeys(FIRST, 5)] * people))
    assert files is not None
    assert sheet(files, "answers.csv") == []
    assert {row["bound"] for row in sheet(files, "scores.csv")} == {"at_least"}


def test_an_item_that_too_few_answered_is_a_row_without_figures(hospital: Alder) -> None:
    files = taken(hospital, asked(hospital, [{"safe-here": 4, **({"heard": 5} if at < 9 else {})} for at in range(12)]))
    assert files is not None
    heard = next(row for row in sheet(files, "scores.csv") if row["variable"] == "heard")
    assert [heard[name] for name in ("n", "percent_positive", "low", "high", "told")] == [
        "",
        "",
        "",
        "",
        "too few answered",
    ]


def test_of_harm_nothing_below_twenty(hospital: Alder) -> None:
    items = [one.id for one in published()["respect-pulse"].items]
    files = taken(hospital, asked(hospital, [dict.fromkeys(items, 1)] * 15, "respect-pulse"))
    assert files is not None
    assert {row["n"] for row in sheet(files, "scores.csv")} == {""}
    assert {row["shown_from"] for row in sheet(files, "codebook.csv")} == {"20"}


def test_before_it_is_counted_there_is_nothing_to_take(hospital: Alder) -> None:
    assert taken(hospital, asked(hospital, MANY[:9])) is None


def test_that_it_was_taken_is_on_the_read_log_and_its_bytes_are_the_same_again(hospital: Alder) -> None:
    campaign = asked(hospital, MANY)
    before = hospital.house.ledger.head()[0]
    assert taken(hospital, campaign) == taken(hospital, campaign)
    (row,) = hospital.house.ledger.rows(before, 1)
    assert hospital.house.clerk.mapper.fact(row).event.what == "survey"  # type: ignore[attr-defined]  # a look


def test_no_ballot_is_in_it(hospital: Alder) -> None:
    """Rows of one person would be pairs of answers; there is no table with more than one item in a row."""
    files = taken(hospital, asked(hospital, MANY))
    assert files is not None
    names = (
        "README.txt answers.csv codebook.csv codebook.json comments.csv instrument.json page.R positions.csv scales.csv"
    )
    assert sorted(files) == [*names.split(), "scores.csv", "scores.json"]


def test_whoever_sees_the_page_takes_it_and_nobody_else(hospital: Alder, enter: Enter) -> None:
    campaign = asked(hospital, MANY)
    nora = enter("nora")
    assert f"/campaign/{campaign}/export.zip" in nora.get("/unit/4-west/surveys").text
    answer = nora.client.get(f"/campaign/{campaign}/export.zip")
    assert (answer.status_code, answer.mimetype) == (200, "application/zip")
    assert ZipFile(io.BytesIO(answer.data)).testzip() is None
    another = campaign[:-1] + ("1" if campaign.endswith("0") else "0")
    assert nora.client.get(f"/campaign/{another}/export.zip").status_code == 404


def workbook(enter: Enter, campaign: str) -> Workbook:
    answer = enter("nora").client.get(f"/campaign/{campaign}/export.xlsx")
    assert answer.status_code == 200
    assert answer.data == enter("nora").client.get(f"/campaign/{campaign}/export.xlsx").data, (
        "the same figures, the same bytes"
    )
    return load_workbook(io.BytesIO(answer.data))


def test_a_spreadsheet_holds_numbers_and_says_why_where_there_is_none(hospital: Alder, enter: Enter) -> None:
    ballots = [{"safe-here": 4 - at % 3, **({"heard": 5} if at < 9 else {}), "difference": 5} for at in range(12)]
    book = workbook(enter, asked(hospital, ballots))
    assert book.sheetnames == ["Read me", "Scores", "Scales", "Answers", "Positions", "Comments", "Codebook"]
    assert [[cell.value for cell in row] for row in book["Scores"].iter_rows(min_row=2)] == [
        ["safe-here", 12, 33, 14, 61, None, "as it is", None],
        [
            "heard",
            None,
            None,
            None,
            None,
            None,
            "too few answered",
            "No figure: fewer than 10 answered, and what so few say is told of nobody.",
        ],
        [
            "difference",
            12,
            92,
            65,
            100,
            "at_least",
            "a bound",
            "A bound: in a small group all, or nobody, would say of each person what they answered.",
        ],
    ]
    assert [row[0].value for row in book["Answers"].iter_rows()] == ["variable"], (
        "of twelve it is not told how answers fall"
    )
    assert "Not validated; no benchmark." in [row[0].value for row in book["Read me"].iter_rows()]


def test_of_an_instrument_with_scales_their_means_and_no_ballot_stand_in_it(hospital: Alder, enter: Enter) -> None:
    items = published()["unit-safety"].items
    ballots = [{item.id: 2 + (at + number) % 3 for number, item in enumerate(items)} for at in range(36)]
    book = workbook(enter, asked(hospital, ballots, "unit-safety"))
    (scale,) = [[cell.value for cell in row] for row in book["Scales"].iter_rows(min_row=2)]
    assert scale[:4] == ["unit-safety", "Safe to speak", 36, 50]
    assert book["Answers"].max_row == 1 + 5 * len(items), "counts of each answer, and no row of anybody"


def test_words_that_look_like_a_formula_stay_words(hospital: Alder, enter: Enter) -> None:
    document = {**tiny.document(), "id": "our-pulse", "version": 1}
    document["items"][0]["text"] = {"en": '=HYPERLINK("http://evil.example","How safe?")'}
    published_ = instruments.published_by(hospital.house, json.dumps(document).encode())
    assert not isinstance(published_, tuple), published_
    hospital.does("operator", published_, "hospital")
    asks = document["items"][0]["id"]
    book = workbook(enter, asked(hospital, [{asks: 3}] * 12, "our-pulse"))
    cell = book["Codebook"]["B2"]
    assert (cell.data_type, cell.hyperlink) == ("s", None)
    assert cell.value.startswith("=HYPERLINK")
