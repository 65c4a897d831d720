"""Whoever comes is invited, told of another day, told that it does not take place: once, over a real mail server."""

import re
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from freezegun import freeze_time
from icalendar import Calendar, Event

from services.appointments.feeding import feed_of
from services.appointments.inviting import Inviting
from services.house import House
from services.outbox import Mail
from tests.outbox.postroom import Postroom, free_port, listening
from tests.web.alder import Alder, alder
from workflows.kernel.grammar import Command
from workflows.kernel.moments import Day
from workflows.partnership import commands as partnership
from workflows.rounds import commands as rounds
from workflows.unit.commands import Appoint, JoinTeam

MONDAY, THURSDAY, FRIDAY = "2025-01-06", "2025-01-09", "2025-01-10"
WHY = "The surgeon threw the chart"


class Post:
    """A hospital that invites."""

    def __init__(self, alder: Alder, room: Postroom) -> None:
        self.alder = alder
        self.room = room

    @property
    def house(self) -> House:
        return self.alder.house

    def does(self, who: str, command: Command, to: str | None = None) -> str:
        return self.alder.does(who, command, to)

    def told(self) -> list[tuple[str, str, int, str]]:
        """To whom, how, which sequence and which day: what came since the last time, by whom it came to."""
        before = len(self.room.came)
        Inviting(self.house).invite()
        while self.house.posting.send():
            pass
        return sorted(_said(came) for came in self.room.came[before:])

    def feed(self, login: str) -> dict[str, Event]:
        found = Calendar.from_ical(feed_of(self.house, self.alder.who[login]))
        assert isinstance(found, Calendar)
        return {str(event.uid): event for event in found.events}


def _said(came: EmailMessage) -> tuple[str, str, int, str]:
    (part,) = (part for part in came.walk() if part.get_content_type() == "text/calendar")
    calendar = Calendar.from_ical(part.get_content())
    assert isinstance(calendar, Calendar)
    assert part.get_param("method") == calendar.method
    (event,) = calendar.events
    assert event["ATTENDEE"] == f"mailto:{came['To']}"
    return came["To"].partition("@")[0], str(calendar.method), event.sequence, str(event.start)[:10]


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Post]:
    room, made = Postroom(), alder(tmp_path / "alder")
    with listening(room, free_port()) as relay, made.house:
        made.house.outbox.mail = Mail(relay, "heard@alder.example", "https://heard.alder.example")
        made.who["avery"] = made.house.people.add("Avery Long", "avery@alder.example").id
        made.does(
            "operator", Appoint(person=made.who["avery"], role="executive_assistant", since=MONDAY), "unit-4-west"
        )
        yield Post(made, room)


@pytest.fixture
def visit(post: Post) -> str:
    """Dana walks on Thursday at two."""
    return post.does("marco", rounds.Schedule(unit="4-west", day=THURSDAY, time="14:00"))


@pytest.fixture
def bond(post: Post) -> str:
    """Dana and the team of 4 West meet every month; Lena has a chair."""
    name = partnership.Nominate(unit="4-west", executive=post.alder.who["dana"], rank="vice_president", clinician=False)
    stream = post.does("marco", name)
    post.does("ines", partnership.Confirm(), stream)
    post.does("dana", partnership.Sign(learn_from=True, listen_to=True, work_with=True), stream)
    post.does("marco", JoinTeam(person=post.alder.who["lena"], discipline="nurse", since=MONDAY), "unit-4-west")
    return stream


def everybody(method: str, sequence: int, day: Day, *who: str) -> list[tuple[str, str, int, str]]:
    return [(one, method, sequence, day) for one in who or ("avery", "dana", "marco")]


def test_whoever_comes_to_rounds_is_invited_once(post: Post, visit: str) -> None:
    assert post.told() == everybody("REQUEST", 0, THURSDAY)
    assert post.told() == []
    (post.house.directory / "inviting.bookmark").unlink()
    assert post.told() == [], "the outbox knows that they were told"
    post.does("marco", rounds.Prepare(item="agenda"), visit)
    assert post.told() == [], "what is prepared moves nothing"


def test_an_invitation_holds_no_name_and_nobodys_words(post: Post, visit: str) -> None:
    post.told()
    post.does("marco", rounds.Reschedule(day=FRIDAY, reason=WHY), visit)
    post.told()
    for came in post.room.came:
        words = came.as_string() + "".join(part.get_content() for part in came.walk() if not part.is_multipart())
        assert not re.search(r"Dana|Marco|Avery|chart|surgeon", words)
        assert "Safety rounds, 4 West" in words
    subjects = {came["Subject"] for came in post.room.came}
    assert subjects == {"Safety rounds, 4 West", "Changed: Safety rounds, 4 West"}


def test_another_day_keeps_the_uid_and_raises_the_sequence(post: Post, visit: str) -> None:
    post.told()
    uid = next(iter(post.feed("dana")))
    post.does("marco", rounds.Reschedule(day=FRIDAY, reason=WHY, time="09:30"), visit)
    assert post.told() == everybody("REQUEST", 1, FRIDAY)
    event = post.feed("dana")[uid]
    assert (event.sequence, event.start.strftime("%H:%M")) == (1, "09:30")


@pytest.mark.parametrize(
    "end",
    [rounds.SayNotHeld(reason="no_staff_free"), rounds.Withdraw(why="A slip of the finger")],
    ids=["not held", "withdrawn"],
)
def test_what_does_not_take_place_leaves_the_calendars(post: Post, visit: str, end: Command) -> None:
    post.told()
    post.does("marco", end, visit)
    assert post.told() == everybody("CANCEL", 1, THURSDAY)
    assert post.feed("dana") == {}


def test_rounds_that_were_held_stay(post: Post, visit: str) -> None:
    post.told()
    post.alder.on(THURSDAY)
    post.does("marco", rounds.Hold(attendees=(post.alder.who["dana"],), colour="executive", none_raised=True), visit)
    assert post.told() == []
    assert len(post.feed("dana")) == 1


def test_another_visitor_is_invited_and_the_first_one_goes(post: Post, visit: str) -> None:
    post.told()
    post.does("ines", rounds.Entrust(partner=post.alder.who["ruth"], reason=WHY), visit)
    assert post.told() == [
        ("avery", "REQUEST", 1, THURSDAY),
        ("dana", "CANCEL", 1, THURSDAY),
        ("marco", "REQUEST", 1, THURSDAY),
        ("ruth", "REQUEST", 1, THURSDAY),
    ]


def test_a_guide_is_invited_when_one_is_named(post: Post, visit: str) -> None:
    post.told()
    post.does("marco", rounds.NameGuide(guide=post.alder.who["nora"]), visit)
    assert ("nora", "REQUEST", 1, THURSDAY) in post.told()


def test_who_was_away_hears_where_things_are_and_not_how_they_went(post: Post, visit: str) -> None:
    for day in (FRIDAY, "2025-01-14", "2025-01-16"):
        post.does("marco", rounds.Reschedule(day=day, reason=WHY), visit)
    assert post.told() == everybody("REQUEST", 3, "2025-01-16")


def test_what_could_not_be_sent_yet_is_replaced(post: Post, visit: str) -> None:
    Inviting(post.house).invite()
    post.does("marco", rounds.Reschedule(day=FRIDAY, reason=WHY), visit)
    assert post.told() == everybody("REQUEST", 1, FRIDAY)


def test_what_is_over_is_not_told_of(post: Post, visit: str) -> None:
    post.alder.on("2025-01-20")
    assert post.told() == []


def test_the_team_and_its_partner_are_invited_to_their_meeting(post: Post, bond: str) -> None:
    whom = ("avery", "dana", "lena", "marco")
    post.does("marco", partnership.ScheduleMeeting(day="2025-01-20"), bond)
    assert post.told() == everybody("REQUEST", 0, "2025-01-20", *whom)
    post.does("marco", partnership.MoveMeeting(day="2025-01-21", reason=WHY), bond)
    assert post.told() == everybody("REQUEST", 1, "2025-01-21", *whom)
    (event,) = post.feed("lena").values()
    assert event.summary == "Monthly meeting, 4 West"
    post.does("marco", partnership.SayMeetingNotHeld(reason="no_staff_free"), bond)
    assert post.told() == everybody("CANCEL", 2, "2025-01-21", *whom)


def test_each_meeting_is_an_appointment_of_its_own(post: Post, bond: str) -> None:
    post.does("marco", partnership.ScheduleMeeting(day="2025-01-20"), bond)
    post.told()
    first = set(post.feed("dana"))
    post.alder.on("2025-01-20")
    post.does("marco", partnership.HoldMeeting(colour="executive", attendees=()), bond)
    post.does("marco", partnership.ScheduleMeeting(day="2025-02-17"), bond)
    assert {day for _, method, _, day in post.told() if method == "REQUEST"} == {"2025-02-17"}
    assert len(set(post.feed("dana")) - first) == 1


def test_a_partnership_that_ends_calls_its_meeting_off(post: Post, bond: str) -> None:
    post.does("marco", partnership.ScheduleMeeting(day="2025-01-20"), bond)
    post.told()
    post.does("ines", partnership.End(reason="left_post"), bond)
    assert ("dana", "CANCEL", 1, "2025-01-20") in post.told()


def test_a_feed_shows_what_ones_own_and_nobody_elses(post: Post, visit: str) -> None:
    post.does("priya", rounds.Schedule(unit="icu", day=FRIDAY, partner=post.alder.who["ruth"]))
    post.house.reader.pull()
    assert len(post.feed("dana")) == len(post.feed("ruth")) == len(post.feed("priya")) == 1
    assert post.feed("kim") == {}


def test_a_feed_is_by_the_clock_on_the_wall_before_and_after_it_is_changed(post: Post) -> None:
    post.does("marco", rounds.Schedule(unit="4-west", day="2025-03-07", time="14:00"))
    post.does("marco", rounds.Schedule(unit="4-west", day="2025-03-10", time="14:00"))
    for day in ("2025-03-06", "2025-03-10"):
        with freeze_time(f"{day} 12:00"):
            hours = [event.start.strftime("%H:%M %z") for event in post.feed("dana").values()]
        assert hours == ["14:00 -0600", "14:00 -0500"]
