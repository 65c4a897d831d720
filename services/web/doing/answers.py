"""Questions about a document of the set-up: with what was typed, else with how it stands."""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from werkzeug.datastructures import MultiDict

from services.web.layout import Choice, Field


class Answers(Struct, frozen=True):
    """What was typed, and what is said beside what is wrong of it; on the way in nothing was typed. Each question has a name, a
    title, a hint, and how it stands `now`."""

    typed: MultiDict[str, str]
    wrong: Mapping[str, str] = {}

    def said(self, name: str) -> str:
        return " ".join(self.typed.get(name, "").split())

    def line(self, name: str, title: str, hint: str, now: str) -> Field:
        return Field(name, title, hint, value=self.typed.get(name, now), error=self.wrong.get(name, ""), optional="")

    def words(self, name: str, title: str, hint: str, now: str) -> Field:
        value, error = self.typed.get(name, now), self.wrong.get(name, "")
        return Field(name, title, hint, "words", value=value, error=error, optional="", rows=2)

    def number(self, name: str, title: str, hint: str, now: object) -> Field:
        value, error = self.typed.get(name, str(now)), self.wrong.get(name, "")
        return Field(name, title, hint, "number", value=value, error=error, optional="")

    def one_of(self, name: str, title: str, hint: str, choices: tuple[Choice, ...], now: str) -> Field:
        return Field(name, title, hint, "list", choices, self.typed.get(name, now), optional="")

    def several(self, name: str, title: str, hint: str, choices: tuple[Choice, ...], now: Iterable[object]) -> Field:
        chosen = tuple(self.typed.getlist(name) if self.typed else map(str, now))
        return Field(name, title, hint, "several", choices, chosen=chosen, optional="")

    def flag(self, name: str, title: str, hint: str, *, now: bool) -> Field:
        return Field(name, title, hint, "flag", value=self.said(name) if self.typed else "yes" if now else "")
