"""How many open issues have a plan, and is it one of both sides? Over counts of the tracking log, of one moment."""

from collections.abc import Mapping

from msgspec import Struct


class Covered(Struct, frozen=True, kw_only=True):
    """Of `issues` that are open: those whose plan has an author who leads the hospital and one who works on the unit
    (`of_both`), and those whose plan is of one side as yet."""

    of_both: int
    of_one: int
    issues: int

    @property
    def percent(self) -> int | None:
        """The share covered by a plan of both sides; of nothing there is none."""
        return round(100 * self.of_both / self.issues) if self.issues else None


def covered(counts: Mapping[str, int]) -> Covered:
    """From how many issues are `planned` which way."""
    return Covered(of_both=counts.get("both", 0), of_one=counts.get("one", 0), issues=sum(counts.values()))
