"""`/setup/what-if`: what would have stood overdue and climbed in a past time under another rhythm, to whom, how much earlier,
how much more mail. Nothing is changed by it."""

from flask import Blueprint, request

from services.web.framing import shown
from services.web.pages.what_if import telling
from services.web.pages.what_if.asking import LADDER, NUMBERS, asked, steps, typed
from services.web.visit import here

what_if = Blueprint("what_if", __name__)


@what_if.get("/setup/what-if")
def show() -> str:
    visit = here()
    visit.must("hospital.adopt_terms")
    terms = visit.house.clerk.terms.now()[1]
    tried = asked(visit, terms)
    found = telling.Found(visit, tried.trying) if request.args and not tried.wrong else None
    ladder = [*tried.ladder, *[""] * LADDER][:LADDER]
    owed, more = found.fallen() if found else ([], 0)
    return shown(
        "what_if/what_if.html",
        place="Set-up",
        numbers=[(name, title, typed(name) or str(getattr(terms, name))) for name, title in NUMBERS],
        steps=[(f"step_{n}", f"What stays overdue climbs to, step {n + 1}", step) for n, step in enumerate(ladder)],
        holders=steps(visit, terms),
        asked=tried,
        today=visit.today,
        found=found,
        owed=owed,
        more=more,
        heads=telling,
    )
