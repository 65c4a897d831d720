"""How far leaders say the hospital has come, with one dissent; and goals: one missed, aimed for anew, and met."""

from collections.abc import Iterator, Mapping

from assessments import goal as g
from assessments.maturity import STAGES, ComponentKey, Rating, Stage, anchors
from assessments.self_assessment import commands as a
from services.sample.stage import Stage as Scene

Days = Iterator[int]

LEADERS = ("marsh", "ruth", "okafor", "dana", "ines", "tom", "lena")
"""Seven: those who lead the hospital, a team leader and a nurse of the nights."""
SAID: Mapping[ComponentKey, tuple[Rating, ...]] = {
    "board": ("developing", "developing", "beginning", "developing", "developing", "beginning", "not_assessable"),
    "executive": ("advancing", "advancing", "developing", "advancing", "developing", "developing", "developing"),
    "trust": ("advancing", "advancing", "advancing", "developing", "advancing", "developing", "beginning"),
    "technology": ("not_assessable",) * 5 + ("beginning", "not_assessable"),
    "unsafe_conditions": (
        "developing",
        "advancing",
        "developing",
        "developing",
        "advancing",
        "developing",
        "developing",
    ),
    "training": ("beginning",) * 6 + ("developing",),
}
"""By component, in the order of `LEADERS`; all else is developing."""
AGREED: Mapping[ComponentKey, tuple[Stage | None, str]] = {
    "executive": ("developing", "Rounds are held, promises not always kept by their first day."),
    "trust": ("advancing", "The standard is known, and nearly all of us have spoken up this year."),
    "technology": (None, "The new record comes in spring; what is there now is nobody’s to judge."),
    "training": ("beginning", "Two of us have led a test of change; nobody else had the time."),
}
"""The stage that was agreed (None: it cannot be said), and what was said; all else developing."""
WHY: Mapping[Rating, str] = {
    "beginning": "I have not seen it yet.",
    "developing": "It has begun, in some units.",
    "advancing": "I see it in most units.",
    "not_assessable": "I could not say.",
}


def how_far(stage: Scene) -> Days:
    """Asked in November; two of seven take their time, all are opened at once."""
    yield 318
    people = [stage.people[login] for login in LEADERS]
    asked = stage.says("ines", a.Open(raters=tuple(people), facilitator=stage.people["ines"], closes=stage.after(14)))
    for place, login in enumerate(LEADERS):
        yield 319 + place
        for key in anchors().components:
            rating = SAID[key][place] if key in SAID else "developing"
            stage.says(login, a.Rate(component=key, rating=rating, why=WHY.get(rating)), asked)
        stage.says(login, a.HandIn(), asked)
    yield 333
    for key in anchors().components:
        to, note = AGREED.get(key, ("developing", ""))
        agreed = a.Agree(component=key, met=_met(key, to), not_assessable=to is None, note=note or None)
        stage.says("ines", agreed, asked)
    why = "Ask who works at night. There it is another house."
    stage.says("lena", a.Dissent(component="trust", rating="beginning", why=why), asked)
    stage.says("ines", a.Publish(), asked)


def _met(key: ComponentKey, to: Stage | None) -> tuple[str, ...]:
    """All that this stage and those before it ask for."""
    if to is None:
        return ()
    reached = STAGES[: STAGES.index(to) + 1]
    return tuple(criterion for one in reached for criterion in anchors().components[key].criteria(one))


def goals(stage: Scene) -> Days:
    """The hospital wants voices to hear back in time; 4 West takes a goal that is ready."""
    yield 45
    heard = g.Agree(
        figure="answered",
        horizon="near",
        baseline=40,
        target=90,
        due=stage.after(140),
        owner=stage.people["ines"],
        why="Whoever speaks hears back before they stop speaking.",
    )
    hospital = stage.says("ines", heard)
    yield 70
    ours = g.Agree(
        unit="4-west",
        figure="solution",
        horizon="middle",
        target=50,
        due=stage.after(365),
        owner=stage.people["tom"],
        why="We bring solutions, and not only problems.",
    )
    stage.says("tom", ours)
    yield 188
    moved = "Missed in the spring: most of what waited, waited for the lift. We aim lower, and for the year’s end."
    stage.says("ines", g.Retarget(target=45, due=stage.after(170), why=moved), hospital)
