"""The sample year: real commands, every way a loop can end, nothing left half done."""

from collections import Counter
from pathlib import Path
from typing import NoReturn

import pytest

from projections.paces import in_time
from services import clock
from services.clerk import holding
from services.cli.place import hospitals_in
from services.guidance import readiness
from services.house import House
from services.ledger.verifying import erased
from services.reader import measuring, rounding
from services.sample import CODE, SIGN_INS, make
from services.verification import verify
from tests.sample.conftest import TODAY
from workflows.concern.state import Ended
from workflows.kernel.moments import days_between


def _names(alder: House) -> Counter[str]:
    return Counter(row[4] for row in alder.ledger.rows(0, 100_000))


def test_it_shows_every_way_a_loop_ends(alder: House) -> None:
    states = [alder.clerk.memory.get(stream).state for stream in alder.ledger.streams("concern")]
    ends = Counter(state.how for state in states if isinstance(state, Ended))
    assert set(ends) == {"heard", "disagreed", "no_reply", "cannot_be_reached", "withdrawn"}
    assert ends["heard"] > 40


def test_it_has_the_small_lies_of_real_life(alder: House) -> None:
    names = _names(alder)
    for name in (
        "issue.corrected",
        "concern.unmerged",
        "concern.withdrawn",
        "concern.left",
        "barrier.removal_rejected",
        "barrier.entrusted",
        "promise.handed_on",
        "rounds.entrusted",
        "unit.went_on_as",
        "unit.renamed",
    ):
        assert names[name] >= 1, name
    assert names["barrier.new_date_promised"] >= 2
    assert names["rounds.not_held"] == 2


def test_rounds_show_a_drive_by_a_night_a_deputy_patients_and_what_was_brought_up_beforehand(alder: House) -> None:
    alder.reader.pull()
    with alder.views.look() as look:
        walked = [
            one for slug in ("4-west", "icu", "emergency") for one in rounding.walked(look, slug, look.rounds(slug))
        ]
    held = [one for one in walked if one.is_held]
    assert [one.row.unit for one in held if one.is_interactive is False] == ["4-west"]
    assert {one.row.visit.shift for one in held} == {"day", "night"}
    assert {one.row.visit.kind for one in held} == {"staff", "patient"}
    assert {one.row.colour for one in held} == {"executive", "deputy"}
    assert sum(one.brought_before for one in walked) == 2
    (coming,) = (one for one in walked if one.row.unit == "4-west" and one.row.state == "scheduled")
    assert sum(one.is_ready for one in readiness(alder.clerk.settings.rounds, coming.row.visit)) == 3


def test_a_respect_incident_waited_nine_days_in_june_and_two_in_december(alder: House) -> None:
    states = [alder.clerk.memory.get(stream).state for stream in alder.ledger.streams("respect")]
    answered = [state.incident for state in states if state.incident.responded is not None]
    waited = sorted(days_between(one.reported, one.responded) for one in answered)
    assert waited == [2, 9]
    assert [one.kept_its_day for one in sorted(answered, key=lambda one: one.reported)] == [False, True]


def test_a_harm_to_timeliness_is_accepted_by_name_and_a_flood_is_weighed_after(alder: House) -> None:
    states = [alder.clerk.memory.get(stream).state for stream in alder.ledger.streams("decision")]
    harms = [one for state in states for one in state.proposal.ratings if one.effect == "harms"]
    assert [(one.aim, one.acceptor) for one in harms] == [("timeliness", alder.people.named("Ruth Adeyemi")[0].id)]
    assert all(one.mitigation and one.accepted for one in harms)
    (flood,) = (state for state in states if getattr(state, "ruling", None) and state.ruling.emergency)
    assert [owes for owes, _ in flood.proposal.fallen] == ["rate"]
    assert flood.proposal.is_rated


def test_something_is_privileged_and_on_no_board(alder: House) -> None:
    issue, voice = sorted(alder.clerk.privileged(), reverse=True)
    grace = alder.people.named("Grace Osei")[0]
    assert {issue, voice} <= alder.rights.actor(grace.id).behind


def test_words_were_erased_with_a_record_and_others_wait_for_a_hold(alder: House) -> None:
    states = [alder.clerk.memory.get(stream).state for stream in alder.ledger.streams("subject")]
    assert sorted(state.waits for state in states) == [False, True]
    assert len(set(erased(alder.ledger).values())) == 1


def test_everything_that_is_kept_holds_and_every_word_opens(alder: House) -> None:
    found = verify(alder.ledger, alder.directory, (), lambda _: None)
    assert (found.failed, found.counts.erased, found.left_out) == (0, 1, [])
    assert found.counts.opened == found.counts.texts > 1_000
    assert found.counts.documents > 5


def test_each_thing_that_is_guarded_is_there_to_be_seen(alder: House) -> None:
    names = _names(alder)
    for name in (
        "concern.speaker_asked",
        "concern.replied",
        "concern.hidden",
        "concern.walled",
        "concern.photo_added",
        "concern.event_linked",
        "identity.shown",
        "trail.disclosed",
        "unit.deputised",
        "grievance.letter_sent",
        "rounds.orientation_acknowledged",
        "partnership.eligibility_waived",
        "partnership.handed_over",
        "partnership.meeting_missed",
        "partnership.put_at_risk",
        "partnership.graduated",
        "partnership.relapse_flagged",
        "hospital.paused",
        "unit.leader_recognised",
    ):
        assert names[name] >= 1, name


def test_the_code_of_the_sample_opens_an_answer(alder: House) -> None:
    waiting = alder.intake.id_of(CODE.replace("-", ""))
    place = alder.waiting_room.where(waiting)
    assert place
    assert alder.clerk.memory.get(place).state.answer


def test_every_sign_in_that_is_told_is_somebody(alder: House) -> None:
    logins = alder.people.logins().values()
    assert {login for _, login in SIGN_INS} <= set(logins)


def test_something_waits_on_the_executive_today(alder: House) -> None:
    dana = alder.people.named("Dana Cole")[0]
    actor = alder.rights.actor(dana.id)
    open_barriers = [alder.clerk.memory.get(stream).state for stream in alder.ledger.streams("barrier")]
    waiting = [state for state in open_barriers if holding.holds(actor, state.obstacle.holder, state.unit)]
    assert len(waiting) >= 3


def test_nobody_of_the_cast_is_named_in_the_ledger(home: Path) -> None:
    kept = b"".join(path.read_bytes() for path in (home / "sample").glob("ledger.sqlite*"))
    for name in (b"Dana Cole", b"Ruth Adeyemi", b"Nora Quist", b"Tom Hale"):
        assert name not in kept


class PowerCut(Exception):
    """The machine goes off."""


def test_an_unfinished_year_is_no_hospital(tmp_path: Path) -> None:
    """Nobody's log is imported into what is thrown away the next time."""

    def goes_off(*_: int) -> NoReturn:
        raise PowerCut

    with pytest.raises(PowerCut):
        make(tmp_path / "sample", TODAY, goes_off)
    assert hospitals_in(tmp_path) == []


def test_an_unfinished_year_is_not_left_in_its_place(home: Path) -> None:
    assert [path.name for path in home.iterdir()] == ["sample"]


def test_falls_became_rare_and_the_figures_were_looked_at_together(alder: House) -> None:
    alder.reader.pull()
    with alder.views.look() as look:
        day = TODAY.isoformat()
        west, icu = (
            measuring.results(look, unit, day, lambda at: clock.day_of(at, alder.plate.zone), lambda _: True)
            for unit in ("4-west", "icu")
        )
    falls = next(one.chart for one in west.in_use if one.measure.row.gauge.kind == "days_since")
    assert [run.way for run in falls.runs] == ["below", "above", "rising"]
    assert falls.since is not None
    assert falls.since > 30
    assert len(west.panel.reviews if west.panel else ()) == 3
    assert (west.goals[0].recorded, west.goals[0].is_verified) == ("recorded", True)
    assert {mark.kind for mark in west.marks} == {"rounds", "barrier", "change"}
    values = [row.value for one in icu.measures for row in one.rows]
    assert [len([one for one in values if one.was]), len([one for one in values if one.withdrawn])] == [1, 1]


def test_units_learn_at_their_own_pace_and_what_was_not_taken_up_is_not_owed(alder: House) -> None:
    alder.reader.pull()
    with alder.views.look() as look:
        slugs = [stint.row.slug for stint in look.units()]
        paces = look.paces(slugs)
        lessons = {slug: [one.row for one in look.learnings([slug])] for slug in slugs}
        library = look.library()
        offers = look.offered([one.stream for one in library])
    assert set(paces) == {"4-west", "icu"}
    today = TODAY.isoformat()
    assert all(row.pace.due >= today for row in paces.values()), "nothing is owed late today"
    icu, ward = (in_time(paces[slug].pace, today) for slug in ("icu", "4-west"))
    assert (ward.came, ward.owed) == (3, 3), "once in a quarter"
    assert (icu.owed, icu.owed - icu.came) == (9, 1), "once a month, and one spring was too long"
    tests = [one for one in lessons["4-west"] if one.way == "test"]
    assert sorted(one.lesson.verdict or "" for one in tests) == ["adapt", "adopt"]
    assert {one.row.state for one in offers} == {"taken_up", "not_for_us", "offered"}
    assert len([one for one in library if one.row.lesson.author]) == 1, "one leader lets others read it, one does not"
