"""Where a measure stands, in one number and the words behind it."""

from datetime import date
from fractions import Fraction

from services.reader.measuring import Gauged
from services.web.visit import Words
from services.wording import time_words
from workflows.kernel.moments import Day
from workflows.kernel.periods import first_day, kind_of
from workflows.measure.state import Gauge


def now(gauged: Gauged, words: Words, day: Day) -> tuple[str, str]:
    """The number that stands in front, and what it is of; on that day."""
    gauge = gauged.measure.row.gauge
    if gauge.kind == "days_since":
        since = gauged.chart.since
        if since is None:
            return "–", "no day entered yet"
        return f"{since:,}", "day since it last happened" if since == 1 else "days since it last happened"
    if not gauged.chart.points:
        return "–", "no value entered yet"
    last = gauged.chart.points[-1]
    when = period(last.row.value.period, day)
    return spelled(last.number), f"{of(gauge, words)}, {when}" if gauge.kind == "rate" else f"in {when}"


def of(gauge: Gauge, words: Words) -> str:
    """So: "per 1,000 line days"; "" for what is no rate."""
    return f"per {gauge.per or 1:,} {words.of(gauge.per_what)}" if gauge.kind == "rate" else ""


def period(said: str, day: Day) -> str:
    """So: "March 2025", "week of 10 Mar", "14 Mar"."""
    first = first_day(said)
    match kind_of(said):
        case "month":
            return f"{date.fromisoformat(first):%B %Y}"
        case "week":
            return f"week of {time_words.short(first, day)}"
        case _:
            return time_words.short(first, day)


def spelled(number: Fraction) -> str:
    """So: "3", "2.5", "0.83", "1,204"."""
    whole = number.denominator == 1 or number >= 100
    return f"{round(number):,}" if whole else f"{float(number):.2f}".rstrip("0").rstrip(".")
