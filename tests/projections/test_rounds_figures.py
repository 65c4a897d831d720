"""Each figure says of how many it speaks, and speaks of nobody who was not asked."""

from msgspec.structs import replace

from projections.heard_on_rounds import HeardRow
from projections.rounds_figures import Walked, figures
from projections.share import Share
from tests.given import the
from tests.projections.test_cadence import rounds
from workflows.kernel.grammar import Ref
from workflows.rounds.commands import Exchange, Side
from workflows.rounds.state import Seen, Spoken, Visit

ISSUES = tuple(the("issue", n) for n in range(4))


def walked(**changes: object) -> Walked:
    row = rounds("2025-05-05")
    return Walked(stream=the("rounds"), row=replace(row, visit=replace(row.visit, **changes)))


def spoken(*said: tuple[Exchange, Side]) -> tuple[Spoken, ...]:
    return tuple(Spoken(kind, by) for kind, by in said)


def heard(**changes: object) -> HeardRow:
    fields: dict[str, object] = {"noun": "concern", "unit": "4w", "rounds": the("rounds"), "before": False}
    return HeardRow(**{**fields, **changes}, since=0, title=Ref(1, "what"))  # type: ignore[arg-type]  # see fields


def test_a_drive_by_is_a_visit_without_a_word_from_both_sides() -> None:
    asked_only = walked(exchanges=spoken(("question", "executive")))
    assert asked_only.is_interactive is False
    assert replace(asked_only, heard=(heard(),)).is_interactive is True
    assert replace(asked_only, heard=(heard(before=True),)).is_interactive is False
    assert walked(exchanges=spoken(("dialogue", "staff"))).is_interactive is True


def test_whoever_was_not_asked_is_in_no_figure() -> None:
    assert walked(shift=None).is_interactive is None
    alone = Walked(stream=the("rounds"), row=rounds("2025-05-05", colour="team"))
    assert alone.is_interactive is None
    found = figures([walked(shift=None), alone])
    assert (found.interactive.percent, found.pre_briefed) == (None, Share(0, 1))


def test_figures_of_a_year() -> None:
    first = walked(
        exchanges=spoken(("dialogue", "staff")),
        guide="person-lena",
        briefed=(24, 31),
        briefing_good_until="2025-05-09",
        seen=(Seen(ISSUES[0], "better"),),
        looked_over=ISSUES[1:3],
        shift="night",
    )
    first = replace(first, open_then=frozenset(ISSUES), heard=(heard(), heard(noun="issue"), heard(before=True)))
    others = (
        Walked(stream=the("rounds", 2), row=rounds("2025-06-05", colour="deputy")),
        Walked(stream=the("rounds", 3), row=rounds("2025-07-05", "not_held")),
        Walked(stream=the("rounds", 4), row=rounds("2025-08-05", "scheduled")),
        Walked(stream=the("rounds", 5), row=rounds("2025-08-05", "withdrawn")),
    )
    found = figures([first, *others])
    assert (found.due, found.not_held, found.brought_before) == (3, 1, 1)
    assert found.held == {"staff": {"night": 1, "day": 1}, "patient": {}}
    assert found.came == {"executive": 1, "deputy": 1, "team": 0}
    assert (found.interactive, found.pre_briefed, found.guided) == (Share(1, 2), Share(1, 2), Share(1, 2))
    assert (found.providers, found.issues, found.reviewed) == (Share(24, 31), Share(1, 2), Share(3, 4))


def test_the_last_briefing_may_be_too_old() -> None:
    visit: Visit = walked(briefing_good_until="2025-05-04").row.visit
    assert not visit.is_pre_briefed
