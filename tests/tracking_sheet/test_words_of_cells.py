"""Every spelling of status, feedback, priority, unit, owner and executive."""

import pytest

from services.tracking_sheet.feedback import feedback
from services.tracking_sheet.people import owners
from services.tracking_sheet.row import Feedback, Row
from services.tracking_sheet.status import status
from services.tracking_sheet.units import unit_aliases
from services.tracking_sheet.vocabulary import Vocabulary
from tests.tracking_sheet.conftest import UNITS, Judged

ESCALATED = "Escalated to COO 3/4, budget approved 5/9"


@pytest.mark.parametrize(
    ("said", "means", "note"),
    [
        ("open", "open", None),
        ("Open", "open", None),
        ("OPEN ", "open", None),
        ("Red", "open", None),
        ("New", "open", None),
        ("not closed", "open", "not closed"),
        ("Not yet done", "open", "Not yet done"),
        ("In progress", "in_progress", None),
        ("in prog.", "in_progress", None),
        ("yellow", "in_progress", None),
        ("WIP", "in_progress", None),
        ("in progress - vendor quote", "in_progress", "in progress - vendor quote"),
        ("en curso", "in_progress", None),
        ("Waiting on budget", "waiting", "Waiting on budget"),
        ("waiting for parts", "waiting", "waiting for parts"),
        ("On hold", "waiting", None),
        ("en espera", "waiting", None),
        (ESCALATED, "waiting", ESCALATED),
        ("Closed", "closed", None),
        ("closed - see notes", "closed", None),
        ("Done", "closed", None),
        ("GREEN", "closed", None),
        ("Completed 3/28", "closed", "Completed 3/28"),
        ("cerrado", "closed", None),
        ("can't do", "declined", None),
        ("Can’t do", "declined", None),
        ("cannot do - no money", "declined", "cannot do - no money"),
        ("not feasible", "declined", None),
        ("no se puede", "declined", None),
        ("", "unknown", None),
        ("closed?", "unknown", "closed?"),
        ("frobnicated", "unknown", "frobnicated"),
        ("-", "unknown", "-"),
    ],
)
def test_status(said: str, means: str, note: str | None, vocabulary: Vocabulary) -> None:
    assert status(said, vocabulary.statuses) == (means, note)


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("Y", Feedback("told")),
        ("yes", Feedback("told")),
        ("sí", Feedback("told")),
        ("N", Feedback("not_told")),
        ("No", Feedback("not_told")),
        ("", Feedback("none")),
        ("emailed", Feedback("told", None, "emailed")),
        ("n/a (anonymous)", Feedback("anonymous")),
        ("anonymous", Feedback("anonymous")),
        ("told staff at huddle 2025-03-16", Feedback("told", "2025-03-16", "told staff at huddle 2025-03-16")),
        ("told staff at huddle May 28, 2025", Feedback("told", "2025-05-28", "told staff at huddle May 28, 2025")),
        ("told staff at huddle 02-Jun-25", Feedback("told", "2025-06-02", "told staff at huddle 02-Jun-25")),
        ("Y 2025-03-16", Feedback("told", "2025-03-16")),
        ("2025-03-16", Feedback("told", "2025-03-16")),
        ("not told", Feedback("not_told", None, "not told")),
        ("N 2025-03-16", Feedback("not_told", None, "N 2025-03-16")),
        ("no one was told", Feedback("not_told", None, "no one was told")),
        ("see notes", Feedback("none", None, "see notes")),
        ("?", Feedback("none")),
    ],
)
def test_feedback(said: str, means: Feedback, vocabulary: Vocabulary) -> None:
    assert feedback(said, None, vocabulary.feedback, vocabulary.dates)[0] == means


def test_a_feedback_day_readable_two_ways_is_not_guessed(vocabulary: Vocabulary) -> None:
    said, read = feedback("told 03/04/2025", None, vocabulary.feedback, vocabulary.dates)
    assert (said.kind, said.day, read.trouble) == ("told", None, "two_ways")


@pytest.mark.parametrize(
    ("cell", "level"),
    [
        ("1", 1),
        ("5", 5),
        ("3.0", None),
        ("High", 1),
        ("Med", 3),
        ("low", 5),
        ("P2", 2),
        ("alta", 1),
        ("", None),
        ("6", None),
    ],
)
def test_priority(cell: str, level: int | None, judged: Judged) -> None:
    row = judged(Priority=cell)
    assert isinstance(row, Row)
    assert row.priority == level
    assert bool(row.left_out) == (level is None and cell != "")


@pytest.mark.parametrize(
    ("cell", "several"),
    [
        ("Dr Osei", ("Dr Osei",)),
        ("Dr Osei / J. Alvarez RN", ("Dr Osei", "J. Alvarez RN")),
        ("M. Tran (materials)", ("M. Tran (materials)",)),
        ("Champion - 4W", ("Champion - 4W",)),
        ("nurse mgr", ("nurse mgr",)),
        ("biomed; EVS", ("biomed", "EVS")),
        ("biomed, pharmacy", ("biomed", "pharmacy")),
        ("Dr Osei, J. Alvarez", ("Dr Osei", "J. Alvarez")),
        ("Dr Osei and biomed", ("Dr Osei", "biomed")),
        ("Health and Safety", ("Health and Safety",)),
        ("Smith, John", ("Smith, John",)),
        ("Smith, RN", ("Smith, RN",)),
        ("biomed w/ vendor", ("biomed w/ vendor",)),
        ("biomed / biomed", ("biomed",)),
        ("TBD", ()),
        ("n/a", ()),
        ("/", ()),
        ("", ()),
    ],
)
def test_owners(cell: str, several: tuple[str, ...], vocabulary: Vocabulary) -> None:
    assert owners(cell, vocabulary.words) == several


@pytest.mark.parametrize(
    ("cell", "role"),
    [
        ("cno", "CNO"),
        ("CNO", "CNO"),
        ("VP Finance ", "VP Finance"),
        ("vp of finance", "VP Finance"),
        ("D. Cole", "D. Cole"),
    ],
)
def test_executive(cell: str, role: str, judged: Judged) -> None:
    row = judged(Executive=cell)
    assert isinstance(row, Row)
    assert row.executive == role


@pytest.mark.parametrize(
    ("alias", "slug"),
    [
        ("4w", "4-west"),
        ("4 w", "4-west"),
        ("4 west", "4-west"),
        ("ed", "emergency"),
        ("emergency dept", "emergency"),
        ("er", "emergency"),
        ("intensive care", "icu"),
        ("icu", "icu"),
        ("sleep center", "sleep-lab"),
    ],
)
def test_units_are_found_by_their_usual_names(alias: str, slug: str, vocabulary: Vocabulary) -> None:
    assert unit_aliases(UNITS, vocabulary.units)[alias] == slug


def test_a_name_that_could_mean_two_units_means_none(vocabulary: Vocabulary) -> None:
    aliases = unit_aliases({"ICU": "icu", "Critical Care": "cvicu"}, vocabulary.units)
    assert (aliases["icu"], aliases["critical care"]) == ("icu", "cvicu")
    assert "intensive care" not in aliases
