"""What is attested: how it stands, what was said of it, to whom it was shown; and the items of the house."""

from msgspec import Struct

from projections.lives import Stint
from projections.standards import StandardRow, StandardState
from services.api.shapes.words import Date, Instant, Slip, Text, Words, instant, maybe, slips
from workflows.kernel.standards import Item, Scope, Work
from workflows.standard.commands import Says
from workflows.standard.state import Attestation, Showing


class Said(Struct, frozen=True, kw_only=True):
    """What was said when it was attested; `looked` when it was last renewed."""

    words: Text
    more: Text
    marks: tuple[str, ...]
    day: Date | None
    evidence: tuple[str, ...]
    by: str | None
    at: Instant
    looked: Text


class Shown(Struct, frozen=True):
    """It was shown to `to`, and what they said to it, if they did."""

    to: str
    at: Instant
    says: Says | None
    words: Text


class Standard(Struct, frozen=True, kw_only=True):
    """`owner` sees to the gap, or renews it, by `due`; `asked` is why it is to be renewed now. `waiver` set it aside; `why` is
    what is missing, or why it ended. `attested` counts how often it was. `came` is when what was expected has come,
    `expected` whether that was on record before."""

    id: str
    item: str
    unit: str | None
    person: str | None
    of: str | None
    state: StandardState
    since: Instant
    owner: str | None
    due: Date | None
    first_due: Date | None
    moves: int
    asked: str | None
    waiver: str | None
    why: Text
    said: Said | None
    attested: int
    shown: tuple[Shown, ...]
    activated: Instant | None
    activated_why: Text
    used: tuple[Text, ...]
    came: Date | None
    outcome: Text
    expected: bool
    corrections: tuple[Slip, ...]


class Catalogued(Struct, frozen=True, kw_only=True):
    """An item of the standards: what is asked, of whom, for how long."""

    key: str
    group: str
    title: str
    question: str
    hint: str
    scope: Scope
    by: tuple[str, ...]
    renew_days: int | None
    needs_owner: bool
    many: bool
    of: str | None
    work: Work | None


def standard(stint: Stint[StandardRow], words: Words) -> Standard:
    row, one = stint.row, stint.row.standard
    return Standard(
        id=stint.stream,
        item=one.item,
        unit=one.unit,
        person=one.person,
        of=one.of,
        state=row.state,
        since=instant(row.since),
        owner=row.owner,
        due=row.due,
        first_due=row.first_due,
        moves=row.moves,
        asked=row.asked,
        waiver=row.waiver,
        why=words(row.why),
        said=_said(one.said, words) if one.said else None,
        attested=one.attested,
        shown=tuple(_shown(each, words) for each in one.shown),
        activated=maybe(one.activated),
        activated_why=words(one.activated_why),
        used=tuple(map(words, one.used)),
        came=one.met.came if one.met else None,
        outcome=words(one.met.outcome) if one.met else None,
        expected=one.was_expected,
        corrections=slips(one.corrections, words),
    )


def _said(said: Attestation, words: Words) -> Said:
    return Said(
        words=words(said.words),
        more=words(said.more),
        marks=said.marks,
        day=said.day,
        evidence=said.evidence,
        by=said.by,
        at=instant(said.at),
        looked=words(said.looked),
    )


def _shown(one: Showing, words: Words) -> Shown:
    return Shown(one.to, instant(one.at), one.says, words(one.words))


def catalogued(key: str, item: Item) -> Catalogued:
    return Catalogued(
        key=key,
        group=item.group,
        title=item.title,
        question=item.question,
        hint=item.hint,
        scope=item.scope,
        by=item.by,
        renew_days=item.renew_days,
        needs_owner=item.needs_owner,
        many=item.many,
        of=item.of,
        work=item.work,
    )
