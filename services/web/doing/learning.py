"""What can be done with something that is learned, as it stands, by this reader: the buttons of a page."""

from collections.abc import Iterator

from projections.learnings import LearningRow
from services.web.doing.actions import Action, apart
from services.web.doing.buttons import Offer
from services.web.paths import page_of
from services.web.visit import Visit

_MENDING: tuple[Offer, ...] = (
    ("learning.hand_on", "Hand it on", False),
    ("learning.correct", "Correct", False),
    ("learning.withdraw", "Take it back", False),
)


def of_learning(visit: Visit, stream: str, row: LearningRow) -> tuple[Action, ...]:
    unit = row.lesson.unit
    if row.lesson.author is not None:
        offers = _own(visit, row)
    else:
        offers = (*_next(row), *(() if row.state == "withdrawn" else _MENDING))
    found = (
        Action(label, f"/do/{verb.replace('.', '/')}?to={stream}", first)
        for verb, label, first in offers
        if visit.may(verb, unit, stream)
    )
    away = () if row.lesson.author is not None else apart(visit, stream)
    return (*_following_up(visit, stream, row), *found, *_passing_on(visit, stream, row), *away)


def _own(visit: Visit, row: LearningRow) -> tuple[Offer, ...]:
    if row.lesson.author != visit.person or row.state == "withdrawn":
        return ()
    opening = (("learning.open_up", "Let others read it", True),) if row.state == "kept" else ()
    return (*opening, ("learning.take_back", "Take it back", False))


def _next(row: LearningRow) -> tuple[Offer, ...]:
    """What comes next stands first."""
    lesson = row.lesson
    marked, chosen = bool(lesson.helped or lesson.hindered), bool(lesson.steps)
    match row.state:
        case "looking":
            return (
                ("learning.mark_factors", "Mark what helped and hindered", not marked),
                ("learning.choose", "Choose something to do about it", marked),
                ("learning.conclude", "Say the lesson", chosen),
            )
        case "trying" if lesson.prediction is None:
            return (("learning.predict", "Say what you expect", True),)
        case "trying":
            return (("learning.study", "Say what you saw", True),)
        case "learned":
            more = (("learning.choose", "Choose something more", False),) if lesson.way == "defect" else ()
            return (("learning.share", "Share it", not lesson.is_for_all), *more)
        case _:
            return ()


def _following_up(visit: Visit, stream: str, row: LearningRow) -> Iterator[Action]:
    """Whoever leads what was chosen says whether the risk went down."""
    if row.state not in ("looking", "learned") or not visit.may("learning.follow_up", row.lesson.unit, stream):
        return
    for step in row.lesson.steps:
        if step.is_open:
            label = f"Say whether number {step.number} helped"
            yield Action(label, f"/do/learning/follow_up?to={stream}&number={step.number}", row.state == "learned")


def _passing_on(visit: Visit, stream: str, row: LearningRow) -> Iterator[Action]:
    """A lesson goes to other units; a test that is adapted is tried again."""
    unit, back = row.lesson.unit, page_of(stream)
    place = f"&unit={unit}" if unit else ""
    if row.shelf == "library" and row.lesson.author is None and visit.may("promise.offer", unit):
        yield Action("Offer it to another unit", f"/do/promise/offer?about={stream}{place}&next={back}", True)
    if row.lesson.verdict == "adapt" and visit.may("learning.try", unit):
        yield Action("Try it again, adapted", f"/do/learning/try?after={stream}{place}", False)


def begins(visit: Visit, unit: str) -> tuple[Action, ...]:
    """How something new is learned in a unit."""
    offers: tuple[Offer, ...] = (
        ("learning.open", "Look at something that went wrong", True),
        ("learning.try", "Try a change", True),
        ("learning.tell", "Tell a lesson", False),
    )
    return tuple(
        Action(label, f"/do/{verb.replace('.', '/')}?unit={unit}", first)
        for verb, label, first in offers
        if visit.may(verb, unit)
    )
