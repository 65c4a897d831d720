"""What people answer from the poster: 4 West three times and again right now, Emergency before and after its hard June, and
how far it dares to speak: in spring, in June when it fell, and in December when it was better, not certain."""

from collections.abc import Iterator
from statistics import NormalDist

from assessments.campaign.commands import Debrief, Open
from assessments.instrument import published
from services.sample.stage import Stage
from workflows.issue import commands as i

Days = Iterator[int]
Leaning = tuple[float, float, float]
"""How likely a good answer is: safe here, heard, made a difference."""


def today_on_4_west(stage: Stage) -> Days:
    """Each quarter better than the last; people are heard before they see that it made a difference."""
    keeps = "Somebody of the night tells the day what became of each concern."
    for day, people, leaning in ((82, 24, (0.5, 0.4, 0.25)), (173, 26, (0.55, 0.6, 0.4)), (265, 28, (0.7, 0.8, 0.6))):
        yield day
        asked = _asked(stage, "tom", "4-west", people, leaning)
        yield day + 8
        stage.says("tom", Debrief(keep=keeps), asked)
    yield 361
    _asked(stage, "tom", "4-west", 6, (0.75, 0.8, 0.65))


def today_in_emergency(stage: Stage) -> Days:
    """Too few in the first week of June, so it stayed open; what follows is worked on as an issue."""
    yield 150
    asked = _asked(stage, "amir", "emergency", 8, (0.3, 0.2, 0.1))
    yield 160
    _answers(stage, asked, 9, (0.3, 0.25, 0.1), "after")
    yield 168
    door = stage.says("amir", i.List(unit="emergency", title="Nobody knows when a leader is there to be spoken to"))
    stage.says("amir", Debrief(issue=door), asked)


def daring_in_emergency(stage: Stage) -> Days:
    """Of 100: 66 in spring, 52 in June, 60 in December, the same number of people each time."""
    for day, mean, keeps in (
        (75, 66, "Whoever comes late to the handover is told in a few words what was said."),
        (161, 52, ""),
        (340, 60, "The door stays open on Tuesdays, and a report of disrespect is answered within two days."),
    ):
        yield day
        asked = stage.says("amir", Open(unit="emergency", instrument="unit-safety", closes=stage.after(7)))
        _dare(stage, asked, mean)
        yield day + 9
        what = Debrief(keep=keeps) if keeps else Debrief(issue=_door(stage))
        stage.says("amir", what, asked)


def _door(stage: Stage) -> str:
    return stage.says("amir", i.List(unit="emergency", title="No leader’s door is open in the week one needs it"))


def _dare(stage: Stage, campaign: str, mean: int, people: int = 29, apart: float = 19) -> None:
    """People whose scores have that mean, and lie so far apart."""
    instrument = published()["unit-safety"]
    every = len(instrument.items)
    for number in range(people):
        score = NormalDist(mean, apart).inv_cdf((number + 0.5) / people)
        steps = min(4 * every, max(0, round(score * 4 * every / 100)))
        each = [1 + steps // every + (at < steps % every) for at in range(every)]
        stage.dice.shuffle(each)
        answers = {
            item.id: 6 - value if item.reverse else value for item, value in zip(instrument.items, each, strict=True)
        }
        stage.house.ballots.put(campaign, f"dare-{number}", answers)


def _asked(stage: Stage, login: str, unit: str, people: int, leaning: Leaning) -> str:
    asked = stage.says(login, Open(unit=unit, closes=stage.after(7)))
    _answers(stage, asked, people, leaning, "first")
    return asked


def _answers(stage: Stage, campaign: str, people: int, leaning: Leaning, turn: str) -> None:
    for number in range(people):
        answers = {
            item: stage.dice.choice((4, 4, 5) if stage.dice.random() < good else (1, 2, 3, 3))
            for item, good in zip(("safe-here", "heard", "difference"), leaning, strict=True)
        }
        stage.house.ballots.put(campaign, f"{turn}-{number}", answers)
