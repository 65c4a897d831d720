"""Units and their executives: four partnerships, a year of meetings, a hand-over, a graduation, a flood; teams and chairs."""

from collections.abc import Iterator
from datetime import date

from services.sample.stage import Stage
from workflows import waiver
from workflows.hospital.commands import Pause
from workflows.kernel.months import last_day, month_of, months_after
from workflows.partnership import commands as p
from workflows.partnership.commands import Rank, stream_of
from workflows.unit import commands as u

Days = Iterator[int]

LEADERS = {"4-west": "tom", "icu": "grace", "emergency": "amir", "sleep-lab": "june"}
FLOOD = 9
"""The month of the flood, counted from the first in which meetings were due; its pause is nine days long."""

YEARS = {
    "4-west": ("E14", "E12", "E11", "L03", "E15", "D13", "E10", "E14", "E12", "E03", "E13", "E09"),
    "icu": ("E08", "E09", "E07", "E10", "E08", "E11", "E09", "E07", "E12", "E02", "", ""),
    "emergency": ("E16", "E18", "", "D19", "E15", "E20", "T17", "E18", "E16", "", "E14", "E11"),
    "sleep-lab": ("E20", "E21", "L05", "E18", "T22", "E19", "E23", "D20", "", "", "", ""),
}
"""By month: who came (Executive, Deputy, the Team alone, or the executive Late in the month after) and on which day."""
COLOURS: dict[str, p.Colour] = {"E": "executive", "L": "executive", "D": "deputy", "T": "team"}


def small_hospital(stage: Stage) -> Days:
    """No executive is left for the sleep lab: the highest leader available will do, by a waiver that stands for all."""
    yield 1
    reason = (
        "A small hospital has three executives. Where all have a unit, the highest leader available is the partner."
    )
    stands = stage.says("ines", waiver.Grant(rule="partnership.rank", reason=reason))
    reason = "We share an epidemiologist with the county; she is on call and holds no post here."
    stage.says("ines", waiver.Grant(rule="leader.epidemiologist", reason=reason))
    lab = _named(stage, "sleep-lab", "walt", "director", interest="I walk past it every night and never go in.")
    yield 2
    stage.says("ines", p.Confirm(waiver=stands), lab)
    stage.says("walt", WILLING, lab)


WILLING = p.Sign(learn_from=True, listen_to=True, work_with=True)


def four_units(stage: Stage) -> Days:
    """Three executives are named on the first day: one of them is no clinician, which matters to nobody."""
    yield 1
    dana = "I sign for things I have never seen. I want to see what they are for, and what happens when I do not sign."
    streams = {
        "dana": _named(stage, "4-west", "dana", "vice_president", interest=dana),
        "ruth": _named(stage, "icu", "ruth", "vice_president", clinician=True),
        "pell": _named(stage, "emergency", "pell", "vice_president"),
    }
    yield 2
    for who, stream in streams.items():
        stage.says("ines", p.Confirm(), stream)
        stage.says(who, WILLING, stream)


def _named(
    stage: Stage, unit: str, who: str, rank: Rank, *, clinician: bool = False, interest: str | None = None
) -> str:
    name = p.Nominate(unit=unit, executive=stage.people[who], rank=rank, clinician=clinician, interest=interest)
    return stage.says(LEADERS[unit], name)


def next_in_emergency(stage: Stage) -> Days:
    """Before Gordon Pell goes, Chidi Okafor is named, confirmed and has signed."""
    yield 120
    okafor = _named(stage, "emergency", "okafor", "vice_president", clinician=True)
    yield 124
    stage.says("ines", p.Confirm(), okafor)
    yield 130
    stage.says("okafor", WILLING, okafor)


def year_of(unit: str, stage: Stage) -> Days:
    """The meetings of one unit, month by month."""
    first = months_after(month_of(stage.start.isoformat()), 1)
    for n, what in enumerate(YEARS[unit]):
        if not what:
            continue
        month = months_after(first, n + (what[0] == "L"))
        yield _day(stage, f"{month}-{what[1:]}")
        stream, partner = _partner(stage, unit)
        if stream is None:
            continue
        there = [LEADERS[unit], *([partner] if COLOURS[what[0]] == "executive" else [])]
        attendees = tuple(stage.people.get(who, who) for who in there)
        agreed = "Looked at the log together; two things go to the executive, one is ours." if n % 3 == 0 else None
        stage.says(LEADERS[unit], p.HoldMeeting(colour=COLOURS[what[0]], attendees=attendees, agreed=agreed), stream)


def _partner(stage: Stage, unit: str) -> tuple[str | None, str]:
    """The partnership that meets here now, and its executive."""
    state = stage.house.clerk.memory.get(f"unit-{unit}").state
    return (stream_of(unit, state.partner), state.partner) if state.partner else (None, "")


def _day(stage: Stage, day: str) -> int:
    return (date.fromisoformat(day) - stage.start).days


def planned_and_moved(stage: Stage) -> Days:
    """On 4 West the assistant plans the meetings: one is moved, one is not held, the next one stands in the calendar."""
    dana = stream_of("4-west", stage.people["dana"])
    yield 100
    stage.says("avery", p.ScheduleMeeting(day=stage.after(9)), dana)
    yield 104
    stage.says("avery", p.MoveMeeting(day=stage.after(9), reason="The budget hearing was put on that morning."), dana)
    yield 113
    note = "Two codes at the same time; nobody could sit down."
    stage.says("tom", p.SayMeetingNotHeld(reason="unit_emergency", note=note), dana)
    yield 362
    stage.says("avery", p.ScheduleMeeting(day=stage.after(12)), dana)


def flood(stage: Stage) -> Days:
    """Nine days of water in the basement: the whole hospital pauses, declared once."""
    month = months_after(month_of(stage.start.isoformat()), 1 + FLOOD)
    yield _day(stage, f"{month}-08")
    reason = "The river is in the basement: power and laundry are out, beds are moved. Care goes on, meetings wait."
    stage.says("ines", Pause(since=f"{month}-08", until=f"{month}-16", reason=reason), "hospital")


def graduation(stage: Stage) -> Days:
    """The ICU has met its goals for nine months and says so; two agree; later something slips and is only shown."""
    ruth = stream_of("icu", stage.people["ruth"])
    month = months_after(month_of(stage.start.isoformat()), 1 + FLOOD)
    yield _day(stage, f"{month}-18")
    why = (
        "No line infection since February, every voice answered within four days, and we bring solutions to the meeting "
        "ourselves. We know whom to call. We would like the hour back once in three months."
    )
    stage.says("marco", p.ProposeGraduation(why=why), ruth)
    yield _day(stage, f"{month}-22")
    stage.says("ruth", p.AgreeGraduation(), ruth)
    yield _day(stage, f"{month}-24")
    stage.says("ines", p.AgreeGraduation(), ruth)
    yield _day(stage, last_day(months_after(month, 1))) + 9
    why = "One line infection after a dressing was left over a weekend. We look at it now; nobody asks to go back yet."
    stage.says("grace", p.FlagRelapse(why=why), ruth)


def teams(stage: Stage) -> Days:
    """Who sits in the safety teams; a patient partner joins in the spring, some chairs stay empty."""
    chairs = (
        ("4-west", "lena", "nurse"),
        ("4-west", "omar", "physician"),
        ("4-west", "hana", "pharmacist"),
        ("icu", "marco", "nurse"),
        ("icu", "leo", "respiratory_therapist"),
        ("emergency", "priya", "nurse"),
        ("sleep-lab", "vera", "technician"),
    )
    yield 12
    for unit, who, discipline in chairs:
        _sits(stage, unit, who, discipline)
    reason = "We see no inpatients: no drugs are prepared and nobody is ventilated here."
    for chair in ("chair.pharmacist", "chair.respiratory_therapist"):
        stage.says("june", waiver.Grant(rule=chair, reason=reason, unit="sleep-lab"))
    yield 150
    _sits(stage, "4-west", "pat", "patient_partner")
    yield 160
    _sits(stage, "4-west", "ines", "quality")
    how = "New nurses ask her first, and she says so when a plan will not hold at night."
    stage.says("tom", u.RecogniseLeader(person=stage.people["nora"], what=how), "unit-4-west")
    how = "He began the five-minute talk before every line, and the doctors wait for it."
    stage.says("grace", u.RecogniseLeader(person=stage.people["eli"], what=how), "unit-icu")


def _sits(stage: Stage, unit: str, who: str, discipline: str) -> None:
    chair = u.JoinTeam(person=stage.people[who], discipline=discipline, since=stage.today)
    stage.says(LEADERS[unit], chair, f"unit-{unit}")
