"""What is decided at the first look: where a concern goes, and whether somebody is called at once."""

from workflows.concern import commands as c
from workflows.concern import events as e
from workflows.concern.state import Known, Owed, first_to_answer
from workflows.kernel.grammar import Act, refused
from workflows.kernel.noun import Decision

RESPECT = "role-professionalism-lead"
"""Who sees to it that people are treated with respect."""


def triage(command: c.Triage, state: Known, act: Act) -> Decision:
    """Danger goes to whoever is on call, due now, a matter of respect to those who see to it; taken back, either is the
    unit's again."""
    voice, terms = state.voice, act.terms.of(state.unit)
    if command.route == voice.route:
        return ()
    if voice.grievance is not None:
        return refused("concern.is_grievance")
    if command.route == "danger" and isinstance(state, Owed):
        return (e.Triaged(route="danger", holder=terms.on_call, due=act.day),)
    if command.route == "respect" and voice.issue is not None:
        return refused("concern.already_listed")
    if command.route == "respect" and isinstance(state, Owed):
        due = terms.due(act.day, "respect_colleague_days")
        return (e.Triaged(route="respect", holder=RESPECT, due=due),)
    if voice.route in ("danger", "respect") and isinstance(state, Owed):
        due = terms.due(act.day, "answer_days")
        return (e.Triaged(route=command.route, holder=first_to_answer(voice.unit), due=due),)
    return (e.Triaged(route=command.route, holder=None, due=None),)


def link_event(command: c.LinkEvent, state: Known) -> Decision:
    return () if command.number == state.voice.event else (e.EventLinked(number=command.number),)


def page(state: Known, act: Act) -> Decision:
    if act.by.kind != "policy":
        return refused("only_the_clock")
    return () if state.voice.paged is not None else (e.Paged(holder=act.terms.of(state.unit).on_call),)
