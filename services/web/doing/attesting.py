"""An item of the standards as a form, and what is typed there as a command: each item asks its own questions."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from services.clerk.asking import Told
from services.web.doing.forms import Typed, asked, fields
from services.web.doing.giving import Failed, given
from services.web.doing.offers import offers
from services.web.layout import Choice, Field
from services.web.phrases import choice
from services.web.visit import Visit
from services.wording.questions import Question
from workflows.kernel.standards import Item
from workflows.standard.commands import Add, Attest, NoteGap, Pledge

Kind = type[Attest] | type[Add] | type[NoteGap] | type[Pledge]


class Attesting(Struct, frozen=True, kw_only=True):
    """An item, for whom it is attested, and by which command."""

    key: str
    item: Item
    kind: Kind
    unit: str | None = None
    person: str | None = None
    of: str | None = None

    def fields(self, visit: Visit, typed: Typed, wrong: Mapping[str, str]) -> tuple[Field, ...]:
        """Its questions as they are shown, with what was typed and what is wrong with it."""
        questions = self._questions()
        shown = fields(questions, offers(visit, self.kind.VERB, questions), typed, wrong)
        marks = tuple(_choice(n, self.item, typed, wrong) for n in range(self._marks))
        return (*shown[:1], *marks, *shown[1:])

    def give(self, visit: Visit, typed: Typed) -> Told | Failed:
        """The command that a form spells out."""
        if wrong := self._lacking(typed):
            return Failed(422, wrong=wrong)
        said = typed.copy()
        said.update(
            {name: value for name, value in (("item", self.key), ("unit", self.unit), ("person", self.person)) if value}
        )
        if self.of:
            said["of"] = self.of
        said.setlist("marks", [typed[_mark(n)] for n in range(self._marks)])
        return given(visit, self.kind, None, said)

    @property
    def _marks(self) -> int:
        return len(self.item.marks) if issubclass(self.kind, Attest | Add) else 0

    def _questions(self) -> tuple[Question, ...]:
        said = {one.name: one for one in asked(self.kind)}
        worded = (_worded(said[name], self.item) for name in _names(self.kind, self.item))
        return tuple(worded)

    def _lacking(self, typed: Typed) -> dict[str, str]:
        """The questions without an answer, each named: the list of what is wrong stands over the form, away from them."""
        names = [(one.name, one.title) for one in self._questions() if one.required]
        names += [(_mark(n), self.item.marks[n].title) for n in range(self._marks)]
        return {name: f"This needs an answer: {title}" for name, title in names if not typed.get(name, "").strip()}


def _names(kind: Kind, item: Item) -> tuple[str, ...]:
    """Which fields of the command the item asks for, in the order people answer them."""
    if issubclass(kind, NoteGap):
        return ("why", "owner", "due")
    if issubclass(kind, Pledge):
        return ("words",)
    more, day = ("more",) if item.more else (), ("day",) if item.day else ()
    return ("words", *more, *(() if item.scope == "person" else ("owner",)), *day)


def _worded(question: Question, item: Item) -> Question:
    match question.name:
        case "words":
            return replace(question, title=item.question, hint=item.hint, required=item.scope != "person")
        case "more" if item.more:
            return replace(question, title=item.more.title, hint=item.more.hint, required=True)
        case "day":
            return replace(question, title=item.day or question.title, hint="", required=True)
        case "owner":
            return replace(question, required=question.required or item.needs_owner)
        case _:
            return question


def _mark(n: int) -> str:
    return f"mark_{n}"


def _choice(n: int, item: Item, typed: Typed, wrong: Mapping[str, str]) -> Field:
    marks = item.marks[n]
    return Field(
        name=_mark(n),
        title=marks.title,
        kind="choice",
        choices=tuple(Choice(one, choice(one, "mark")) for one in marks.of),
        value=typed.get(_mark(n), ""),
        error=wrong.get(_mark(n), wrong.get("marks", "")),
        required=True,
    )
