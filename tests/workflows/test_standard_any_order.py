"""Whatever is asked of a standard in whatever order: it never breaks, at most one ball lies with somebody, and only while it is
a gap, asked for again or lapsed."""

from hypothesis import given as generated
from hypothesis import strategies as st

from tests.given import LEADER, PARTNER, House, act, by_clock, the
from workflows.kernel.grammar import Act, Command, Refused
from workflows.kernel.moments import day_after
from workflows.standard import commands as c
from workflows.standard.balls import balls
from workflows.standard.commands import stream_of
from workflows.standard.state import Gap, InPlace, Known, Lapsed, SetAside
from workflows.unit import events as unit
from workflows.waiver import End, Grant, Waived

ITEM, UNIT = "structure_staff", "4w"
STREAM = stream_of(ITEM, UNIT)
FIRST = "2025-02-03"
NAMED: tuple[Command, ...] = (
    c.Attest(item=ITEM, unit=UNIT, words="Five of us"),
    c.Attest(item=ITEM, unit=UNIT, words="Six of us", owner=PARTNER),
    c.NoteGap(item=ITEM, unit=UNIT, owner=PARTNER, due="2027-01-01", why="Nobody yet"),
    c.NoteGap(item=ITEM, unit=UNIT, owner=LEADER, due="2027-02-01"),
    Grant(rule=f"standard.{ITEM}", unit=UNIT, reason="Too small"),
)
ADDRESSED: tuple[Command, ...] = (
    c.HandOn(owner=LEADER),
    c.Renew(words="Looked"),
    c.AskRenewal(),
    c.Lapse(),
    c.Withdraw(reason="No"),
    c.Correct(text="Right"),
    c.Use(what="Once"),
)
STEPS = st.lists(st.tuples(st.sampled_from((*NAMED, *ADDRESSED, End())), st.integers(0, 400)), max_size=14)


def asked(house: House, command: Command, when: Act) -> House:
    """The house after that; the same house where it is refused."""
    to = STREAM if command in ADDRESSED else _waiver(house) if isinstance(command, End) else None
    if to is None and command not in NAMED:
        return house
    outcome = house.asked(command, to, when)
    return house if isinstance(outcome, Refused) else house.wrote(outcome, when)


def _waiver(house: House) -> str | None:
    return next((one for one, state in house.states.items() if isinstance(state, Waived) and not state.over), None)


@generated(STEPS)
def test_it_stands_one_way_and_owes_one_thing(steps: list[tuple[Command, int]]) -> None:
    house = House({}).told("unit-4w", unit.Opened(unit=UNIT, name="4 West"), act(day=FIRST))
    for command, after in steps:
        day = day_after(FIRST, after)
        clock = isinstance(command, c.AskRenewal | c.Lapse)
        house = asked(house, command, by_clock(day) if clock else act(day=day))
        state = house.states.get(STREAM)
        if not isinstance(state, Known):
            continue
        owed = balls(state)
        open_ = isinstance(state, Gap | Lapsed) or (isinstance(state, InPlace) and state.asked is not None)
        assert len(owed) == open_
        waivers = [one for one in house.states.values() if isinstance(one, Waived) and not one.over]
        assert len(waivers) == isinstance(state, SetAside)
    assert the("unit") in house.states
