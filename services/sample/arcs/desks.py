"""What leaders had on their desks: one win, one lift, a leader who left, and what waits on the last day."""

from collections.abc import Iterator

from services.handover import leaving
from services.sample.stage import Stage
from workflows.barrier import commands as b
from workflows.concern import commands as c
from workflows.issue import commands as i
from workflows.partnership.commands import HandOver, stream_of
from workflows.promise import commands as p
from workflows.rounds import commands as r

Days = Iterator[int]


def heparin(stage: Stage) -> Days:
    """One problem in three units becomes one barrier of the hospital, solved in nine days: the first win on the wall."""
    yield 6
    listed = []
    for place, who, leader in (("4-west", "nora", "tom"), ("icu", "eli", "grace"), ("emergency", "rosa", "amir")):
        voice = stage.says(
            who, c.Raise(unit=place, what="Two strengths of heparin lie in the same bin.", kind="good_catch")
        )
        asked = i.List(unit=place, title="Look-alike heparin in one bin", from_concern=voice, category="medication")
        listed.append((voice, who, leader, stage.says(leader, asked)))
    yield 8
    issues = tuple(issue for *_, issue in listed)
    what = "The pharmacy fills all units from one list; bins cannot be changed by a unit."
    barrier = stage.says("ines", b.Log(what=what, issues=issues, holder=stage.parties["pharmacy"], due=stage.after(14)))
    yield 9
    stage.says("ines", b.Accept(), barrier)
    yield 17
    stage.says(
        "ines",
        b.ClaimRemoved(evidence="Separate bins and tall-man labels in all three units since this morning."),
        barrier,
    )
    yield 18
    stage.says("tom", b.Verify(), barrier)
    for voice, who, leader, issue in listed:
        stage.says(leader, i.Resolve(evidence="Checked the bins on a night shift."), issue)
        stage.says(
            leader, i.Answer(answer="You were right. Every strength now has a bin of its own.", outcome="done"), issue
        )
        stage.says(leader, c.Deliver(how="huddle"), voice)
        yield 20
        stage.says(who, c.SayHeard(), voice)


def lift(stage: Stage) -> Days:
    """47 days on one desk: a lift, $9,800, a promise moved twice, a removal rejected once."""
    yield 66
    said = "There is one bariatric lift for three units. At night we move patients by hand."
    voice = stage.says(
        "nora", c.Raise(unit="4-west", what=said, idea="A second lift, or a shared pool with a booking sheet.")
    )
    title = "One bariatric lift for three units"
    issue = stage.says(
        "tom",
        i.List(
            unit="4-west",
            title=title,
            from_concern=voice,
            category="equipment",
            suggestion="A shared pool with a booking sheet.",
        ),
    )
    stage.says("tom", i.Triage(category="equipment", severity=4, likelihood=4, ease=2), issue)
    others = []
    for place, leader, who in (("icu", "grace", "eli"), ("emergency", "amir", "kim")):
        other = stage.says(who, c.Raise(unit=place, what="The lift is always on another floor."))
        others.append(
            stage.says(leader, i.List(unit=place, title="Lift never here", from_concern=other, category="equipment"))
        )
    yield 68
    log = b.Log(
        unit="4-west",
        what="A second lift costs more than the unit may spend.",
        issues=(issue,),
        holder="role-vp-finance",
        due=stage.after(14),
        money=980_000,
    )
    barrier = stage.says("tom", log)
    for blocked in others:
        stage.says("ines", b.BlockAlso(issue=blocked), barrier)
    yield 70
    stage.says("dana", b.Accept(), barrier)
    yield 82
    stage.says("dana", b.PromiseNewDate(due=stage.after(21), reason="The vendor's quote takes three weeks."), barrier)
    yield 103
    stage.says(
        "dana",
        b.PromiseNewDate(due=stage.after(28), reason="It goes to the capital committee with the budget."),
        barrier,
    )
    yield 105
    wait = b.WaitOn(whom=stage.parties["capital"], until=stage.after(10), reason="The committee decides on the ninth.")
    stage.says("dana", wait, barrier)
    yield 115
    stage.says("dana", b.Resume(), barrier)
    yield 117
    stage.says("dana", b.ClaimRemoved(evidence="The second lift was delivered on Tuesday."), barrier)
    yield 120
    stage.says("lena", b.Reject(why="It is locked in the day clinic at night."), barrier)
    yield 124
    stage.says(
        "dana", b.ClaimRemoved(evidence="A key hangs at the 4 West station; the booking sheet is on the wall."), barrier
    )
    yield 127
    stage.says("lena", b.Verify(), barrier)
    stage.says("tom", i.Resolve(evidence="Used on three nights without a call."), issue)
    answer = "The second lift is here, with a key at your station. It took 61 days; it should have taken 21."
    stage.says("dana", i.Answer(answer=answer, outcome="done"), issue)
    yield 128
    stage.says("lena", c.Deliver(how="in_person"), voice)
    yield 131
    stage.says("nora", c.SayHeard(), voice)


def emergency_spring(stage: Stage) -> Days:
    """Missed rounds, a deputy, a leader who goes: four barriers, a promise and the next rounds handed over one by one, one of
    them returned."""
    yield 100
    barriers = []
    for what in (
        "No second resus bay.",
        "Boarding patients past midnight.",
        "Monitors from 2009.",
        "Triage desk faces the wall.",
    ):
        voice = stage.says("rosa", c.Raise(unit="emergency", what=what))
        issue = stage.says("amir", i.List(unit="emergency", title=what, from_concern=voice, category="environment"))
        barrier = stage.says(
            "amir", b.Log(unit="emergency", what=f"Needs money or walls: {what}", issues=(issue,), holder="role-coo")
        )
        barriers.append(barrier)
    yield 101
    for barrier in barriers:
        stage.says("pell", b.Accept(), barrier)
    board = p.Make(
        unit="emergency",
        holder=stage.people["pell"],
        to="unit-emergency",
        what="The waits are shown at the door, in numbers that are true.",
        due=stage.after(45),
    )
    promised = stage.says("pell", board)
    yield 121
    missed = stage.says("amir", r.Schedule(unit="emergency", day=stage.after(4)))
    yield 125
    stage.says("amir", r.SayNotHeld(reason="leader_absent", note="No word from upstairs."), missed)
    held = stage.says("amir", r.Schedule(unit="emergency", day=stage.after(6)))
    yield 131
    stage.says("amir", r.NoteExchange(kind="dialogue", by="staff"), held)
    stage.says("amir", r.Hold(attendees=(stage.people["okafor"], stage.people["amir"]), colour="deputy"), held)
    stage.says("amir", r.Summarise(summary="Dr Okafor came in Gordon Pell's place and took four notes."), held)
    coming = stage.says("amir", r.Schedule(unit="emergency", day=stage.after(16), partner=stage.people["pell"]))
    yield 140
    partnership = stream_of("emergency", stage.people["pell"])
    stage.says("ines", HandOver(executive=stage.people["okafor"]), partnership)
    for barrier in barriers:
        stage.says("ines", b.Assign(holder=stage.people["okafor"], due=stage.after(30), why="left_post"), barrier)
        stage.says("ines", b.Entrust(answerable=stage.people["okafor"]), barrier)
    reason = "Gordon Pell has left the hospital."
    stage.says("ines", p.HandOn(holder=stage.people["okafor"], reason=reason), promised)
    stage.says("ines", r.Entrust(partner=stage.people["okafor"], reason=reason), coming)
    stage.dismiss("pell", "coo", None)
    leaving.shut(stage.house, stage.people["pell"])
    yield 143
    for barrier in barriers[:3]:
        stage.says("okafor", b.Accept(), barrier)
    stage.says("okafor", b.Return(reason="The desk is the unit's own to turn; I sign what it needs."), barriers[3])
    yield 147
    stage.says("amir", r.NoteExchange(kind="dialogue", by="executive"), coming)
    stage.says("amir", r.Hold(attendees=(stage.people["okafor"], stage.people["amir"]), colour="executive"), coming)
    stage.says("amir", r.Summarise(summary="Dr Okafor knows all four by now; the desk is ours to turn."), coming)
    stage.says("okafor", p.Keep(), promised)
    yield 150
    stage.says("amir", b.Withdraw(why="It was ours all along; facilities turned it in an hour."), barriers[3])
    yield 185
    stage.says("okafor", b.ClaimRemoved(evidence="Bay 2 opened on Monday with its own monitor."), barriers[0])
    yield 190
    stage.says("priya", b.Verify(), barriers[0])
    yield 200
    stage.says(
        "okafor",
        b.AcceptAsRisk(review_on=stage.after(120), why="Monitors come with the spring budget; two spares stand by."),
        barriers[2],
    )


def on_her_desk(stage: Stage) -> Days:
    """What waits on Dana today: an ask of forty-seven days, one being decided by others, one new."""
    yield 316
    said = c.Raise(
        unit="4-west", what="Two pumps are out for repair and we borrow from the ICU.", idea="Lease two until spring."
    )
    voice = stage.says("sam", said)
    issue = stage.says("tom", i.List(unit="4-west", title="Two pumps short", from_concern=voice, category="equipment"))
    log = b.Log(
        unit="4-west",
        what="A lease costs more than the unit may sign.",
        issues=(issue,),
        holder="role-vp-finance",
        money=420_000,
    )
    pumps = stage.says("tom", log)
    yield 318
    stage.says("dana", b.Accept(), pumps)
    yield 338
    stage.says("dana", b.PromiseNewDate(due=stage.after(35), reason="The lessor's offer came without a price."), pumps)
    yield 345
    voice = stage.says("nora", c.Raise(unit="4-west", what="The slings come back from the laundry in the wrong sizes."))
    issue = stage.says(
        "tom", i.List(unit="4-west", title="Wrong slings from the laundry", from_concern=voice, category="supplies")
    )
    laundry = stage.says(
        "tom",
        b.Log(unit="4-west", what="The laundry contract is central.", issues=(issue,), holder=stage.people["dana"]),
    )
    stage.says("dana", b.Accept(), laundry)
    yield 350
    wait = b.WaitOn(whom=stage.parties["capital"], until=stage.after(30), reason="The contract is renewed in December.")
    stage.says("dana", wait, laundry)
    yield 361
    voice = stage.says("lena", c.Raise(unit="4-west", what="At night nobody can open the equipment room."))
    issue = stage.says(
        "tom", i.List(unit="4-west", title="Equipment room locked at night", from_concern=voice, category="equipment")
    )
    stage.says(
        "tom",
        b.Log(
            unit="4-west", what="Locks belong to facilities, under finance.", issues=(issue,), holder="role-vp-finance"
        ),
    )
    schedule = r.Schedule(unit="4-west", day=stage.after(7), time="14:00", guide=stage.people["lena"])
    coming = stage.says("tom", schedule)
    for item in ("pack", "asked"):
        stage.says("lena", r.Prepare(item=item), coming)
    stage.says("lena", r.BriefProviders(briefed=12, of=31), coming)
    stage.says("nora", c.Raise(unit="4-west", what="Who covers the phone at night?", rounds=coming))
    where = "The same way as last time: east lift, fourth floor, the desk by the fish tank."
    stage.says("tom", r.Orient(where=where, wear="Sleeves up; two rooms are in isolation, gowns hang there."), coming)
