"""A plan is shown with its Plan B: in place, as a gap that somebody sees to, or set aside with a reason."""

from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.noun import Case, Nothing, Rule, Writes
from workflows.rules.reading import missing, named, state_of, together
from workflows.standard.commands import Show, stream_of
from workflows.standard.recording import shown
from workflows.standard.state import Absent, Standing


def needs(_: Show, case: Case) -> frozenset[str]:
    beside = _beside(case)
    here = state_of(case, case.stream)
    return named(case.stream, None if beside is None else stream_of(beside, here.unit))


def decide(command: Show, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    here, beside = state_of(case, case.stream), _beside(case)
    if refusal := missing(case, case.stream):
        return refusal
    if beside is not None and isinstance(state_of(case, stream_of(beside, here.unit)), Nothing | Absent):
        return refused("standard.not_alone", item=_title(case, here.standard.item), other=_title(case, beside))
    return together((case.stream, shown(command, here, act)))


def _beside(case: Case) -> str | None:
    """The item that has to stand beside it in the same unit."""
    here = state_of(case, case.stream)
    item = case.standards.items.get(here.standard.item) if isinstance(here, Standing) else None
    return None if item is None else item.shown_with


def _title(case: Case, key: str) -> str:
    item = case.standards.items.get(key)
    return key if item is None else item.title


RULES = (Rule(command=Show, needs=needs, decide=decide),)
