"""What may come in from outside: marshmallow fields that take JSON at its word and people's words in one spelling.

Nothing is coerced: a number is not a text, `true` is not 1. Text is brought to NFC, so that the same words are the same
bytes; characters that cannot be printed are refused.
"""

import unicodedata
from datetime import date
from typing import Any

from marshmallow import ValidationError, fields

from workflows.kernel.moments import YEARS, moment_of
from workflows.kernel.periods import kind_of


class Line(fields.String):
    """One line of text, or an id."""

    keeps = ""
    """Characters that cannot be printed but may stay."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = super()._deserialize(value, attr, data, **kwargs)
        text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
        if any(unicodedata.category(sign) in ("Cc", "Cs") and sign not in self.keeps for sign in text):
            raise ValidationError("Holds a character that cannot be printed; type the words again.")
        return text


class Words(Line):
    """Words of a person, on as many lines as they like; never nothing at all."""

    keeps = "\n\t"

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = super()._deserialize(value, attr, data, **kwargs)
        if not text.strip():
            raise ValidationError("Say it in words, or leave the field out.")
        return text


class Day(Line):
    """A day that is in the calendar, as YYYY-MM-DD."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = super()._deserialize(value, attr, data, **kwargs)
        try:
            day = date.fromisoformat(text)
        except ValueError as error:
            raise ValidationError(
                "Not a day of the calendar. Write it as YYYY-MM-DD, for example 2025-03-28."
            ) from error
        if day.isoformat() != text or day.year not in YEARS:
            raise ValidationError("Write the day as YYYY-MM-DD, between 1900 and 2199.")
        return text


class Period(Line):
    """A day, a week or a month that is in the calendar, as YYYY-MM-DD, YYYY-Www or YYYY-MM."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = super()._deserialize(value, attr, data, **kwargs)
        if kind_of(text) is None:
            raise ValidationError("Not in the calendar. Write it as 2025-03-28, 2025-W13 or 2025-03.")
        if int(text[:4]) not in YEARS:
            raise ValidationError("Give a year between 1900 and 2199.")
        return text


class Occurrence(Line):
    """When it happened, with the precision it is known with: 2025, 2025-W03, 2025-01, 2025-01-17 or a time with its offset."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = super()._deserialize(value, attr, data, **kwargs)
        try:
            moment_of(text)
        except (ValueError, OverflowError) as error:
            raise ValidationError(
                "Not a date. For example 2025, 2025-01, 2025-01-17 or 2025-01-17T14:05-06:00."
            ) from error
        if int(text[:4]) not in YEARS:
            raise ValidationError("Not a date between 1900 and 2199.")
        return text


class Whole(fields.Integer):
    """A whole number as JSON has it: 5, never "5", `true` or 5.2."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(strict=True, **kwargs)

    def _validated(self, value: Any) -> int:
        if isinstance(value, bool | str):
            raise self.make_error("invalid", input=value)
        return super()._validated(value)


class Count(Whole):
    """A whole number in an address: digits and nothing else."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        if not (isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10):
            raise self.make_error("invalid", input=value)
        return super()._deserialize(int(value), attr, data, **kwargs)


class Flag(fields.Boolean):
    """`true` or `false`."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:  # noqa: ARG002 - the library's signature
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value
