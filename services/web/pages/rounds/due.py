"""What is due from a unit's executive partner, for those who plan for them: what it is and by when, and no word of it."""

from collections.abc import Iterator

from flask import abort, redirect
from msgspec import Struct
from werkzeug.wrappers import Response

from projections.accountability import Holding
from projections.lives import Stint
from services import reminding
from services.clerk import holding
from services.reader.views import Look
from services.web.framing import tell
from services.web.paths import page_of
from services.web.visit import Visit
from services.web.when import When
from services.wording import time_words

SAID = {
    "accept": "Says yes to a barrier, or gives it back",
    "remove": "Removes a barrier",
    "review": "Looks at a risk again",
    "keep": "Keeps a promise",
    "hold": "Comes to the rounds",
    "summarise": "Sums up the rounds",
    "sign": "Signs the partnership",
    "meet": "Meets with the team",
    "agree": "Says whether the team is ready",
}
"""What an executive can be reminded of. Voices and complaints are not among it: that there is one is not for all to know."""
BEYOND = "9999-12-31"
"""After every day there is."""


class Due(Struct, frozen=True):
    """One thing as it is shown; `href` is its page, "" for whoever may not read it; `remind` is where the button leads, ""
    where nobody can be reminded, or was today."""

    what: str
    href: str
    who: str
    due: str
    late: bool
    remind: str
    reminded: bool


def due(visit: Visit, look: Look, slug: str) -> list[Due]:
    """What is due first stands first."""
    return [_due(visit, one, slug) for one in _owed(visit, look, slug)]


def remind(visit: Visit, slug: str, stream: str) -> Response:
    with visit.look(When("now", visit.today, visit.now)) as look:
        held = next((one for one in _owed(visit, look, slug) if one.stream == stream), None) or abort(404)
    who = visit.names.of(held.row.holder)
    if reminding.remind(visit.house, stream, held.row.holder, slug, visit.today):
        tell(f"{who} is reminded by mail. It says that something waits, and nothing else.")
    else:
        tell(f"{who} was reminded of it today already, or no mail goes out to them.")
    return redirect(f"/unit/{slug}/rounds", 303)


def _owed(visit: Visit, look: Look, slug: str) -> Iterator[Stint[Holding]]:
    """What lies with the partner by name or by a role they hold, and the rounds of the unit whoever comes to them."""
    partner = visit.names.units[slug].partner
    actor = visit.house.rights.actor(partner) if partner else None
    for one in look.due(BEYOND, slug):
        row = one.held.row
        theirs = actor is not None and holding.holds(actor, row.holder, slug)
        if row.owes in SAID and (theirs or row.noun == "rounds"):
            yield one.held


def _due(visit: Visit, held: Stint[Holding], slug: str) -> Due:
    row, day = held.row, visit.today
    reminded = reminding.was_reminded(visit.house, held.stream, row.holder, slug, day)
    can = not reminded and reminding.reachable(visit.house, row.holder, slug)
    return Due(
        what=SAID[row.owes],
        href=page_of(held.stream) if visit.may("read.issue", slug, held.stream) else "",
        who=visit.names.of(row.holder),
        due=time_words.due(row.due, day),
        late=row.due is not None and row.due < day,
        remind=f"/unit/{slug}/rounds/remind/{held.stream}" if can else "",
        reminded=reminded,
    )
