"""An issue of a tracking log."""

from msgspec import Struct

from projections.lives import Stint
from projections.tracking_log import IssueRow, IssueState
from services.api.shapes.words import Date, Instant, Slip, Text, Words, instant, maybe, slips
from workflows.issue.commands import How, Side
from workflows.issue.state import Weight
from workflows.kernel.words import Category, Source


class Author(Struct, frozen=True, kw_only=True):
    """Who put their name to the plan, and for which side."""

    person: str | None
    side: Side


class Issue(Struct, frozen=True, kw_only=True):
    """`number` is how people call it (#118). It has stood in `state` since `since`. `due` is the promise in force, moved
    `moves` times since `first_due`. `voices` and `barriers` are the streams it waits for; `alike` those that look the same."""

    id: str
    number: int
    unit: str
    state: IssueState
    since: Instant
    title: Text
    suggestion: Text
    needs: Text
    plan: Text
    authors: tuple[Author, ...]
    co_authored: bool
    category: Category | None
    source: Source
    rounds: str | None
    listed: Instant
    owner: str | None
    due: Date
    first_due: Date
    moves: int
    weight: Weight | None
    rank: int | None
    voices: tuple[str, ...]
    barriers: tuple[str, ...]
    alike: tuple[str, ...]
    until: Date | None
    how: How | None
    evidence: Text
    reason: Text
    reason_due: Date | None
    resolved: Instant | None
    declined: bool
    corrections: tuple[Slip, ...]


def issue(stint: Stint[IssueRow], words: Words) -> Issue:
    row, matter = stint.row, stint.row.matter
    return Issue(
        id=stint.stream,
        number=matter.number,
        unit=matter.unit,
        state=row.state,
        since=instant(row.since),
        title=words(matter.title),
        suggestion=words(matter.suggestion),
        needs=words(matter.needs),
        plan=words(matter.plan),
        authors=tuple(Author(person=one.person, side=one.side) for one in matter.authors),
        co_authored=matter.is_co_authored,
        category=matter.category,
        source=matter.source,
        rounds=matter.rounds,
        listed=instant(matter.listed),
        owner=matter.owner,
        due=matter.due,
        first_due=matter.first_due,
        moves=matter.moves,
        weight=matter.weight,
        rank=matter.rank,
        voices=matter.voices,
        barriers=matter.barriers,
        alike=matter.alike,
        until=row.until,
        how=row.how,
        evidence=words(row.evidence),
        reason=words(row.reason),
        reason_due=row.reason_due,
        resolved=maybe(row.resolved),
        declined=row.declined,
        corrections=slips(matter.corrections, words),
    )
