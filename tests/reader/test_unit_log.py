"""A unit's own log says what was recorded between two positions and on which days beside them, whatever is left out."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from services.reader.unit_log import PAGE, UnitLog
from tests.projections.errand import DAWN, Given, fact
from tests.reader.stage import MAPPER, recorded
from workflows.kernel.grammar import Fact

UNITS = ("4w", "icu", None)


def given_in(unit: str | None, seq: int) -> Fact:
    """An errand of its own, recorded in this unit's log."""
    return replace(fact(seq, 1, Given(holder="p", unit=unit or ""), DAWN + seq, stream=f"errand-{seq}"), unit=unit)


@given(st.lists(st.sampled_from(UNITS), min_size=1, max_size=40), st.data())
def test_it_finds_what_walking_through_the_whole_log_finds(units: list[str | None], data: st.DataObject) -> None:
    facts = [given_in(unit, seq) for seq, unit in enumerate(units, start=1)]
    gone = data.draw(st.sets(st.integers(1, len(facts))))
    upto = data.draw(st.integers(0, len(facts)))
    units_of = data.draw(st.sampled_from((["4w"], ["4w", "icu"])))
    with TemporaryDirectory() as directory:
        ledger = recorded(Path(directory), facts)
        log = UnitLog(ledger, MAPPER, units=units_of, upto=upto, shows=lambda one: one.seq not in gone)
        shown = [one.seq for one in facts if one.unit in units_of and one.seq <= upto and one.seq not in gone]
        for position in range(len(facts) + 1):
            before, after = log.before(position), log.after(position)
            assert (before and before.seq) == max((seq for seq in shown if seq <= position), default=None)
            assert (after and after.seq) == min((seq for seq in shown if seq > position), default=None)
            found, cut = log.between(position // 2, position, len(facts))
            assert [one.seq for one in found] == [seq for seq in shown if position // 2 < seq <= position]
            assert not cut
        ledger.close()


def test_it_looks_past_many_that_are_left_out_and_says_where_it_was_cut_short(tmp_path: Path) -> None:
    facts = [given_in("4w", seq) for seq in range(1, 3 * PAGE)]
    ledger = recorded(tmp_path, facts)
    log = UnitLog(ledger, MAPPER, units=["4w"], upto=len(facts), shows=lambda one: one.seq in (1, len(facts)))
    assert [one and one.seq for one in (log.before(len(facts) - 1), log.after(1))] == [1, len(facts)]
    found, cut = log.between(0, len(facts), PAGE)
    assert ([one.seq for one in found], cut) == ([1], True)
    ledger.close()
