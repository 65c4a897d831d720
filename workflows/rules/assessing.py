"""A self-assessment is opened for a unit that is open, or for the hospital; whoever rates writes on a sheet of their own.
A goal is agreed on for the same places."""

from assessments import goal
from assessments.rating import sheet_of
from assessments.self_assessment import joint
from assessments.self_assessment import state as s
from assessments.self_assessment.commands import HandIn, Open, Rate
from workflows.kernel.grammar import Act, Refused
from workflows.kernel.noun import Case, Rule, Writes
from workflows.rules.reading import following, home_of, named, not_open, state_of, together


def open_(command: Open, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    return not_open(case, command.unit) or together((case.stream, joint.opened(command, act)))


def rate(command: Rate, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    sheet = sheet_of(case.stream, act.by.id or "")
    said = joint.rated(command, case.stream, state_of(case, case.stream), act)
    return together((sheet, said))


def hand_in(_: HandIn, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    sheet = state_of(case, sheet_of(case.stream, act.by.id or ""))
    return together((case.stream, joint.handed_in(state_of(case, case.stream), sheet, act)))


def agree(command: goal.Agree, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    there = not_open(case, command.unit)
    return there or together((case.stream, goal.agreed(command, state_of(case, case.stream), act)))


def _sheets(case_stream: str, state: s.Known) -> tuple[str, ...]:
    return tuple(sheet_of(case_stream, rater) for rater in state.setting.raters)


def _needs(command: Rate | HandIn, case: Case) -> frozenset[str]:
    return following(lambda _, state: _sheets(case.stream, state))(command, case)


RULES = (
    Rule(command=Open, needs=lambda command, case: named(case.stream, home_of(command.unit)), decide=open_),
    Rule(command=goal.Agree, needs=lambda command, case: named(case.stream, home_of(command.unit)), decide=agree),
    Rule(command=Rate, needs=_needs, decide=rate),
    Rule(command=HandIn, needs=_needs, decide=hand_in),
)
