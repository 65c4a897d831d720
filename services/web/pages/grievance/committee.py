"""`/grievances/committee`: what the grievance committee is given, seen first and then taken along as a sheet.

Days and numbers, no names and nobody's words: what was complained of is read where it is, by those who may.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from flask import Blueprint, Response, make_response, request
from msgspec import Struct
from werkzeug.datastructures import MultiDict

from projections.grievances import GrievanceRow
from projections.lives import Stint
from services import clock
from services.tracking_sheet.rejects import MARK, inert
from services.web.doing.forms import asked, fields
from services.web.doing.giving import Failed, answered, fresh_key, given
from services.web.framing import shown
from services.web.pages.grievance.page import readable
from services.web.phrases import choice
from services.web.visit import Visit, here
from services.web.when import When
from services.wording import time_words
from workflows.kernel.moments import Day, day_after, is_day
from workflows.trail import Disclose

committee = Blueprint("committee", __name__)

HEAD = ("Reference", "Unit", "Opened", "Letter due", "Letter sent", "Days", "In time", "Extended", "Outcome", "State")


class Heard(Struct, frozen=True, kw_only=True):
    """One grievance as the committee sees it. Days are ISO; `sent` and `days` are None while the letter is owed."""

    reference: str
    unit: str
    opened: Day
    due: Day
    sent: Day | None
    days: int | None
    in_time: bool | None
    extended: int
    outcome: str
    state: str

    def cells(self) -> tuple[str, ...]:
        known = {True: "yes", False: "no", None: ""}
        days = "" if self.days is None else str(self.days)
        times = (self.opened, self.due, self.sent or "", days, known[self.in_time], str(self.extended))
        return (self.reference, self.unit, *times, self.outcome, self.state)


@committee.get("/grievances/committee")
def preview() -> Response:
    return _page(here(), None)


@committee.post("/grievances/committee")
def sheet() -> Response:
    """It leaves once it is on record to whom and why."""
    visit = here()
    since, until = _period(visit)
    found = _heard(visit, since, until)
    told = given(visit, Disclose, None, MultiDict({**request.form, "what": "grievances", "count": f"{len(found)}"}))
    if isinstance(told, Failed):
        return _page(visit, told)
    response = make_response(written(found))
    response.headers["Content-Type"] = "text/csv; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="grievances-{since}-{until}.csv"'
    return response


def _page(visit: Visit, failed: Failed | None) -> Response:
    """What would leave; the questions stand below it for whoever may let it go."""
    since, until = _period(visit)
    found = _heard(visit, since, until)
    typed = MultiDict({"to": "committee", **request.form})
    wrong = failed.wrong if failed else {}
    page = shown(
        "grievance/committee.html",
        place="Grievances",
        notices=failed.notices if failed else (),
        since=since,
        until=until,
        figures=summed(found),
        head=HEAD,
        rows=[one.cells() for one in found],
        may_disclose=visit.may("trail.disclose"),
        fields=fields(asked(Disclose, frozenset({"what", "count", "about"})), {}, typed, wrong),
        key=fresh_key(),
    )
    return answered(page, failed)


def written(found: Iterable[Heard]) -> str:
    """The sheet: nothing in it runs as a formula, whatever a unit is called."""
    stream = io.StringIO(newline="")
    stream.write(MARK)
    writer = csv.writer(stream)
    writer.writerow(inert(HEAD))
    for one in found:
        writer.writerow(inert(one.cells()))
    return stream.getvalue()


def summed(found: Sequence[Heard]) -> list[tuple[str, str]]:
    """So: 9 grievances, 7 of 8 letters in time, 5 days in the middle."""
    sent = [one for one in found if one.days is not None]
    in_time = sum(one.in_time is True for one in sent)
    days = [one.days for one in sent if one.days is not None]
    figures = [(str(len(found)), "grievance" if len(found) == 1 else "grievances")]
    if sent:
        figures += [
            (f"{in_time} of {len(sent)}", "letters in time"),
            (f"{median(days):g}", "days to the letter, median"),
        ]
    figures += [(str(count), f"on {unit}") for unit, count in Counter(one.unit for one in found).most_common(3)]
    return figures


def _heard(visit: Visit, since: Day, until: Day) -> list[Heard]:
    """Grievances opened in these days, in the units the reader may read."""
    units = readable(visit)
    with visit.look(When("now", visit.today, visit.now)) as look:
        every = [_one(visit, stint) for stint in look.grievances(units)]
    return sorted((one for one in every if since <= one.opened <= until), key=lambda one: (one.opened, one.reference))


def _one(visit: Visit, stint: Stint[GrievanceRow]) -> Heard:
    row, zone = stint.row, visit.house.plate.zone
    complaint, opened = row.complaint, clock.day_of(row.complaint.opened, zone)
    sent = clock.day_of(row.sent, zone) if row.sent is not None else None
    return Heard(
        reference=stint.stream.removeprefix("grievance-")[:8],
        unit=visit.names.unit(complaint.unit),
        opened=opened,
        due=complaint.due,
        sent=sent,
        days=time_words.left(sent, opened) if sent else None,
        in_time=sent <= complaint.due if sent else (False if complaint.due < visit.today else None),
        extended=complaint.moves,
        outcome=choice(complaint.letter.outcome) if complaint.letter else "",
        state=choice(row.state),
    )


def _period(visit: Visit) -> tuple[Day, Day]:
    """The days asked for; a year back where none are given or they cannot be read."""
    since, until = request.values.get("since", ""), request.values.get("until", "")
    return (
        since if is_day(since) else day_after(visit.today, -365),
        until if is_day(until) else visit.today,
    )
