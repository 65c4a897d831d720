"""Seven who lead Alder Creek say how far it has come."""

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
