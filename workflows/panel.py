"""The panel of a unit, or of the hospital: the few measures it looks at, and how a leader and the team look at them together.
It has one stream, named by its place; while reviewing is taken up it is due again and again. Imports the kernel only."""

from typing import Annotated, Literal, assert_never, cast, get_args

from msgspec import Meta, Struct
from msgspec.structs import replace

from workflows.kernel import ball
from workflows.kernel.ball import Ball, Fallen, falls
from workflows.kernel.grammar import Act, Command, Correction, Event, Fact, Ref, Text, UnitSlug, refused
from workflows.kernel.ids import named
from workflows.kernel.moments import Day, Moment, utc_day
from workflows.kernel.noun import Decision, Nothing, Noun, foreign
from workflows.kernel.terms import Terms
from workflows.kernel.words import PersonId

MOST = 5
"""More than these nobody looks at."""
LEADER = "role-team-leader"
DIRECTOR = "role-quality-director"
"""Who sees to it that the hospital looks at its own."""
Part = Literal["found", "follows"]
Seq = Annotated[int, Meta(ge=1, le=10**12)]


def stream_of(unit: str | None) -> str:
    """The one panel of a unit or (None) of the hospital."""
    return named("panel", unit)


class OfAPlace(Command, frozen=True, kw_only=True):
    """What may begin a panel."""

    unit: Annotated[UnitSlug | None, Meta(title="Which unit is it for?", description="Open for the hospital.")] = None

    def stream(self) -> str:
        return stream_of(self.unit)


class Review(OfAPlace, frozen=True, kw_only=True):
    """Note that a leader and the team looked at the figures together."""

    VERB = "panel.review"
    REPEATABLE = True

    who: Annotated[
        tuple[PersonId, ...],
        Meta(title="Who took part?", description="Somebody who leads and somebody of the team.", max_length=40),
    ]
    found: Annotated[Text, Meta(title="What did you see?", description="Better, worse or the same, and what it says.")]
    follows: Annotated[Text | None, Meta(title="What follows from it?", description="Leave open if nothing does.")] = (
        None
    )
    seen: Annotated[
        Seq | None,
        Meta(title="Which figures?", description="A position in the record; left open, those of now."),
    ] = None


class BeginReviewing(OfAPlace, frozen=True, kw_only=True):
    """Let reviewing be due from a day on."""

    VERB = "panel.begin_reviewing"

    since: Annotated[Day, Meta(title="From when?", description="The day the practice is taken up.")]


class EndReviewing(Command, frozen=True, kw_only=True):
    """Let reviewing be due no longer."""

    VERB = "panel.end_reviewing"


class Correct(Command, frozen=True, kw_only=True):
    """Put words of the last review right; the old ones stay, marked as corrected."""

    VERB = "panel.correct"
    REPEATABLE = True

    part: Annotated[Part, Meta(title="Which words?", description="Those of the last review.")]
    text: Annotated[Text, Meta(title="What should they say?", description="The whole text, as it should be.")]


class FallDue(ball.FallDue, frozen=True, kw_only=True):
    """Note that the figures were not looked at in time."""

    VERB = "panel.fall_due"


class MeasureAdded(Event, frozen=True, kw_only=True):
    NAME = "panel.measure_added"

    unit: str | None
    measure: str


class MeasureDropped(Event, frozen=True, kw_only=True):
    NAME = "panel.measure_dropped"

    measure: str


class ReviewingBegun(Event, frozen=True, kw_only=True):
    """The next review is due by then."""

    NAME = "panel.reviewing_begun"

    unit: str | None
    review_by: str


class ReviewingEnded(Event, frozen=True, kw_only=True):
    NAME = "panel.reviewing_ended"


class Reviewed(Event, frozen=True, kw_only=True):
    """`seen` is the position up to which the figures were known; None: that of this fact. `review_by`: by when again, while
    reviewing is due."""

    NAME = "panel.reviewed"

    unit: str | None
    who: tuple[str, ...]
    found: Text
    follows: Text | None
    seen: int | None
    review_by: str | None


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "panel.corrected"

    part: Part
    text: Text


class FellDue(ball.FellDue, frozen=True, kw_only=True):
    NAME = "panel.fell_due"


class Looked(Struct, frozen=True, kw_only=True):
    """One review: who looked, at the figures of which position, what they saw, what follows."""

    at: Moment
    who: tuple[str, ...]
    found: Ref
    follows: Ref | None
    seen: int


class Panel(Struct, frozen=True, kw_only=True):
    """`measures` are those that are active. Reviewing is due since `due_since` and by `review_by`; None where it is not."""

    unit: str | None
    measures: tuple[str, ...] = ()
    reviews: tuple[Looked, ...] = ()
    review_by: Day | None = None
    due_since: Moment | None = None
    corrections: tuple[Correction, ...] = ()
    fallen: Fallen = ()


State = Nothing | Panel
Happened = MeasureAdded | MeasureDropped | ReviewingBegun | ReviewingEnded | Reviewed | Corrected | FellDue
Alone = BeginReviewing | EndReviewing | Correct | FallDue


def evolve(state: State, fact: Fact) -> State:
    event = cast(Happened, fact.event)
    match event:
        case MeasureAdded(unit=unit, measure=measure):
            panel = _there(state, unit)
            return replace(panel, measures=(*panel.measures, measure))
        case ReviewingBegun(unit=unit, review_by=day):
            return replace(_there(state, unit), review_by=day, due_since=fact.happened)
        case Reviewed(unit=unit):
            return _reviewed(_there(state, unit), event, fact)
        case _:
            return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _there(state: State, unit: str | None) -> Panel:
    return Panel(unit=unit) if isinstance(state, Nothing) else state


def _changed(state: Panel, event: MeasureDropped | ReviewingEnded | Corrected | FellDue, fact: Fact) -> Panel:
    match event:
        case MeasureDropped(measure=measure):
            return replace(state, measures=tuple(one for one in state.measures if one != measure))
        case ReviewingEnded():
            return replace(state, review_by=None, due_since=None)
        case Corrected():
            return _corrected(state, event, fact)
        case FellDue(owes=owes, due=due):
            return replace(state, fallen=(*state.fallen, (owes, due)))
        case _:
            assert_never(event)


def _reviewed(state: Panel, event: Reviewed, fact: Fact) -> Panel:
    looked = Looked(
        at=fact.happened,
        who=event.who,
        found=Ref(fact.seq, "found"),
        follows=Ref(fact.seq, "follows") if event.follows is not None else None,
        seen=min(event.seen or fact.seq, fact.seq),
    )
    since = state.due_since if event.review_by is None else fact.happened
    due = state.review_by if event.review_by is None else event.review_by
    return replace(state, reviews=(*state.reviews, looked), review_by=due, due_since=since)


def _corrected(state: Panel, event: Corrected, fact: Fact) -> Panel:
    if not state.reviews:
        return state
    *before, last = state.reviews
    was = Correction(event.part, getattr(last, event.part), fact.happened)
    now = replace(last, **{event.part: Ref(fact.seq, "text")})
    return replace(state, reviews=(*before, now), corrections=(*state.corrections, was))


def add(measure: str, unit: str | None, state: State) -> Decision:
    """Its part of taking a measure up."""
    there = state.measures if isinstance(state, Panel) else ()
    if measure in there:
        return ()
    return refused("panel.full", count=MOST) if len(there) >= MOST else (MeasureAdded(unit=unit, measure=measure),)


def drop(measure: str, state: State) -> Decision:
    """Its part of giving a measure up."""
    there = isinstance(state, Panel) and measure in state.measures
    return (MeasureDropped(measure=measure),) if there else ()


def review(command: Review, state: State, act: Act, *, both: bool) -> Decision:
    """`both`: whether somebody who leads took part, and somebody of the team beside them."""
    if isinstance(state, Nothing) or not state.measures:
        return refused("panel.no_measure")
    if not both:
        return refused("panel.both_sides")
    return (
        Reviewed(
            unit=command.unit,
            who=tuple(dict.fromkeys(command.who)),
            found=command.found,
            follows=command.follows,
            seen=command.seen,
            review_by=_again(state, act) if state.review_by else None,
        ),
    )


def _again(state: Panel, act: Act) -> Day:
    """A review that is entered late never brings the next one forward."""
    latest = max((act.day, *(utc_day(one.at) for one in state.reviews)))
    return _due(latest, act.terms, state.unit)


def _due(day: Day, terms: Terms, unit: str | None) -> Day:
    return terms.of(unit).due(day, "data_review_days")


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(command, BeginReviewing):
        return _begin(command, state, act)
    if isinstance(state, Nothing):
        return refused("unknown", what="panel")
    match command:
        case EndReviewing():
            return () if state.review_by is None else (ReviewingEnded(),)
        case Correct():
            corrected = Corrected(part=command.part, text=command.text)
            return (corrected,) if state.reviews else refused("nothing_to_correct")
        case FallDue():
            return falls(command, balls(state), state.fallen, act, FellDue)


def _begin(command: BeginReviewing, state: State, act: Act) -> Decision:
    reviews = state.reviews if isinstance(state, Panel) else ()
    latest = max((command.since, *(utc_day(one.at) for one in reviews)))
    due = _due(latest, act.terms, command.unit)
    same = isinstance(state, Panel) and state.review_by == due
    return () if same else (ReviewingBegun(unit=command.unit, review_by=due),)


def balls(state: State) -> tuple[Ball, ...]:
    """The next review, while reviewing is due and there is something to look at."""
    if isinstance(state, Nothing) or state.review_by is None or state.due_since is None or not state.measures:
        return ()
    to, due = f"unit-{state.unit}" if state.unit else None, state.review_by
    holder = LEADER if state.unit else DIRECTOR
    return (Ball(holder, "review", to, state.due_since, due, due, turn=due),)


NOUN = Noun(
    name="panel",
    commands=(Review, BeginReviewing, EndReviewing, Correct, FallDue),
    events=get_args(Happened),
    decide=decide,
    evolve=evolve,
    balls=balls,
)
