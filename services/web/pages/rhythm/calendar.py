"""Working days as questions: the days of rest, the holidays, and what counts working days only."""

from typing import Any

from werkzeug.datastructures import MultiDict

from services.web.doing.answers import Answers
from services.web.layout import Choice, Field
from services.web.pages.rhythm.questions import QUESTIONS, Terms
from workflows.kernel.moments import is_day

WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NAMES = ("in_working_days", "rest_days", "holidays")
_BAD = "Write each day on a line of its own, like 2026-12-25: "


def asked(typed: MultiDict[str, str]) -> dict[str, Any]:
    """What was ticked and typed, as terms."""
    return {
        "rest_days": [int(day) for day in typed.getlist("rest_days") if day in set("1234567")],
        "holidays": sorted(set(_lines(typed.get("holidays", "")))),
        "in_working_days": [name for name in typed.getlist("in_working_days") if name in dict(QUESTIONS)],
    }


def wrong(typed: MultiDict[str, str]) -> dict[str, str]:
    """What is said beside the holidays, where a line of them is no day."""
    bad = [line for line in _lines(typed.get("holidays", "")) if not is_day(line)]
    return {"holidays": _BAD + ", ".join(bad[:3])} if bad else {}


def fields(terms: Terms, answers: Answers, without: frozenset[str] = frozenset()) -> tuple[Field, ...]:
    """`without` are terms that cannot be said here."""
    counted = tuple(Choice(name, title) for name, title in QUESTIONS if name.endswith("_days") and name not in without)
    week = tuple(Choice(str(n), name) for n, name in enumerate(WEEK, 1))
    return (
        answers.several("in_working_days", "What counts working days only?", "", counted, terms["in_working_days"]),
        answers.several("rest_days", "Which days of the week are no working days?", "", week, terms["rest_days"]),
        Field(
            "holidays",
            "Which holidays are no working days?",
            "One on a line, like 2026-12-25.",
            "words",
            value=answers.typed.get("holidays", "\n".join(terms["holidays"])),
            error=answers.wrong.get("holidays", ""),
        ),
    )


def _lines(typed: str) -> list[str]:
    return [line.strip() for line in typed.splitlines() if line.strip()]
