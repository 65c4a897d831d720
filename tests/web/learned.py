"""What 4 West has learned: one lesson that spread, one matter that is looked at, a test, what somebody wrote for herself."""

from tests.web.alder import Alder
from workflows.kernel.moments import day_after
from workflows.learning import commands as c
from workflows.promise import commands as p
from workflows.unit.commands import AdoptPractice

UNIT = "4-west"


def learned(here: Alder, today: str) -> dict[str, str]:
    """Gives the streams by name."""
    here.does("marco", AdoptPractice(practice="lessons", since=today), f"unit-{UNIT}")
    here.house.policies.pull()
    heparin = here.does("nora", c.Open(unit=UNIT, what="The wrong strength of heparin hung for an hour."))
    here.does("nora", c.MarkFactors(helped=("team",), hindered=("technology", "environment")), heparin)
    for what, leader in (("Two strengths lie in two drawers.", "lena"), ("Two of us look.", "marco")):
        chosen = c.Choose(
            what=what,
            mitigates="much",
            feasible="some",
            leader=here.who[leader],
            due=day_after(today, 30),
            sign="No bag comes from the wrong drawer in a month.",
        )
        here.does("marco", chosen, heparin)
    here.does("marco", c.Conclude(lesson="What looks alike lies apart, and two of us look at it."), heparin)
    here.does("marco", c.Share(names_nobody=True), heparin)
    here.does("lena", c.FollowUp(number=1, found="One in a month, seen before it hung.", risk="less"), heparin)
    offer = here.does("marco", p.Offer(unit=UNIT, about=heparin, to_unit="icu", why="You hang twice as many."))
    here.does("priya", p.Grant(words="Two boxes on the trolley, red on the left."), offer)
    waits = p.Offer(unit=UNIT, about=heparin, to_unit="emergency", why="Ours is a copy of yours.")
    door = here.does("sam", c.Open(unit=UNIT, what="The door to the drug room stood open."))
    bell = here.does("lena", c.Try(unit=UNIT, what="A bell at the drawer, one week.", due=day_after(today, 7)))
    here.house.policies.pull()
    return {
        "heparin learned": heparin,
        "offered": here.does("marco", waits),
        "door": door,
        "bell": bell,
        "own words": here.does("dana", c.Reflect(words="I asked what it costs before I asked who is hurt.")),
    }
