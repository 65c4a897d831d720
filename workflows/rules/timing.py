"""Nothing happens to a thing before it began: every rule is asked through here."""

from typing import Any

from msgspec.structs import replace

from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.moments import DAY, utc_day
from workflows.kernel.noun import Case, Rule, Writes
from workflows.rules.reading import state_of

_TO_THE_DAY = len("2025-01-17")


def timely(rule: Rule) -> Rule:
    """The same rule, refusing what is said to have happened before the stream addressed began."""

    def decide(command: Any, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
        return _too_early(case, act) or rule.decide(command, case, act)

    return replace(rule, decide=decide)


def _too_early(case: Case, act: Act) -> Refused | None:
    """Days are compared with a day's room, because a day stands for its noon; a month or a year says too little. The days
    of a sheet are judged row by row where it is read."""
    began = getattr(state_of(case, case.stream), "began", None)
    if began is None or act.occurred is None or len(act.occurred) < _TO_THE_DAY or act.imported:
        return None
    if act.happened + DAY > began:
        return None
    return refused("before_it_began", day=utc_day(began))
