"""Whoever something waits on hears it once a day, at the hospital's hour: how much, and no word of what. Over a real mail
server."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest

from services.digest import Digests
from services.house import House
from services.outbox import Mail
from services.people import Preference, Quiet
from services.people.preferences import Digest
from services.web.app import create_app
from services.web.signing_in import session
from tests.outbox.postroom import Postroom, free_port, listening
from tests.web.alder import Alder, alder
from workflows.barrier.commands import Log
from workflows.concern.commands import Raise
from workflows.hospital.commands import AdoptTerms
from workflows.kernel.moments import DAY, Day, moment_of
from workflows.kernel.terms import Terms
from workflows.promise.commands import Make
from workflows.unit.commands import Appoint

MONDAY, TUESDAY, WEDNESDAY = "2025-01-06", "2025-01-07", "2025-01-08"
FRIDAY, SATURDAY, NEXT_MONDAY = "2025-01-10", "2025-01-11", "2025-01-13"
ADDRESS = "https://heard.alder.example"
WORDS = "The surgeon threw the chart"


class Post:
    """A hospital that sends mail, its clock, and what came."""

    def __init__(self, alder: Alder, room: Postroom) -> None:
        self.alder = alder
        self.room = room
        self.digests = Digests(alder.house)

    @property
    def house(self) -> House:
        return self.alder.house

    def at(self, moment: str) -> list[str]:
        """To whom mail came at this moment, and since the one before."""
        before = len(self.room.came)
        self.alder.clock.moment = moment_of(moment)
        self.digests.send()
        while self.house.posting.send():
            pass
        return sorted(came["To"].partition("@")[0] for came in self.room.came[before:])

    def morning(self, day: Day) -> list[str]:
        return self.at(f"{day}T07:00-06:00")

    def adopts(self, terms: Terms) -> None:
        document = msgspec.json.encode(terms)
        self.alder.does("operator", AdoptTerms(digest=self.house.attachments.put(document)), "hospital")

    def prefers(self, login: str, digest: Digest, quiet: Quiet | None = None) -> None:
        self.house.preferences.say(self.alder.who[login], Preference(digest, quiet))


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Post]:
    """Dana owes a yes to a barrier and keeps a promise; those who lead 4 West owe an answer."""
    room, made = Postroom(), alder(tmp_path / "alder")
    with listening(room, free_port()) as relay, made.house:
        made.house.outbox.mail = Mail(relay, "heard@alder.example", ADDRESS)
        dana = made.who["dana"]
        made.does("marco", Log(unit="4-west", what=WORDS, holder=dana))
        made.does("dana", Make(unit="4-west", holder=dana, to="unit-4-west", what=WORDS, due="2025-02-03"))
        yield Post(made, room)


def test_it_counts_what_waits_and_says_nothing_of_it(post: Post) -> None:
    post.alder.does("nora", Raise(unit="4-west", what=WORDS, speaker="anonymous"))
    assert post.morning(TUESDAY) == ["dana", "lena", "marco"]
    (dana,) = [came for came in post.room.came if came["To"].startswith("dana")]
    assert dana["Subject"] == "2 things, 7 minutes"
    said = dana.get_content()
    assert "2 things wait on you: about 7 minutes in all." in said
    assert f"{ADDRESS}/desk" in said
    for came in post.room.came:
        words = came["Subject"] + came.get_content()
        assert not re.search(r"chart|surgeon|Dana|Nora|Marco|4 West|barrier|promise|concern|anonym|voice", words)


def test_it_counts_what_the_desk_shows(post: Post) -> None:
    post.alder.does("nora", Raise(unit="4-west", what=WORDS, speaker="anonymous"))
    post.morning(TUESDAY)
    client = create_app(post.house).test_client()
    for login in ("dana", "marco"):
        with client.session_transaction() as kept:
            kept[session.TOKEN] = post.house.sessions.begin(post.alder.who[login], post.alder.clock())
        (told,) = [came["Subject"] for came in post.room.came if came["To"].startswith(login)]
        shown = client.get("/desk").text.count('class="mine ') + client.get("/desk").text.count('class="mine"')
        assert told.split()[0] == str(shown)


def test_the_minutes_are_those_of_the_terms(post: Post) -> None:
    post.adopts(Terms(minutes={"accept": 20, "keep": 1}))
    post.morning(TUESDAY)
    assert [came["Subject"] for came in post.room.came if came["To"].startswith("dana")] == ["2 things, 21 minutes"]


def test_it_goes_out_at_the_hour_of_the_hospital_and_once_that_day(post: Post) -> None:
    assert post.at("2025-01-07T06:59-06:00") == []
    assert post.at("2025-01-07T07:00-06:00") == ["dana"]
    assert post.at("2025-01-07T07:01-06:00") == []
    post.alder.does("marco", Log(unit="4-west", what=WORDS, holder=post.alder.who["dana"]))
    assert post.at("2025-01-07T16:00-06:00") == [], "what comes later that day is told of on the next"
    assert post.morning(WEDNESDAY) == ["dana"]
    assert post.room.came[-1]["Subject"].startswith("3 things")


def test_the_hour_is_by_the_clock_on_the_wall_in_summer_too(post: Post) -> None:
    assert post.at("2025-03-07T06:59-06:00") == []
    assert post.at("2025-03-07T07:00-06:00") == ["dana"]
    assert post.at("2025-03-10T06:59-05:00") == [], "the clocks went forward on Sunday"
    assert post.at("2025-03-10T07:00-05:00") == ["dana"]


def test_nothing_is_sent_where_nothing_waits_nor_made_up_for_that_day(post: Post) -> None:
    assert post.at("2025-01-07T08:00-06:00") == ["dana"]
    post.alder.does("nora", Raise(unit="4-west", what=WORDS))
    assert post.at("2025-01-07T09:00-06:00") == []


def test_days_of_rest_and_holidays_are_left_alone_unless_the_terms_say_every_day(post: Post) -> None:
    post.adopts(Terms(holidays=(FRIDAY,)))
    assert [post.morning(day) for day in (FRIDAY, SATURDAY, NEXT_MONDAY)] == [[], [], ["dana"]]
    post.adopts(Terms(digest_on_rest_days=True, digest_hour=5))
    assert post.at("2025-01-18T05:00-06:00") == ["dana"]


def test_everybody_says_how_often(post: Post) -> None:
    post.prefers("dana", "mondays")
    assert [post.morning(day) for day in (TUESDAY, WEDNESDAY, NEXT_MONDAY)] == [[], [], ["dana"]]
    post.adopts(Terms(holidays=("2025-01-20",)))
    assert [post.morning(day) for day in ("2025-01-20", "2025-01-21", "2025-01-22")] == [[], ["dana"], []]
    post.prefers("dana", "never")
    assert post.morning("2025-01-27") == []


def test_it_waits_for_quiet_hours_to_be_over(post: Post) -> None:
    post.prefers("dana", "daily", Quiet("22:00", "08:30"))
    assert post.morning(TUESDAY) == []
    assert post.at("2025-01-07T08:29-06:00") == []
    assert post.at("2025-01-07T08:30-06:00") == ["dana"]


def test_a_call_to_whoever_is_on_call_breaks_through_quiet_hours(post: Post) -> None:
    post.prefers("dana", "daily", Quiet("00:00", "23:59"))
    put = post.house.outbox.put
    put(post.alder.who["dana"], "Something waits", "See", "reminder")
    put(post.alder.who["dana"], "Urgent", "See", "page", urgent=True)
    assert post.at("2025-01-07T06:00-06:00") == ["dana"]
    assert post.room.came[-1]["Subject"] == "Urgent"


def test_however_many_rounds_are_made_at_once_there_is_one_digest(post: Post) -> None:
    post.alder.clock.moment = moment_of(f"{TUESDAY}T07:00-06:00")
    with ThreadPoolExecutor(4) as hands:
        put = list(hands.map(lambda _: Digests(post.house).send(), range(8)))
    assert sum(put) == 1
    (post.house.directory / "digest.bookmark").unlink()
    assert post.at(f"{TUESDAY}T07:10-06:00") == ["dana"]
    assert len(post.room.came) == 1


def test_a_house_that_stood_still_for_days_sends_one(post: Post) -> None:
    post.morning(TUESDAY)
    assert post.morning("2025-01-31") == ["dana"]


def test_a_mail_server_that_stood_still_for_days_is_given_one(post: Post) -> None:
    mail = post.house.outbox.mail
    assert mail is not None
    post.house.outbox.mail = msgspec.structs.replace(mail, relay="127.0.0.1:1")
    assert [post.morning(day) for day in (TUESDAY, WEDNESDAY)] == [[], []]
    post.house.outbox.mail = mail
    assert post.at(f"{WEDNESDAY}T15:00-06:00") == ["dana"]
    assert post.house.outbox.waiting() == 0


def test_where_no_mail_is_sent_no_day_is_used_up(post: Post) -> None:
    mail, post.house.outbox.mail = post.house.outbox.mail, None
    assert post.morning(TUESDAY) == []
    post.house.outbox.mail = mail
    assert post.at(f"{TUESDAY}T09:00-06:00") == ["dana"]


def test_whoever_is_kept_from_something_does_not_count_it(post: Post) -> None:
    voice = post.alder.does("nora", Raise(unit="4-west", what=WORDS))
    post.house.people.wall(voice, post.alder.who["marco"])
    assert post.morning(TUESDAY) == ["dana", "lena"]


def test_whoever_cannot_come_in_is_told_by_a_link_and_not_by_a_digest(post: Post) -> None:
    post.house.people.add("Vera Stone", "vera@vendor.example")
    vera = post.house.people.named("Vera Stone")[0].id
    post.alder.does("marco", Log(unit="4-west", what=WORDS, holder=vera))
    assert post.morning(TUESDAY) == ["dana"]
    post.house.accounts.open(vera, "vera", "every voice gets an answer")
    assert post.morning(WEDNESDAY) == ["dana", "vera"]
    (said,) = [came.get_content() for came in post.room.came if came["To"].startswith("vera")]
    assert "1 thing waits on you: about 2 minutes in all." in said


def test_whoever_left_hears_nothing_and_a_new_leader_does(post: Post) -> None:
    post.alder.does("nora", Raise(unit="4-west", what=WORDS))
    new = post.house.people.add("Alex Moss", "alex@alder.example").id
    post.alder.does("operator", Appoint(person=new, role="team_leader", since=MONDAY), "unit-4-west")
    post.house.people.leave(post.alder.who["lena"], MONDAY)
    assert post.morning(TUESDAY) == ["alex", "dana", "marco"]


@pytest.mark.parametrize(
    ("now", "over"),
    [
        ("2025-03-08T22:30-06:00", "2025-03-09T07:00-05:00"),
        ("2025-03-09T00:30-06:00", "2025-03-09T07:00-05:00"),
        ("2025-11-01T23:00-05:00", "2025-11-02T07:00-06:00"),
        ("2025-11-02T06:59-06:00", "2025-11-02T07:00-06:00"),
        ("2025-11-02T07:00-06:00", None),
        ("2025-11-02T21:59-06:00", None),
    ],
)
def test_quiet_hours_keep_to_the_clock_on_the_wall_when_it_is_changed(now: str, over: str | None) -> None:
    found = Quiet("22:00", "07:00").over(moment_of(now), "America/Chicago")
    assert found == (moment_of(over) if over else None)


def test_quiet_hours_of_one_day(post: Post) -> None:
    noon = Quiet("12:00", "13:00")
    assert noon.over(moment_of(f"{TUESDAY}T12:30-06:00"), "America/Chicago") == moment_of(f"{TUESDAY}T13:00-06:00")
    assert noon.over(moment_of(f"{TUESDAY}T13:00-06:00"), "America/Chicago") is None
    assert post.alder.clock() < moment_of(TUESDAY) + DAY
