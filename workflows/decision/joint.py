"""What a decision decides together with others: the part of each rule that stands on its own stream."""

from workflows.decision import commands as c
from workflows.decision import events as e
from workflows.decision.state import Known, Proposed, State, Withdrawn
from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.noun import Decision, Nothing
from workflows.kernel.terms import Terms


def propose(command: c.Propose, act: Act) -> Decision:
    """As the terms of the hospital say which decisions are recorded, and which values it has named."""
    terms = act.terms.of(command.unit)
    if refusal := _not_recorded(command, terms):
        return refusal
    if command.due is not None and command.due < act.day:
        return refused("day_is_past", day=command.due)
    return (
        e.Proposed(
            unit=command.unit,
            kind=command.kind,
            what=command.what,
            values=tuple(dict.fromkeys(command.values)),
            decider=command.decider,
            due=command.due or terms.due(act.day, "decide_days"),
            money=command.money,
            about=command.about,
        ),
    )


def _not_recorded(command: c.Propose, terms: Terms) -> Refused | None:
    if command.kind not in terms.decisions:
        return refused("decision.kind_not_recorded", kinds=", ".join(terms.decisions))
    if command.kind == "money" and (command.money or 0) <= terms.money_limit:
        return refused("decision.below_the_limit", limit=f"${terms.money_limit // 100:,}")
    unknown = next((one for one in command.values if one not in terms.values), None)
    if unknown is not None:
        return refused("decision.no_value_of_ours", value=unknown, values=", ".join(terms.values))
    return refused("decision.serves_no_value") if terms.values and not command.values else None


def rate(command: c.Rate, state: State, act: Act, *, leads: bool) -> Decision:
    """`leads`: whether whoever is named as acceptor has a leading role where the decision is made."""
    if isinstance(state, Nothing):
        return refused("unknown", what="decision")
    if isinstance(state, Withdrawn):
        return refused("decision.withdrawn")
    if refusal := _frozen(command, state) or _unsaid(command, leads=leads):
        return refusal
    rated = e.Rated(
        aim=command.aim,
        effect=command.effect,
        why=command.why,
        mitigation=command.mitigation,
        acceptor=command.acceptor,
    )
    oneself = command.acceptor is not None and command.acceptor == act.by.id
    return (rated, e.HarmAccepted(aim=command.aim)) if oneself else (rated,)


def name_acceptor(command: c.NameAcceptor, state: State, act: Act, *, leads: bool) -> Decision:
    if isinstance(state, Nothing):
        return refused("unknown", what="decision")
    if isinstance(state, Withdrawn):
        return refused("decision.withdrawn")
    waiting = [one for one in state.proposal.harms_owed if command.aim in (None, one.aim)]
    if not waiting:
        return refused("decision.no_harm_waits")
    if not leads:
        return refused("decision.acceptor_leads", holder=command.acceptor)
    named = [one for one in waiting if one.acceptor != command.acceptor]
    events = (e.AcceptorNamed(aim=one.aim, acceptor=command.acceptor) for one in named)
    oneself = command.acceptor == act.by.id
    return (*events, *(e.HarmAccepted(aim=one.aim) for one in waiting if oneself))


def _frozen(command: c.Rate, state: Known) -> Refused | None:
    """What is decided stays as it was rated; an emergency is rated afterwards, each aim once."""
    if isinstance(state, Proposed):
        return None
    before = state.proposal.rating(command.aim)
    return None if before is None or before.is_owed else refused("decision.frozen")


def _unsaid(command: c.Rate, *, leads: bool) -> Refused | None:
    """What a rating lacks: a sentence where it is not neutral, a mitigation and a named acceptor where it harms."""
    if command.effect != "neutral" and command.why is None:
        return refused("decision.say_how", aim=command.aim.replace("_", " "))
    if command.effect != "harms":
        return refused("decision.no_harm", aim=command.aim.replace("_", " ")) if command.acceptor else None
    if command.mitigation is None or command.acceptor is None:
        return refused("decision.harm_stands_alone", aim=command.aim.replace("_", " "))
    return None if leads else refused("decision.acceptor_leads", holder=command.acceptor)
