"""What stands in the wrong place moves to another unit that is open; the logs of both units tell of it."""

from typing import Any

from workflows.barrier import commands as barrier_commands
from workflows.barrier import joint as barrier
from workflows.concern import commands as concern_commands
from workflows.concern import joint as concern
from workflows.issue import commands as issue_commands
from workflows.issue import joint as issue
from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.rules.reading import following, home_of, not_open, partner_of, state_of, together


def concern_moves(command: concern_commands.Move, case: Case, _: Act) -> tuple[Writes, ...] | Refused:
    moved = concern.move(command, state_of(case, case.stream))
    return not_open(case, command.unit) or together((case.stream, moved))


def issue_moves(command: issue_commands.Move, case: Case, _: Act) -> tuple[Writes, ...] | Refused:
    moved = issue.move(command, state_of(case, case.stream))
    return not_open(case, command.unit) or together((case.stream, moved))


def barrier_moves(command: barrier_commands.Move, case: Case, _: Act) -> tuple[Writes, ...] | Refused:
    moved = barrier.move(command, state_of(case, case.stream), partner_of(case, command.unit))
    return not_open(case, command.unit) or together((case.stream, moved))


def _there(command: Any, _: Any) -> tuple[str | None]:
    return (home_of(command.unit),)


RULES = (
    Rule(command=concern_commands.Move, needs=following(_there), decide=concern_moves),
    Rule(command=issue_commands.Move, needs=following(_there), decide=issue_moves),
    Rule(command=barrier_commands.Move, needs=following(_there), decide=barrier_moves),
)
