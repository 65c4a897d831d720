"""What goes to the board: stories, its meetings, notices of serious events."""

from msgspec import Struct

from projections.lives import Stint
from projections.notices import NoticeRow, NoticeState
from projections.presentations import PresentationRow
from projections.share import Share
from projections.stories import StoryRow, StoryState
from services.api.shapes.part import Part, part
from services.api.shapes.words import Date, Instant, Text, Words, instant
from workflows.kernel.words import Brought
from workflows.notice.commands import Audience


class Story(Struct, frozen=True, kw_only=True):
    """What changed in a unit because somebody spoke; `about` is the issue."""

    id: str
    unit: str
    state: StoryState
    since: Instant
    about: str
    words: Text


class BoardMeeting(Struct, frozen=True, kw_only=True):
    """`safety`: of its minutes, those on safety and quality. `withdrawn`: it was put on record by mistake."""

    id: str
    day: Date
    safety: Part
    harm_story: bool
    stories: tuple[str, ...]
    words: Text
    withdrawn: bool


class Telling(Struct, frozen=True, kw_only=True):
    """Who was told, on which day and how."""

    audience: Audience
    day: Date
    how: Brought


class Notice(Struct, frozen=True, kw_only=True):
    """Of a serious event known since `known`; `holder` tells everybody by `due`. `event` is its number in the event system."""

    id: str
    state: NoticeState
    what: Text
    known: Date
    due: Date
    holder: str
    event: str | None
    told: tuple[Telling, ...]
    untold: tuple[Audience, ...]
    why: Text


def story(stint: Stint[StoryRow], words: Words) -> Story:
    row = stint.row
    return Story(
        id=stint.stream,
        unit=row.unit,
        state=row.state,
        since=instant(row.since),
        about=row.story.about,
        words=words(row.story.words),
    )


def board_meeting(stint: Stint[PresentationRow], words: Words) -> BoardMeeting:
    held = stint.row.meeting
    return BoardMeeting(
        id=stint.stream,
        day=held.day,
        safety=part(Share(held.safety_minutes, held.minutes)),
        harm_story=held.harm_story,
        stories=held.stories,
        words=words(held.words),
        withdrawn=held.why is not None,
    )


def notice(stint: Stint[NoticeRow], words: Words) -> Notice:
    known = stint.row.notice
    return Notice(
        id=stint.stream,
        state=stint.row.shelf,
        what=words(known.what),
        known=known.known,
        due=known.due,
        holder=known.holder,
        event=known.event,
        told=tuple(Telling(audience=one.audience, day=one.day, how=one.how) for one in known.told),
        untold=known.untold,
        why=words(known.why),
    )
