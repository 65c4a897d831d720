"""The plan of an issue as its page shows it: its steps with who takes each and by when, whose plan it is."""

from projections.lives import Stint
from projections.promises import PromiseRow
from projections.tracking_log import IssueRow
from services.reader.views import Look
from services.web.phrases import choice
from services.web.telling.desks import headline
from services.web.telling.stories import promises as days
from services.web.visit import Visit, Words
from services.web.when import When
from workflows.issue.state import Matter

HEAD = ("Step", "Who", "By when", "How it stands")
SIDES = {"executive": "leads the hospital", "unit": "works here"}
Steps = list[Stint[PromiseRow]]


def steps_of(look: Look, stream: str, unit: str) -> Steps:
    """The steps promised for this issue, the earliest day first."""
    found = (one for one in look.ledger(("", unit)) if one.row.pledge.kind == "plan_step" and one.row.about == stream)
    return sorted(found, key=lambda one: (one.row.pledge.due, one.stream))


def table(visit: Visit, steps: Steps, words: Words, looking: When) -> list[tuple[str, str, str, str, str]]:
    """Address, words, who, by when, how it stands."""
    return [
        (
            f"/promise/{one.stream}{looking.query}",
            headline(words.of(pledge.what)),
            visit.names.of(pledge.holder),
            days(pledge.first_due, pledge.due, pledge.moves, looking),
            choice(one.row.state),
        )
        for one in steps
        for pledge in (one.row.pledge,)
    ]


def authors(visit: Visit, matter: Matter) -> str:
    """Both sides by name; or that one is still to put its name to it."""
    names = ", ".join(f"{visit.names.of(one.person)} ({SIDES[one.side]})" for one in matter.authors)
    if matter.is_co_authored:
        return names
    return f"{names}; not yet of both sides" if names else "nobody has put their name to it yet"


def promise_a_step(visit: Visit, stream: str, row: IssueRow, looking: When) -> str:
    """Where a step is promised; "" where there is no plan in work, or it is not the reader's to do."""
    if looking.past or row.matter.plan is None or row.shelf != "open" or not visit.may("promise.make", row.unit):
        return ""
    return f"/do/promise/make?unit={row.unit}&about={stream}&kind=plan_step&to=unit-{row.unit}&next=/issue/{stream}"
