"""What was decided in the autumn: a second pair of eyes that costs minutes, a flood that could not wait, a no and why."""

from collections.abc import Iterator

from services.sample.stage import Stage
from workflows.decision import commands as d
from workflows.decision.commands import AIMS

Days = Iterator[int]


def second_pair_of_eyes(stage: Stage) -> Days:
    """4 West, October: heparin is checked by two, at night too; the harm to timeliness is accepted by name."""
    yield 281
    decision = stage.says(
        "tom",
        d.Propose(
            unit="4-west",
            kind="policy",
            what="Do two nurses check every heparin bag, at night too?",
            values=("care", "learning"),
            decider=stage.people["dana"],
        ),
    )
    stage.says("lena", d.Consult(who="unit-4-west", said="At three there is nobody else on the corridor."), decision)
    stage.says("tom", d.Consult(who=stage.parties["pharmacy"], said="Two strengths still look alike."), decision)
    yield 282
    for rate in (
        d.Rate(aim="safety", effect="supports", why="The look-alike bag is caught before it hangs."),
        d.Rate(
            aim="timeliness",
            effect="harms",
            why="At night the first dose comes up to fifteen minutes later.",
            mitigation="After two the house supervisor is the second pair of eyes, on call by phone.",
            acceptor=stage.people["ruth"],
        ),
        d.Rate(aim="effectiveness"),
        d.Rate(aim="efficiency", effect="trade_off", why="Twenty minutes of a nurse each night."),
        d.Rate(aim="equity"),
        d.Rate(aim="patient_centeredness"),
    ):
        stage.says("tom", rate, decision)
    yield 284
    stage.says("ruth", d.AcceptHarm(aim="timeliness"), decision)
    yield 285
    reason = "We saw two near misses in May. Minutes can be made up; the wrong bag cannot."
    stage.says("dana", d.Decide(outcome="approved", reason=reason, review_by=stage.after(60)), decision)
    stage.says("dana", d.Communicate(to="unit-4-west", how="huddle"), decision)
    yield 318
    seen = "On four nights the supervisor could not be reached within ten minutes."
    stage.says("lena", d.NoteEvidence(what=seen, aim="timeliness"), decision)
    yield 343
    found = "Three bags were caught. The wait is nine minutes, not fifteen; a second phone is on order."
    stage.says("dana", d.Review(found=found, verdict="confirmed"), decision)


def flooded_ramp(stage: Stage) -> Days:
    """Emergency, October: decided in the storm, weighed when it was over; two of the six aims a day late."""
    yield 292
    decision = stage.says(
        "amir",
        d.Propose(
            unit="emergency",
            kind="other",
            what="Do ambulances use the north door until the ramp is dry?",
            values=("care",),
            decider=stage.people["okafor"],
        ),
    )
    now = d.Decide(outcome="approved", reason="The ramp is under water, and one is waiting.", emergency=True)
    stage.says("okafor", now, decision)
    stage.says("okafor", d.Communicate(to="unit-emergency", how="phone"), decision)
    yield 294
    stage.says("amir", d.Rate(aim="safety", effect="supports", why="Nobody is carried through water."), decision)
    stage.says("amir", d.Rate(aim="timeliness", effect="trade_off", why="Three minutes more to the bay."), decision)
    for aim in AIMS[2:4]:
        stage.says("amir", d.Rate(aim=aim), decision)
    yield 296
    for aim in AIMS[4:]:
        stage.says("amir", d.Rate(aim=aim), decision)
    yield 306
    stage.says("okafor", d.Review(found="The ramp is open again.", verdict="reversed"), decision)


def no_second_lift(stage: Stage) -> Days:
    """4 West, October: an ask is refused, with a reason that those who asked can read."""
    yield 287
    decision = stage.says(
        "tom",
        d.Propose(
            unit="4-west",
            kind="refusal",
            what="Is there no second lift this year?",
            values=("stewardship", "honesty"),
            decider=stage.people["dana"],
            money=980_000,
        ),
    )
    yield 289
    for aim in AIMS:
        trades = aim == "efficiency"
        why = "The shared one is booked; a turn waits ten minutes." if trades else None
        stage.says("tom", d.Rate(aim=aim, effect="trade_off" if trades else "neutral", why=why), decision)
    reason = "The shared lift stands idle most of the day. I ask again in March, with the numbers of the booking sheet."
    stage.says("dana", d.Decide(outcome="approved", reason=reason), decision)
    stage.says("dana", d.Communicate(to="unit-4-west", how="in_person"), decision)
    yield 355
    asked = d.Propose(
        kind="spread",
        what="Do all units check heparin by two, as 4 West does?",
        values=("care", "learning"),
        decider=stage.people["okafor"],
    )
    spread = stage.says("ruth", asked)
    stage.says("ruth", d.Consult(who="unit-icu", said="We do it by day already."), spread)
    stage.says("ruth", d.Rate(aim="safety", effect="supports", why="Three bags were caught on 4 West."), spread)
