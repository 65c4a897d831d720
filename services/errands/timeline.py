"""Who held the ball, from when to when, and why it moved: of an issue with its barriers and voices, or of a unit."""

from collections.abc import Collection, Iterable

from projections.accountability import Holding
from projections.lives import Stint
from projections.tracking_log import IssueRow
from services.errands.errand import Answer
from services.errands.naming import NotFound, stream_called
from services.errands.seeing import Row, Seen, allowed
from services.wording import mail
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import days_between


def told(seen: Seen, called: str) -> Answer:
    """An issue by `#118` or id, a barrier, concern, promise or rounds by id, a unit by slug or name."""
    stream = stream_called(seen.house, called)
    if noun_of(stream) == "unit":
        return _of_unit(seen, stream.removeprefix("unit-"))
    if noun_of(stream) == "issue":
        return _of_issue(seen, stream)
    allowed(seen.house, "read.timeline", seen.house.clerk.memory.get(stream).state.unit, stream)
    return _answer(seen, stream, stream, seen.look.held([stream]))


def _of_issue(seen: Seen, stream: str) -> Answer:
    page = seen.look.issue(stream)
    if page is None:
        raise NotFound("That issue was not there yet on the day you ask about, or was not known.")
    matter = page.issue.row.matter
    allowed(seen.house, "read.timeline", matter.unit, stream)
    title = f"#{matter.number} {seen.words([matter.title])(matter.title)}: {page.issue.row.state}"
    return _answer(seen, stream, title, page.held)


def _of_unit(seen: Seen, unit: str) -> Answer:
    allowed(seen.house, "read.timeline", unit)
    issues = seen.look.issues([unit], ("open", "done", "closed"))
    voices = [voice.stream for voice in seen.look.voices(unit)]
    barriers = {barrier for issue in issues for barrier in issue.row.matter.barriers}
    streams: Collection[str] = {*(issue.stream for issue in issues), *barriers, *voices}
    return _answer(seen, f"unit-{unit}", seen.names.unit(unit), seen.look.held(streams))


def _answer(seen: Seen, about: str, title: str, held: Iterable[Stint[Holding]]) -> Answer:
    stints = sorted(held, key=lambda stint: (stint.began, stint.begun_by))
    found = {"about": about, "title": title, "as_of": seen.look.at(), "day": seen.day}
    said = (title,) if stints else (title, "Nobody has held anything of it yet.")
    if by_mail := _by_mail(seen, {about, *(stint.stream for stint in stints)}):
        said, found = (*said, f"{mail.TOLD}: {by_mail}."), {**found, "told_by_mail": by_mail}
    return Answer(said, {**found, "tables": {"Who held the ball": _rows(seen, stints)}})


def _by_mail(seen: Seen, streams: Collection[str]) -> str:
    """As it is now: what was on its way on a past day, nothing tells."""
    today = seen.date(seen.house.now())
    return "" if seen.day < today else mail.told(seen.house, sorted(streams), today)


def _rows(seen: Seen, stints: list[Stint[Holding]]) -> list[Row]:
    numbers = _numbers(seen, {stint.stream for stint in stints})
    return [
        {
            "from": seen.date(stint.began),
            "to": seen.date(stint.ended) if stint.ended else "",
            "days": days_between(stint.began, min(stint.ended or seen.until, seen.until)),
            "holder": seen.names.of(stint.row.holder),
            "owes": stint.row.owes,
            "waiting": seen.names.of(stint.row.waiting_on) if stint.row.waiting_on else "",
            "due": stint.row.due or "",
            "why": stint.row.event.replace(".", " ").replace("_", " "),
            "of": numbers.get(stint.stream, stint.stream),
        }
        for stint in stints
    ]


def _numbers(seen: Seen, streams: Collection[str]) -> dict[str, str]:
    """Issues by the number they are called by."""
    issues = seen.look.about([stream for stream in streams if noun_of(stream) == "issue"])
    rows = {stream: stint.row for stream, stint in issues.items()}
    return {stream: f"#{row.matter.number}" for stream, row in rows.items() if isinstance(row, IssueRow)}
