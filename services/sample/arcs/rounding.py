"""Rounds beside those of every month: a rhythm that asks for nights, a visit at three in the morning, patients in the ICU."""

from collections.abc import Iterator

import msgspec

from services.sample import walking
from services.sample.stage import Stage
from workflows.concern import commands as c
from workflows.hospital.commands import AdoptTerms
from workflows.rounds import commands as r

Days = Iterator[int]


def rhythm(stage: Stage) -> Days:
    """From autumn on a quarter has a round at night, and the ICU asks patients once a month."""
    yield 180
    terms = stage.house.clerk.terms.now()[1]
    icu = {**terms.units.get("icu", {}), "patient_rounds_monthly": 1}
    wished = msgspec.structs.replace(terms, night_rounds_quarterly=1, units={**terms.units, "icu": icu})
    digest = stage.house.attachments.put(msgspec.json.format(msgspec.json.encode(wished)))
    stage.says("ada", AdoptTerms(digest=digest), "hospital")


def at_night(stage: Stage) -> Days:
    """Dana comes at three in the morning; somebody who would not say it by day has brought it up beforehand."""
    yield 246
    schedule = r.Schedule(
        unit="4-west", day=stage.after(9), time="03:00", shift="night", guide=stage.people["lena"], where="The desk."
    )
    rounds = stage.says("tom", schedule)
    yield 250
    stage.says("lena", r.Prepare(item="pack"), rounds)
    stage.says("lena", r.Prepare(item="asked"), rounds)
    stage.says("lena", r.BriefProviders(briefed=11, of=14), rounds)
    stage.says("tom", r.PreBrief(), rounds)
    brought = c.Raise(
        unit="4-west", what="After midnight we skip breaks.", idea="A float nurse from two to four.", rounds=rounds
    )
    stage.says("sam", brought)
    yield 255
    walking.walk(stage, "lena", "4-west", rounds, 8)
    walking.hear(stage, "lena", "4-west", rounds, "The pneumatic tube stops at two and nobody says so.")
    attendees = tuple(stage.people[who] for who in ("dana", "lena", "sam"))
    stage.says("lena", r.Hold(attendees=attendees, colour="executive"), rounds)
    yield 256
    summary = "Dana saw the night as it is: no breaks, a tube that stops, and five people who laughed at four."
    stage.says("lena", r.Summarise(summary=summary, thanks="To everybody who stayed awake for it."), rounds)


def patients(stage: Stage) -> Days:
    """Once a month from autumn on; one month nobody was free, and it says so."""
    for month, day in enumerate((188, 219, 250, 281, 311, 341)):
        yield day
        rounds = stage.says(
            "grace", r.Schedule(unit="icu", day=stage.after(4), kind="patient", guide=stage.people["marco"])
        )
        yield day + 4
        if month == 4:
            stage.says("grace", r.SayNotHeld(reason="no_staff_free"), rounds)
            continue
        stage.says("grace", r.NoteExchange(kind="dialogue", by="staff"), rounds)
        colour: r.Colour = "deputy" if month == 1 else "executive"
        attendees = (stage.people["grace"],) if colour == "deputy" else (stage.people["ruth"], stage.people["grace"])
        stage.says("grace", r.Hold(attendees=attendees, colour=colour, none_raised=True), rounds)
        yield day + 5
        stage.says("grace", r.Summarise(summary="Four patients and two daughters spoke of the nights."), rounds)
