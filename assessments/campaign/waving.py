"""What a wave decides; `drawn_up`, `locked` and `published` are its part of the rule `surveying`, which knows the units."""

from collections.abc import Collection, Iterable, Mapping

from assessments.campaign import comments
from assessments.campaign import events as e
from assessments.campaign.commands import (
    Count,
    Launch,
    Plan,
    ProposeRelease,
    Release,
    ReviewComment,
    ShowComments,
    Withdraw,
)
from assessments.campaign.offers import Offer, offered
from assessments.campaign.rosters import frozen_apart, frozen_by_position
from assessments.campaign.wave import Wave
from workflows.kernel.grammar import Act, Command, Event, refused
from workflows.kernel.ids import named
from workflows.kernel.moments import Day, day_after
from workflows.kernel.noun import Decision

WEEK = 7
"""Days from one fixed day to the next."""


def drawn_up(command: Plan, act: Act, own: Iterable[Offer]) -> Decision:
    offers = offered(own)
    if command.instrument not in offers:
        return refused("campaign.no_such_instrument", known=", ".join(sorted(offers)))
    if command.closes <= act.day:
        return refused("campaign.closes_later")
    units = tuple(dict.fromkeys(command.units))
    if len(units) < 2:
        return refused("campaign.wave_of_one")
    planned = e.Planned(units=units, instrument=command.instrument, mode=command.mode, closes=command.closes)
    announced = (e.ReleaseAnnounced(),) if command.release else ()
    invited = (e.CommentsInvited(),) if command.comments else ()
    return (planned, *announced, *invited, *((e.PositionsPlanned(),) if command.positions else ()))


def locked(state: Wave, act: Act, held: Mapping[str, Mapping[str, int]], own: Iterable[Offer]) -> Decision:
    """`held`: how many work in each of its units today, by position."""
    if state.stage != "draft":
        return () if state.stage == "locked" else refused("campaign.not_a_draft")
    if state.closes <= act.day:
        return refused("campaign.closes_later")
    asked = offered(own).get(state.instrument)
    if asked is None or state.mode == "open":
        return refused("campaign.no_such_instrument", known=", ".join(sorted(offered(own))))
    roster = frozen_apart(state.mode, {unit: sum(some.values()) for unit, some in held.items()}, state.least)
    if roster is None:
        return refused("campaign.too_few_people", least=state.least)
    locking = e.Locked(version=asked.version, instrument_digest=asked.digest)
    return (locking, *frozen_by_position(roster, held, state.least)) if state.by_position else (locking, roster)


def groups_of(locking: Iterable[Event]) -> tuple[int, ...]:
    """How the units are counted, as it was just locked."""
    return next(one.groups for one in locking if isinstance(one, e.RosterFrozen))


def decide(command: Command, state: Wave, act: Act) -> Decision:
    match command:
        case Launch():
            return _launched(state, act)
        case Count():
            return _counted(command, state, act)
        case Withdraw(reason=reason):
            if state.ballots is not None:
                return refused("campaign.counted")
            return () if state.why else (e.Withdrawn(reason=reason),)
        case ProposeRelease() | Release():
            return _handing(command, state, act)
        case ReviewComment():
            return comments.reviewed(state.comments, command)
        case ShowComments():
            published_ = state.stage == "published"
            return comments.shown(state.comments, command) if published_ else refused("campaign.not_published")
        case _:
            return refused("campaign.by_unit")


def published(stream: str, state: Wave) -> Mapping[str, Decision]:
    """What is said to the wave, and to each of its groups, by stream; the first of a group's units talks about it with the
    others."""
    roster, digest = state.roster, state.digest
    if state.stage == "published":
        return {stream: ()}
    if roster is None or digest is None:
        return {stream: refused("campaign.not_counted")}
    told: dict[str, Decision] = {stream: (e.Published(),)}
    return told | {part_of(stream, group): (_shared(stream, state, group),) for group in range(len(roster.parts))}


def part_of(stream: str, group: int) -> str:
    """The one stream on which a group says what follows."""
    return named("campaign", stream, str(group))


def parts_of(stream: str, state: Wave) -> tuple[str, ...]:
    return tuple(part_of(stream, group) for group in range(len(state.roster.parts))) if state.roster else ()


def prolonged(closes: Day, day: Day) -> Day:
    """The next of the fixed days that is still to come."""
    while closes <= day:
        closes = day_after(closes, WEEK)
    return closes


def _launched(state: Wave, act: Act) -> Decision:
    if state.stage != "locked":
        return () if state.stage == "open" else refused("campaign.not_locked")
    return refused("campaign.closes_later") if state.closes <= act.day else (e.Launched(),)


def _handing(command: ProposeRelease | Release, state: Wave, act: Act) -> Decision:
    """Nobody alone, nothing that was not announced before the first answer, to nobody the second person did not see."""
    if not state.announced:
        return refused("campaign.not_announced")
    if act.by.kind != "person":
        return refused("campaign.by_people")
    if state.stage != "published":
        return refused("campaign.not_published")
    if isinstance(command, ProposeRelease):
        return (e.ReleaseProposed(recipient=command.recipient),)
    if state.pending is None:
        return refused("campaign.nothing_proposed")
    if state.pending.recipient.seq != command.seen:
        return refused("campaign.proposed_anew")
    return refused("campaign.second_person") if act.by.id == state.pending.proposed else (e.Released(),)


def _counted(command: Count, state: Wave, act: Act) -> Decision:
    if not act.of_the_clock:
        return refused("only_the_clock")
    if state.stage != "open" or act.day < state.closes:
        return ()
    if command.ballots < state.least:
        return (e.Prolonged(closes=prolonged(state.closes, act.day)),)
    made, spent = command.made or 0, command.spent or 0
    return (
        e.BallotsCounted(ballots=command.ballots, digest=command.digest),
        e.CardsReconciled(made=made, drawn=command.drawn, spent=spent),
        e.Settled(groups=_named(state, command.groups)),
        *comments.gathered(state.comments, command),
    )


def _named(state: Wave, firsts: Collection[str]) -> tuple[int, ...]:
    """The groups whose first unit is among these."""
    parts = state.roster.parts if state.roster else ()
    return tuple(group for group, units in enumerate(parts) if units[0] in firsts)


def _shared(stream: str, state: Wave, group: int) -> e.Shared:
    roster = state.roster
    assert roster is not None
    assert state.digest is not None
    assert roster.mode != "open"
    units = roster.of(group)
    people = dict(zip(roster.units, roster.eligible, strict=True))
    return e.Shared(
        unit=units[0],
        wave=stream,
        group=group,
        units=units,
        eligible=tuple(people[unit] for unit in units),
        mode=roster.mode,
        instrument=state.instrument,
        version=state.version,
        instrument_digest=state.instrument_digest,
        closes=state.closes,
        least="10",
        digest=state.digest,
    )
