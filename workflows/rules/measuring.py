"""A place has a few measures at a time: taking one up and giving one up is written in the measure and in the panel of its place
at once. The figures are looked at by somebody who leads and somebody of the team, together."""

from collections.abc import Iterator

from workflows import panel
from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.moments import Day
from workflows.kernel.noun import Case, Nothing, Rule, Writes
from workflows.kernel.roles import LEADING, TEAM
from workflows.kernel.staffing import Staffed
from workflows.measure import commands as c
from workflows.measure import joint
from workflows.rules.reading import following, home_of, missing, named, not_open, state_of, together
from workflows.standard.state import Standing as Standard

HOSPITAL = "hospital"
GOAL = "goal"
"""The item of the charter that a measure may be for."""


def register(command: c.Register, case: Case, _: Act) -> tuple[Writes, ...] | Refused:
    amiss = not_open(case, command.unit) or _no_goal(case, command.serves, command.unit)
    if amiss:
        return amiss
    measure, place = case.fresh["measure"], panel.stream_of(command.unit)
    added = panel.add(measure, command.unit, state_of(case, place))
    return together((measure, joint.register(command)), (place, added))


def serve(command: c.Serve, case: Case, _: Act) -> tuple[Writes, ...] | Refused:
    here = state_of(case, case.stream)
    return _no_goal(case, command.goal, here.unit) or together((case.stream, joint.serve(command, here)))


def retire(command: c.Retire, case: Case, _: Act) -> tuple[Writes, ...] | Refused:
    here = state_of(case, case.stream)
    place = panel.stream_of(here.unit)
    dropped = panel.drop(case.stream, state_of(case, place))
    return together((case.stream, joint.retire(command, here)), (place, dropped))


def resume(_: c.Resume, case: Case, __: Act) -> tuple[Writes, ...] | Refused:
    here = state_of(case, case.stream)
    place = panel.stream_of(here.unit)
    if refusal := not_open(case, here.unit):
        return refusal
    added = panel.add(case.stream, here.unit, state_of(case, place))
    return together((case.stream, joint.resume(here)), (place, added))


def review(command: panel.Review, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    """Of a unit, one of those who took part leads, and another one works there; of the hospital, one of them leads."""
    if refusal := not_open(case, command.unit):
        return refusal
    here = state_of(case, case.stream)
    return together((case.stream, panel.review(command, here, act, both=_both(command, case, act.day))))


def _both(command: panel.Review, case: Case, day: Day) -> bool:
    of_unit, of_hospital = set(_roles(case, home_of(command.unit), day)), set(_roles(case, HOSPITAL, day))
    leading = {person for person, role in of_unit | of_hospital if role in LEADING}
    team = {person for person, role in of_unit if role in TEAM} if command.unit else set(command.who)
    who = set(command.who)
    return any(who & (team - {leader}) for leader in who & leading)


def _roles(case: Case, stream: str | None, day: Day) -> Iterator[tuple[str, str]]:
    """Who has which role there; whoever stands in for one that day counts too."""
    place = state_of(case, stream)
    if isinstance(place, Staffed):
        yield from ((one.person, one.role) for one in place.roles)
        yield from ((one.person, one.role) for one in place.deputies if one.stands_in(day))


def _no_goal(case: Case, stream: str | None, unit: str | None) -> Refused | None:
    """Why this is no goal of the charter of that place."""
    if stream is None:
        return None
    goal = state_of(case, stream)
    if isinstance(goal, Nothing):
        return missing(case, stream)
    fits = isinstance(goal, Standard) and (goal.standard.item, goal.unit) == (GOAL, unit)
    return None if fits else refused("measure.no_goal_here")


_of_the_place = following(lambda _, here: (panel.stream_of(here.unit), home_of(here.unit)))

RULES = (
    Rule(
        command=c.Register,
        needs=lambda command, _: named(home_of(command.unit), panel.stream_of(command.unit), command.serves),
        decide=register,
    ),
    Rule(command=c.Serve, needs=following(lambda command, _: (command.goal,)), decide=serve),
    Rule(command=c.Retire, needs=_of_the_place, decide=retire),
    Rule(command=c.Resume, needs=_of_the_place, decide=resume),
    Rule(
        command=panel.Review,
        needs=lambda command, case: named(case.stream, home_of(command.unit), HOSPITAL),
        decide=review,
    ),
)
