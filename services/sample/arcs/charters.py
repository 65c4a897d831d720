"""The project of 4 West: a charter with its gaps, a plan and a Plan B that is set in motion in the autumn; what the other units
have taken up; what leaders give their word for."""

from collections.abc import Iterator

from services.sample.stage import Stage
from workflows.promise import commands as p
from workflows.standard import commands as c
from workflows.standard.commands import stream_of
from workflows.unit.commands import AdoptPractice
from workflows.waiver import Grant

Days = Iterator[int]
UNIT = "4-west"

TAKEN_UP = {
    "4-west": (
        ("rounds", 31),
        ("barriers", 31),
        ("charter", 60),
        ("lessons", 120),
        ("surveys", 120),
        ("scorecard", 120),
        ("decisions", 275),
        ("maturity", 315),
    ),
    "icu": (("rounds", 31), ("barriers", 31), ("lessons", 40), ("surveys", 120), ("scorecard", 120)),
    "emergency": (("rounds", 150), ("barriers", 150), ("decisions", 275)),
}
"""By unit: practices, and the day of the year from which; what is not here was not taken up, as all of it in the sleep lab."""

ATTESTED = {
    "mission": "Nobody on 4 West is hurt by being lifted, and nobody is hurt lifting.",
    "timeline": "Slings in spring, the lift by summer, nights by autumn.",
    "money": "Dana and Tom went through it line by line: one lift, slings, twelve hours of training.",
    "structure_staff": "Tom, Lena, Nora, Sam, and Avery for the calendar.",
    "structure_roles": "Tom leads, Lena speaks for the nights, Nora keeps the booking sheet.",
    "structure_authority": "The team may spend $500 and change any round of its own.",
    "structure_responsibility": "Tom answers for the plan, Dana for what stands in its way.",
    "material_resources": "Slings in all sizes on the shelf by room 9.",
    "material_space": "The alcove by room 12.",
    "process_decisions": "Whoever is on the shift decides by show of hands; it was agreed at two huddles.",
    "process_problems": "Look, ask why, try it for one week, look again.",
    "evaluation": "Lena counts lifts by hand each week; Tom shows it at the huddle.",
}


def taking_up(stage: Stage) -> Days:
    """Each unit at its own pace."""
    steps = sorted((day, unit, practice) for unit, taken in TAKEN_UP.items() for practice, day in taken)
    for day, unit, practice in steps:
        yield day
        stage.says("ines", AdoptPractice(practice=practice, since=stage.today), f"unit-{unit}")  # type: ignore[arg-type]  # a practice by its name


def charter(stage: Stage) -> Days:
    """4 West writes its charter: most of it in three weeks, two gaps with an owner and a day, one part set aside."""
    yield 61
    for item, words in ATTESTED.items():
        stage.says("tom", c.Attest(item=item, unit=UNIT, words=words))
    people = stage.people
    goals = (
        ("near", "We train each other on the lift, without waiting for a course.", "Staff trained, per cent", 120),
        ("middle", "Concerns come with an idea of what would help.", "Concerns with an idea, per cent", 240),
        ("far", "I would let myself be lifted here.", "“I would feel safe as a patient here”, per cent", 420),
    )
    entries = []
    for horizon, words, measure, days in goals:
        goal = c.Add(item="goal", unit=UNIT, words=words, more=measure, marks=(horizon,), day=stage.after(days))
        entries.append(stage.says("tom", goal))
    measured = c.Attest(
        item="measure",
        unit=UNIT,
        of=entries[0],
        words="Names ticked on the list at the station, of all on the roster.",
        more="The list at the station; Lena brings it to the huddle.",
        marks=("monthly",),
        owner=people["lena"],
    )
    stage.says("lena", measured)
    yield 63
    stage.says(
        "tom", c.Attest(item="plan", unit=UNIT, words="A second lift by summer, a key at night, everybody trained.")
    )
    plan_b = c.Attest(
        item="plan_b",
        unit=UNIT,
        words="Share the lift of the day clinic, with a porter who brings it within ten minutes.",
        more="The lift is away for repair for more than a week.",
        owner=people["dana"],
    )
    stage.says("tom", plan_b)
    plan = stream_of("plan", UNIT)
    stage.says("tom", c.Show(to="role-cno"), plan)
    stage.says("tom", c.Show(to=people["dana"]), plan)
    stage.says("tom", c.TakeReply(to=people["dana"], says="endorsed"), plan)
    yield 70
    reply = c.TakeReply(to="role-cno", says="asked_for_more", words="Who lifts on Sunday nights?")
    stage.says("tom", reply, plan)
    gap = c.NoteGap(
        item="process_conflict",
        unit=UNIT,
        owner=people["lena"],
        due=stage.after(305),
        why="Days and nights see it differently and have not sat down yet.",
    )
    stage.says("tom", gap)
    budget = c.NoteGap(
        item="material_budgets",
        unit=UNIT,
        owner="role-vp-finance",
        due=stage.after(318),
        why="A line for new slings next year.",
    )
    stage.says("tom", budget)
    reason = "Nobody gets hours for it this year; we do it in the huddle."
    stage.says("tom", Grant(rule="standard.material_staffing", unit=UNIT, reason=reason, until=stage.after(365)))
    sustained = c.Attest(
        item="sustainability",
        unit=UNIT,
        words="Nora keeps the sheet, the count stays on the wall, new staff learn it in their first week.",
        owner=people["nora"],
    )
    stage.says("tom", sustained)
    expected = c.Add(
        item="resistance",
        unit=UNIT,
        words="Fetching the lift takes longer than doing it by hand.",
        more="A colleague from nights shows it on two shifts.",
        marks=("nurses",),
    )
    resisted = stage.says("tom", expected)
    yield 130
    outcome = "After two nights the lift stood where it was needed, and it was quicker."
    stage.says("tom", c.Meet(came=stage.after(-6), outcome=outcome), resisted)
    yield 150
    used = c.Use(what="Which room gets the lift first on a full night.")
    stage.says("lena", used, stream_of("process_decisions", UNIT))
    yield 240
    seen = c.Renew(words="The sheet was filled in on 58 of 60 nights; three new colleagues learned it.")
    stage.says("nora", seen, stream_of("sustainability", UNIT))
    yield 315
    why = "The lift went for repair on the second and is not back before the twentieth."
    stage.says("dana", c.Activate(why=why), stream_of("plan_b", UNIT))


def steps_and_money(stage: Stage) -> Days:
    """Milestones, one of them moved; asks: one granted in part, one refused with a reason, one that waits."""
    yield 64
    people = stage.people
    steps = []
    milestones: tuple[tuple[str, int, str, p.Kind], ...] = (
        ("Slings in all sizes", 40, "dana", "plan_step"),
        ("A second lift", 60, "dana", "plan_step"),
        ("Everybody trained", 90, "lena", "plan_step"),
        ("Nights and days agree on how they hand over", 292, "lena", "plan_step"),
    )
    for number, (what, days, who, kind) in enumerate(milestones):
        step = p.Make(
            kind=kind,
            unit=UNIT,
            holder=people[who],
            to="unit-4-west",
            what=what,
            due=stage.after(days),
            work="technical" if number < 2 else "socio_adaptive",
        )
        steps.append(stage.says("tom", step))
    slings = _asks(stage, "Slings, three of each size", 180_000, 20)
    yield 66
    stage.says("dana", p.Grant(money=120_000, words="Two of each now, the third with next year’s money."), slings)
    yield 90
    stage.says("dana", p.Keep(), steps[0])
    yield 118
    moved = p.Renegotiate(due=stage.after(30), reason="The committee decides a month later.")
    stage.says("dana", moved, steps[1])
    yield 128
    stage.says("dana", p.Keep(), steps[1])
    yield 150
    stage.says("lena", p.Keep(), steps[2])
    yield 318
    porter = _asks(stage, "A porter at night for the shared lift", 4_600_000, 14)
    yield 325
    reason = "One porter for three units is one and a half posts, and the count says two calls a night."
    stage.says("dana", p.Refuse(reason=reason, instead="The house supervisor sends whoever is free."), porter)
    yield 350
    _asks(stage, "Two more batteries for the lift", 64_000, 30)


def _asks(stage: Stage, what: str, money: int, days: int) -> str:
    ask = p.Make(
        kind="ask",
        unit=UNIT,
        holder="role-vp-finance",
        to="unit-4-west",
        what=what,
        due=stage.after(days),
        money=money,
    )
    return stage.says("tom", ask)


def who_is_in(stage: Stage) -> Days:
    """Thirty-one cards on 4 West: more and more are in, and one is taken back."""
    yield 62
    cards = [f"{stage.dice.getrandbits(100):020x}".upper() for _ in range(31)]
    lying = stage.house.intake.cards
    lying.deal(UNIT, cards)
    for day, first, last in ((64, 0, 9), (100, 9, 18), (200, 18, 24)):
        yield day
        for card in cards[first:last]:
            lying.lay(card, inside=True)
    yield 260
    lying.lay(cards[3], inside=False)


def leading(stage: Stage) -> Days:
    """The chief executive commits the house to safety, leaders give their word, and show what they understand."""
    yield 12
    words = "Safety is the most important part of what everybody here does, every day. I start each meeting with it."
    stage.says("marsh", c.Attest(item="safety_commitment", words=words))
    respect = "Nobody here is shouted at, laughed at or left without an answer, whoever they are."
    stage.says("marsh", c.Attest(item="respect_standard", words=respect))
    yield 20
    for who in ("marsh", "ruth", "dana", "tom", "grace", "lena", "marco"):
        stage.says(who, c.Pledge(item="pledge", person=stage.people[who]))
    yield 75
    for who in ("ruth", "tom", "grace"):
        known = c.Attest(
            item="improvement_science", person=stage.people[who], words="Led a test of change and showed the run chart."
        )
        stage.says("ines", known)
    learned = c.Attest(item="continuous_learning", person=stage.people["tom"], words="Brought a defect to the team.")
    stage.says("ines", learned)
    yield 80
    ways = (
        ("Anybody may stop the line", "behavior", "who_receives_care"),
        ("A huddle of five minutes at each shift", "habit", "who_gives_care"),
        ("Two look before a high-risk drug", "process", "who_receives_care"),
        ("A lift at the bedside", "technology", "who_gives_care"),
    )
    streams = [stage.says("ines", c.Add(item="way", words=words, marks=(kind, whom))) for words, kind, whom in ways]
    yield 140
    stage.says("nora", c.Pledge(item="pledge", person=stage.people["nora"], words="I say it when I see it."))
    for who, unit, n, how in (
        ("tom", UNIT, 1, "At seven, standing, at the board."),
        ("grace", "icu", 1, "At seven and at nineteen."),
        ("tom", UNIT, 3, "The key hangs at the station."),
        ("grace", "icu", 2, "Also at night, with the charge nurse."),
    ):
        stage.says(who, c.Attest(item="way_adopted", unit=unit, of=streams[n], words=how))
    yield 200
    stop = {
        unit: stage.says(
            "ines", p.Offer(about=streams[0], to_unit=unit, why="It worked on 4 West before anybody wrote it down.")
        )
        for unit in ("icu", "emergency")
    }
    yield 204
    stage.says("grace", p.Grant(words="Anybody says “pause”, and the line stands until we have looked."), stop["icu"])
    stage.says("amir", p.Refuse(reason="We have had it for years, by another name."), stop["emergency"])
    respect = (
        "Nobody here is shouted at, laughed at or left without an answer, whoever they are. Anybody may report it."
    )
    yield 212
    anew = stage.says("marsh", c.Attest(item="respect_standard", words=respect))
    stage.says("marsh", c.Show(to="unit-emergency"), anew)
    stage.says("marsh", c.TakeReply(to="unit-emergency", says="endorsed"), anew)
