"""What the units learn: the ICU once a month, 4 West once in a quarter, the others at no pace yet; changes that were tried, a
lesson that went from unit to unit, and what two leaders wrote down for themselves."""

from collections.abc import Generator, Iterator
from typing import NamedTuple

import msgspec

from services.sample.stage import Stage
from workflows.hospital.commands import AdoptTerms
from workflows.learning import commands as c
from workflows.learning.commands import Much, Risk
from workflows.promise import commands as p

Days = Iterator[int]


class Matter(NamedTuple):
    """Something that went wrong, as a unit looked at it: on which day, what helped and hindered, what is done about it, how
    they know that it helped, what they pass on. It is followed up after `weeks`."""

    day: int
    what: str
    helped: tuple[str, ...]
    hindered: tuple[str, ...]
    does: str
    sign: str
    lesson: str
    mitigates: Much = "some"
    feasible: Much = "much"
    weeks: int = 4
    found: str = "It has not come back."
    risk: Risk = "less"


OF_ICU = (
    Matter(
        52,
        "A line was pulled while a patient was turned; it was back in four minutes.",
        ("team",),
        ("task", "environment"),
        "One person holds the lines and says so before each turn.",
        "Lines pulled in a month, counted on the sheet by the door.",
        "Whoever holds the lines says “I hold the lines” before anybody turns.",
        "much",
    ),
    Matter(
        80,
        "The alarm of bed 6 was turned down for a family and stayed so until noon.",
        ("patient",),
        ("technology", "team"),
        "A card hangs on the monitor as long as an alarm is turned down.",
        "Cards found without a reason at the handover.",
        "What is turned down hangs on a card that the next shift sees.",
    ),
    Matter(
        110,
        "Two drips were swapped at the change of pumps.",
        ("training",),
        ("technology", "task"),
        "Drips are labelled at both ends.",
        "Labels found missing on Mondays.",
        "Label a drip where it begins and where it ends.",
        found="Two labels missing in the first week, none since.",
    ),
    Matter(
        181,
        "A blood gas waited forty minutes because the tube had stopped.",
        ("team",),
        ("technology", "institution"),
        "When the tube stands still, a runner is called at once.",
        "Blood gases that waited longer than ten minutes.",
        "If the tube stands still, do not wait: call a runner.",
        "much",
        "some",
    ),
    Matter(
        212,
        "A patient fell between bed and chair while the lift was being fetched.",
        ("patient", "team"),
        ("environment", "institution"),
        "The lift stands ready before anybody sits up.",
        "Lifts that were fetched after somebody sat up.",
        "First the lift, then the legs over the edge.",
        found="Too few turns to say.",
        risk="too_early",
    ),
    Matter(
        240,
        "Insulin ran on after the feeding was stopped.",
        ("caregiver",),
        ("task", "team"),
        "Feeding and insulin are stopped by the same hand.",
        "Low sugars at night, by week.",
        "Whoever stops the feeding stops the insulin.",
        "much",
    ),
    Matter(
        271,
        "The family heard of a transfer from the porter.",
        ("patient",),
        ("team",),
        "Nobody leaves before the family was called.",
        "Families who say they did not know.",
        "Call the family before the bed moves.",
    ),
    Matter(
        301,
        "A consent lay in the wrong chart.",
        ("team",),
        ("environment",),
        "Charts lie with the bed, not at the desk.",
        "Papers found in the wrong chart on Fridays.",
        "Keep the paper where the patient is.",
    ),
    Matter(
        330,
        "The night was one nurse short and nobody had called the supervisor.",
        ("caregiver",),
        ("institution", "team"),
        "At eight in the evening the charge nurse counts, and calls if one is missing.",
        "Nights that were short without a call.",
        "Count at eight; call at five past.",
    ),
)
"""Once a month, but for the spring, when two months went by."""

HEPARIN = Matter(
    152,
    "The wrong strength of heparin hung for an hour; the patient was watched and unharmed.",
    ("team", "caregiver"),
    ("environment", "technology"),
    "The two strengths lie in two drawers, red and blue.",
    "Bags found in the wrong drawer, counted each Monday.",
    "What looks alike lies apart, and two of us look at it.",
    "much",
    found="One bag in nine weeks; it was seen before it hung.",
    weeks=9,
)

OF_4_WEST = (
    Matter(
        243,
        "Somebody was lifted by hand at two in the morning because the key was not found.",
        ("team",),
        ("institution", "environment"),
        "The key of the lift hangs at the station, on a board anybody can see.",
        "Lifts by hand at night, counted by Lena.",
        "What is needed at night hangs where it can be seen at night.",
        "much",
    ),
    Matter(
        331,
        "A patient went home without the new list of medicines.",
        ("patient",),
        ("task", "team"),
        "The list is read aloud with the patient before the coat is on.",
        "Patients who call about their medicines within a week.",
        "Read the list together before the coat is on.",
    ),
)
"""With heparin, once in a quarter."""


def paces(stage: Stage) -> Days:
    """4 West comes to a lesson once in a quarter; whoever else takes that up, once a month."""
    yield 30
    terms = stage.house.clerk.terms.now()[1]
    ward = {**terms.units.get("4-west", {}), "lesson_months": 3}
    wished = msgspec.structs.replace(terms, units={**terms.units, "4-west": ward})
    digest = stage.house.attachments.put(msgspec.json.format(msgspec.json.encode(wished)))
    stage.says("ada", AdoptTerms(digest=digest), "hospital")


def learned(matter: Matter, unit: str, stage: Stage) -> Days:
    """One matter from the look to the follow-up; what lowers the risk much stands in the library."""
    look = yield from _lesson(matter, unit, stage)
    yield from _followed_up(matter, unit, stage, look)


def heparin(stage: Stage) -> Days:
    """What 4 West learned of heparin: the ICU does it in its own way, Emergency says why not, the sleep lab has been asked."""
    lesson = yield from _lesson(HEPARIN, "4-west", stage)
    yield 170
    offers = {
        unit: stage.says("tom", p.Offer(unit="4-west", about=lesson, to_unit=unit, why=why))
        for unit, why in (
            ("icu", "You hang twice as many bags as we do."),
            ("emergency", "Your drawer is the one we copied ours from."),
        )
    }
    yield 181
    own = "Two boxes on the pump trolley, red on the left. The second pair of eyes is whoever has the next bed."
    stage.says("grace", p.Grant(words=own), offers["icu"])
    yield 190
    no = "We hang heparin twice a month, and take it from the ICU already checked."
    stage.says("amir", p.Refuse(reason=no, instead="We told the ICU that we rely on their two."), offers["emergency"])
    yield from _followed_up(HEPARIN, "4-west", stage, lesson)
    yield 352
    stage.says("tom", p.Offer(unit="4-west", about=lesson, to_unit="sleep-lab", why="Before you need it."))


def still_looking(stage: Stage) -> Days:
    yield 357
    what = "A visitor found the door to the drug room open; nothing was missing."
    look = stage.says("sam", c.Open(unit="4-west", what=what))
    yield 361
    marks = c.MarkFactors(helped=("patient",), hindered=("environment",), how="The door shuts too slowly to wait for.")
    stage.says("tom", marks, look)


WHO = {"icu": ("eli", "grace"), "4-west": ("nora", "tom")}
"""By unit: who brings it up, and who leads."""


def _lesson(matter: Matter, unit: str, stage: Stage) -> Generator[int, None, str]:
    """Gives its stream."""
    nurse, leader = WHO[unit]
    yield matter.day
    look = stage.says(nurse, c.Open(unit=unit, what=matter.what))
    stage.says(nurse, c.MarkFactors(helped=matter.helped, hindered=matter.hindered), look)
    yield matter.day + 2
    chosen = c.Choose(
        what=matter.does,
        mitigates=matter.mitigates,
        feasible=matter.feasible,
        leader=stage.people[leader],
        due=stage.after(matter.weeks * 7),
        sign=matter.sign,
    )
    stage.says(leader, chosen, look)
    stage.says(leader, c.Conclude(lesson=matter.lesson), look)
    stage.says(leader, c.Share(to=f"unit-{unit}", how="huddle"), look)
    if matter.mitigates == "much":
        stage.says(leader, c.Share(names_nobody=True), look)
    return look


def _followed_up(matter: Matter, unit: str, stage: Stage, look: str) -> Days:
    yield matter.day + 1 + matter.weeks * 7
    again = stage.after(200) if matter.risk == "too_early" else None
    stage.says(WHO[unit][1], c.FollowUp(number=1, found=matter.found, risk=matter.risk, again=again), look)


def tried(stage: Stage) -> Days:
    """4 West: a bell that was too loud at night becomes a light. The ICU has a test that is still running."""
    yield 165
    bell = c.Try(
        unit="4-west",
        what="A bell rings when the heparin drawer opens, for one week.",
        prediction="Nobody opens it alone more than twice.",
        due=stage.after(7),
        lead=stage.people["lena"],
    )
    first = stage.says("lena", bell)
    yield 172
    seen = "Opened alone once. But the bell woke room 12 every night."
    stage.says("lena", c.Study(result=seen, verdict="adapt"), first)
    light = c.Try(
        unit="4-west",
        what="A small light instead of the bell, for two weeks.",
        prediction="As good as the bell, and nobody wakes.",
        due=stage.after(14),
        lead=stage.people["lena"],
        after=first,
    )
    second = stage.says("lena", light)
    yield 186
    stage.says("lena", c.Study(result="Never opened alone, and nobody woke.", verdict="adopt"), second)
    stage.says("tom", c.Share(names_nobody=True), second)
    yield 356
    runner = c.Try(
        unit="icu",
        what="The handover begins at the bed, not at the desk, on the late shift.",
        prediction="It takes no longer, and the family hears it too.",
        due=stage.after(14),
        lead=stage.people["marco"],
    )
    stage.says("marco", runner)


def written_down(stage: Stage) -> Days:
    """Ines tells what the first rounds taught; Dana and Ruth write for themselves, and Ruth lets others read it."""
    yield 98
    told = c.Tell(
        what="In the first eight weeks I went along on every visit.",
        lesson="Come before four, bring nothing to sign, and ask what they would do with an hour more.",
    )
    stage.says("ines", c.Share(names_nobody=True), stage.says("ines", told))
    yield 134
    stage.says(
        "dana", c.Reflect(words="I asked what it costs before I asked who is hurt. I will ask it the other way.")
    )
    yield 262
    words = "When somebody cried I explained. Next time I stay quiet and sit down."
    reflection = stage.says("ruth", c.Reflect(words=words))
    yield 275
    stage.says("ruth", c.OpenUp(names_nobody=True), reflection)
