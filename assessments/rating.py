"""What one leader says in a self-assessment: a sheet of their own, read by nobody else. Its words and stages are sealed one by
one, so the record holds a commitment to each and gives none of them away; when the raters opens all sheets, only how many said
what leaves them. It takes no commands itself: `assessments.self_assessment` does.
"""

from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from assessments.maturity import ComponentKey
from workflows.kernel.grammar import Act, Command, Event, Fact, Ref, Text
from workflows.kernel.ids import named
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Decision, Nothing, Noun, foreign


def sheet_of(assessment: str, rater: str) -> str:
    """The one stream on which this person rates in it."""
    return named("rating", assessment, rater)


class Given(Event, frozen=True, kw_only=True):
    """One component; said again, the later one counts. `evidence`: ids of records, with a space between."""

    NAME = "rating.given"

    assessment: str
    rater: str
    component: ComponentKey
    stage: Text
    why: Text | None
    evidence: Text | None


class Rated(Struct, frozen=True, kw_only=True):
    component: ComponentKey
    stage: Ref
    why: Ref | None
    evidence: Ref | None
    at: Moment


class Sheet(Struct, frozen=True, kw_only=True):
    """Of `rater` and nobody else. Like every state it says its unit; a sheet is in no unit's log."""

    assessment: str
    rater: str
    since: Moment
    ratings: tuple[Rated, ...] = ()
    unit: str | None = None


State = Nothing | Sheet


def evolve(state: State, fact: Fact) -> State:
    event = cast(Given, fact.event)
    if isinstance(state, Nothing):
        state = Sheet(assessment=event.assessment, rater=event.rater, since=fact.happened)
    rest = tuple(one for one in state.ratings if one.component != event.component)
    rated = Rated(
        component=event.component,
        stage=Ref(fact.seq, "stage"),
        why=None if event.why is None else Ref(fact.seq, "why"),
        evidence=None if event.evidence is None else Ref(fact.seq, "evidence"),
        at=fact.happened,
    )
    return replace(state, ratings=(*rest, rated))


def decide(command: Command, _: State, __: Act) -> Decision:
    raise foreign(command)


NOUN = Noun(name="rating", commands=(), events=(Given,), decide=decide, evolve=evolve)
