"""A wave of three units and a sleep lab of six, as far as a test wants it."""

from collections.abc import Mapping, Sequence
from uuid import uuid4

from assessments.campaign import Wave
from assessments.campaign.commands import Launch, Lock, Plan, ProposeRelease, Publish
from assessments.instrument import published
from services import balloting, carding, code
from tests.web.alder import Alder
from workflows.kernel.moments import Day, day_after
from workflows.unit import commands as unit

UNITS = ("4-west", "icu", "emergency", "sleep-lab")
LAB = [f"lab{number}" for number in range(6)]
MANY = {"4-west": 26, "icu": 10, "emergency": 20}
WRITE = 9
"""Of each unit so many write something, where that is invited."""
CLOSES: Day = "2025-07-17"


def staffed(here: Alder) -> None:
    """With those of Alder Creek 30 work on 4 West, 12 in the ICU, 20 in Emergency, and six in the sleep lab."""
    here.does("operator", unit.Open(slug="sleep-lab", name="Sleep Lab"))
    for place, number in MANY.items():
        for one in range(number):
            here.joins(f"{place}{one}", place)
    for login in LAB:
        here.joins(login, "sleep-lab")


def planned(here: Alder, closes: Day = CLOSES, *, release: bool = False) -> str:
    plan = Plan(units=UNITS, instrument="unit-safety", mode="anonymous", closes=closes, release=release)
    return here.does("ines", plan)


def begun(here: Alder, closes: Day = CLOSES, *, release: bool = False) -> str:
    stream = planned(here, closes, release=release)
    here.does("ines", Lock(), stream)
    return here.does("ines", Launch(), stream)


def wave_of(here: Alder, stream: str) -> Wave:
    state = here.house.clerk.memory.get(stream).state
    assert isinstance(state, Wave)
    return state


def answers(here: Alder, stream: str, given: Mapping[str, tuple[int, int]]) -> None:
    """Of each unit so many answer, and so many of them agree; each with a card they drew."""
    wave = wave_of(here, stream)
    assert wave.roster is not None
    carding.stock(here.house, stream, wave)
    boxes = carding.boxes(stream, wave)
    for slug, several in given.items():
        box = boxes[wave.roster.groups[wave.roster.units.index(slug)]]
        words = f"What somebody of {slug} wrote: ask Priya Nair about the night."
        _cast(here, stream, box, several, words if wave.comments is not None else "")


def _cast(here: Alder, stream: str, box: str, given: tuple[int, int], comment: str = "") -> None:
    number, agree = given
    asked = published()[wave_of(here, stream).instrument]
    for one in range(number):
        card = here.house.draws.draw(stream, box, str(uuid4()), code.mint())
        good = one < agree
        said = {item.id: (4 if good != item.reverse else 2) for item in asked.items}
        assert here.house.ballots.put(box, card, said, f"{comment} ({one})" if comment and one < WRITE else "")


def with_physicians(here: Alder) -> None:
    """Twelve of them on 4 West besides, ten in Emergency, and three in the ICU, where they are not told apart."""
    for place, number in {"4-west": 12, "icu": 3, "emergency": 10}.items():
        for one in range(number):
            here.joins(f"dr-{place}{one}", place, "physician")


def by_position(here: Alder, given: Sequence[tuple[int, int]], closes: Day = CLOSES, *, announced: bool = False) -> str:
    """A wave that also tells positions, counted: of each pile so many answer, and so many of them agree. `announced`: people
    may write something, and what each answered may leave the house."""
    plan = Plan(
        units=UNITS,
        instrument="unit-safety",
        mode="anonymous",
        closes=closes,
        positions=True,
        release=announced,
        comments=announced,
    )
    stream = here.does("ines", plan)
    here.does("ines", Lock(), stream)
    here.does("ines", Launch(), stream)
    wave = wave_of(here, stream)
    carding.stock(here.house, stream, wave)
    for box, several in zip(carding.boxes(stream, wave), given, strict=True):
        words = "What somebody wrote: ask Priya Nair about the night." if announced else ""
        _cast(here, stream, box, several, words)
    here.on(closes)
    balloting.count(here.house)
    return stream


def counted(
    here: Alder,
    given: Mapping[str, tuple[int, int]],
    closes: Day = CLOSES,
    *,
    release: bool = False,
    comments: bool = False,
) -> str:
    stream = begun(here, closes, release=release)
    answers(here, stream, given)
    here.on(closes)
    balloting.count(here.house)
    return stream


def waves(here: Alder, today: Day) -> dict[str, str]:
    """`wave`: one that was published fifty days ago; `wave planned`: a draft of that day."""
    staffed(here)
    here.on(day_after(today, -60))
    with_physicians(here)
    given = ((24, 12), (10, 6), (16, 11), (15, 3), (9, 2))
    published_one = by_position(here, given, day_after(today, -50), announced=True)
    here.does("ines", Publish(), published_one)
    here.does("ruth", ProposeRelease(recipient="The national database of patient safety culture"), published_one)
    return {"wave": published_one, "wave planned": planned(here, day_after(today, 14))}
