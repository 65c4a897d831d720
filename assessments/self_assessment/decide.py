"""What is decided about a self-assessment alone. Opening one, rating and handing in look at other streams: `joint`."""

from assessments.maturity import NOT_ASSESSABLE, STAGES, Rating, anchors, reached
from assessments.self_assessment import commands as c
from assessments.self_assessment import events as e
from assessments.self_assessment.state import Opened, Published, Sealed, Setting, State, Withdrawn
from workflows.kernel.grammar import Act, Command, Refused, refused
from workflows.kernel.noun import Decision, Nothing, foreign

Alone = c.Extend | c.Reveal | c.Agree | c.Dissent | c.Publish | c.Correct | c.HandOn | c.Withdraw


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="assessment")
    if isinstance(state, Withdrawn):
        return () if isinstance(command, c.Withdraw) else refused("assessment.withdrawn")
    match command:
        case c.Extend():
            return _extend(command, state, act)
        case c.Reveal():
            return _reveal(state, act)
        case c.Agree():
            return _agree(command, state)
        case c.Dissent():
            return _dissent(command, state, act)
        case c.Publish():
            return _publish(state)
        case c.Correct():
            return _correct(command, state, act)
        case c.HandOn():
            return _hand_on(command, state)
        case c.Withdraw(why=why):
            return (e.Withdrawn(why=why),)


def _extend(command: c.Extend, state: Sealed | Opened, act: Act) -> Decision:
    if not isinstance(state, Sealed):
        return refused("assessment.opened_already")
    if command.closes == state.setting.closes:
        return ()
    if command.closes < max(act.day, state.setting.closes):
        return refused("assessment.only_later", day=state.setting.closes)
    return (e.Extended(closes=command.closes),)


def _reveal(state: Sealed | Opened, act: Act) -> Decision:
    if not isinstance(state, Sealed):
        return ()
    setting = state.setting
    if act.day <= setting.closes:
        return refused("assessment.sealed_until", day=setting.closes, missing=len(setting.missing))
    if len(setting.handed) < c.LEAST:
        return refused("assessment.too_few", least=c.LEAST, handed=len(setting.handed))
    return (e.Revealed(when="time_over"),)


def _not_before_raters(state: Sealed | Opened, component: str | None = None) -> Refused | None:
    """Why nothing can be agreed now, or not on this component."""
    if isinstance(state, Sealed):
        return refused("assessment.sealed_until", day=state.setting.closes, missing=len(state.setting.missing))
    if isinstance(state, Published):
        return refused("assessment.published_already")
    if component is not None and component not in state.setting.components:
        return refused("assessment.not_rated_here")
    return None


def _agree(command: c.Agree, state: Sealed | Opened) -> Decision:
    if amiss := _not_before_raters(state, command.component):
        return amiss
    assert isinstance(state, Opened)
    rating = _rating(command)
    if isinstance(rating, Refused):
        return rating
    before = state.agreement(command.component)
    met, evidence = tuple(sorted(set(command.met))), tuple(dict.fromkeys(command.evidence))
    if before is not None and command.note is None and (before.met, before.evidence) == (met, evidence):
        return ()
    return (e.Agreed(component=command.component, rating=rating, met=met, note=command.note, evidence=evidence),)


def _rating(command: c.Agree) -> Rating | Refused:
    """The stage that follows from what is met."""
    component = anchors().components[command.component]
    if not set(command.met) <= component.asked.keys():
        return refused("assessment.no_such_criterion")
    if not command.not_assessable:
        return reached({stage: component.criteria(stage) for stage in STAGES}, command.met)
    if command.met:
        return refused("assessment.met_or_not_assessable")
    return NOT_ASSESSABLE if command.note else refused("assessment.why_not_assessable")


def _dissent(command: c.Dissent, state: Sealed | Opened, act: Act) -> Decision:
    if amiss := _not_before_raters(state, command.component):
        return amiss
    assert isinstance(state, Opened)
    agreed = state.agreement(command.component)
    if act.by.id not in state.setting.raters:
        return refused("assessment.not_a_rater")
    if agreed is None:
        return refused("assessment.not_agreed_yet")
    if agreed.rating == command.rating:
        return refused("assessment.no_dissent")
    if any(
        (one.component, one.rater, one.rating) == (command.component, act.by.id, command.rating)
        for one in state.dissents
    ):
        return ()
    return (e.Dissented(component=command.component, rater=act.by.id, rating=command.rating, why=command.why),)


def _publish(state: Sealed | Opened) -> Decision:
    if isinstance(state, Published):
        return ()
    if amiss := _not_before_raters(state):
        return amiss
    assert isinstance(state, Opened)
    left = len(state.undecided)
    return refused("assessment.still_open", count=left) if left else (e.Published(),)


def _correct(command: c.Correct, state: Sealed | Opened, act: Act) -> Decision:
    """What somebody said in their own name they put right themselves."""
    if isinstance(state, Sealed):
        return refused("nothing_to_correct")
    rater = act.by.id if command.part == "dissent" else None
    there = state.dissent(command.component, rater) if rater else state.agreement(command.component)
    if there is None:
        return refused("nothing_to_correct")
    return (e.Corrected(component=command.component, rater=rater, text=command.text),)


def _hand_on(command: c.HandOn, state: Sealed | Opened) -> Decision:
    setting = state.setting
    if isinstance(state, Published):
        return refused("assessment.published_already")
    if command.whose in (None, setting.facilitator) and command.whose not in setting.raters:
        return () if command.to == setting.facilitator else (e.HandedOn(to=command.to, whose=None),)
    return _seat(command, setting)


def _seat(command: c.HandOn, setting: Setting) -> Decision:
    """A place among those who rate; who has handed in has given theirs away already."""
    if command.whose not in setting.missing:
        return refused("assessment.no_place_to_give")
    if command.to in setting.raters:
        return refused("assessment.rates_already")
    return (e.HandedOn(to=command.to, whose=command.whose),)
