"""Something is learned in a unit that is open; it may start from an issue of the log, or follow a test of the same unit."""

from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.learning import commands as c
from workflows.learning.decide import begin
from workflows.learning.state import Standing
from workflows.rules.reading import home_of, missing, named, not_open, state_of, together


def needs(command: c.Open | c.Try | c.Tell, _: Case) -> frozenset[str]:
    return named(home_of(command.unit), _origin(command))


def decide(command: c.Open | c.Try | c.Tell, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    origin = _origin(command)
    amiss = not_open(case, command.unit) or missing(case, origin) or _follows_none(command, case)
    return amiss or together((case.fresh["learning"], begin(command, act)))


def _origin(command: c.Open | c.Try | c.Tell) -> str | None:
    """What it starts from."""
    match command:
        case c.Open(about=about):
            return about
        case c.Try(after=after):
            return after
        case c.Tell():
            return None


def _follows_none(command: c.Open | c.Try | c.Tell, case: Case) -> Refused | None:
    if not isinstance(command, c.Try) or command.after is None:
        return None
    before = state_of(case, command.after)
    is_test = isinstance(before, Standing) and before.lesson.way == "test"
    return None if is_test else refused("learning.no_test")


RULES = (
    Rule(command=c.Open, needs=needs, decide=decide),
    Rule(command=c.Try, needs=needs, decide=decide),
    Rule(command=c.Tell, needs=needs, decide=decide),
)
