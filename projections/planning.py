"""How many open issues have a plan, and is it one of both sides? Over rows of the tracking log, of one moment."""

from collections.abc import Iterable

from msgspec import Struct

from projections.tracking_log import IssueRow


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


def covered(rows: Iterable[IssueRow]) -> Covered:
    open_ = [row.matter for row in rows if row.shelf == "open"]
    planned = [matter for matter in open_ if matter.plan is not None]
    of_both = sum(matter.is_co_authored for matter in planned)
    return Covered(of_both=of_both, of_one=len(planned) - of_both, issues=len(open_))
