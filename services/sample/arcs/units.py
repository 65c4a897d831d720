"""Units among themselves: first rounds, the small lies of real life, a small unit."""

from collections.abc import Iterator

from services.sample import walking
from services.sample.stage import Stage
from workflows.concern import commands as c
from workflows.issue import commands as i
from workflows.promise import commands as p
from workflows.rounds import commands as r
from workflows.unit.commands import Deputise, GoOnAs, Rename
from workflows.unit.state import PARTNER

Days = Iterator[int]


def go_on(stage: Stage) -> Days:
    """The six beds of 4 East have belonged to 4 West for a week; everybody calls the sleep laboratory by its short name."""
    yield 5
    stage.says("ines", GoOnAs(into=("4-west",), since=stage.today), "unit-4-east")
    yield 40
    stage.says("ines", Rename(name="Sleep lab"), "unit-sleep-lab")


def first_rounds(stage: Stage) -> Days:
    """Dana's first rounds: two things fixed on the spot, three priorities, no idea what a sling is."""
    yield 31
    rounds = stage.says("tom", r.Schedule(unit="4-west", day=stage.after(7), time="14:00", guide=stage.people["lena"]))
    yield 34
    told = r.Orient(
        where="East lift to the fourth floor; Lena waits at the desk by the fish tank.",
        wear="Flat shoes, sleeves above the elbow, no tie. A gown hangs by room 9 if we go in.",
        privacy="We do not speak of patients in the corridor, and we knock.",
    )
    stage.says("tom", told, rounds)
    stage.says("dana", r.AcknowledgeOrientation(), rounds)
    yield 36
    for item in ("pack", "asked"):
        stage.says("lena", r.Prepare(item=item), rounds)
    stage.says("tom", r.PreBrief(), rounds)
    stage.says("lena", r.BriefProviders(briefed=19, of=31), rounds)
    yield 38
    attendees = tuple(stage.people[who] for who in ("dana", "tom", "lena", "nora"))
    stage.says("tom", r.Hold(attendees=attendees, colour="executive"), rounds)
    for what, did in (
        ("The clock in room 6 is an hour slow.", "Set while we stood there."),
        ("The sharps bin by the door is always full on Mondays.", "Materials adds a Sunday round from this week."),
    ):
        stage.says("lena", c.Fix(unit="4-west", what=what, did=did, rounds=rounds))
    listed: list[tuple[str, str]] = []
    for what in (
        "Slings are missing in three sizes.",
        "The ice machine floor is wet.",
        "New nurses wait weeks for charting access.",
    ):
        voice = stage.says("lena", c.Raise(unit="4-west", what=what, source="rounds", rounds=rounds, speaker="named"))
        asked = i.List(unit="4-west", title=what, from_concern=voice, source="rounds", rounds=rounds)
        listed.append((voice, stage.says("tom", asked)))
    priorities = tuple(issue for _, issue in listed)
    for kind, by in walking.BOTH_WAYS:
        stage.says("lena", r.NoteExchange(kind=kind, by=by), rounds)  # type: ignore[arg-type] # as written there
    stage.says("tom", r.AgreePriorities(issues=priorities[::-1]), rounds)
    stage.says("tom", r.AgreePriorities(issues=priorities), rounds)
    stage.says("tom", i.Assign(owner=stage.parties["it"], due=stage.after(30)), priorities[2])
    yield 39
    summary = "Five things raised, two fixed where we stood. Dana takes the slings to materials herself."
    stage.says(
        "tom",
        r.Summarise(summary=summary, priorities=priorities, thanks="To the night shift, for the honest list."),
        rounds,
    )
    yield 41
    promise = p.Make(
        unit="4-west",
        holder=stage.people["dana"],
        to="unit-4-west",
        what="Slings in all sizes on the shelf.",
        due=stage.after(20),
        about=priorities[0],
    )
    promised = stage.says("dana", promise)
    yield 58
    _end(stage, "tom", *listed[1], "The drain was blocked; it is dry now.")
    stage.says("dana", p.Keep(), promised)
    yield 66
    _end(stage, "tom", *listed[0], "All three sizes lie on the shelf by room 9.")
    yield 90
    _end(stage, "tom", *listed[2], "Access now comes with the badge, on the first day.")


def _end(stage: Stage, leader: str, voice: str, issue: str, answer: str) -> None:
    """Resolved, answered and told at the huddle."""
    stage.says(leader, i.Resolve(evidence="Seen on the unit."), issue)
    stage.says(leader, i.Answer(answer=answer, outcome="done"), issue)
    stage.says(leader, c.Deliver(how="huddle"), voice)


def small_lies(stage: Stage) -> Days:
    """What real life does to a record: a late entry, a correction, a move, a concern taken back, one nobody can reach."""
    yield 210
    late = stage.says("tom", c.Raise(unit="4-west", what="Corridor blocked by stored beds."), occurred=stage.after(-6))
    issue = stage.says(
        "tom", i.List(unit="4-west", title="Beds in the coridor", from_concern=late, category="environment")
    )
    stage.says("tom", i.Correct(part="title", text="Beds in the corridor"), issue)
    _end(stage, "tom", late, issue, "The beds went to level 2 on Friday.")
    back = stage.says("kim", c.Raise(unit="emergency", what="The new rota is unfair."))
    moved = stage.says("eli", c.Raise(unit="icu", what="Telemetry leads fall off on the way to the scanner."))
    yield 212
    stage.says("kim", c.Withdraw(), back)
    stage.says("ines", c.Move(unit="4-west"), moved)
    yield 214
    stage.says("tom", c.Answer(answer="Clips are on trial on both floors.", outcome="partly"), moved)
    stage.says("tom", c.Deliver(how="mail"), moved)
    yield 230
    gone = stage.says("lena", c.Raise(unit="4-west", what="A visitor said: the ramp is dark.", speaker="unknown"))
    stage.says("tom", c.Answer(answer="Two lamps are up.", outcome="done"), gone)
    yield 233
    stage.says("tom", c.EndCannotBeReached(why="Nobody knows who it was; told at the front desk."), gone)


def away(stage: Stage) -> Days:
    """Dana is away for two weeks; the chief nursing officer stands in for her on 4 West, and is not the partner."""
    yield 358
    deputy = Deputise(person=stage.people["ruth"], role=PARTNER, since=stage.after(1), until=stage.after(14))
    stage.says("tom", deputy, "unit-4-west")


def sleep_lab(stage: Stage) -> Days:
    """A small unit speaks rarely, and is answered."""
    yield 240
    voice = stage.says(
        "vera",
        c.Raise(unit="sleep-lab", what="The intercom to the control room crackles.", idea="A spare from the old wing."),
    )
    yield 243
    stage.says("june", c.Answer(answer="The spare is in. Say if it crackles again.", outcome="done"), voice)
    stage.says("june", c.Deliver(how="in_person"), voice)
    yield 244
    stage.says("vera", c.SayHeard(), voice)
