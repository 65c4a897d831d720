"""What few ever see: a respect incident that waited nine days in June, one answered within two in December, and an issue that
counsel set apart."""

from collections.abc import Iterator

from services.sample.stage import Stage
from workflows.concern import commands as c
from workflows.issue import commands as i
from workflows.privilege import commands as privilege
from workflows.respect import commands as r

Days = Iterator[int]


def answered_late(stage: Stage) -> Days:
    """Emergency, June: promised within two days, answered after nine."""
    yield 155
    incident = stage.says(
        "rosa",
        r.Report(
            kind="colleague",
            unit="emergency",
            what="During the handover he said in front of everybody that night nurses cannot count.",
            where="At the desk in Emergency, seven in the morning.",
            who="One of the attendings.",
        ),
    )
    yield 164
    stage.says(
        "otis",
        r.Acknowledge(
            answer="You waited nine days for this, and I am sorry. I speak to him this week, and to you before."
        ),
        incident,
    )
    stage.says("otis", r.Weigh(tier="conversation", why="Nothing of the kind was reported before."), incident)
    yield 167
    stage.says("otis", r.Converse(note="He had not noticed who stood there. He will say so himself."), incident)
    stage.says("otis", r.Address(note="He said it to the team at the next handover."), incident)
    yield 181
    stage.says("otis", r.Close(), incident)


def answered_in_time(stage: Stage) -> Days:
    """Emergency, December: two days, as promised."""
    yield 338
    incident = stage.says(
        "kim",
        r.Report(
            kind="colleague",
            unit="emergency",
            what="She rolled her eyes and left while I was still giving report.",
            speaker="named",
        ),
    )
    yield 340
    stage.says("otis", r.Acknowledge(answer="Thank you for telling us. I talk to her on Thursday."), incident)
    stage.says("otis", r.Weigh(tier="conversation", why="The first time."), incident)
    yield 343
    stage.says("otis", r.Converse(note="Two sentences in a quiet room; she was sorry."), incident)
    stage.says("otis", r.Address(note="The two have spoken."), incident)
    yield 356
    stage.says(
        "sam",
        r.Report(
            kind="visitor", unit="4-west", what="A visitor threw a chair at the door.", where="Room 12, at night."
        ),
    )


def set_apart(stage: Stage) -> Days:
    """ICU: what is said there of pumps goes to the safety committee, so it stands on nobody's board."""
    yield 260
    voice = stage.says("eli", c.Raise(unit="icu", what="The new pump ran twice as fast as it showed."))
    issue = stage.says(
        "grace", i.List(unit="icu", title="Pump faster than shown", from_concern=voice, category="equipment")
    )
    yield 261
    reason = "Part of what is gathered for the patient safety organization."
    stage.says("ines", privilege.Designate(about=issue, reason=reason))
