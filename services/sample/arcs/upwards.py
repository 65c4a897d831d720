"""What leaders tell, promise for the quarter and carry upwards; how they are reached, and what is expected."""

from collections.abc import Iterator

from services.sample.stage import Stage
from workflows import presentation, story
from workflows.conduct import commands as c
from workflows.focus import commands as f
from workflows.issue.state import Closed
from workflows.kernel.months import quarter_after, quarter_of
from workflows.message import commands as m
from workflows.notice import commands as n
from workflows.promise import commands as p
from workflows.standard.commands import Add, Pledge, Show, TakeReply

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


def to_the_board(stage: Stage) -> Days:
    """The board meets once a quarter; by autumn it gives safety what it should, and hears a story of 4 West."""

    def met(minutes: int, safety: int, words: str, *stories: str, harm: bool = True) -> None:
        record = presentation.Record(
            day=stage.today, minutes=minutes, safety_minutes=safety, harm_story=harm, stories=stories, words=words
        )
        stage.says("ines", record)

    yield 75
    met(120, 12, "Safety came last and was cut short.", harm=False)
    yield 166
    met(110, 18, "They asked why two asks waited so long.")
    yield 258
    met(115, 26, "They want to hear of nights next time.")
    yield 338
    words = "A nurse said that pages went unanswered at night. Now a list says who is on, and every page is answered."
    told = stage.says("tom", story.Publish(unit="4-west", about=_closed(stage), words=words, nobody_named=True))
    yield 345
    met(120, 31, "They thanked the night team, and asked for the lift in March.", told)


def serious(stage: Stage) -> Days:
    """One was told in time, one a day late; one is known since yesterday, and the board does not know yet."""
    yield 122
    first = stage.says(
        "ines", n.Open(what="A patient fell while being lifted by hand.", known=stage.today, event="EV-19002")
    )
    yield 123
    stage.says("ines", n.Tell(audience="executives", day=stage.today, how="in_person"), first)
    stage.says("marsh", n.Tell(audience="board", day=stage.today, how="phone"), first)
    yield 225
    second = stage.says("ruth", n.Open(what="The wrong strength of heparin was given.", known=stage.today))
    stage.says("ruth", n.Tell(audience="executives", day=stage.today, how="in_person"), second)
    stage.says("ruth", n.LinkEvent(event="EV-19877"), second)
    yield 232
    stage.says("ines", n.Tell(audience="board", day=stage.today, how="mail"), second)
    yield 363
    third = stage.says("ines", n.Open(what="A monitor alarm was off for a night.", known=stage.today, event="EV-20430"))
    stage.says("ines", n.Tell(audience="executives", day=stage.today, how="phone"), third)


def _closed(stage: Stage) -> str:
    """An issue of 4 West that came to a good end."""
    states = ((one, stage.house.clerk.memory.get(one).state) for one in stage.house.ledger.streams("issue"))
    return next(
        one for one, state in states if isinstance(state, Closed) and state.unit == "4-west" and not state.declined
    )


def open_doors(stage: Stage) -> Days:
    """Three leaders say how to reach them; Nora is given a time, Sam hears nothing for too long, Nora waits once more."""
    yield 206
    channels = {
        "dana": "Thursdays from two to three in the break room of 4 West; else 555 0142, any day until six.",
        "ruth": "My door on the second floor is open on Mondays from seven to eight, before the night shift goes home.",
        "okafor": "Call 555 0107; I call back the same day, at night too.",
    }
    for login, words in channels.items():
        stage.says(login, Pledge(item="access_channel", person=stage.people[login], words=words))
    yield 300
    asked = _asks(stage, "nora", "ruth", "Why nights have one person less since June.")
    yield 302
    stage.says("ruth", p.OfferTime(day=stage.after(4), words="Monday at seven, or call me."), asked)
    yield 321
    asked = _asks(stage, "sam", "okafor", "How we could learn from what happens at night.")
    yield 333
    stage.says("okafor", p.OfferTime(day=stage.after(3), words="I am sorry it took so long. Thursday at six?"), asked)
    yield 361
    _asks(stage, "nora", "dana", "The second lift, before you ask the board in March.")


def _asks(stage: Stage, login: str, leader: str, what: str) -> str:
    return stage.says(login, p.AskAccess(holder=stage.people[leader], what=what))


def expected_of_each_other(stage: Stage) -> Days:
    """4 West: one expectation of leaders that the unit agreed and that was answered for; one that the unit wants otherwise."""
    yield 190
    answers = stage.says(
        "tom",
        Add(
            item="expectation",
            unit="4-west",
            words="Whoever leads answers within ten days, also when the answer is no.",
            more="Promises kept by their first day",
        ),
    )
    pairs = stage.says(
        "tom",
        Add(
            item="expectation",
            unit="4-west",
            words="Nobody hangs heparin alone.",
            more="Bags checked by two, looked at each month",
        ),
    )
    team = "unit-4-west"
    for stream in (answers, pairs):
        stage.says("tom", Show(to=team), stream)
    yield 197
    stage.says("lena", TakeReply(to=team, says="endorsed", words="For leaders as for us."), answers)
    asked = "Not at night, as long as there are two of us."
    stage.says("lena", TakeReply(to=team, says="asked_for_more", words=asked), pairs)
    yield 310
    stage.says(
        "dana",
        Add(
            item="accountability",
            unit="4-west",
            of=answers,
            marks=("promises",),
            words="Two of five answers came after their first day, both mine; each waited for the capital committee.",
            more="I ask the committee on the day a concern reaches me, and say so on the board.",
            owner=stage.people["dana"],
            day=stage.after(30),
        ),
    )


def where_help_is(stage: Stage) -> Days:
    """The hospital adds a link of its own and says whom to ask."""
    yield 60
    link = "How we lift people, with pictures: https://intranet.example/lifts"
    stage.says("ines", Add(item="resource", words=link, marks=("barriers",)))
    asks = "Anything about rounds and what to say there; call 555 0111 or come to room 214."
    stage.says("ines", Add(item="contact", words=asks, owner="role-quality-director"))


def just_culture(stage: Stage) -> Days:
    """What two people did, seen by few: one was consoled, one is to be judged."""
    yield 210
    first = stage.says(
        "otis", c.Open(person=stage.people["kim"], unit="emergency", did="Gave a dose twice, an hour apart.")
    )
    stage.says(
        "otis", c.LookAtHouse(found="The sheet shows given doses on its back; three others had missed it."), first
    )
    stage.says("otis", c.Judge(behaviour="slip", why="Anybody reads the front alone."), first)
    yield 212
    stage.says("otis", c.Follow(note="We sat down together. The sheet is changed by pharmacy this month."), first)
    stage.says("otis", c.Close(), first)
    yield 352
    second = stage.says(
        "otis", c.Open(person=stage.people["leo"], unit="icu", did="Silenced an alarm without looking.")
    )
    stage.says("otis", c.LookAtHouse(found="Forty alarms an hour; half of the night did the same."), second)
