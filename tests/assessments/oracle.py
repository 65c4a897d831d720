"""The same scores worked out once more, one person after the other, from the standard library alone."""

from statistics import fmean, pvariance, stdev, variance

from assessments.instrument import Answers, Composite, Instrument


def turned(instrument: Instrument, name: str, answers: Answers) -> int | None:
    item = instrument.item(name)
    scale = instrument.scale_of(item)
    answer = answers.get(name)
    if answer is None or (scale.away and answer == scale.away.value):
        return None
    return scale.least + scale.most - answer if item.reverse else answer


def valid(instrument: Instrument, name: str, people: list[Answers]) -> list[int]:
    return [told for one in people if (told := turned(instrument, name, one)) is not None]


def percent(instrument: Instrument, name: str, people: list[Answers]) -> float | None:
    told = valid(instrument, name, people)
    positive = instrument.scale_of(instrument.item(name)).positive
    return 100 * sum(one in positive for one in told) / len(told) if told else None


def composite_percent(instrument: Instrument, composite: Composite, people: list[Answers]) -> float | None:
    each = [found for name in composite.items if (found := percent(instrument, name, people)) is not None]
    return fmean(each) if each else None


def person(instrument: Instrument, composite: Composite, answers: Answers, least: int) -> float | None:
    told = [one for name in composite.items if (one := turned(instrument, name, answers)) is not None]
    return fmean(told) if len(told) >= least else None


def persons(instrument: Instrument, composite: Composite, people: list[Answers], least: int) -> list[float]:
    return [found for one in people if (found := person(instrument, composite, one, least)) is not None]


def spread_of(scores: list[float]) -> float | None:
    return stdev(scores) if len(scores) > 1 else None


def alpha(instrument: Instrument, composite: Composite, people: list[Answers]) -> float | None:
    rows = [[turned(instrument, name, one) for name in composite.items] for one in people]
    whole = [[value for value in row if value is not None] for row in rows if None not in row]
    sums = [float(sum(row)) for row in whole]
    if len(whole) < 3 or variance(sums) == 0:
        return None
    items: list[float] = [variance(column) for column in zip(*whole, strict=True)]
    return len(items) / (len(items) - 1) * (1 - sum(items) / variance(sums))


def agreement(instrument: Instrument, composite: Composite, people: list[Answers], at_random: float) -> float | None:
    columns = [valid(instrument, name, people) for name in composite.items]
    varied = [variance(column) for column in columns if len(column) > 1]
    if not varied:
        return None
    share = fmean(varied) / at_random
    return 0.0 if share > 1 else len(varied) * (1 - share) / (len(varied) * (1 - share) + share)


def icc(groups: list[list[float]]) -> tuple[float, float] | None:
    met = [one for one in groups if one]
    everybody = [score for one in met for score in one]
    if len(met) < 2 or len(everybody) <= len(met):
        return None
    middle = fmean(everybody)
    between = sum(len(one) * (fmean(one) - middle) ** 2 for one in met) / (len(met) - 1)
    within = sum(len(one) * pvariance(one) for one in met) / (len(everybody) - len(met))
    if between < 1e-12:
        return None
    size = len(everybody) / len(met)
    return (between - within) / (between + (size - 1) * within), (between - within) / between
