"""What is wrong with a value, and what a person can do about it."""

from collections.abc import Iterable

from services.tracking_sheet.dates import Day

_DAYS = {
    "impossible": "There is no such day. Write the day it was as YYYY-MM-DD.",
    "year": "The year looks wrong. Write the day as YYYY-MM-DD.",
    "day_number": "This is a spreadsheet’s day count. Format the column as a date, or write the day as YYYY-MM-DD.",
    "formula": "This is a formula, and formulas are not run. Write the day itself as YYYY-MM-DD.",
    "words": "This is not a date. Write the day as YYYY-MM-DD, or leave the cell empty.",
}
NO_ISSUE = "The issue is missing. Write what it is, or take the row out."
NO_UNIT = "The unit is missing. Write which unit this is about; units here: {units}."
STRANGE_UNIT = "This is not a unit here. Open it, or say which unit is meant; units here: {units}."
OF_ANOTHER_UNIT = "This row is about another unit. Its own leaders bring it, or whoever sets up the hospital."
CLOSED_FIRST = "It says closed on {closed}, before it was opened on {opened}. Put one of the two days right."
NOT_CLOSED = "There is a closing date, but the status is not closed. Put one of the two right."
FUTURE = "This day has not come yet ({today} is today). Write the day it was."
TORN = "Some letters of this cell were lost in the file. Write it again."
TOO_LONG = "This cell has {length:,} characters; at most {cap:,} are read. Shorten it."
TOO_WIDE = (
    "This row has more cells than there are headings, as when a comma stands without quotation marks. Put it right."
)
STRANGE_PRIORITY = "This priority is not known and was left out. Use 1 (most urgent) to 5, or high, medium, low."


def about_day(day: Day) -> str:
    """What to do about a day that could not be read."""
    if day.trouble == "two_ways":
        either = " or ".join(day.readings)
        return (
            f"This could be {either}. Say for the whole file whether the month or the day comes first, or write the day as "
            "YYYY-MM-DD."
        )
    return _DAYS[day.trouble or "words"]


def listed(units: Iterable[str]) -> str:
    """Slugs as a list a person reads."""
    return ", ".join(sorted(set(units))) or "none yet"
