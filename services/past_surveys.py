"""Surveys from before people were asked here: what was brought of them, sealed like ballots, and what may be told of it.

The limits are those of every survey, however the figures were told where they come from. What came as answers is counted as
answers are; what came as figures stays as it came, and is compared only as far as figures carry.
"""

from collections.abc import Sequence
from hashlib import sha256

from msgspec import Struct, json

from assessments.disclosure import Limits
from assessments.instrument import Answers, Composite, Instrument, Item
from services import surveyed
from services.house import House
from services.instruments import as_it_was
from services.surveyed import Result, Said, Scaled
from services.under_seal import sealed, unsealed
from workflows.kernel.moments import Day
from workflows.unit.commands import EnterSurvey
from workflows.unit.state import PastSurvey


class Figure(Struct, frozen=True, kw_only=True):
    """Of `n` people: the `percent` that answered an item positively; or of a composite the `mean` of people's scores on the
    scale of their answers and, where it is known, how far they lie apart (standard deviation)."""

    about: str
    n: int
    percent: float | None = None
    mean: float | None = None
    sd: float | None = None


What = Sequence[Answers] | Sequence[Figure]


class Past(Struct, frozen=True, kw_only=True):
    """One survey of one unit, as it was brought; in no order that says anything."""

    unit: str
    instrument: Instrument
    closed: Day
    answers: tuple[Answers, ...] = ()
    figures: tuple[Figure, ...] = ()

    @property
    def people(self) -> int:
        """How many are behind it at most."""
        return len(self.answers) or max((one.n for one in self.figures), default=0)


def command(house: House, past: Past) -> tuple[EnterSurvey, bytes]:
    """What enters it, and the bytes it speaks of, which are to be kept first."""
    ordered = sorted(map(json.encode, past.answers or past.figures))
    body = sealed(house, _whose(past.unit, past.instrument.id, past.closed), [json.decode(one) for one in ordered])
    return EnterSurvey(
        instrument=past.instrument.id,
        version=past.instrument.version,
        instrument_digest=past.instrument.digest,
        closed=past.closed,
        told="answers" if past.answers else "figures",
        digest=sha256(body).hexdigest(),
    ), body


def result(house: House, unit: str, past: PastSurvey) -> Result | None:
    """None where what was asked, or what was brought, is not here."""
    instrument = as_it_was(house, past.instrument, past.version, past.instrument_digest)
    body = unsealed(house, _whose(unit, past.instrument, past.closed), past.digest)
    if instrument is None or body is None:
        return None
    if past.told == "answers":
        return surveyed.told(instrument, json.decode(body, type=list[dict[str, int]]), past.digest, Limits())
    figures = {one.about: one for one in json.decode(body, type=list[Figure])}
    items = [(one, figures[one.id]) for one in instrument.items if one.id in figures]
    scales = [(one, figures[one.id]) for one in instrument.composites if one.id in figures]
    return Result(
        instrument=instrument,
        needed=None,
        items=tuple(_said(item, figure) for item, figure in items),
        scales=tuple(_scaled(instrument, composite, figure) for composite, figure in scales),
    )


def _said(item: Item, figure: Figure) -> Said:
    if figure.percent is None or figure.n < Limits().least(respect=item.respect, whole_unit=True):
        return Said(item=item)
    return surveyed.share(item, round(figure.percent * figure.n / 100), figure.n)


def _scaled(instrument: Instrument, composite: Composite, figure: Figure) -> Scaled:
    respect = any(instrument.item(name).respect for name in composite.items)
    if figure.mean is None or figure.n < Limits().least(respect=respect, whole_unit=True):
        return Scaled(composite=composite)
    return surveyed.scale(instrument, composite, figure.n, figure.mean, figure.sd)


def _whose(unit: str, instrument: str, closed: Day) -> str:
    """So that what was brought for one survey opens as no other."""
    return f"{unit}|{instrument}|{closed}"
