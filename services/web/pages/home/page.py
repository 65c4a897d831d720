"""Where somebody begins, by role."""

from flask import Blueprint, redirect
from werkzeug.wrappers import Response

from services.web.framing import unit_page
from services.web.visit import Visit, here

home = Blueprint("home", __name__)

DESK = frozenset({"executive", "executive_partner", "ceo", "cno", "cmo", "coo", "vp_finance"})


@home.get("/")
def first() -> Response:
    return redirect(first_page(here()))


def first_page(visit: Visit) -> str:
    """An executive's desk, what is held and erased for who guards it, the hospital for who sees all of it, else the unit's
    board, else what can be set up, else one's answers."""
    if visit.roles & DESK:
        return "/desk"
    if visit.may("read.subjects"):
        return "/privacy"
    if visit.may("read.hospital"):
        return "/units"
    if visit.units:
        return unit_page(visit, visit.units[0])
    if visit.may("work.set_up"):
        return "/setup"
    return "/units" if visit.may("read.figures") else "/answers"
