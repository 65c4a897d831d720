"""What leaders tell, promise for the quarter and carry upwards; how they are reached, and what is expected."""

from collections.abc import Iterator

from services.sample.stage import Stage
from workflows.focus import commands as f
from workflows.kernel.months import quarter_after, quarter_of
from workflows.message import commands as m

Days = Iterator[int]


def told_and_read_back(stage: Stage) -> Days:
    """Dana tells 4 West what was decided about heparin; five read it back, three in their own words. Ruth thanks everybody."""
    yield 286
    words = "From Monday two of us check every heparin bag, at night too. We saw two near misses in May."
    heparin = stage.says("dana", m.Send(unit="4-west", topic="practice", words=words))
    understood = {
        "lena": "At night I call the house supervisor to be the second pair of eyes.",
        "nora": "The dose may come a little later, and that is right so.",
        "sam": "I do not hang it alone, even when it is busy.",
        "hana": None,
        "tom": None,
    }
    for login, said in understood.items():
        stage.says(login, m.ReadBack(words=said), heparin)
    yield 350
    thanks = "More of you spoke up this year than ever before. What you said changed 40 things. Thank you."
    everybody = stage.says("ruth", m.Send(topic="thanks", words=thanks))
    for login in ("priya", "marco", "kim", "leo", "june", "vera"):
        stage.says(login, m.ReadBack(), everybody)
    yield 362
    lift = "The second lift phone is here. Write down every turn that waits, so that we can ask again in March."
    stage.says("tom", m.Send(unit="4-west", topic="other", words=lift))


def quarters(stage: Stage) -> Days:
    """4 West over two quarters: one line done, one carried on, one dropped with its reason; the hospital promises too."""
    yield 240
    ours = _promised(stage, "tom", "4-west", "Everybody who speaks up hears back, at night too.")
    leads = {login: stage.people[login] for login in ("tom", "lena", "dana")}
    lines = (
        ("The phones at night", "The house supervisor sits with us at two, once a week.", "lena", 30),
        ("Breaks after midnight", "Tom asks at every handover who had none.", "tom", 45),
        ("The handover sheet", "We read one aloud each Monday.", "tom", 50),
    )
    for line, action, login, days in lines:
        stage.says("tom", f.AddLine(line=line, action=action, owner=leads[login], due=stage.after(days)), ours)
    yield 268
    stage.says("lena", f.Review(number=1, came="done", why="Five nights; three things were fixed there."), ours)
    why = "The new sheet comes in the spring; until then nobody has the time."
    stage.says("tom", f.Review(number=3, came="dropped", why=why), ours)
    stage.says("tom", f.Review(number=2, came="carried_on", why="Better, not good."), ours)
    yield 322
    ours = _promised(stage, "tom", "4-west", "Nobody on nights goes without a break, and says so when they do.")
    breaks = "Tom asks at every handover who had none, and writes it down."
    stage.says("tom", f.AddLine(line="Breaks", action=breaks, owner=leads["tom"], due=stage.after(60)), ours)
    door = "Dana sits in the break room at ten at night, twice."
    stage.says("tom", f.AddLine(line="An open door", action=door, owner=leads["dana"], due=stage.after(50)), ours)
    whole = _promised(stage, "marsh", None, "No concern waits longer than ten days for its answer.")
    asked = "Every leader asks on rounds: what did we not answer?"
    ruth = stage.people["ruth"]
    stage.says("marsh", f.AddLine(line="Answers", action=asked, owner=ruth, due=stage.after(70)), whole)


def _promised(stage: Stage, login: str, unit: str | None, pledge: str) -> str:
    """For the quarter of that day, or for the next where this one is nearly over."""
    quarter = quarter_of(stage.today)
    if quarter_of(stage.after(20)) != quarter:
        quarter = quarter_after(quarter)
    return stage.says(login, f.Declare(unit=unit, quarter=quarter, owner=stage.people[login], pledge=pledge))
