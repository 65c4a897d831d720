"""4 West was asked on paper once, here twice, and is being asked again."""

import random

from assessments.campaign.commands import Debrief, Mode, Open, ReviewComment, ShowComments
from assessments.instrument import published
from services import balloting, past_surveys
from services.past_surveys import Past
from tests.web.alder import Alder
from workflows.kernel.moments import Day, day_after

ITEMS = ("safe-here", "heard", "difference")
WROTE = (
    "At night nobody answers the second page.",
    "The lift is there, and it is a different job.",
    "I was asked what I think. That was new.",
    "Three of us cover what five did.",
    "The fax is gone, thank you.",
    "I would like to know what became of what I said in spring.",
    "The handover is calmer since somebody listens.",
    "Still no second sling in the east corridor.",
    "It is good that the answer comes back with a name.",
    "New people do not dare yet.",
    "Weekends are another hospital.",
)
WAYS: dict[str, tuple[str, Mode]] = {
    "carded": ("unit-safety", "anonymous"),
    "linked": ("respect-pulse", "confidential"),
}


def surveyed(here: Alder, today: Day) -> dict[str, str]:
    """`counted`: 23 answered a month ago, and what follows was said; `asked`: four have answered so far. `carded` and `linked`
    are open to those who work there, with a card and with a link."""
    chance = random.Random(23)
    _elsewhere(here, chance, day_after(today, -400))
    here.on(day_after(today, -60))
    before = here.does("marco", Open(unit="4-west", closes=day_after(today, -53)))
    for number in range(14):
        _answer(here, before, f"BEFORE{number}", chance)
    here.on(day_after(today, -53))
    balloting.count(here.house)
    here.does("marco", Debrief(keep="Somebody asks at the bedside"), before)
    here.on(day_after(today, -30))
    counted = here.does("marco", Open(unit="4-west", closes=day_after(today, -23), comments=True))
    for number in range(23):
        _answer(here, counted, f"COUNTED{number}", chance, WROTE[number] if number < len(WROTE) else "")
    here.on(day_after(today, -23))
    balloting.count(here.house)
    here.does("marco", Debrief(keep="We ask at two in the morning, too"), counted)
    for number in range(1, len(WROTE) + 1):
        here.does("ines", ReviewComment(comment=number, verdict="show", without=(3,) if number == 1 else ()), counted)
    here.does("ines", ShowComments(), counted)
    here.on(today)
    asked = here.does("marco", Open(unit="4-west", closes=day_after(today, 7)))
    for number in range(4):
        _answer(here, asked, f"ASKED{number}", chance)
    for number in range(8):
        here.joins(f"ward{number}", "4-west")
    ways = {
        name: here.does("marco", Open(unit="4-west", instrument=asks, mode=mode, closes=day_after(today, 9)))
        for name, (asks, mode) in WAYS.items()
    }
    asks = Open(unit="4-west", instrument="team-check-up", closes=day_after(today, 9), comments=True)
    return {"counted": counted, "asked": asked, "worded": here.does("marco", asks), **ways}


def _elsewhere(here: Alder, chance: random.Random, closed: Day) -> None:
    """Sixteen answered the same on paper, before Heard was there."""
    answers = tuple({item: chance.choice((2, 3, 3, 4)) for item in ITEMS} for _ in range(16))
    past = Past(unit="4-west", instrument=published()["today"], closed=closed, answers=answers)
    command, body = past_surveys.command(here.house, past)
    here.house.attachments.put(body)
    here.does("marco", command, "unit-4-west")


def _answer(here: Alder, campaign: str, code: str, chance: random.Random, comment: str = "") -> None:
    answers = {item: chance.choice((2, 3, 4, 4, 5, 5)) for item in ITEMS}
    here.house.ballots.put(campaign, code, answers, comment)
