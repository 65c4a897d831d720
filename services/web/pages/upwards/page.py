"""`/upwards`: how much of its time the board gives to safety, what changed because somebody spoke, and who was told of serious
events by when."""

from collections.abc import Sequence

from flask import Blueprint
from msgspec import Struct

from projections import presentations
from projections.lives import Stint
from projections.notices import NoticeRow, in_time
from projections.presentations import AIM, PresentationRow
from projections.stories import StoryRow
from services.web import when
from services.web.doing.actions import Action
from services.web.framing import hospital_tabs, shown
from services.web.phrases import choice
from services.web.telling.stories import day
from services.web.visit import Visit, Words, here
from services.web.when import When
from services.wording import time_words

upwards = Blueprint("upwards", __name__)

BACK = "next=/upwards"
HEAD = ("The board met", "On safety and quality", "A harm was told", "Stories", "What it said", "To do")


class Told(Struct, frozen=True, kw_only=True):
    """A story: where, when, in which words."""

    words: str
    whose: str
    actions: tuple[Action, ...]


class Serious(Struct, frozen=True, kw_only=True):
    """A notice: `facts` say who was told when, `chip` is a key of the layout's states."""

    words: str
    chip: str
    stands: str
    facts: tuple[tuple[str, str], ...]
    actions: tuple[Action, ...]


@upwards.get("/upwards")
def show() -> str:
    visit = here()
    visit.must("read.figures")
    looking = when.when(visit)
    reads = visit.may("read.notices")
    if reads:
        visit.must("read.notices")
    with visit.look(looking) as look:
        meetings, stories = look.presentations(), look.stories()
        notices = look.notices() if reads else ()
    words = visit.open(
        [
            *(one.row.meeting.words for one in meetings),
            *(one.row.story.words for one in stories),
            *(ref for one in notices for ref in (one.row.notice.what, one.row.notice.why)),
        ]
    )
    return shown(
        "upwards/upwards.html",
        place="Hospital",
        notices=looking.notices,
        moment=when.control(visit, looking),
        tabs=hospital_tabs(visit, "The board"),
        query=looking.query,
        figures=_figures(meetings, notices, looking),
        head=HEAD,
        meetings=[
            (_met(one, words, looking), _offered(visit, one.stream, None, looking, *OF_A_MEETING)) for one in meetings
        ],
        stories=[_told(visit, one, words, looking) for one in stories],
        reads=reads,
        serious=[_serious(visit, one, words, looking) for one in notices],
        record=_begin(visit, "presentation.record", looking),
        open=_begin(visit, "notice.open", looking),
    )


def _begin(visit: Visit, verb: str, looking: When) -> str:
    return f"/do/{verb.replace('.', '/')}?{BACK}" if visit.may(verb) and not looking.past else ""


def _figures(
    meetings: Sequence[Stint[PresentationRow]], notices: Sequence[Stint[NoticeRow]], looking: When
) -> list[tuple[str, str]]:
    come = presentations.exposure((one.row for one in meetings), looking.day)
    told = in_time((one.row for one in notices), looking.day)
    minutes = "–" if come.minutes.percent is None else f"{come.minutes.percent} %"
    found = [
        (minutes, f"of the board’s time went to safety and quality; {AIM} % is the aim"),
        (f"{come.quarters.part} of {come.quarters.whole}", "quarters in which the board heard of safety"),
        (f"{come.harm.part} of {come.harm.whole}", "meetings that heard the story of a harm"),
    ]
    return [*found, (f"{told.part} of {told.whole}", "serious events told in time")] if told.whole else found


def _met(one: Stint[PresentationRow], words: Words, looking: When) -> tuple[str, ...]:
    held = one.row.meeting
    share = round(100 * held.safety_minutes / held.minutes)
    return (
        time_words.short(held.day, looking.day),
        f"{held.safety_minutes} of {held.minutes} minutes ({share} %)",
        "Yes" if held.harm_story else "No",
        str(len(held.stories) or "–"),
        words.of(held.words) or "–",
    )


def _told(visit: Visit, one: Stint[StoryRow], words: Words, looking: When) -> Told:
    return Told(
        words=words.of(one.row.story.words),
        whose=f"{visit.names.unit(one.row.unit)}, {day(visit, one.row.since, looking)}",
        actions=_offered(visit, one.stream, one.row.unit, looking, ("story.correct", "", "Correct", False), TAKE_BACK),
    )


Offer = tuple[str, str, str, bool]
"""A verb, what the address says already, the label, whether it is of first rank."""

TAKE_BACK: Offer = ("story.take_back", "", "Take it back", False)
OF_A_MEETING: tuple[Offer, ...] = (
    ("presentation.correct", "", "Put the minutes right", False),
    ("presentation.withdraw", "", "It was a mistake", False),
)
ALWAYS: tuple[Offer, ...] = (
    ("notice.link_event", "", "Its number in the event system", False),
    ("notice.hand_on", "", "Somebody else tells them", False),
    ("notice.correct", "", "Correct", False),
    ("notice.withdraw", "", "It was no serious event", False),
)


def _serious(visit: Visit, one: Stint[NoticeRow], words: Words, looking: When) -> Serious:
    row, known = one.row, one.row.notice
    tell: list[Offer] = [
        ("notice.tell", f"&audience={who}&day={looking.day}", f"{choice(who, 'audience')}: told", True)
        for who in known.untold
    ]
    offers = () if known.why else (*tell, *ALWAYS)
    late = row.shelf == "open" and known.due < looking.day
    chips = {
        "told": "resolved" if row.in_time else "overdue",
        "withdrawn": "withdrawn",
        "open": "overdue" if late else "owed",
    }
    return Serious(
        words=words.of(known.what),
        chip=chips[row.shelf],
        stands=_stands(row, looking),
        facts=_facts(visit, row, words, looking),
        actions=_offered(visit, one.stream, None, looking, *offers),
    )


def _stands(row: NoticeRow, looking: When) -> str:
    match row.shelf:
        case "open":
            return f"to be told, {time_words.due(row.notice.due, looking.day)}"
        case "told":
            return "told in time" if row.in_time else "told late"
        case "withdrawn":
            return "no serious event"


def _facts(visit: Visit, row: NoticeRow, words: Words, looking: When) -> tuple[tuple[str, str], ...]:
    known = row.notice
    told = {one.audience: f"{time_words.short(one.day, looking.day)}, {choice(one.how)}" for one in known.told}
    audiences = ((choice(who, "audience"), told.get(who, "not yet")) for who in ("board", "executives"))
    pairs = (
        ("Known since", time_words.short(known.known, looking.day)),
        *audiences,
        ("In the event system", known.event or "no number yet"),
        ("Who tells them", visit.names.of(known.holder) if row.shelf == "open" else ""),
        ("Why it was none", words.of(known.why)),
    )
    return tuple((name, value) for name, value in pairs if value)


def _offered(visit: Visit, stream: str, unit: str | None, looking: When, *offers: Offer) -> tuple[Action, ...]:
    if looking.past:
        return ()
    return tuple(
        Action(label, f"/do/{verb.replace('.', '/')}?to={stream}{said}&{BACK}", first)
        for verb, said, label, first in offers
        if visit.may(verb, unit, stream)
    )
