"""Seven who lead Alder Creek say how far it has come."""

from assessments import goal as g
from assessments.maturity import ComponentKey, Rating, anchors
from assessments.self_assessment import commands as a
from tests.web.alder import Alder

RATERS = ("ines", "ruth", "marco", "priya", "lena", "dana", "rosa")


def asked(here: Alder, closes: str = "2025-07-18") -> str:
    """Asked by Ines; who leads the meeting is Ruth."""
    who = tuple(here.who[login] for login in RATERS)
    return here.does("ines", a.Open(raters=who, facilitator=here.who["ruth"], closes=closes))


def rates(here: Alder, login: str, assessment: str, otherwise: dict[ComponentKey, Rating] | None = None) -> None:
    """All fourteen developing, but what is said otherwise; then handed in."""
    for key in anchors().components:
        rating = (otherwise or {}).get(key, "developing")
        here.does(login, a.Rate(component=key, rating=rating, why=f"Seen by somebody: {rating} {key}"), assessment)
    here.does(login, a.HandIn(), assessment)


def assessed(here: Alder) -> dict[str, str]:
    """One that is published, one that is open before those who rated, one that is sealed; a goal that was aimed for anew."""
    published, opened = asked(here), asked(here)
    for login in RATERS:
        for assessment in (published, opened):
            rates(here, login, assessment, {"trust": "approaching" if login == "lena" else "beginning"})
    for key in anchors().components:
        here.does("ruth", a.Agree(component=key, not_assessable=True, note="We do not know yet"), published)
    here.does("lena", a.Dissent(component="trust", rating="advancing", why="I do know"), published)
    here.does("ruth", a.Publish(), published)
    here.does("ruth", a.Agree(component="board"), opened)
    aim = g.Agree(
        figure="answered", horizon="near", target=80, due="2025-07-31", owner=here.who["ines"], why="All hear"
    )
    goal = here.does("ines", aim)
    here.does("ines", g.Retarget(target=60, due="2025-12-31", why="The flood took a month"), goal)
    return {"opened assessment": opened, "sealed assessment": asked(here)}
