"""Whoever owes something is reminded of it by mail, because somebody who plans for them asked for it.

A reminder says that something waits and where one's desk is; neither what it is nor who asked. It is no act on the thing, so it
is no fact: the outbox keeps that it was sent, under a key of the thing, the person and the day, and once that day is enough.
"""

from services.house import House
from services.paging import called
from workflows.kernel.moments import Day

SUBJECT = "Something waits on you"
BODY = """Something waits on you, and its day is near or past.

It is on your desk:
{link}

You are reminded of one thing at most once a day.
"""


def reachable(house: House, holder: str, unit: str | None) -> list[str]:
    """The persons who are meant by a holder and have a mail address; none where the house sends no mail."""
    if house.outbox.mail is None:
        return []
    return [person for person in called(house, holder, unit) if house.people.mail_of(person)]


def remind(house: House, stream: str, holder: str, unit: str | None, day: Day) -> bool:
    """Whether somebody was reminded who was not today."""
    body = BODY.format(link=house.outbox.link("/desk"))
    put = [
        house.outbox.put(person, SUBJECT, body, _key(stream, person, day), about=stream)
        for person in reachable(house, holder, unit)
    ]
    return any(put)


def was_reminded(house: House, stream: str, holder: str, unit: str | None, day: Day) -> bool:
    """Whether everybody who could be was reminded of it that day."""
    whom = reachable(house, holder, unit)
    return bool(whom) and all(house.outbox.holds(_key(stream, person, day)) for person in whom)


def _key(stream: str, person: str, day: Day) -> str:
    return f"remind|{stream}|{person}|{day}"
