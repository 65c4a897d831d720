"""What is measured: falls and who is trained on 4 West, clean hands and infections in the ICU; how people look at it."""

from collections.abc import Iterator, Sequence
from datetime import date

from services.sample.stage import Stage
from workflows.kernel.months import Month, first_day, last_day, month_of, months_after
from workflows.measure import commands as m
from workflows.panel import Review
from workflows.standard.state import Standing
from workflows.unit.commands import AdoptPractice

Days = Iterator[int]
Values = Sequence[tuple[int, int | None]]
"""How many, of how many."""

FALLS = (5, 12, 20, 27, 36, 44, 52, 60, 71, 83, 95, 121, 163, 214, 275, 331)
"""Days of the year on which somebody fell on 4 West: every week before the lift, every second month after it."""

HANDS: Values = (
    *((71, 100), (148, 200), (141, 200), (73, 100), (144, 200), (150, 200)),
    *((168, 200), (172, 200), (88, 100), (174, 200), (180, 200), (182, 200), (91, 100)),
)
INFECTIONS: Values = (
    *((2, 402), (1, 391), (2, 410), (1, 398), (2, 377), (1, 405)),
    *((0, 388), (1, 401), (1, 395), (0, 399), (0, 402), (1, 388), (0, 391)),
)
TRAINED: Values = tuple((count, 31) for count in (4, 9, 19, 27, 29, 30, 31, 31, 30, 31))
HARM: Values = tuple((count, None) for count in (7, 6, 8, 7, 6, 5, 6, 4, 5, 3, 4))


def falls(stage: Stage) -> Days:
    """Days since the last fall on 4 West: from the event system for the weeks before, then on the day itself."""
    yield 66
    measure = stage.says(
        "tom",
        m.Register(
            unit="4-west",
            title="Days since the last fall",
            kind="days_since",
            definition="A patient comes to rest on the floor without meaning to, hurt or not.",
            source="The event system, as Lena reads it each morning.",
            owner=stage.people["lena"],
            goal="60",
        ),
    )
    for day in FALLS:
        if day > 66:
            yield day
        stage.says("lena", m.Record(period=_day(stage, day)), measure)
    yield 336
    slip = m.CorrectValue(period=_day(stage, 331), to=_day(stage, 330))
    stage.says("lena", slip, measure)


def trained(stage: Stage) -> Days:
    """What the near goal of the charter is measured by, until everybody is trained."""
    yield 95
    measure = stage.says(
        "tom",
        m.Register(
            unit="4-west",
            title="Trained on the lift",
            kind="rate",
            definition="Whose name is ticked on the list at the station, of all on the roster.",
            source="The list at the station.",
            owner=stage.people["lena"],
            better="higher",
            per=100,
            per_what="of the staff",
            goal="90",
            serves=_near_goal(stage),
        ),
    )
    yield from _monthly(stage, "lena", measure, TRAINED, months_after(month_of(stage.today), -1))


def hands(stage: Stage) -> Days:
    """Clean hands in the ICU, more often since the dispensers were moved. One value is put right."""
    yield 68
    measure = stage.says(
        "grace",
        m.Register(
            unit="icu",
            title="Clean hands",
            kind="rate",
            definition="Hands cleaned before and after touching a patient, of the chances that were watched.",
            source="Marco and Eli watch twenty minutes on each shift.",
            owner=stage.people["marco"],
            better="higher",
            per=100,
            per_what="chances",
            goal="90",
        ),
    )
    first = months_after(month_of(stage.today), -4)
    yield from _monthly(stage, "marco", measure, HANDS[:6], first)
    stage.says("marco", m.CorrectValue(period=first, count=72, of=100), measure)
    yield from _monthly(stage, "marco", measure, HANDS[6:], months_after(first, 6))


def infections(stage: Stage) -> Days:
    """In the ICU, and fewer; one month stood under the wrong unit and was taken back."""
    yield 69
    measure = stage.says(
        "grace",
        m.Register(
            unit="icu",
            title="Bloodstream infections",
            kind="rate",
            definition="Infections that began with a central line, by the rules of infection prevention.",
            source="Infection prevention, on the third of the month.",
            owner=stage.people["marco"],
            per=1000,
            per_what="line days",
            goal="1",
        ),
    )
    first = months_after(month_of(stage.today), -4)
    stage.says("marco", m.Record(period=first, count=3, of=402), measure)
    stage.says("marco", m.WithdrawValue(period=first, why="These were the line days of Emergency."), measure)
    yield from _monthly(stage, "marco", measure, INFECTIONS, first)


def whole_hospital(stage: Stage) -> Days:
    yield 70
    measure = stage.says(
        "ines",
        m.Register(
            title="Harm that could have been prevented",
            kind="count",
            definition="Events of the event system that reached a patient and did harm, as the committee judged them.",
            source="The quality committee’s minutes.",
            owner=stage.people["ines"],
            goal="4",
        ),
    )
    yield from _monthly(stage, "ines", measure, HARM, months_after(month_of(stage.today), -3))


def looking(stage: Stage) -> Days:
    """4 West looks each quarter; the ICU is late once."""
    yield 90
    for unit in ("4-west", "icu"):
        stage.says("ines", AdoptPractice(practice="measures", since=stage.today), f"unit-{unit}")
    looks = (
        (
            165,
            "4-west",
            ("dana", "tom", "lena"),
            "Forty-two days without a fall, the longest so far. It began when the lift came.",
            "Nights get the key too; Dana asks for a second battery.",
        ),
        (
            190,
            "icu",
            ("grace", "marco", "eli"),
            "Hands are cleaner since the dispensers hang at the doors.",
            "The same at the two rooms at the end of the corridor.",
        ),
        (
            255,
            "4-west",
            ("dana", "tom", "nora"),
            "Falls at night have become rare; the last two were at noon.",
            "Hana looks at who is alone at noon.",
        ),
        (300, "icu", ("ruth", "grace", "leo"), "Two months without an infection.", None),
        (
            345,
            "4-west",
            ("dana", "tom", "lena"),
            "The fall of last month was with Plan B in motion: the shared lift was away.",
            "We keep counting through the winter.",
        ),
    )
    for day, unit, who, found, follows in looks:
        yield day
        people = tuple(stage.people[one] for one in who)
        stage.says(who[1], Review(unit=unit, who=people, found=found, follows=follows))


def _monthly(stage: Stage, who: str, measure: str, values: Values, first: Month) -> Days:
    """A value for each month from `first` on, entered on the third of the month after it."""
    for number, (count, of) in enumerate(values):
        month = months_after(first, number)
        due = _number(stage, first_day(months_after(month, 1))) + 2
        if last_day(month) >= stage.today:
            if due >= 364:
                return
            yield max(due, _number(stage, stage.today))
        stage.says(who, m.Record(period=month, count=count, of=of), measure)


def _near_goal(stage: Stage) -> str | None:
    for stream in stage.house.ledger.streams("standard"):
        state = stage.house.clerk.memory.get(stream).state
        said = state.standard.said if isinstance(state, Standing) and state.standard.item == "goal" else None
        if said is not None and "near" in said.marks:
            return stream
    return None


def _day(stage: Stage, number: int) -> str:
    return date.fromordinal(stage.start.toordinal() + number).isoformat()


def _number(stage: Stage, day: str) -> int:
    return (date.fromisoformat(day) - stage.start).days
