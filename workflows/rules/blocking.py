"""A barrier is logged over the issues that wait for it, of one unit or of several; more may wait later, or no longer.

Which issues wait stands on both sides; whether they still must stands on the barrier alone.
"""

from workflows.barrier import commands
from workflows.barrier import joint as barrier
from workflows.issue import events
from workflows.issue import joint as issue
from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.rules.reading import following, home_of, missing, named, not_open, partner_of, state_of, together


def needs(command: commands.Log, _: Case) -> frozenset[str]:
    return named(home_of(command.unit), *command.issues)


def log(command: commands.Log, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    if refusal := not_open(case, command.unit) or missing(case, *command.issues):
        return refusal
    fresh = case.fresh["barrier"]
    logged = barrier.begin(command, act, partner_of(case, command.unit), _verifier(command, case, act))
    waiting = ((one, issue.block(state_of(case, one), fresh)) for one in dict.fromkeys(command.issues))
    return together((fresh, (logged,)), *waiting)


def _verifier(command: commands.Log, case: Case, act: Act) -> str:
    """The unit that will check the removal: the home unit, else that of the first issue that waits."""
    if command.unit is not None:
        return f"unit-{command.unit}"
    first = next((state_of(case, one).unit for one in command.issues), None)
    return f"unit-{first}" if first else barrier.first_of(act.terms) or "party-hospital"


def block_also(command: commands.BlockAlso, case: Case, _: Act) -> tuple[Writes, ...] | Refused:
    also = barrier.block_also(command, state_of(case, case.stream))
    if not also:
        return ()
    return together((case.stream, also), (command.issue, issue.block(state_of(case, command.issue), case.stream)))


def unblock(command: commands.Unblock, case: Case, _: Act) -> tuple[Writes, ...] | Refused:
    freed = barrier.unblock(command, state_of(case, case.stream))
    if not freed:
        return ()
    return together((case.stream, freed), (command.issue, (events.Unblocked(barrier=case.stream),)))


RULES = (
    Rule(command=commands.Log, needs=needs, decide=log),
    Rule(command=commands.BlockAlso, needs=following(lambda command, _: (command.issue,)), decide=block_also),
    Rule(command=commands.Unblock, needs=following(lambda command, _: (command.issue,)), decide=unblock),
)
