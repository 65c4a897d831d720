"""What is attested or missing is so in a unit that is open, or fills a gap that one left behind, and of an entry that is there;
the first entry of an item fills its gap. What was set aside counts again from then on: its waiver ends with it."""

from workflows import waiver
from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.noun import Case, Decision, Rule, Writes
from workflows.rules.reading import home_of, missing, named, not_open, state_of, together
from workflows.standard import commands as c
from workflows.standard.decide import attested, noted, pledged
from workflows.standard.events import GapFilled, WaiverOver
from workflows.standard.state import Gap, SetAside, Standing


def needs(command: c.OfAnItem, case: Case) -> frozenset[str]:
    return named(case.stream, home_of(command.unit), command.of, _waiver(case, case.stream))


def needs_place(command: c.Add, case: Case) -> frozenset[str]:
    place = c.stream_of(command.item, command.unit)
    return needs(command, case) | named(place, _waiver(case, place))


def attest(command: c.Attest, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    decided = (case.stream, attested(command, act))
    return amiss(command, case, act) or together(decided, *_ending(case, case.stream, act))


def pledge(command: c.Pledge, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    return amiss(command, case, act) or together((case.stream, pledged(command, act)))


def note_gap(command: c.NoteGap, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    decided = (case.stream, noted(command, state_of(case, case.stream), act))
    return amiss(command, case, act) or together(decided, *_ending(case, case.stream, act))


def add(command: c.Add, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    entry, place = case.fresh["standard"], c.stream_of(command.item, command.unit)
    decided = ((entry, attested(command, act)), (place, _placed(case, place, entry)))
    return amiss(command, case, act) or together(*decided, *_ending(case, place, act))


def _placed(case: Case, place: str, entry: str) -> Decision:
    match state_of(case, place):
        case Gap():
            return (GapFilled(entry=entry),)
        case SetAside(waiver=stream):
            return (WaiverOver(waiver=stream),)
        case _:
            return ()


def _waiver(case: Case, stream: str) -> str | None:
    """The waiver that sets it aside."""
    state = state_of(case, stream)
    return state.waiver if isinstance(state, SetAside) else None


def _ending(case: Case, stream: str, act: Act) -> tuple[tuple[str, Decision], ...]:
    found = _waiver(case, stream)
    return () if found is None else ((found, waiver.over(waiver.End(), state_of(case, found), act)),)


def amiss(command: c.OfAnItem, case: Case, act: Act) -> Refused | None:
    return _closed(command, case) or missing(case, command.of) or _of_another(command, case, act)


def _closed(command: c.OfAnItem, case: Case) -> Refused | None:
    """Nothing new begins in a unit that is closed; a gap it left behind is still seen to."""
    places = (case.stream, c.stream_of(command.item, command.unit))
    left = any(isinstance(state_of(case, one), Gap) for one in places)
    return None if left else not_open(case, command.unit)


def _of_another(command: c.OfAnItem, case: Case, act: Act) -> Refused | None:
    """It belongs to an entry of the item that its own item names."""
    item, entry = act.standards.items.get(command.item), state_of(case, command.of)
    if item is None or not isinstance(entry, Standing) or entry.standard.item == item.of:
        return None
    return refused("standard.of_another", item=item.title)


RULES = (
    Rule(command=c.Attest, needs=needs, decide=attest),
    Rule(command=c.Pledge, needs=needs, decide=pledge),
    Rule(command=c.Add, needs=needs_place, decide=add),
    Rule(command=c.NoteGap, needs=needs, decide=note_gap),
)
