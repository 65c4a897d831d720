"""5,400 soldiers in 99 companies (Bliese, Halverson and Rothberg 2000), as the R package multilevel works them out."""

import csv
import os
from pathlib import Path

import numpy as np
import pytest

from assessments.agreement import Icc, alpha, icc, spread
from assessments.instrument import Instrument
from assessments.scoring import Cut, Scores, score
from tests.assessments.tiny import instrument, item

pytestmark = pytest.mark.heavy

ROWS = list(csv.DictReader((Path(os.environ["HEARD_CASES"]) / "bhr2000.csv").read_text(encoding="utf-8").splitlines()))
LEADING = [name for name in ROWS[0] if name not in {"GRP", "HRS", "RELIG"}]
LEADERSHIP: Instrument = instrument(
    items=[item(name) for name in LEADING], composites=[{"id": "c", "title": {"en": "Leading"}, "items": LEADING}]
)
COMPANY = np.unique([int(row["GRP"]) for row in ROWS], return_inverse=True)[1]
TABLE = np.asfortranarray([[int(row[name]) for name in LEADING] for row in ROWS], dtype=np.int8)


@pytest.fixture(scope="module")
def scores() -> Scores:
    return score(LEADERSHIP, TABLE, Cut(COMPANY, 99), "ballots")


def test_alpha(scores: Scores) -> None:
    assert len(LEADING) == 11
    assert alpha(spread(TABLE)) == scores.by_composite[0].alpha == pytest.approx(0.89134326, abs=1e-6)


def test_agreement_within_companies(scores: Scores) -> None:
    found = scores.by_composite[0].agreement
    told = [found.min(), found.mean(), np.median(found), found.max(), found[0]]
    assert told == pytest.approx([0.7858759455, 0.8876115013, 0.8924540663, 0.9439503192, 0.9009814855], abs=1e-6)


def test_hours_differ_by_company() -> None:
    found = icc(np.array([float(row["HRS"]) for row in ROWS]), COMPANY, 99)
    assert isinstance(found, Icc)
    assert (found.one, found.two) == pytest.approx((0.1741008079, 0.9199888939), abs=1e-6)
