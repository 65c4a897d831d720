"""The stories of the year. Each is a generator: it yields the day of the year on which it goes on."""

from collections.abc import Iterator

from services.sample.stage import Stage
from workflows.barrier import commands as b
from workflows.concern import commands as c
from workflows.issue import commands as i
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


def pages(stage: Stage) -> Days:
    """A disputed answer: a card exists, nobody answers the pages. A different leader finds the real fix."""
    yield 92
    voice = stage.says(
        "sam",
        c.Raise(
            unit="4-west",
            what="Between two and five at night nobody answers pages.",
            idea="A list with the attending's number.",
        ),
    )
    issue = stage.says(
        "tom", i.List(unit="4-west", title="Pages unanswered 02:00–05:00", from_concern=voice, category="communication")
    )
    yield 94
    second = stage.says("nora", c.Raise(unit="4-west", what="I paged four times on Sunday night."))
    third = stage.says("lena", c.Raise(unit="4-west", what="Residents do not call back at night."))
    wrong = stage.says("nora", c.Raise(unit="4-west", what="The night printer jams on labels."))
    for one in (second, third, wrong):
        stage.says("tom", c.Merge(issue=issue), one)
    yield 96
    stage.says("tom", c.Unmerge(), wrong)
    yield 97
    stage.says("tom", i.Resolve(evidence="The escalation card hangs at every phone."), issue)
    stage.says("tom", i.Answer(answer="There is an escalation card at every phone.", outcome="explained"), issue)
    for one in (voice, second, third):
        stage.says("lena", c.Deliver(how="huddle"), one)
    yield 99
    stage.says("sam", c.Dispute(why="The card exists. Nobody answers pages from two to five."), voice)
    stage.says("nora", c.SayHeard(), second)
    stage.says("tom", c.HandOn(holder="role-cmo"), voice)
    yield 108
    stage.says(
        "okafor",
        c.Answer(
            answer="You are right. From tonight the attending's number is on the list, and they pick up.",
            outcome="done",
        ),
        voice,
    )
    stage.says("tom", i.Resolve(evidence="Three test pages at night, all answered within five minutes."), issue)
    yield 109
    stage.says("lena", c.Deliver(how="in_person"), voice)
    yield 112
    stage.says("sam", c.SayHeard(), voice)
    stage.says("tom", c.Answer(answer="Labels go to the day printer now.", outcome="done"), wrong)
    stage.says("lena", c.Deliver(how="huddle"), wrong)


def first_rounds(stage: Stage) -> Days:
    """Dana's first rounds: two things fixed on the spot, three priorities, no idea what a sling is."""
    yield 31
    rounds = stage.says("tom", r.Schedule(unit="4-west", day=stage.after(7), guide=stage.people["lena"]))
    yield 36
    for item in ("unit pack", "pre-brief", "providers briefed"):
        stage.says("lena", r.Prepare(item=item), rounds)
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
    stage.says("tom", r.Schedule(unit="4-west", day=stage.after(7), guide=stage.people["lena"]))


def emergency_spring(stage: Stage) -> Days:
    """Missed rounds, a deputy, a leader who goes: four barriers handed over one by one, one of them returned."""
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
    yield 121
    missed = stage.says("amir", r.Schedule(unit="emergency", day=stage.after(4)))
    yield 125
    stage.says("amir", r.SayNotHeld(reason="leader_absent", note="No word from upstairs."), missed)
    held = stage.says("amir", r.Schedule(unit="emergency", day=stage.after(6)))
    yield 131
    stage.says("amir", r.Hold(attendees=(stage.people["okafor"], stage.people["amir"]), colour="deputy"), held)
    stage.says("amir", r.Summarise(summary="Dr Okafor came in Gordon Pell's place and took four notes."), held)
    yield 140
    stage.dismiss("pell", "executive_partner", "emergency")
    stage.appoint("okafor", "executive_partner", "emergency")
    for barrier in barriers:
        stage.says("ines", b.Assign(holder=stage.people["okafor"], due=stage.after(30), why="left_post"), barrier)
    stage.dismiss("pell", "coo", None)
    yield 143
    for barrier in barriers[:3]:
        stage.says("okafor", b.Accept(), barrier)
    stage.says("okafor", b.Return(reason="The desk is the unit's own to turn; I sign what it needs."), barriers[3])
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


def daughter(stage: Stage) -> Days:
    """A patient's daughter, in Spanish: nobody explained the drain. A card hangs on every wall afterwards."""
    yield 186
    said = "Nadie nos explicó el drenaje de mi madre. Nos sentimos ignoradas."
    voice = stage.says("rosa", c.Raise(unit="emergency", what=said, speaker="confidential", source="between"))
    issue = stage.says(
        "amir",
        i.List(
            unit="emergency", title="Nobody explains drains to families", from_concern=voice, category="patient_voice"
        ),
    )
    stage.says("amir", c.Acknowledge(), voice)
    yield 190
    stage.says("amir", i.Resolve(evidence="The card hangs in all twelve rooms."), issue)
    answer = "Le pedimos perdón. Desde hoy hay una tarjeta en cada pared y alguien la explica con usted."
    stage.says("amir", i.Answer(answer=answer, outcome="done"), issue)
    stage.says("amir", c.Deliver(how="phone"), voice)
    yield 193
    stage.says("rosa", c.SayHeard(), voice, voice=True)


def an_honest_no(stage: Stage) -> Days:
    """An ask refused, with a reason that was heard; and one loop that ends in disagreement."""
    yield 280
    voice = stage.says("eli", c.Raise(unit="icu", what="We need a second ward clerk at night."))
    issue = stage.says(
        "grace", i.List(unit="icu", title="Second ward clerk at night", from_concern=voice, category="staffing")
    )
    yield 288
    reason = "Two calls an hour do not carry a post. The day clerk now prepares the night packs."
    stage.says("ruth", i.Decline(reason=reason), issue)
    stage.says("ruth", i.Answer(answer="No, and here is why.", outcome="not_possible", reason=reason), issue)
    stage.says("marco", c.Deliver(how="in_person"), voice)
    yield 291
    stage.says("eli", c.SayHeard(), voice)


def no_agreement(stage: Stage) -> Days:
    """Three answers from three leaders, and a nurse who does not agree: both texts stand side by side."""
    yield 296
    voice = stage.says("kim", c.Raise(unit="emergency", what="The fast track closes when we need it most."))
    answers = (
        ("amir", "The fast track closes at eleven because triage does."),
        ("okafor", "I looked at three weekends: two patients an hour after eleven."),
        ("ruth", "We will count for another quarter before we decide."),
    )
    for number, (leader, answer) in enumerate(answers):
        yield 300 + 8 * number
        stage.says(leader, c.Answer(answer=answer, outcome="explained"), voice)
        stage.says("amir", c.Deliver(how="in_person"), voice)
        yield 303 + 8 * number
        following = "role-cno" if number == 1 else None if number else "role-cmo"
        stage.says("kim", c.Dispute(why="That is not what happens on a Saturday night.", to=following), voice)


def anonymous(stage: Stage) -> Days:
    """Somebody who stays nobody: it waits in the intake, enters late, and is answered on the wall."""
    yield 160
    stage.says("lena", c.Raise(unit="4-west", what="We sign for checks we had no time to do.", speaker="anonymous"))
    yield 163
    memory = stage.house.clerk.memory
    for voice in stage.house.ledger.streams("concern"):
        if memory.get(voice).state.voice.speaker == "anonymous":
            stage.says(
                "tom",
                c.Answer(answer="Nobody signs what was not done. The list is shorter from today.", outcome="done"),
                voice,
            )
            stage.says("tom", c.Deliver(how="page"), voice)


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


ARCS = (
    heparin,
    first_rounds,
    lift,
    pages,
    emergency_spring,
    daughter,
    small_lies,
    sleep_lab,
    an_honest_no,
    no_agreement,
    anonymous,
    on_her_desk,
)
