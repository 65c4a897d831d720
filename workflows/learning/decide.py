"""What a learning decides; `begin` is its part of the rule that knows the unit, and what it starts from."""

from typing import assert_never

from workflows.kernel.ball import falls
from workflows.kernel.grammar import Act, Command, Refused, refused
from workflows.kernel.noun import Decision, Nothing, foreign
from workflows.kernel.roles import as_holder
from workflows.learning import commands as c
from workflows.learning import events as e
from workflows.learning.balls import balls
from workflows.learning.state import Kept, Known, Learned, Looking, State, Trying, Withdrawn

Alone = (
    c.MarkFactors
    | c.Choose
    | c.FollowUp
    | c.Conclude
    | c.HandOn
    | c.Predict
    | c.Study
    | c.OpenUp
    | c.TakeBack
    | c.Share
    | c.Withdraw
    | c.Correct
    | c.FallDue
)
LEADER = as_holder("team_leader")


def begin(command: c.Open | c.Try | c.Tell, act: Act) -> Decision:
    match command:
        case c.Open(unit=unit, what=what, about=about, lead=lead):
            due = act.terms.of(unit).due(act.day, "learn_days")
            return (e.Opened(unit=unit, what=what, about=about, lead=lead or LEADER, due=due),)
        case c.Try():
            return _try(command, act)
        case c.Tell(unit=unit, what=what, lesson=lesson):
            return (e.Told(unit=unit, what=what, lesson=lesson),)
        case _:
            assert_never(command)


def _try(command: c.Try, act: Act) -> Decision:
    if command.due < act.day:
        return refused("day_is_past", day=command.due)
    return (
        e.Tried(
            unit=command.unit,
            what=command.what,
            prediction=command.prediction,
            lead=command.lead or LEADER,
            due=command.due,
            after=command.after,
        ),
    )


def decide(command: Command, state: State, act: Act) -> Decision:
    if isinstance(command, c.Reflect):
        return (e.Reflected(author=act.by.id or "", words=command.words),)
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="learning")
    if isinstance(command, c.OpenUp | c.TakeBack):
        return _own(command, state, act)
    if isinstance(state, Kept):
        return refused("learning.only_its_author")
    if isinstance(state, Withdrawn):
        return () if isinstance(command, c.Withdraw) else refused("learning.withdrawn")
    match command:
        case c.MarkFactors():
            return _mark(command, state, act)
        case c.Choose():
            return _choose(command, state, act)
        case c.FollowUp():
            return _follow_up(command, state, act)
        case c.Conclude():
            return _conclude(command, state)
        case c.HandOn():
            return _hand_on(command, state)
        case c.Predict() | c.Study():
            return _test(command, state)
        case c.Share():
            return _share(command, state)
        case c.Withdraw(why=why):
            return (e.Withdrawn(why=why),)
        case c.Correct():
            return _correct(command, state)
        case c.FallDue():
            return falls(command, balls(state), state.lesson.fallen, act, e.FellDue)
        case _:
            assert_never(command)


def _own(command: c.OpenUp | c.TakeBack, state: Known, act: Act) -> Decision:
    """A reflection is its author's alone: nobody opens it up or takes it back for them."""
    if state.lesson.author is None or state.lesson.author != act.by.id:
        return refused("learning.only_its_author")
    if isinstance(command, c.TakeBack):
        return () if isinstance(state, Withdrawn) else (e.TakenBack(),)
    if isinstance(state, Withdrawn):
        return refused("learning.withdrawn")
    if not command.names_nobody:
        return refused("learning.look_first")
    return (e.OpenedUp(),) if isinstance(state, Kept) else ()


def _mark(command: c.MarkFactors, state: Looking | Trying | Learned, act: Act) -> Decision:
    """Each factor helped or hindered, as the terms of the hospital name them."""
    if state.lesson.way != "defect":
        return refused("learning.no_defect")
    if not (command.helped or command.hindered):
        return refused("learning.mark_one")
    factors = act.terms.of(state.unit).factors
    both = next((one for one in command.helped if one in command.hindered), None)
    if both is not None:
        return refused("learning.one_or_the_other", factor=factors.get(both, both))
    unknown = next((one for one in (*command.helped, *command.hindered) if one not in factors), None)
    if unknown is not None:
        return refused("learning.no_factor_of_ours", factor=unknown, factors=", ".join(factors.values()))
    helped, hindered = (tuple(one for one in factors if one in marked) for marked in (command.helped, command.hindered))
    if (helped, hindered, command.how) == (state.lesson.helped, state.lesson.hindered, None):
        return ()
    return (e.FactorsMarked(helped=helped, hindered=hindered, how=command.how),)


def _choose(command: c.Choose, state: Looking | Trying | Learned, act: Act) -> Decision:
    lesson = state.lesson
    if lesson.way != "defect":
        return refused("learning.no_defect")
    if len(lesson.steps) == c.STEPS:
        return refused("learning.enough_chosen", count=c.STEPS)
    if command.due < act.day:
        return refused("day_is_past", day=command.due)
    return (
        e.Chosen(
            number=len(lesson.steps) + 1,
            what=command.what,
            mitigates=command.mitigates,
            feasible=command.feasible,
            leader=command.leader,
            due=command.due,
            sign=command.sign,
        ),
    )


def _follow_up(command: c.FollowUp, state: Looking | Trying | Learned, act: Act) -> Decision:
    """What was found stays; whoever finds otherwise later says so anew."""
    step = state.lesson.step(command.number)
    if step is None:
        return refused("learning.no_such_step", number=command.number)
    if command.risk != "too_early":
        due = None
    elif command.again is None or command.again <= act.day:
        return refused("learning.look_again_when")
    else:
        due = command.again
    return (e.FollowedUp(number=command.number, found=command.found, risk=command.risk, due=due),)


def _conclude(command: c.Conclude, state: Looking | Trying | Learned) -> Decision:
    """What helped and hindered comes first; then something is done about it, or it is said why nothing is."""
    lesson = state.lesson
    if lesson.way != "defect":
        return refused("learning.no_defect")
    if isinstance(state, Learned):
        return refused("learning.learned")
    if not (lesson.helped or lesson.hindered):
        return refused("learning.factors_first")
    if not lesson.steps and command.nothing_because is None:
        return refused("learning.choose_first")
    return (e.Concluded(lesson=command.lesson, nothing_because=command.nothing_because),)


def _hand_on(command: c.HandOn, state: Looking | Trying | Learned) -> Decision:
    """What is still owed; what was done stays with whoever did it."""
    whose = command.whose or state.lesson.lead
    if command.holder == whose:
        return ()
    if whose is None or whose not in {ball.holder for ball in balls(state)}:
        return refused("learning.nothing_of_theirs", holder=whose or "")
    return (e.HandedOn(holder=command.holder, whose=whose),)


def _test(command: c.Predict | c.Study, state: Looking | Trying | Learned) -> Decision:
    """What is expected is said before one looks: a result that nobody predicted says little."""
    if state.lesson.way != "test":
        return refused("learning.no_test")
    if isinstance(state, Learned):
        return refused("learning.studied")
    predicted = state.lesson.prediction is not None
    match command:
        case c.Predict(prediction=prediction):
            return refused("learning.predicted") if predicted else (e.Predicted(prediction=prediction),)
        case c.Study(result=result, verdict=verdict):
            return (e.Studied(result=result, verdict=verdict),) if predicted else refused("learning.predict_first")


def _share(command: c.Share, state: Looking | Trying | Learned) -> Decision:
    if not isinstance(state, Learned):
        return refused("learning.not_learned_yet")
    if command.to is None and not command.names_nobody:
        return refused("learning.look_first")
    if command.to is None and state.lesson.is_for_all:
        return ()
    return (e.Shared(to=command.to, how=command.how),)


def _correct(command: c.Correct, state: Looking | Trying | Learned) -> Decision:
    if refusal := _not_said(command.part, state):
        return refusal
    return (e.Corrected(part=command.part, text=command.text),)


def _not_said(part: c.Part, state: Known) -> Refused | None:
    """A prediction that was held against a result stays as it was."""
    if part == "prediction" and isinstance(state, Learned):
        return refused("learning.studied")
    return refused("decision.not_said_yet") if getattr(state.lesson, part) is None else None
