"""Published and independently computed numbers come out as they stand there."""

from typing import Any

import numpy as np
import pytest

from assessments.agreement import Icc, alpha, icc, spread, uniform, within_groups
from assessments.instrument import published
from assessments.intervals import fisher, newcombe, wilson
from assessments.scoring import Band, Cut, all_or_nothing, band, pomp, rate, score, share_changed, tabulated
from assessments.scoring.ballots import turned
from tests.assessments.tiny import instrument, item
from tests.assessments.vectors import case

Case = dict[str, Any]


@case("wilson")
def test_the_interval_of_a_share(case: Case) -> None:
    assert [float(end) for end in wilson(case["positive"], case["n"])] == pytest.approx(case["bounds"], abs=6e-5)


@case("newcombe")
def test_the_interval_of_a_difference(case: Case) -> None:
    _, low, high = newcombe(*case["now"], *case["before"])
    assert [float(low), float(high)] == pytest.approx(case["bounds"], abs=6e-5)


@case("fisher")
def test_a_small_table(case: Case) -> None:
    assert fisher(*case["table"]) == pytest.approx((case["two_sided"], case["one_sided"]), abs=6e-5)


@case("icc")
def test_units_against_each_other(case: Case) -> None:
    groups = case["groups"]
    where = np.repeat(np.arange(len(groups)), [len(one) for one in groups])
    found = icc(np.concatenate(groups).astype(float), where, len(groups))
    assert isinstance(found, Icc)
    assert (found.one, found.two) == pytest.approx((case["one"], case["two"]), abs=6e-5)


@case("alpha")
def test_items_of_one_scale(case: Case) -> None:
    rows = np.array(case["rows"] + case.get("also_incomplete", []))
    assert alpha(spread(rows)) == pytest.approx(case["alpha"], abs=6e-5)


@case("within")
def test_people_of_one_unit(case: Case) -> None:
    rows = np.where(np.array(case["rows"]) < 0, np.nan, np.array(case["rows"], float))
    found = within_groups(np.nanvar(rows, axis=0, ddof=1)[None], uniform(case["options"]))
    assert float(found[0]) == pytest.approx(case["agreement"], abs=1e-6)


@case("within_by_variance")
def test_people_of_one_unit_by_how_far_they_differ(case: Case) -> None:
    found = within_groups(np.full((1, case["items"]), float(case["variance"])), uniform(case["options"]))
    assert float(found[0]) == pytest.approx(case["agreement"], abs=1e-6)


@case("composite_percent")
def test_a_composite_is_the_mean_of_its_items(case: Case) -> None:
    names = [f"i{n}" for n in range(len(case["items"]))]
    tiny = instrument(
        items=[item(name) for name in names], composites=[{"id": "c", "title": {"en": "C"}, "items": names}]
    )
    most = max(n for _, n in case["items"])
    answers = [
        {name: 5 if row < positive else 2 for name, (positive, n) in zip(names, case["items"], strict=True) if row < n}
        for row in range(most)
    ]
    found = score(tiny, tabulated(tiny, answers), Cut.everybody(most), "ballots").composites(0)[0]
    assert found.percent == pytest.approx(case["percent"], abs=1e-4)


@case("mean_of_published_items")
def test_published_items(case: Case) -> None:
    assert sum(case["percents"]) / len(case["percents"]) == pytest.approx(case["mean"])
    first = case["first"]
    ours = [100 * float(end) for end in wilson(round(case["percents"][0] / 100 * first["n"]), first["n"])]
    assert ours == pytest.approx(first["printed_wald"], abs=first["within"]), "theirs is Wald's, ours Wilson's"


@case("saq")
def test_saq(case: Case) -> None:
    if "mean" in case:
        found = float(pomp(case["mean"], 1, 5))
        assert found == pytest.approx(case["score"])
        assert (found >= 75) == case["agrees"]
        return
    saq = published()["saq-short"]
    names = next(one.items for one in saq.composites if one.id == "stress")
    told = score(
        saq, tabulated(saq, [dict(zip(names, case["answers"], strict=True))]), Cut.everybody(1), "ballots"
    ).composites(0)
    stress = next(one for one in told if one.composite == "stress")
    assert (stress.pomp, stress.agree) == (case["score"], 100)


@case("bands")
def test_among_published_scores(case: Case) -> None:
    published_at = {int(percentile): at for percentile, at in case["published"].items()}
    assert band(case["score"], published_at) == Band(case["above"], case["below"])


@case("response")
def test_how_many_answered(case: Case) -> None:
    assert rate(case["returned"], case["distributed"]) == pytest.approx(case["percent"], abs=0.05)


@case("psychological_safety")
def test_seven_items_of_psychological_safety(case: Case) -> None:
    team = published()["team-psychological-safety"]
    table = tabulated(team, [{one.id: answer for one, answer in zip(team.items, case["raw"], strict=True)}])
    assert [int(turned(team, one, table[:, at])[0]) for at, one in enumerate(team.items)] == case["turned"]
    found = score(team, table, Cut.everybody(1), "ballots").composites(0)[0]
    assert found.mean == pytest.approx(case["mean"], abs=1e-6)
    assert found.pomp == pytest.approx(case["pomp"], abs=1e-3)


@case("one_to_five")
def test_each_answer_once(case: Case) -> None:
    tiny = instrument(items=[item("a")], composites=[{"id": "c", "title": {"en": "C"}, "items": ["a"]}])
    found = score(tiny, tabulated(tiny, [{"a": one} for one in case["answers"]]), Cut.everybody(5), "ballots")
    one = found.items(0)[0]
    assert (one.percent, 100 * one.falls[2] / one.n, 100 * sum(one.falls[:2]) / one.n) == (
        case["favourable"],
        case["neutral"],
        case["unfavourable"],
    )
    assert found.composites(0)[0].pomp == case["pomp"]


@case("structural")
def test_a_structural_measure(case: Case) -> None:
    assert all_or_nothing(case["attested"]) == case["points"]


@case("change")
def test_from_wave_to_wave(case: Case) -> None:
    found = share_changed(*case["now"], *case["before"])
    assert (found.difference, found.low, found.high) == pytest.approx(
        (case["difference"], case["low"], case["high"]), abs=0.06
    )
    assert found.verdict == case["verdict"]
