"""A self-assessment in words: what was agreed, how those who rated lie apart, who sees it otherwise, what moved."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from assessments.maturity import (
    DOMAINS,
    NOT_ASSESSABLE,
    STAGES,
    ComponentKey,
    Domain,
    Profile,
    Rating,
    Spread,
    Stage,
    anchors,
    overall,
    standing,
    steps,
)
from assessments.scorecard import FigureKey, against, scorecard
from assessments.self_assessment.state import Agreement, Dissent, Setting
from projections.lives import Stint
from projections.self_assessments import AssessmentRow
from projections.share import Share
from services import clock
from services.ratings import Said
from services.web.paths import page_of
from services.web.phrases import choice
from services.web.pictures import Climb, Flight, stages
from services.web.visit import Visit, Words
from services.web.when import When
from services.wording import time_words
from workflows.kernel.grammar import Ref

CHIPS = {
    "sealed": ("waiting", "Sealed"),
    "opened": ("in_work", "Being agreed"),
    "published": ("confirmed", "Published"),
    "withdrawn": ("withdrawn", "Taken back"),
}


APART = {"says_more": "The claim says more than the figure", "says_less": "The claim says less than the figure"}


class Line(Struct, frozen=True, kw_only=True):
    """One component as the page shows it; `spread` says how those who rated lie apart, `wide` where they are far apart."""

    key: ComponentKey
    title: str
    asks: str
    agreed: str
    note: str
    moved: str
    spread: str
    wide: str
    why: tuple[str, ...]
    evidence: tuple[tuple[str, str], ...]
    dissents: tuple[tuple[str, str], ...]
    beside: tuple[tuple[str, str, str], ...]
    """Figures of the ledger: what, how much, and where the claim lies apart from it ("" where not)."""


class Part(Struct, frozen=True, kw_only=True):
    """A domain: its lowest and its middle in words, its components."""

    name: str
    lowest: str
    middle: str
    lines: tuple[Line, ...]


def refs(row: AssessmentRow) -> Iterator[Ref | None]:
    yield row.why
    yield from (one.note for one in row.agreed)
    yield from (one.why for one in row.dissents)


def name_of(rating: Rating) -> str:
    return choice(rating, "rating")


class Telling(Struct, frozen=True, kw_only=True):
    """What one page tells a self-assessment with; `said` only where the ratings are open, `before` the one before it."""

    visit: Visit
    looking: When
    words: Words
    said: Mapping[ComponentKey, Said]
    before: Profile
    beside: Mapping[FigureKey, Share]
    """Of the four quarters up to then, as they were known when it was published; else as they are known now."""

    def parts(self, row: AssessmentRow) -> list[Part]:
        return [self._part(row, domain) for domain in DOMAINS if domain in row.setting.domains]

    def _part(self, row: AssessmentRow, domain: Domain) -> Part:
        keys = anchors().of(domain)
        found = standing(row.profile, keys)
        left = found.of - found.assessed
        middle = " to ".join(name_of(one) for one in found.middle).lower()
        return Part(
            name=anchors().domains[domain],
            lowest=name_of(found.lowest) if found.lowest else "–",
            middle=f"{middle or 'nothing agreed yet'}{f'; {left} not rated or not to be said' if left else ''}",
            lines=tuple(self._line(row, key) for key in keys),
        )

    def _line(self, row: AssessmentRow, key: ComponentKey) -> Line:
        component, said = anchors().components[key], self.said.get(key)
        agreed = next((one for one in row.agreed if one.component == key), None)
        evidence = dict.fromkeys((*(said.evidence if said else ()), *(agreed.evidence if agreed else ())))
        return Line(
            key=key,
            title=component.title,
            asks=component.asks,
            agreed=name_of(agreed.rating) if agreed else "",
            note=self.words.of(agreed.note) if agreed else "",
            moved=self._moved(agreed),
            spread=spread_of(said.spread) if said else "",
            wide=_wide(said.spread) if said else "",
            why=said.why if said else (),
            evidence=tuple((one, page_of(one)) for one in evidence if self.visit.sees(one)),
            dissents=tuple(self._dissent(one) for one in row.dissents if one.component == key),
            beside=tuple(self._beside(key, agreed)),
        )

    def _beside(self, key: ComponentKey, agreed: Agreement | None) -> Iterator[tuple[str, str, str]]:
        for figure in scorecard().beside.get(key, ()):
            share = self.beside.get(figure, Share(0, 0))
            lies = against(agreed.rating, share.part, share.whole) if agreed else None
            number = f"{share.percent} % ({share.part} of {share.whole})" if share.whole else "nothing to show"
            yield scorecard().figures[figure].title, number, APART.get(lies or "", "")

    def _moved(self, agreed: Agreement | None) -> str:
        moved = steps(self.before.get(agreed.component), agreed.rating) if agreed else None
        if moved is None:
            return ""
        stage = time_words.number_of(abs(moved), "stage")
        return "as before" if not moved else f"{stage} {'up' if moved > 0 else 'down'}"

    def _dissent(self, one: Dissent) -> tuple[str, str]:
        whose = f"{self.visit.names.of(one.rater)} says {name_of(one.rating).lower()}"
        return self.words.of(one.why), whose


def picture(row: AssessmentRow, key: str) -> Markup:
    """The profile, domain by domain."""
    flights = [
        Flight(anchors().domains[domain], tuple(_climb(row, component) for component in anchors().of(domain)))
        for domain in DOMAINS
        if domain in row.setting.domains
    ]
    return stages(flights, title="How far we have come, as those who rated agreed", key=key)


def _climb(row: AssessmentRow, key: ComponentKey) -> Climb:
    rating = row.profile.get(key)
    return Climb(
        name=anchors().components[key].title,
        steps=_steps(rating),
        words=name_of(rating) if rating else "not agreed yet",
        dissent=any(one.component == key for one in row.dissents),
    )


def _steps(rating: Rating | None) -> int:
    found: Sequence[Stage] = [one for one in STAGES if one == rating]
    return STAGES.index(found[0]) + 1 if found else 0


def whole(row: AssessmentRow) -> str:
    """What may be said of the whole: its lowest; "approaching" only where all fourteen are."""
    if overall(row.profile, tuple(anchors().components)):
        return "All fourteen components are approaching."
    return "There is no stage for the whole: a house is as safe as its lowest part, and stages have no mean."


def spread_of(spread: Spread) -> str:
    """So: "2 developing, 5 advancing"."""
    said = {one: f"{count} {name_of(one).lower()}" for one, count in spread.counts.items() if count}
    if count := spread.counts[NOT_ASSESSABLE]:
        said[NOT_ASSESSABLE] = f"{count} could not say"
    return ", ".join(said.values())


def _wide(spread: Spread) -> str:
    return f"{spread.range} stages apart" if spread.is_wide else ""


def facts(visit: Visit, setting: Setting, looking: When) -> list[tuple[str, str]]:
    return [
        ("Asked", time_words.short(clock.day_of(setting.opened, visit.house.plate.zone), looking.day)),
        ("Ratings until", time_words.short(setting.closes, looking.day)),
        ("Handed in", f"{len(setting.handed)} of {len(setting.raters)}"),
        ("Leads the meeting", visit.names.of(setting.facilitator)),
        ("Who rates", ", ".join(map(visit.names.of, setting.raters))),
    ]


def before(rows: Iterable[Stint[AssessmentRow]], one: Stint[AssessmentRow]) -> Profile:
    """What was published before it, of the same place."""
    earlier = (
        other.row
        for other in rows
        if other.row.state == "published" and other.row.setting.opened < one.row.setting.opened
    )
    latest = max(earlier, key=lambda row: row.setting.opened, default=None)
    return latest.profile if latest else {}
