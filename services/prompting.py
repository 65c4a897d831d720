"""Who is asked with a card or a link hears of it by mail: once when they may answer, and once more shortly before it closes.

The mail holds no name and not what is asked. It goes to everybody where they are asked anonymously, for nobody knows who has
answered; else to those who have not.
"""

from collections.abc import Iterator

from assessments.campaign import Asking
from services import carding, clock, code
from services.house import House
from workflows.kernel.moments import Day, day_after

BEFORE = 3
"""Days before it closes from which on it is said once more."""
SUBJECT = "What you think is asked for"
ANONYMOUS = """Where you work, people are asked a few questions, anonymously, until {closes}.

Draw a card, and answer with it from any machine:
{link}

Everybody there gets this mail, for nobody can know who has answered. If you have: thank you.
"""
CONFIDENTIAL = """Where you work, people are asked a few questions, in confidence, until {closes}.

Answer here; the link is yours alone, and it counts once:
{link}

If you are asked for a code, it is {code}.
You get this mail because nothing has come with your link. No leader can see that.
"""


def prompt(house: House) -> int:
    """Says how many letters were put."""
    if house.outbox.mail is None:
        return 0
    day = clock.day_of(house.now(), house.plate.zone)
    return sum(_prompted(house, stream, campaign, day) for stream, campaign in _asking(house, day))


def _asking(house: House, day: Day) -> Iterator[tuple[str, Asking]]:
    for stream in house.ledger.streams("campaign"):
        state = house.clerk.memory.get(stream).state
        if isinstance(state, Asking) and state.roster and state.stage == "open" and day <= state.closes:
            yield stream, state


def _prompted(house: House, stream: str, campaign: Asking, day: Day) -> int:
    """Whoever hears of it the first time is not told twice that day."""
    carding.stock(house, stream, campaign)
    late = day_after(campaign.closes, -BEFORE) <= day
    put = 0
    for person in carding.missing(house, stream, campaign):
        if house.people.mail_of(person) is None:
            continue
        body, key = _body(house, stream, campaign, person), f"asked|{stream}|{person}"
        first = house.outbox.put(person, SUBJECT, body, key)
        put += first or (late and house.outbox.put(person, SUBJECT, body, f"{key}|{campaign.closes}"))
    return put


def _body(house: House, stream: str, campaign: Asking, person: str) -> str:
    if campaign.mode == "anonymous":
        return ANONYMOUS.format(closes=campaign.closes, link=house.outbox.link(f"/campaign/{stream}/card"))
    own = code.spelled(carding.own(house, stream, person))
    link = house.outbox.link(f"/answer/{stream}#{own}")
    return CONFIDENTIAL.format(closes=campaign.closes, link=link, code=own)
