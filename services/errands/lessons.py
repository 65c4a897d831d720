"""What a unit learns and what it learned, or every unit: what happened, how it stands, the lesson."""

from collections.abc import Callable

from projections.learnings import LearningRow
from projections.lives import Stint
from services.errands.errand import Answer
from services.errands.naming import unit_called
from services.errands.seeing import Row, Seen, allowed
from services.wording.time_words import number_of
from workflows.kernel.grammar import Ref


def told(seen: Seen, called: str) -> Answer:
    """The unit is called by slug or name, "" for all of them. Nobody's own reflection is among it."""
    units = [unit_called(seen.house, called)] if called else ["", *seen.names.units]
    for unit in units:
        allowed(seen.house, "read.board", unit or None)
    found = [one for one in seen.look.learnings(units) if one.row.lesson.author is None]
    words = seen.words(ref for one in found for ref in _refs(one.row))
    done = sum(one.row.state == "learned" for one in found)
    said = f"{seen.names.unit(units[0]) if called else seen.names.unit(None)}, {seen.day}: {number_of(done, 'lesson')}"
    tables = {
        "Being looked at": [_row(seen, one, words) for one in found if one.row.state != "learned"],
        "Learned": [_row(seen, one, words) for one in found if one.row.state == "learned"],
    }
    return Answer((said,), {"as_of": seen.look.at(), "day": seen.day, "tables": tables})


def _refs(row: LearningRow) -> list[Ref]:
    return [row.lesson.what, *([row.lesson.lesson] if row.lesson.lesson else [])]


def _row(seen: Seen, one: Stint[LearningRow], words: Callable[[Ref], str]) -> Row:
    lesson = one.row.lesson
    return {
        "happened": words(lesson.what),
        "unit": seen.names.unit(one.row.unit or None),
        "way": lesson.way,
        "lesson": words(lesson.lesson) if lesson.lesson else "",
        "due": seen.due(one.row.due),
        "library": lesson.is_for_all,
        "stream": one.stream,
    }
