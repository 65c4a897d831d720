"""The next meeting of the team with its executive, beside the calendar of rounds: whoever plans the one plans the other."""

from msgspec import Struct

from services.reader.views import Look
from services.web.doing.actions import Action
from services.web.visit import Visit
from services.web.when import When
from services.wording import time_words


class Meeting(Struct, frozen=True):
    """In a sentence, and what can be planned."""

    words: str
    actions: tuple[Action, ...]


def meeting(visit: Visit, look: Look, slug: str, looking: When) -> Meeting | None:
    """None where nobody meets."""
    stint = next(iter(look.partnerships([slug], ("active", "graduated"))), None)
    if stint is None:
        return None
    planned, name = stint.row.course.planned, visit.names.of(stint.row.executive)
    words = f"No meeting with {name} is planned."
    if planned:
        words = f"{name} meets with the team on {time_words.weekday(planned.day)}."
    verb, label = ("move_meeting", "Move the meeting") if planned else ("schedule_meeting", "Plan the meeting")
    if looking.past or not visit.may(f"partnership.{verb}", slug, stint.stream):
        return Meeting(words, ())
    href = f"/do/partnership/{verb}?to={stint.stream}&next=/unit/{slug}/rounds"
    return Meeting(words, (Action(label, href, first=True),))
