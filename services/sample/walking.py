"""How rounds are prepared and walked in the sample: what most visits have in common, and what is rare and so shown once."""

from services.sample.stage import Stage
from workflows.concern import commands as c
from workflows.issue import commands as i
from workflows.rounds import commands as r

STAFF = {"4-west": 31, "icu": 26, "emergency": 44}
"""Who gives care in a unit, by head."""
BOTH_WAYS = (("question", "staff"), ("question", "executive"), ("dialogue", "staff"), ("commitment", "executive"))
ONE_BY_ONE = 3


def prepare(stage: Stage, leader: str, place: str, rounds: str, month: int) -> None:
    """Better from month to month: more of those who give care know what it is for."""
    stage.says(leader, r.Prepare(item="pack"), rounds)
    if month % 3:
        stage.says(leader, r.Prepare(item="asked"), rounds)
    if month % 4:
        stage.says(leader, r.PreBrief(), rounds)
    of = STAFF[place]
    stage.says(leader, r.BriefProviders(briefed=min(of, of * (month + 3) // 14), of=of), rounds)


def walk(stage: Stage, leader: str, place: str, rounds: str, month: int) -> None:
    """Both sides speak; what needs it is looked at by itself and the rest as a sheet; two or three things come first. In
    April on 4 West somebody came, asked and left: a drive-by."""
    if place == "4-west" and month == 4:
        stage.says(leader, r.NoteExchange(kind="question", by="executive"), rounds)
        return
    for kind, by in BOTH_WAYS[: 2 + month % 3]:
        stage.says(leader, r.NoteExchange(kind=kind, by=by), rounds)  # type: ignore[arg-type] # as written above
    issues = _open(stage, place)
    for issue in issues[:ONE_BY_ONE]:
        stage.says(leader, r.Review(issue=issue, finding="better" if month % 2 else "still_so"), rounds)
    if rest := issues[ONE_BY_ONE:]:
        stage.says(leader, r.LookOver(issues=tuple(rest)), rounds)
    if issues:
        for number, issue in enumerate(issues[:2]):
            weigh = i.Triage(category="equipment", severity=3, likelihood=4 - number, ease=5 - 3 * number)
            stage.says(leader, weigh, issue)
        stage.says(leader, r.AgreePriorities(issues=tuple(issues[:3])), rounds)


def hear(stage: Stage, who: str, place: str, rounds: str, what: str) -> str:
    """Something new, put on the log there and then."""
    note = c.Note(unit=place, what=what, source="rounds", rounds=rounds)
    return stage.says(who, note)


def _open(stage: Stage, place: str) -> list[str]:
    """Issues of a unit as they stand, the longest first."""
    house = stage.house
    house.reader.fresh(house.ledger.head()[0])
    with house.views.look() as look:
        found = look.issues([place], ("open",))
    privileged = house.clerk.privileged()
    return [one.stream for one in found if one.stream not in privileged]
