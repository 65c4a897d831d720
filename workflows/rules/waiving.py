"""A rule of practice is set aside in a unit that is open and about something that exists. Where the rule is a standard of the
house (`standard.plan_b`), that stands as set aside from then on, and as before once the waiver is over."""

from workflows import waiver
from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.ids import noun_of
from workflows.kernel.noun import Case, Decision, Nothing, Rule, Writes
from workflows.rules.reading import home_of, missing, named, not_open, state_of, together
from workflows.standard.commands import stream_of
from workflows.standard.events import Waived, WaiverOver
from workflows.standard.state import InPlace, SetAside, Standing

STANDARD = "standard."
Ending = waiver.End | waiver.Lapse


def needs(command: waiver.Grant, _: Case) -> frozenset[str]:
    return named(home_of(command.unit), command.about, _standard(command))


def grant(command: waiver.Grant, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    standard = _standard(command)
    if refusal := not_open(case, command.unit) or (None if standard else missing(case, command.about)):
        return refusal
    fresh = case.fresh["waiver"]
    if standard is None:
        return together((fresh, waiver.grant(command, act, command.about)))
    return together((fresh, waiver.grant(command, act, standard)), (standard, _waived(command, case, act)))


def _waived(command: waiver.Grant, case: Case, act: Act) -> Decision:
    key, state = command.rule.removeprefix(STANDARD), state_of(case, _standard(command))
    item = act.standards.items.get(key)
    if item is None:
        return refused("standard.unknown_item", item=key)
    if isinstance(state, InPlace):
        return refused("standard.in_place", item=item.title)
    if isinstance(state, SetAside):
        return refused("standard.set_aside", item=item.title)
    person, of = (state.standard.person, state.standard.of) if isinstance(state, Standing) else (None, None)
    return (Waived(unit=command.unit, item=key, person=person, of=of, waiver=case.fresh["waiver"], few=item.few),)


def _standard(command: waiver.Grant) -> str | None:
    """The standard that is set aside, if the rule is one: the one it is about, else that of the unit."""
    if not command.rule.startswith(STANDARD):
        return None
    return command.about or stream_of(command.rule.removeprefix(STANDARD), command.unit)


def ends(_: Ending, case: Case) -> frozenset[str]:
    return named(case.stream, _about(case))


def end(command: Ending, case: Case, act: Act) -> tuple[Writes, ...] | Refused:
    here, about = state_of(case, case.stream), _about(case)
    ended = waiver.over(command, here, act)
    if isinstance(ended, Refused) or not ended or about is None:
        return together((case.stream, ended))
    state = state_of(case, about)
    mine = isinstance(state, SetAside) and state.waiver == case.stream
    after: Decision = (WaiverOver(waiver=case.stream),) if mine else ()
    return together((case.stream, ended), (about, after))


def _about(case: Case) -> str | None:
    """The standard that the waiver sets aside."""
    state = state_of(case, case.stream)
    about = None if isinstance(state, Nothing) else state.about
    return about if about is not None and noun_of(about) == "standard" else None


RULES = (
    Rule(command=waiver.Grant, needs=needs, decide=grant),
    Rule(command=waiver.End, needs=ends, decide=end),
    Rule(command=waiver.Lapse, needs=ends, decide=end),
)
