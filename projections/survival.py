"""How many still wait after so many days? The product-limit estimate (Kaplan and Meier 1958) over what was counted.

What still goes on is not left out: it tells that it took at least so long. A median of finished things alone would look the
better the more is stuck.
"""

from collections.abc import Iterable

from msgspec import Struct


class Span(Struct, frozen=True):
    """`count` things that took `days`, or, where it is not `over`, were still going on (or given up) after them."""

    days: int
    over: bool
    count: int = 1


class Step(Struct, frozen=True):
    """From this day on a `share` of all still waits; just before it so many were `at_risk`, and `over` came to their end."""

    day: int
    share: float
    at_risk: int
    over: int


class Survival(Struct, frozen=True):
    """`steps` in order of their days; `whole` things, of which so many are `over`; `longest` is the last day anything was
    seen at."""

    steps: tuple[Step, ...]
    whole: int
    over: int
    longest: int

    def days(self, part: float) -> int | None:
        """After so many days this part had come to its end; None while too many still wait for that to be said."""
        return next((step.day for step in self.steps if step.share <= 1 - part + 1e-12), None)

    def share_at(self, day: int) -> float:
        """The share that still waits after that day."""
        passed = [step.share for step in self.steps if step.day <= day]
        return passed[-1] if passed else 1.0


def survival(spans: Iterable[Span]) -> Survival:
    """Whoever ended on a day counts as waiting until then; whoever was last seen waiting on it, too."""
    ended: dict[int, int] = {}
    seen: dict[int, int] = {}
    for span in spans:
        lot = ended if span.over else seen
        lot[span.days] = lot.get(span.days, 0) + span.count
    waiting = whole = sum(ended.values()) + sum(seen.values())
    share, steps = 1.0, []
    for day in sorted(ended.keys() | seen.keys()):
        over = ended.get(day, 0)
        if over:
            share *= 1 - over / waiting
            steps.append(Step(day, share, waiting, over))
        waiting -= over + seen.get(day, 0)
    return Survival(tuple(steps), whole, sum(ended.values()), max(ended.keys() | seen.keys(), default=0))
