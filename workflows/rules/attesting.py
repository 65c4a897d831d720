"""What is attested or missing is so in a unit that is open, and of an entry that is there; the first entry of an item fills
its gap."""

from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.noun import Case, Decision, Rule, Writes
from workflows.rules.reading import home_of, missing, named, not_open, state_of, together
from workflows.standard import commands as c
from workflows.standard.decide import attested, noted, pledged
from workflows.standard.events import GapFilled
from workflows.standard.state import Gap, Standing


def needs(command: c.OfAnItem, case: Case) -> frozenset[str]:
    return named(case.stream, home_of(command.unit), command.of)


def needs_place(command: c.Add, case: Case) -> frozenset[str]:
    return needs(command, case) | {c.stream_of(command.item, command.unit)}


def attest(command: c.Attest, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    return amiss(command, case, act) or together((case.stream, attested(command, act)))


def pledge(command: c.Pledge, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    return amiss(command, case, act) or together((case.stream, pledged(command, act)))


def note_gap(command: c.NoteGap, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    return amiss(command, case, act) or together((case.stream, noted(command, state_of(case, case.stream), act)))


def add(command: c.Add, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    entry, place = case.fresh["standard"], c.stream_of(command.item, command.unit)
    filled: Decision = (GapFilled(entry=entry),) if isinstance(state_of(case, place), Gap) else ()
    return amiss(command, case, act) or together((entry, attested(command, act)), (place, filled))


def amiss(command: c.OfAnItem, case: Case, act: Act) -> Refused | None:
    return not_open(case, command.unit) or missing(case, command.of) or _of_another(command, case, act)


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
