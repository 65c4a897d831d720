"""A year told again with nothing tried is that year: every barrier, every climb, everything owed, every month of rounds."""

from projections.what_if import Supposed
from services import clock
from services.house import House
from services.reader import what_if as reader
from tests.sample.conftest import TODAY
from workflows.kernel.moments import Day, Moment

YEAR = ("2025-11-24", TODAY.isoformat())
NOTHING = reader.Trying(supposed=Supposed(), time=YEAR, climbing=False)


def test_with_nothing_tried_the_year_is_told_as_it_was(alder: House) -> None:
    def day_of(moment: Moment) -> Day:
        return clock.day_of(moment, alder.plate.zone)

    rhythm = reader.rhythm(alder.clerk.terms.of(None), alder.clerk.terms.adopted(), day_of)
    assert len(rhythm.adopted) > 1
    climbed = list(reader.climbing(alder.ledger, alder.clerk.mapper, NOTHING, rhythm, day_of))
    told = [one for barrier in climbed for one in barrier.differences]
    assert len(told) > len(climbed) > 5
    assert [one for one in told if one.supposed != one.real] == []
    with alder.views.look() as look:
        streams = [one for noun in reader.OWING for one in alder.ledger.streams(noun)]
        owed = list(reader.owing(look, streams, NOTHING, rhythm, day_of))
        assert len(owed) > 10
        assert [one for one in owed if one.supposed != one.real] == []
        units = [one.row.slug for one in look.units() if one.row.slug]
        walked = list(reader.rounding(look, units, alder.clerk.terms.of, NOTHING))
        assert len(walked) > 2
        assert [one for one in walked if one.missed != one.supposed] == []
