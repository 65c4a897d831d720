"""How are rounds held? Figures over visits of one unit or several, of one moment; each says of how many it speaks.

A practice that nobody was asked about is in no figure: rounds from before a question existed count neither for nor against it.
"""

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from projections.heard_on_rounds import HeardRow
from projections.rounds import HELD, RoundsRow
from projections.share import Share
from workflows.rounds.commands import Colour, Kind, Shift

COLOURS: tuple[Colour, ...] = ("executive", "deputy", "team")


class Walked(Struct, frozen=True, kw_only=True):
    """One visit: its row, what belongs to it, and the issues that were open when it was held."""

    stream: str
    row: RoundsRow
    heard: tuple[HeardRow, ...] = ()
    open_then: frozenset[str] = frozenset()

    @property
    def is_held(self) -> bool:
        return self.row.state in HELD

    @property
    def led(self) -> bool:
        """Whether somebody came for the leadership."""
        return self.is_held and self.row.colour in ("executive", "deputy")

    @property
    def issues(self) -> int:
        return sum(one.noun == "issue" for one in self.heard)

    @property
    def brought_before(self) -> int:
        return sum(one.noun == "concern" and one.before for one in self.heard)

    @property
    def looked_at(self) -> frozenset[str]:
        """Issues seen one by one, or as a sheet."""
        return frozenset(one.issue for one in self.row.visit.seen).union(self.row.visit.looked_over)

    @property
    def is_interactive(self) -> bool | None:
        """Whether both sides spoke, what was raised there being a word of staff; None where nobody came or was asked."""
        visit = self.row.visit
        if not self.led or visit.shift is None:
            return None
        raised = any(one.noun == "concern" and not one.before for one in self.heard)
        return visit.is_two_way or (raised and visit.spoke("executive") > 0)


class RoundsFigures(Struct, frozen=True, kw_only=True):
    """`held` by kind and shift (None where nobody was asked); `came` by who came for the leadership. `providers` are people,
    all else are rounds; `issues` of so many rounds, `with_issues` rounds on which one was listed, `moved` those whose day
    moved, of all that were due; `reviewed` of so many issues that were open then."""

    due: int
    held: Mapping[Kind, Mapping[Shift | None, int]]
    came: Mapping[Colour, int]
    not_held: int
    interactive: Share
    pre_briefed: Share
    providers: Share
    guided: Share
    issues: Share
    with_issues: Share
    moved: Share
    brought_before: int
    reviewed: Share


def figures(visits: Iterable[Walked]) -> RoundsFigures:
    """Of visits that were due; those still to come, and those taken back, are in no figure."""
    due = [one for one in visits if one.is_held or one.row.state == "not_held"]
    held = [one for one in due if one.is_held]
    asked = [one for one in held if one.row.visit.shift is not None]
    talks = [one.is_interactive for one in held if one.is_interactive is not None]
    counted = [one.row.visit.briefed for one in held if one.row.visit.briefed is not None]
    return RoundsFigures(
        due=len(due),
        held=_by_shift(held),
        came={colour: sum(one.row.colour == colour for one in held) for colour in COLOURS},
        not_held=len(due) - len(held),
        interactive=Share(sum(talks), len(talks)),
        pre_briefed=_share(asked, {one.stream for one in asked if one.row.visit.is_pre_briefed}),
        providers=Share(sum(part for part, _ in counted), sum(whole for _, whole in counted)),
        guided=_share(held, {one.stream for one in held if one.row.visit.guide}),
        issues=Share(sum(one.issues for one in held), len(held)),
        with_issues=_share(held, {one.stream for one in held if one.issues}),
        moved=_share(due, {one.stream for one in due if one.row.visit.moves}),
        brought_before=sum(one.brought_before for one in due),
        reviewed=Share(
            sum(len(one.looked_at & one.open_then) for one in held), sum(len(one.open_then) for one in held)
        ),
    )


def _share(visits: Collection[Walked], those: set[str]) -> Share:
    return Share(len(those), len(visits))


def _by_shift(held: Iterable[Walked]) -> Mapping[Kind, Mapping[Shift | None, int]]:
    found: dict[Kind, dict[Shift | None, int]] = {"staff": {}, "patient": {}}
    for one in held:
        shifts = found[one.row.visit.kind]
        shifts[one.row.visit.shift] = shifts.get(one.row.visit.shift, 0) + 1
    return found
