"""What happens between the stories: concerns raised, answered and mostly heard, and rounds every month."""

from collections.abc import Iterator

from services.sample import walking
from services.sample.stage import Stage
from workflows.barrier import commands as b
from workflows.concern import commands as c
from workflows.issue import commands as i
from workflows.kernel.words import Category
from workflows.rounds import commands as r

Days = Iterator[int]

SAID: tuple[tuple[str, str | None, Category], ...] = (
    ("Gel dispensers are empty outside the isolation rooms.", "Put them on the evening round.", "infection_prevention"),
    ("The bed alarm cable in room 4 is broken.", None, "equipment"),
    ("Lab calls back to a fax nobody reads.", "A secure message to the charge nurse.", "communication"),
    ("Patients go home with the old medication list.", "A pharmacist before noon.", "medication"),
    ("The crash cart drawer was labelled wrong after restock.", "A photo inside the drawer.", "medication"),
    ("There is no interpreter after six.", "A video cart.", "communication"),
    ("Blood culture bottles run out at weekends.", "Check the level on Fridays.", "supplies"),
    ("The pump alarm in room 12 cannot be heard at the station.", "A repeater in the corridor.", "equipment"),
    ("New nurses were never shown the rapid infuser.", "A super-user on each shift.", "training"),
    ("On Sunday evenings one nurse has six patients.", "A float pool from census 22 on.", "staffing"),
    ("The handoff comes without the time of the last antibiotic.", "One line in the form.", "communication"),
    ("Nobody owns the order to take the catheter out.", "A protocol nurses may act on.", "infection_prevention"),
    ("The floor by the shower is slippery.", None, "environment"),
    ("Wheelchairs are never where they should be.", "A bay with a line on the floor.", "equipment"),
    ("The kit for chest drains lacks clamps.", None, "supplies"),
)
ANSWERS = (
    "Done. Look and tell us if it holds.",
    "It is ordered and arrives on Thursday; until then there is one at the station.",
    "We changed the round. It starts tonight.",
    "You were right, and it was simple. It is fixed.",
)
UNITS = {
    "4-west": (("nora", "sam", "lena"), "tom", "dana", 26),
    "icu": (("eli", "marco"), "grace", "ruth", 22),
    "emergency": (("rosa", "kim", "priya"), "amir", "okafor", 18),
}
"""Per unit: who speaks, the team leader, who comes on rounds, concerns in the year."""


LATELY = 320
"""Barriers logged after this day of the year still stand at its end."""
LATE = 25
"""Days until an answer is brought that somebody forgot."""


def concern(stage: Stage, place: str, began: int) -> Days:
    """One concern from raising to its end, at the pace of real life."""
    dice = stage.dice
    people, leader, *_ = UNITS[place]
    who, (what, idea, category) = dice.choice(people), dice.choice(SAID)
    yield began
    voice = stage.says(who, c.Raise(unit=place, what=what, idea=idea if dice.random() < 0.6 else None))
    yield began + dice.randint(0, 2)
    issue = stage.says(leader, i.List(unit=place, title=what.rstrip("."), from_concern=voice, category=category))
    went = began + dice.randint(3, 16)
    if dice.random() < 0.15:
        log = b.Log(
            unit=place, what=f"Another department has to come: {what}", issues=(issue,), holder=stage.parties["biomed"]
        )
        barrier = stage.says(leader, log)
        if began > LATELY:
            return
        yield (went := began + dice.randint(5, 12))
        stage.says("ines", b.Accept(), barrier)
        stage.says("ines", b.ClaimRemoved(evidence="They came and did it."), barrier)
        yield (went := went + 2)
        stage.says(leader, b.Verify(), barrier)
    yield from to_the_end(stage, (who, leader), (voice, issue), went)


def to_the_end(stage: Stage, people: tuple[str, str], streams: tuple[str, str], went: int) -> Days:
    """Resolved, answered, mostly delivered and mostly heard."""
    (who, leader), (voice, issue), dice = people, streams, stage.dice
    yield went
    stage.says(leader, i.Resolve(evidence="Seen on the unit."), issue)
    stage.says(leader, i.Answer(answer=dice.choice(ANSWERS), outcome="done"), issue)
    yield went + (LATE if dice.random() < 0.08 else dice.randint(1, 3))
    stage.says(leader, c.Deliver(how=dice.choice(("in_person", "huddle"))), voice)
    if dice.random() < 0.7:
        yield went + dice.randint(4, 12)
        stage.says(who, c.SayHeard(), voice)


def thanks(stage: Stage, place: str, began: int) -> Days:
    people, leader, *_ = UNITS[place]
    yield began
    said = c.Raise(unit=place, kind="thanks", what="To the colleague who stayed for the transfer.", speaker="named")
    voice = stage.says(stage.dice.choice(people), said)
    stage.says(leader, c.Acknowledge(), voice)


def monthly_rounds(stage: Stage, place: str, began: int) -> Days:
    people, leader, partner, _ = UNITS[place]
    if place == "emergency" and began < 150:
        return
    yield began
    guide = None if stage.dice.random() < 0.2 else stage.people[people[-1]]
    rounds = stage.says(leader, r.Schedule(unit=place, day=stage.after(9), time="14:00", guide=guide))
    yield began + 9
    month = began // 30
    walking.prepare(stage, leader, place, rounds, month)
    walking.walk(stage, leader, place, rounds, month)
    attendees = tuple(stage.people[who] for who in (partner, leader, people[0]))
    stage.says(leader, r.Hold(attendees=attendees, colour="executive", none_raised=True), rounds)
    yield began + 10
    stage.says(leader, r.Summarise(summary="Old issues looked at one by one; nothing new was raised."), rounds)


def arcs(stage: Stage) -> Iterator[Days]:
    """Every concern, thanks and round of the year, each on its way."""
    for place, (_, _, _, count) in UNITS.items():
        for _ in range(count):
            yield concern(stage, place, stage.dice.randint(10, 362))
        for month in range(1, 12):
            yield monthly_rounds(stage, place, 30 * month + stage.dice.randint(0, 8))
        for _ in range(3):
            yield thanks(stage, place, stage.dice.randint(20, 360))
