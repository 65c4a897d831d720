"""Working days as questions: the days of rest, the holidays, and what counts working days only."""

from collections.abc import Mapping
from typing import Any

from werkzeug.datastructures import MultiDict

from services.web.layout import Field
from services.web.pages.rhythm.questions import QUESTIONS
from workflows.kernel.moments import is_day

WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_BAD = "Write each day on a line of its own, like 2026-12-25: "


def asked(form: MultiDict[str, str]) -> dict[str, Any]:
    """What was ticked and typed, as terms."""
    return {
        "rest_days": [int(day) for day in form.getlist("rest_days") if day in set("1234567")],
        "holidays": sorted(set(_lines(form.get("holidays", "")))),
        "in_working_days": [name for name in form.getlist("in_working_days") if name in dict(QUESTIONS)],
    }


def wrong(form: MultiDict[str, str]) -> dict[str, str]:
    """What is said beside the holidays, where a line of them is no day."""
    bad = [line for line in _lines(form.get("holidays", "")) if not is_day(line)]
    return {"holidays": _BAD + ", ".join(bad[:3])} if bad else {}


def questions(terms: Mapping[str, Any], form: MultiDict[str, str], wrong: Mapping[str, str]) -> dict[str, Any]:
    """For the page: boxes to tick, and a field to write in."""
    days = form.get("holidays", "\n".join(terms["holidays"]))
    return {
        "rest": [_box(str(n), name, n in terms["rest_days"]) for n, name in enumerate(WEEK, 1)],
        "counted": [
            _box(name, title, name in terms["in_working_days"]) for name, title in QUESTIONS if name.endswith("_days")
        ],
        "holidays": Field(
            "holidays",
            "Which holidays are no working days?",
            "One on a line, like 2026-12-25.",
            "words",
            value=days,
            error=wrong.get("holidays", ""),
        ),
    }


def _box(value: str, text: str, checked: bool) -> dict[str, Any]:
    return {"value": value, "text": text, "checked": checked}


def _lines(typed: str) -> list[str]:
    return [line.strip() for line in typed.splitlines() if line.strip()]
