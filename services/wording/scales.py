"""Scales in words: means, shares, how far people agree, whether it is one thing."""

from collections.abc import Sequence

from assessments.instrument import Instrument
from assessments.scoring import AGREE
from services.surveyed import Figure, Reliable, Scaled
from services.wording.shares import figure, share

FEW = "too few answered, or held back to guard others"
UNTOLD = "not told"
WHY: dict[str, str] = {
    "too_few_items": "it has too few sentences",
    "too_few_people": "too few answered",
    "too_few_groups": "too few units",
    "no_spread": "all answered alike",
    "no_one_factor": "no one thing behind it was found",
    "no_null": "not known for this scale",
}


def head(instrument: Instrument, first: str) -> tuple[str, ...]:
    agree = ("At 75 or more",) if instrument.scoring == AGREE else ()
    return (first, "Mean", "Sure within", "Positive", "Answers", "People agree", *agree)


def row(instrument: Instrument, name: str, one: Scaled) -> tuple[str, ...]:
    """`People agree`: r_wg(j) against even answers, and against slightly skewed ones."""
    agree = (UNTOLD if one.agree is None else share(one.agree, one.agree_bound),) if instrument.scoring == AGREE else ()
    if one.mean is None or one.sure is None:
        return (name, FEW, "", "", "", "", *agree)
    sure = "{}–{}".format(*one.sure)
    return (name, figure(round(one.mean), one.bound), sure, _positive(one), str(one.n), _alike(one), *agree)


def _positive(one: Scaled) -> str:
    if one.share is None:
        return UNTOLD
    return f"{share(round(one.share.percent))} ({round(one.share.low)}–{round(one.share.high)} %)"


def _alike(one: Scaled) -> str:
    if one.agreement is None:
        return UNTOLD
    return f"{one.agreement:.2f}" if one.strict is None else f"{one.agreement:.2f} ({one.strict:.2f})"


def rows(reliability: Sequence[Reliable]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (one.composite.title.get("en", one.composite.id), *map(_figure, (one.alpha, one.omega, one.icc_1, one.icc_2)))
        for one in reliability
    )


def _figure(found: Figure) -> str:
    return WHY[found] if isinstance(found, str) else f"{found:.2f}"
