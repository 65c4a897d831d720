"""A calendar reads what is written, by the clock on the wall, on the days that clock is changed too."""

from datetime import UTC, date, datetime, timedelta

import pytest
from freezegun import freeze_time
from icalendar import Calendar, Event
from msgspec.structs import replace

from services import calendar_file, clock
from services.calendar_file import Entry

ROUNDS = Entry(
    uid="rounds-1@heard.alder.example",
    sequence=0,
    title="Safety rounds, 4 West",
    day="2025-03-07",
    time="14:00",
    zone="America/Chicago",
    link="https://heard.alder.example/rounds/rounds-1",
)


def invited(entry: Entry) -> tuple[Calendar, Event]:
    """As a calendar reads it."""
    made = calendar_file.invitation(entry, organizer="heard@alder.example", to="dana@alder.example", at=clock.now())
    found = Calendar.from_ical(made)
    assert isinstance(found, Calendar)
    (event,) = found.events
    return found, event


@pytest.mark.parametrize(
    ("day", "time", "begins", "ends"),
    [
        ("2025-03-07", "14:00", "2025-03-07T20:00", "2025-03-07T21:00"),
        ("2025-03-10", "14:00", "2025-03-10T19:00", "2025-03-10T20:00"),
        ("2025-03-09", "01:30", "2025-03-09T07:30", "2025-03-09T08:30"),
        ("2025-03-09", "03:00", "2025-03-09T08:00", "2025-03-09T09:00"),
        ("2025-10-31", "14:00", "2025-10-31T19:00", "2025-10-31T20:00"),
        ("2025-11-02", "00:30", "2025-11-02T05:30", "2025-11-02T06:30"),
        ("2025-11-03", "14:00", "2025-11-03T20:00", "2025-11-03T21:00"),
    ],
)
@pytest.mark.parametrize("written", ["2025-01-06", "2025-03-09 08:00", "2025-11-02 06:30"])
def test_an_hour_is_an_hour_whichever_day_it_is_written_on(
    written: str, day: str, time: str, begins: str, ends: str
) -> None:
    with freeze_time(written):
        _, event = invited(replace(ROUNDS, day=day, time=time))
    assert isinstance(event.start, datetime)
    assert isinstance(event.end, datetime)
    assert event.start.astimezone(UTC) == datetime.fromisoformat(begins).replace(tzinfo=UTC)
    assert event.end.astimezone(UTC) == datetime.fromisoformat(ends).replace(tzinfo=UTC)
    assert event.start.strftime("%H:%M") == time
    assert datetime.fromisoformat(written).replace(tzinfo=UTC) == event.DTSTAMP


def test_without_an_hour_it_is_the_day() -> None:
    _, event = invited(replace(ROUNDS, time=None))
    assert (event.start, event.end) == (date(2025, 3, 7), date(2025, 3, 8))


def test_an_invitation_says_what_and_where_and_to_whom_it_goes() -> None:
    calendar, event = invited(ROUNDS)
    assert (calendar.method, event.status, event.sequence) == ("REQUEST", "CONFIRMED", 0)
    assert (event.summary, event.uid) == ("Safety rounds, 4 West", "rounds-1@heard.alder.example")
    assert event["ATTENDEE"] == "mailto:dana@alder.example"
    assert event["ORGANIZER"] == "mailto:heard@alder.example"
    assert event.url.endswith("/rounds/rounds-1")


def test_what_does_not_take_place_is_taken_out_again() -> None:
    calendar, event = invited(replace(ROUNDS, sequence=1, called_off=True))
    assert (calendar.method, event.status, event.sequence) == ("CANCEL", "CANCELLED", 1)


@pytest.mark.parametrize("title", ["Rounds, 4 West; nights\nBEGIN:VEVENT", "Å" * 100, "a\\,b"])
def test_no_title_becomes_a_line_of_its_own(title: str) -> None:
    calendar, event = invited(replace(ROUNDS, title=title))
    assert len(calendar.events) == 1
    assert event.summary == title


def test_a_feed_brings_the_rules_of_its_zone_and_nobody() -> None:
    later = replace(ROUNDS, uid="b", day="2026-07-01")
    written = calendar_file.feed([later, ROUNDS], name="Heard", at=clock.now())
    found = Calendar.from_ical(written)
    assert isinstance(found, Calendar)
    assert [event.uid for event in found.events] == [ROUNDS.uid, "b"]
    assert [zone.tz_name for zone in found.timezones] == ["America/Chicago"]
    assert (found.method, found.calendar_name) == ("PUBLISH", "Heard")
    assert "mailto" not in written
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H" in written


def test_an_empty_feed_is_one() -> None:
    found = Calendar.from_ical(calendar_file.feed([], name="Heard", at=clock.now()))
    assert isinstance(found, Calendar)
    assert found.events == []
    assert timedelta(hours=1) == calendar_file.OFTEN
