"""What was learned, what is being looked at or tried, and which lesson stands in the library? One row per learning."""

from collections.abc import Mapping
from typing import Literal

from projections.lives import Projection, Row, Scene, Was, since
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Day, Moment
from workflows.learning.state import Kept, Known, Learned, Lesson, Looking, Trying, Way, Withdrawn

LearningState = Literal["looking", "trying", "learned", "kept", "withdrawn"]
Shelf = Literal["open", "learned", "library", "kept", "withdrawn"]
SHELVES: tuple[Shelf, ...] = ("open", "learned", "library", "kept", "withdrawn")
READ: tuple[Shelf, ...] = ("open", "learned", "library")
"""What a unit's page shows: nobody's own, and nothing that was taken back."""


class LearningRow(Row, frozen=True, kw_only=True):
    """`lesson` is what stays with it, `due` by when its lesson or its result is owed; `why` is where it says why it was taken
    back."""

    state: LearningState
    since: Moment
    lesson: Lesson
    due: Day | None = None
    why: Ref | None = None

    @property
    def unit(self) -> str:
        """Its unit; "" where it is the hospital's."""
        return self.lesson.unit or ""

    @property
    def shelf(self) -> Shelf:
        match self.state:
            case "looking" | "trying":
                return "open"
            case "learned":
                return "library" if self.lesson.is_for_all else "learned"
            case state:
                return state

    @property
    def way(self) -> Way:
        return self.lesson.way

    @property
    def title(self) -> Ref:
        return self.lesson.what

    @property
    def about(self) -> str | None:
        return self.lesson.about


def fold(was: Was, scene: Scene) -> Mapping[str, Row]:
    standing = scene.state
    return {"": _row(was, standing, scene)} if isinstance(standing, Known) else {}


def _row(was: Was, standing: Known, scene: Scene) -> LearningRow:
    state, lesson = _state(standing), standing.lesson
    began = since(was, state, scene)
    match standing:
        case Looking(due=due) | Trying(due=due):
            return LearningRow(state=state, since=began, lesson=lesson, due=due)
        case Withdrawn(why=why):
            return LearningRow(state=state, since=began, lesson=lesson, why=why)
        case Learned() | Kept():
            return LearningRow(state=state, since=began, lesson=lesson)


def _state(standing: Known) -> LearningState:
    match standing:
        case Looking():
            return "looking"
        case Trying():
            return "trying"
        case Learned():
            return "learned"
        case Kept():
            return "kept"
        case Withdrawn():
            return "withdrawn"


LEARNINGS = Projection(
    name="learnings", row=LearningRow, fold=fold, nouns=frozenset({"learning"}), filters=(("unit", "shelf"),)
)
