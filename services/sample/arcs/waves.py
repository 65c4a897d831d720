"""The whole hospital is asked three times whether those who lead carry what they are there for: in spring, in June after the
hard weeks of Emergency, and in December. What people write is looked at before anybody else reads it."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import NormalDist

from assessments.campaign.commands import Debrief, Launch, Lock, Plan, Publish, ReviewComment, ShowComments
from assessments.campaign.waving import part_of
from assessments.instrument import published
from services import commenting
from services.sample.stage import Stage

Days = Iterator[int]

UNITS = ("4-west", "icu", "emergency", "sleep-lab")
INSTRUMENT = "responsibilities-staff"
APART = 19.0
"""Standard deviation of what people say, of 100."""
CAME: Mapping[str, tuple[int, int]] = {"4-west": (18, 6), "icu": (20, 0), "emergency": (22, 11), "sleep-lab": (4, 0)}
"""How many answer, each time, and how many physicians."""
Means = Mapping[str, tuple[int, int, int, int]]
"""By unit, of 100: guarding the learning, safety, trust, values."""
SPRING: Means = {
    "4-west": (46, 44, 50, 40),
    "icu": (70, 72, 74, 62),
    "emergency": (58, 66, 62, 50),
    "sleep-lab": (60, 62, 66, 58),
}
JUNE: Means = {
    "4-west": (56, 52, 56, 46),
    "icu": (72, 73, 75, 64),
    "emergency": (54, 51, 45, 48),
    "sleep-lab": (60, 60, 66, 58),
}
DECEMBER: Means = {
    "4-west": (71, 66, 66, 55),
    "icu": (75, 76, 78, 66),
    "emergency": (62, 60, 53, 53),
    "sleep-lab": (62, 64, 66, 60),
}
IN_JUNE = (
    "Nobody said anything for nine days.",
    "We are told to speak up and then nothing happens.",
    "The morning round is good. The weekend has none.",
    "I stopped writing reports.",
)
IN_DECEMBER: Mapping[str, Sequence[str]] = {
    "emergency": (
        "The open door on Tuesdays is real. I went.",
        "Answers come in days now, not in weeks.",
        "Still hard at night, nobody above us is there.",
        "I was asked what I would change, and it was changed.",
        "The handover is calmer since late comers are told.",
        "Amir Haddad stood up for us. Please keep that.",
        "I do not quite trust it yet. Ask me again in spring.",
        "Families are heard at the desk now.",
        "The lift story made me report again.",
        "Too many messages, too little time to read them.",
        "It is the first year I would stay.",
        "Bay 4 still has no working phone.",
    ),
    "4-west": (
        "The lift is there and stays unlocked at night.",
        "I said it about the pagers and it was changed by somebody I never met.",
        "My shift swap with the tall nurse of room nine was refused again.",
        "Dana comes when she says she comes.",
        "Falls are talked about without blame now.",
        "We have a list on the wall and things leave it.",
    ),
    "icu": (
        "We could teach the others how we look at slips.",
        "The quarterly visits are enough.",
        "Weekends need a physician who answers.",
        "Thank you for asking again.",
    ),
    "sleep-lab": ("We are six. It is good that we are asked at all.",),
}
TAKEN_OUT = frozenset({"amir", "haddad", "dana", "bay", "4", "six"})
"""Of people, and what says where somebody works."""
TELLS = "room nine"
"""What says of somebody who they are."""


def asked_three_times(stage: Stage) -> Days:
    return stage.beside(_asked(stage))


def _asked(stage: Stage) -> Days:
    """As a director does it: drawn up, locked, begun; counted by itself, looked at, published, talked about."""
    for day, means in ((62, SPRING), (163, JUNE), (331, DECEMBER)):
        yield day
        words = {"emergency": IN_JUNE} if means is JUNE else IN_DECEMBER if means is DECEMBER else {}
        plan = Plan(units=UNITS, instrument=INSTRUMENT, closes=stage.after(14), comments=bool(words), positions=True)
        wave = stage.says("ines", plan)
        stage.says("ines", Lock(), wave)
        stage.says("ines", Launch(), wave)
        yield day + 3
        _answered(stage, wave, means, words)
        yield day + 15
        stage.says("ines", Publish(), wave)
        if words:
            yield day + 16
            _looked_at(stage, wave)
        yield day + 20
        for group, leader, keeps in (
            (0, "tom", "What was said on Monday has a name beside it by Friday."),
            (1, "grace", "With the laboratory: one sheet, talked through at the same table."),
            (2, "amir", "Whoever was asked hears within a week what became of it."),
        ):
            if (means, group) != (DECEMBER, 0):
                stage.says(leader, Debrief(keep=keeps), part_of(wave, group))


def _answered(stage: Stage, wave: str, means: Means, words: Mapping[str, Sequence[str]]) -> None:
    """Each with a card they drew; those who work in two units answer in the first."""
    told = set[str]()
    for unit in UNITS:
        here = {login: position for login, position in stage.works_in(unit).items() if login not in told}
        others, physicians = CAME[unit]
        came = [login for login, position in here.items() if position != "physician"][:others]
        came += [login for login, position in here.items() if position == "physician"][:physicians]
        told.update(here)
        wrote = words.get(unit, ())
        said = _said(stage, means[unit], len(came))
        for number, login in enumerate(came):
            stage.answers(wave, login, said[number], wrote[number] if number < len(wrote) else "")


def _said(stage: Stage, means: tuple[int, int, int, int], people: int) -> Sequence[Mapping[str, int]]:
    """Answers whose scores have these means, by scale; who is high on one need not be on another."""
    found: list[dict[str, int]] = [{} for _ in range(people)]
    for composite, mean in zip(published()[INSTRUMENT].composites, means, strict=True):
        scores = [NormalDist(mean, APART).inv_cdf((number + 0.5) / people) for number in range(people)]
        stage.dice.shuffle(scores)
        items = len(composite.items)
        for answers, score in zip(found, scores, strict=True):
            steps = min(4 * items, max(0, round(score * 4 * items / 100)))
            each = [1 + steps // items + (at < steps % items) for at in range(items)]
            stage.dice.shuffle(each)
            answers.update(zip(composite.items, each, strict=True))
    return found


def _looked_at(stage: Stage, wave: str) -> None:
    """Names are taken out, what tells who wrote it stays under seal; shown where enough wrote."""
    state = stage.wave(wave)
    comments = commenting.to_review(stage.house, wave, state)
    for one in comments:
        gone = [number for number, word in enumerate(one.text.split(), start=1) if commenting.bare(word) in TAKEN_OUT]
        hide = TELLS in one.text
        review = ReviewComment(
            comment=one.number,
            verdict="hide" if hide else "show",
            without=tuple(gone),
            reason="It says who wrote it, and about whom." if hide else None,
        )
        stage.says("ines", review, wave)
    if state.comments is not None and state.comments.least <= len(comments):
        stage.says("ines", ShowComments(), wave)
