"""A unit goes on as other units only where these are open, and whoever answers for all of them says so: their readers will read
what was said there, and their figures hold it. It is a fact in each of the units, and so is that it goes on by itself again."""

from collections.abc import Iterable

from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.kernel.roles import FOR_THE_HOSPITAL, stood_for
from workflows.rules.reading import home_of, named, not_open, state_of, together
from workflows.unit.commands import GoOnAs, Reopen
from workflows.unit.decide import gave_back, go_on, reopen, took_over
from workflows.unit.state import Known

SAYS_SO = FOR_THE_HOSPITAL | {"administrator"}


def goes_on(command: GoOnAs, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    if act.by.kind == "person" and SAYS_SO.isdisjoint(map(stood_for, act.roles)):
        return refused("unit.goes_on_by_hospital")
    gone = together((case.stream, go_on(command, state_of(case, case.stream), act)))
    if isinstance(gone, Refused) or not gone:
        return gone
    closed = next((refusal for slug in command.into if (refusal := not_open(case, slug))), None)
    return closed or (*gone, *_others(case, command.into, command.since))


def opens_again(_: Reopen, case: Case, __: Act) -> tuple[Writes, ...] | Refused:
    again = together((case.stream, reopen(state_of(case, case.stream))))
    return again if isinstance(again, Refused) or not again else (*again, *_others(case, (), ""))


def _others(case: Case, into: Iterable[str], since: str) -> tuple[Writes, ...]:
    """What it is for those it goes on as from now on, and for those it does so no longer."""
    here = state_of(case, case.stream)
    if not isinstance(here, Known):
        return ()
    kept = tuple(dict.fromkeys(into))
    left = [slug for slug in _into(here) if slug not in kept]
    found = together(
        *((f"unit-{slug}", took_over(here.unit, since, state_of(case, f"unit-{slug}"))) for slug in kept),
        *((f"unit-{slug}", gave_back(here.unit, state_of(case, f"unit-{slug}"))) for slug in left),
    )
    return () if isinstance(found, Refused) else found


def _into(state: object) -> tuple[str, ...]:
    return state.succession.into if isinstance(state, Known) and state.succession else ()


def _needs(command: GoOnAs | Reopen, case: Case) -> frozenset[str]:
    into = command.into if isinstance(command, GoOnAs) else ()
    return named(case.stream, *map(home_of, (*into, *_into(state_of(case, case.stream)))))


RULES = (
    Rule(command=GoOnAs, needs=_needs, decide=goes_on),
    Rule(command=Reopen, needs=_needs, decide=opens_again),
)
