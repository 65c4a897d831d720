"""Where a partnership stands and what comes next, in one sentence."""

from datetime import date

from projections.partnerships import PartnershipRow
from services.reader.partners import Year
from services.web.visit import Visit
from services.web.when import When
from services.wording import time_words
from workflows.kernel.months import first_day, last_day
from workflows.partnership.course import owed

SIDES = {"executive": "the executive", "quality": "quality"}


def next_step(visit: Visit, year: Year, comes: str | None, looking: When) -> str:
    """`comes` has the role of the executive partner, whatever was agreed."""
    current = year.current.row if year.current else None
    if year.coming:
        return _of_coming(visit, year.coming[-1].row, current)
    if current is not None:
        return _of_meeting(current, looking)
    if comes is not None:
        return f"{visit.names.of(comes)} comes as the executive partner, and nothing is agreed yet. Name them here."
    return "No executive partner is named. Somebody of the rank of a vice-president or above is needed."


def _of_coming(visit: Visit, row: PartnershipRow, current: PartnershipRow | None) -> str:
    name = visit.names.of(row.executive)
    match row.state:
        case "nominated" if row.is_below_rank:
            return f"{name} ranks below vice-president: choose somebody above, or set the rule aside with a reason."
        case "nominated":
            return f"Quality or the chief executive confirms that {name} can be the partner."
        case "eligible":
            return f"{name} signs the agreement."
        case _:
            before = visit.names.of(current.executive) if current else "nobody"
            return f"{before} hands over to {name}, who has signed."


def _of_meeting(row: PartnershipRow, looking: When) -> str:
    """Risk comes first, then the team's wish, then the next meeting."""
    if row.proposal is not None:
        missing = [words for side, words in SIDES.items() if side not in row.proposal.agreed]
        return f"The team wants to graduate; {' and '.join(missing)} {'has' if len(missing) == 1 else 'have'} yet to agree."
    risk = "At risk: meetings were missed in a row. " if row.course.at_risk is not None else ""
    return risk + _meeting(row, looking)


def _meeting(row: PartnershipRow, looking: When) -> str:
    planned = row.course.planned
    if planned is not None:
        over = time_words.left(planned.day, looking.day) < 0
        when = time_words.weekday(planned.day)
        return f"They were to meet on {when}: say whether they did." if over else f"They meet on {when}."
    period = owed(row.course)
    if period is None:
        return "Nothing is due."
    by = last_day(period.last)
    if first_day(period.first) > looking.day:
        return (
            f"Nothing is due until {date.fromisoformat(first_day(period.first)):%B}; the next meeting can be planned."
        )
    if by < looking.day:
        return f"The meeting of {date.fromisoformat(by):%B} is late. Plan it for the next days."
    return f"No meeting is planned. One is due by {time_words.short(by, looking.day)}."
