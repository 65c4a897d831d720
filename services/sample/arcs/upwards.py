"""What leaders tell, promise for the quarter and carry upwards; how they are reached, and what is expected."""

from collections.abc import Iterator

from services.sample.stage import Stage
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
