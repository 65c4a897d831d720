"""What 4 West measures: falls with a year of values, a slip put right, one taken back; days since; how people looked at it."""

from tests.web.alder import Alder
from workflows.measure import commands as m
from workflows.panel import Review
from workflows.unit.commands import AdoptPractice

UNIT = "4-west"
COUNTS = (5, 4, 5, 6, 4, 5, 2, 1, 2, 1, 2, 1)
DAYS = ("2024-11-02", "2024-12-20", "2025-02-14", "2025-05-30")


def measured(here: Alder, goal: str) -> dict[str, str]:
    """Gives the streams by name; the one measure is for that `goal` of the charter."""
    falls = _registers(here, title="Falls", kind="rate", per=1000, per_what="patient days", goal="2", serves=goal)
    for month, count in enumerate(COUNTS, start=1):
        here.does("lena", m.Record(period=f"2024-{month:02}", count=count, of=1000), falls)
    here.does("lena", m.CorrectValue(period="2024-12", count=2, of=1000), falls)
    here.does("lena", m.WithdrawValue(period="2024-01", why="That was the ICU."), falls)
    since = _registers(here, title="Days since somebody was lifted by hand and hurt", kind="days_since")
    for day in DAYS:
        here.does("lena", m.Record(period=day), since)
    given_up = _registers(here, title="Forms filled in", kind="count")
    here.does("marco", m.Retire(why="It said nothing about anybody’s safety."), given_up)
    here.does("ines", AdoptPractice(practice="measures", since="2025-03-03"), f"unit-{UNIT}")
    here.house.policies.pull()
    both = (here.who["dana"], here.who["lena"])
    here.does("dana", Review(unit=UNIT, who=both, found="Fewer since July.", follows="The key hangs at the station."))
    return {"falls": falls, "days since": since, "given up": given_up}


def _registers(here: Alder, **shape: object) -> str:
    fields = {
        "unit": UNIT,
        "definition": "A patient comes to rest on the floor without meaning to.",
        "source": "The event system, each morning.",
        "owner": here.who["lena"],
        **shape,
    }
    return here.does("marco", m.Register(**fields))  # type: ignore[arg-type]  # a measure as it is told here
