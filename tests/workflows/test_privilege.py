"""What counsel sets apart: by hand, with its voices, by default, and out again."""

from typing import get_args

from tests.given import Given, act, given
from tests.workflows.told import CONCERN, ISSUE, OPENED, listed, raised
from workflows.concern.commands import Fix, Kind, Note, Raise
from workflows.issue import events as i
from workflows.privilege import commands as c
from workflows.privilege import events as e
from workflows.privilege.state import register

STREAM = c.STREAM
WHY = "It goes to the patient safety organisation"


def designated(about: str = CONCERN, **changes: object) -> tuple[str, e.Designated]:
    fields: dict[str, object] = {"about": about, "reason": WHY, "through": None, "by_default": False}
    return STREAM, e.Designated(**{**fields, **changes})  # type: ignore[arg-type]  # a test names what it is about


def default(unit: str | None = "4w") -> tuple[str, e.DefaultAdopted]:
    return STREAM, e.DefaultAdopted(kind="concern", in_unit=unit, reason=WHY)


def apart(told: Given) -> frozenset[str]:
    return register(told.state(STREAM)).now


def test_the_kinds_are_those_of_a_voice() -> None:
    assert get_args(c.Kind) == get_args(Kind)


def test_a_voice_is_set_apart_once_with_its_reason() -> None:
    told = given(OPENED, raised()).when(c.Designate(about=CONCERN, reason=WHY)).then(designated())
    assert apart(told) == {CONCERN}
    given(OPENED).when(c.Designate(about=CONCERN, reason=WHY)).then_refused("unknown", what="concern")


def test_an_issue_takes_its_voices_along_and_back() -> None:
    house = given(OPENED, raised(), listed(), (ISSUE, i.Joined(concern=CONCERN)))
    told = house.when(c.Designate(about=ISSUE, reason=WHY)).then(designated(ISSUE), designated(CONCERN, through=ISSUE))
    back = told.when(c.DropOut(about=ISSUE, reason="It was no work product")).then(
        e.DroppedOut(about=ISSUE, reason="It was no work product"),
        e.DroppedOut(about=CONCERN, reason="It was no work product"),
    )
    assert apart(back) == frozenset()


def test_what_was_taken_out_stays_on_record_and_may_be_set_apart_again() -> None:
    house = given(OPENED, raised(), designated(), (STREAM, e.DroppedOut(about=CONCERN, reason="x")))
    told = house.when(c.Designate(about=CONCERN, reason=WHY)).then(designated())
    assert [one.dropped is None for one in register(told.state(STREAM)).designations] == [False, True]
    house.when(c.DropOut(about=CONCERN, reason="x")).then_nothing()


def test_what_a_default_covers_is_set_apart_from_its_first_word() -> None:
    house = given(OPENED, default())
    told = house.when(Raise(unit="4w", what="The pump stopped")).then_something()
    assert len(apart(told)) == 1
    told = house.when(Note(unit="4w", what="The pump stopped")).then_something()
    assert {stream.partition("-")[0] for stream in apart(told)} == {"concern", "issue"}
    told = house.when(Fix(unit="4w", what="The pump stopped", did="It was exchanged")).then_something()
    assert {stream.partition("-")[0] for stream in apart(told)} == {"concern", "issue"}
    told = house.when(Raise(unit="4w", kind="thanks", what="Well done")).then_something()
    assert apart(told) == frozenset()


def test_a_default_of_the_hospital_covers_every_unit() -> None:
    told = given(OPENED, default(None)).when(Raise(unit="4w", what="The pump stopped")).then_something()
    assert len(apart(told)) == 1


def test_a_default_is_set_once_and_ends() -> None:
    ask = c.AdoptDefault(kind="concern", unit="4w", reason=WHY)
    told = given(OPENED).when(ask).then(default())
    ended = told.when(c.EndDefault(kind="concern", unit="4w")).then(e.DefaultEnded(kind="concern", in_unit="4w"))
    assert apart(ended.when(Raise(unit="4w", what="x")).then_something()) == frozenset()
    given().when(ask).then_refused("unit.unknown")


def test_the_reason_is_put_right_where_there_is_one() -> None:
    told = given(OPENED, raised(), designated())
    told.when(c.Correct(about=CONCERN, text="Another"), act()).then(e.Corrected(about=CONCERN, text="Another"))
    given(OPENED, raised()).when(c.Correct(about=CONCERN, text="x")).then_refused("privilege.not_designated")
