"""Its part in rules over several streams: opening one, rating on a sheet of one's own, handing that in."""

from assessments import rating
from assessments.maturity import DOMAINS, ComponentKey, anchors
from assessments.self_assessment import commands as c
from assessments.self_assessment import events as e
from assessments.self_assessment.state import Sealed, Setting, State, Withdrawn
from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.noun import Decision, Nothing


def opened(command: c.Open, act: Act) -> Decision:
    """Leadership stands at the top of it: what leaves that out is no assessment of it."""
    raters, domains = tuple(dict.fromkeys(command.raters)), tuple(one for one in DOMAINS if one in command.domains)
    if not c.LEAST <= len(raters) <= c.MOST:
        return refused("assessment.raters_of", least=c.LEAST, most=c.MOST)
    if "leadership" not in domains:
        return refused("assessment.leadership_first")
    if command.closes < act.day:
        return refused("day_is_past", day=command.closes)
    return (
        e.Opened(
            unit=command.unit,
            raters=raters,
            facilitator=command.facilitator,
            closes=command.closes,
            domains=domains,
            anchors=anchors().version,
        ),
    )


def rated(command: c.Rate, stream: str, state: State, act: Act) -> Decision:
    """For the sheet of whoever rates."""
    setting = _rating(state, act)
    if isinstance(setting, Refused):
        return setting
    if command.component not in setting.components:
        return refused("assessment.not_rated_here")
    given = rating.Given(
        assessment=stream,
        rater=act.by.id or "",
        component=command.component,
        stage=command.rating,
        why=command.why,
        evidence=" ".join(dict.fromkeys(command.evidence)) or None,
    )
    return (given,)


def handed_in(state: State, sheet: rating.State, act: Act) -> Decision:
    """With the last of them, or with enough of them when the time is over, all are opened at once."""
    setting = _rating(state, act)
    if isinstance(setting, Refused):
        return () if setting.key == "assessment.handed_in_already" else setting
    left = set(setting.components) - _rated(sheet)
    if left:
        return refused("assessment.rate_all", count=len(left))
    handed = e.HandedIn(rater=act.by.id or "")
    if len(setting.missing) == 1:
        return handed, e.Revealed(when="all_in")
    if act.day > setting.closes and len(setting.handed) + 1 >= c.LEAST:
        return handed, e.Revealed(when="time_over")
    return (handed,)


def _rating(state: State, act: Act) -> Setting | Refused:
    """The setting in which this person rates now, or why they cannot."""
    match state:
        case Nothing():
            return refused("unknown", what="assessment")
        case Withdrawn():
            return refused("assessment.withdrawn")
        case Sealed(setting=setting) if act.by.id not in setting.raters:
            return refused("assessment.not_a_rater")
        case Sealed(setting=setting) if act.by.id in setting.handed:
            return refused("assessment.handed_in_already")
        case Sealed(setting=setting):
            return setting
        case _ if act.by.id in state.setting.handed:
            return refused("assessment.handed_in_already")
        case _:
            return refused("assessment.opened_already")


def _rated(sheet: rating.State) -> set[ComponentKey]:
    return set() if isinstance(sheet, Nothing) else {one.component for one in sheet.ratings}
