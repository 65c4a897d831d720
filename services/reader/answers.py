"""What the questions of `views` are answered with. Frozen, typed, without clear text: words are opened at the door."""

from collections.abc import Callable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from projections.accountability import Holding
from projections.answers import Shelf, VoiceRow
from projections.barriers import BarrierRow
from projections.lives import Row, Stint
from projections.promises import PromiseRow
from projections.rounds import RoundsRow
from projections.tracking_log import IssueRow
from projections.units import UnitRow
from projections.waivers import WaiverRow
from workflows.kernel.moments import Moment

Counts = Mapping[Shelf, int]
"""How many voices stand where, side by side; every state is there, with 0 too."""


class Line(Struct, frozen=True, kw_only=True):
    """One issue of a board: its barriers that are not settled, and everything owed for it. `desk` says who has it now:
    whoever has its oldest open barrier, else whoever owes its resolution."""

    issue: Stint[IssueRow]
    barriers: tuple[Stint[BarrierRow], ...]
    owed: tuple[Stint[Holding], ...]
    voices: tuple[Stint[VoiceRow], ...]

    @property
    def desk(self) -> Stint[Holding] | None:
        blocked = {stint.stream for stint in self.barriers}
        at_barrier = [stint for stint in self.owed if stint.stream in blocked]
        at_issue = [stint for stint in self.owed if stint.stream == self.issue.stream]
        return next(iter(sorted(at_barrier, key=_since) or sorted(at_issue, key=_since)), None)


class Board(Struct, frozen=True, kw_only=True):
    """A unit's page. `nothing_before`: the asked position lies before the unit's first fact, recorded at that moment."""

    at: int
    unit: Stint[UnitRow] | None
    nothing_before: Moment | None
    open: tuple[Line, ...]
    done: tuple[Line, ...]
    voices: tuple[Stint[VoiceRow], ...]
    """Those somebody still owes something: an answer, its delivery, a reply."""
    owed: tuple[Stint[Holding], ...]
    """What is owed for the unit's streams, voices among them."""
    counts: Counts
    rounds: tuple[Stint[RoundsRow], ...]
    """Those scheduled or to be summarised."""
    promises: tuple[Stint[PromiseRow], ...]
    waivers: tuple[Stint[WaiverRow], ...]

    moved: frozenset[str]
    """Streams that were here at that moment and are elsewhere today."""

    def within(self, sees: Callable[[str], bool]) -> "Board":
        """Without what has moved on to where its reader does not see it; counts stay."""
        gone = frozenset(stream for stream in self.moved if not sees(stream))
        return replace(
            self,
            open=tuple(line for line in self.open if line.issue.stream not in gone),
            done=tuple(line for line in self.done if line.issue.stream not in gone),
            voices=tuple(stint for stint in self.voices if stint.stream not in gone),
        )


class IssuePage(Struct, frozen=True, kw_only=True):
    """An issue with all that hangs on it. `history` are the ways it stood, `held` who held which ball of it, of its
    barriers and of its voices, all in the order they began, past ones too."""

    at: int
    issue: Stint[IssueRow]
    history: tuple[Stint[IssueRow], ...]
    barriers: tuple[Stint[BarrierRow], ...]
    voices: tuple[Stint[VoiceRow], ...]
    held: tuple[Stint[Holding], ...]
    alike: tuple[Stint[IssueRow], ...]
    """Issues marked as the same, and those that wait for the same barriers, of whichever unit."""


class Owing(Struct, frozen=True):
    """Something owed, and the row that says what it is about."""

    held: Stint[Holding]
    about: Stint[Row] | None


def _since(stint: Stint[Holding]) -> tuple[Moment, str]:
    return stint.row.since, stint.stream
