"""One mail a day for whoever something waits on: how many things, about how many minutes, and where the desk is. No word of
what they are, nobody's name, nothing of whoever spoke.

It goes out at the hospital's hour by its own clock, on working days unless the terms say every day. A day has one round:
whom nothing waits on at that hour hears nothing that day. A day that nobody served is never made up for, and a digest that
could not be sent yet is replaced by the next, so that a long outage ends with one mail.
"""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from services import clock
from services.bookmark import Bookmark
from services.desk import waiting_on
from services.house import House
from services.people.preferences import Digest
from services.reader.answers import Owing
from services.wording.time_words import number_of
from workflows.kernel.moments import as_datetime
from workflows.kernel.terms import Terms

BODY = """{things} on you: about {minutes} in all. Your desk:

{desk}

You hear this once a day while something waits. How often, and at which hours never, you say here:
{account}
"""


class Digests:
    """Run again and again, by one thread. The bookmark is the day whose round is done."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._done = Bookmark(house.directory / "digest.bookmark")

    def send(self) -> int:
        """Puts today's digests into the outbox once their hour has come. Says how many were put."""
        house = self._house
        today = date.fromisoformat(clock.day_of(house.now(), house.plate.zone))
        if house.outbox.mail is None or self._done.at >= today.toordinal():
            return 0
        terms = house.clerk.terms.now()[1]
        if not _has_struck(house, terms) or not _is_told(today, terms):
            return 0
        house.reader.fresh(house.ledger.head()[0])
        weekly = _is_first_of_its_week(today, terms)
        put = sum(self._tell(person, terms, today) for person in self._whom(weekly))
        self._done.move(today.toordinal())
        return put

    def _whom(self, weekly: bool) -> list[str]:
        """Everybody with a mail address who has a desk, and wants to hear today. Whoever holds something and cannot sign in is
        told by a link."""
        wanted: set[Digest] = {"daily", "mondays"} if weekly else {"daily"}
        come_in = {person for person, _, _ in self._house.posts.held()} | self._house.people.logins().keys()
        people = self._house.people.everyone()
        reachable = (one.id for one in people if one.mail and not one.gone and one.id in come_in)
        return [one for one in reachable if self._house.preferences.of(one).digest in wanted]

    def _tell(self, person: str, terms: Terms, today: date) -> bool:
        """Whether something waits that they were not told of today."""
        owing = self._owing(person)
        if not owing:
            return False
        outbox = self._house.outbox
        things, minutes = number_of(len(owing), "thing"), number_of(estimate(owing, terms), "minute")
        body = BODY.format(
            things=f"{things} {'waits' if len(owing) == 1 else 'wait'}",
            minutes=minutes,
            desk=outbox.link("/desk"),
            account=outbox.link("/account"),
        )
        return outbox.put(
            person, f"{things}, {minutes}", body, f"digest|{person}|{today}", instead_of=f"digest|{person}"
        )

    def _owing(self, person: str) -> list[Owing]:
        actor = self._house.rights.actor(person)
        with self._house.views.look(behind=actor.behind) as look:
            return waiting_on(self._house, actor, look)


def estimate(owing: list[Owing], terms: Terms) -> int:
    """About how many minutes these take, by the terms."""
    return sum(terms.of(one.held.row.unit or None).minutes_for(one.held.row.owes) for one in owing)


def _has_struck(house: House, terms: Terms) -> bool:
    """Where the clock leaps over the hour, the next one counts."""
    return as_datetime(house.now()).astimezone(ZoneInfo(house.plate.zone)).hour >= terms.digest_hour


def _is_told(day: date, terms: Terms) -> bool:
    return terms.digest_on_rest_days or terms.is_working_day(day.isoformat())


def _is_first_of_its_week(day: date, terms: Terms) -> bool:
    earlier = (day - timedelta(days=back) for back in range(1, day.isoweekday()))
    return not any(_is_told(one, terms) for one in earlier)
