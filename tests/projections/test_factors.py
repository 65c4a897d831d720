"""What helps and hinders is counted lesson by lesson, what hinders most first."""

from projections.factors import Factor, factors
from projections.learnings import LearningRow
from workflows.kernel.grammar import Ref
from workflows.learning.state import Lesson


def learned(helped: tuple[str, ...] = (), hindered: tuple[str, ...] = ()) -> LearningRow:
    lesson = Lesson(unit="4w", way="defect", what=Ref(1, "what"), began=0, helped=helped, hindered=hindered)
    return LearningRow(state="learned", since=0, lesson=lesson)


def test_each_lesson_counts_once_and_what_hinders_most_stands_first() -> None:
    rows = [learned(("team",), ("task",)), learned(("team",), ("task", "weather")), learned()]
    assert factors(rows, ("team", "task", "patient")) == (
        Factor("task", 0, 2, 0),
        Factor("weather", 0, 1, 1),
        Factor("team", 2, 0, 0),
    )


def test_of_nothing_nothing_is_said() -> None:
    assert factors([learned()], ("team",)) == ()
