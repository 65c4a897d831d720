"""How a self-assessment comes to stand where it stands."""

from typing import assert_never, cast

from msgspec.structs import replace

from assessments.self_assessment import events as e
from assessments.self_assessment import state as s
from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.noun import Nothing


def evolve(state: s.State, fact: Fact) -> s.State:
    event = cast(e.Happened, fact.event)
    if isinstance(event, e.Opened):
        return _opened(event, fact)
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _opened(event: e.Opened, fact: Fact) -> s.Sealed:
    setting = s.Setting(
        unit=event.unit,
        raters=event.raters,
        facilitator=event.facilitator,
        closes=event.closes,
        domains=event.domains,
        anchors=event.anchors,
        opened=fact.happened,
    )
    return s.Sealed(setting=setting, since=fact.happened)


def _changed(state: s.Known, event: e.Happened, fact: Fact) -> s.Known:
    setting = state.setting
    match event:
        case e.Opened():
            return state
        case e.HandedIn(rater=rater):
            return replace(state, setting=replace(setting, handed=(*setting.handed, rater)))
        case e.Extended(closes=closes):
            return replace(state, setting=replace(setting, closes=closes))
        case e.Revealed():
            return s.Opened(setting=setting, since=fact.happened)
        case e.HandedOn():
            return replace(state, setting=_handed_on(setting, event))
        case e.Withdrawn():
            return s.Withdrawn(setting=setting, since=fact.happened, why=Ref(fact.seq, "why"))
        case e.Agreed() | e.Dissented() | e.Published() | e.Corrected():
            return _discussed(state, event, fact) if isinstance(state, s.Opened) else state
        case _:
            assert_never(event)


def _discussed(state: s.Opened, event: e.Agreed | e.Dissented | e.Published | e.Corrected, fact: Fact) -> s.Known:
    match event:
        case e.Agreed():
            rest = tuple(one for one in state.agreed if one.component != event.component)
            return replace(state, agreed=(*rest, _agreement(event, fact)))
        case e.Dissented(component=component, rater=rater):
            others = tuple(one for one in state.dissents if (one.component, one.rater) != (component, rater))
            return replace(state, dissents=(*others, _dissent(event, fact)))
        case e.Published():
            return s.Published(setting=state.setting, since=fact.happened, agreed=state.agreed, dissents=state.dissents)
        case e.Corrected():
            return _corrected(state, event, fact)


def _corrected(state: s.Opened, event: e.Corrected, fact: Fact) -> s.Opened:
    now = Ref(fact.seq, "text")
    if event.rater is None:
        was = state.agreement(event.component)
        agreed = tuple(replace(one, note=now) if one is was else one for one in state.agreed)
        correction = Correction(event.component, was.note if was else None, fact.happened)
        return replace(state, agreed=agreed, corrections=(*state.corrections, correction))
    before = state.dissent(event.component, event.rater)
    dissents = tuple(replace(one, why=now) if one is before else one for one in state.dissents)
    correction = Correction(event.component, before.why if before else None, fact.happened)
    return replace(state, dissents=dissents, corrections=(*state.corrections, correction))


def _handed_on(setting: s.Setting, event: e.HandedOn) -> s.Setting:
    if event.whose is None:
        return replace(setting, facilitator=event.to)
    return replace(setting, raters=tuple(event.to if one == event.whose else one for one in setting.raters))


def _agreement(event: e.Agreed, fact: Fact) -> s.Agreement:
    return s.Agreement(
        component=event.component,
        rating=event.rating,
        met=event.met,
        note=None if event.note is None else Ref(fact.seq, "note"),
        evidence=event.evidence,
        at=fact.happened,
    )


def _dissent(event: e.Dissented, fact: Fact) -> s.Dissent:
    return s.Dissent(
        component=event.component,
        rater=event.rater,
        rating=event.rating,
        why=Ref(fact.seq, "why"),
        at=fact.happened,
    )
