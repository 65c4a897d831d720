"""An instrument and its parts. Frozen; `read` makes them from documents, and nothing else does."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

Texts = Mapping[str, str]
"""The same words by language, as `{"en": …, "es": …}`."""

Operator = Literal["exists", "=", "!=", ">", "<", ">=", "<="]
ScoringRule = Literal["percent-positive/1", "scale-mean/1", "saq/1"]
MissingRule = Literal["any/1", "half/1", "two-thirds/1", "all/1"]


class Language(Struct, frozen=True):
    """How the words of one language came about."""

    language: str
    origin: Literal["source", "translation"]
    record: str


class Licence(Struct, frozen=True):
    name: str
    terms: str
    permission: Literal["not-needed", "ask"]


class Validation(Struct, frozen=True):
    status: Literal["not-validated", "validated-elsewhere"]
    statement: Texts


class Option(Struct, frozen=True):
    value: int
    text: Texts


class Scale(Struct, frozen=True):
    """Answers as they are given; `positive` speaks of values after reversed items are turned round."""

    id: str
    options: tuple[Option, ...]
    positive: tuple[int, ...]
    away: Option | None = None

    @property
    def values(self) -> tuple[int, ...]:
        return tuple(option.value for option in self.options)

    @property
    def least(self) -> int:
        return min(self.values)

    @property
    def most(self) -> int:
        return max(self.values)


class When(Struct, frozen=True):
    """One condition, as a FHIR Questionnaire writes it."""

    question: str
    operator: Operator
    answer_integer: int | None = field(default=None, name="answerInteger")
    answer_boolean: bool | None = field(default=None, name="answerBoolean")


class Item(Struct, frozen=True):
    id: str
    text: Texts
    scale: str
    topic: str = ""
    reverse: bool = False
    respect: bool = False
    enable_when: tuple[When, ...] = field(default=(), name="enableWhen")
    enable_behavior: Literal["all", "any"] | None = field(default=None, name="enableBehavior")


class Composite(Struct, frozen=True):
    id: str
    title: Texts
    items: tuple[str, ...]


class Instrument(Struct, frozen=True):
    """One version; `digest` is the SHA-256 (hexadecimal) of the canonical bytes of the document it was read from."""

    id: str
    version: int
    title: Texts
    wording: Literal["ours", "supplied"]
    languages: tuple[Language, ...]
    licence: Licence
    source: str
    validation: Validation
    scales: tuple[Scale, ...]
    items: tuple[Item, ...]
    scoring: ScoringRule
    missing: MissingRule
    note: Mapping[str, tuple[str, ...]]
    introduction: Texts = {}
    composites: tuple[Composite, ...] = ()
    digest: str = ""

    def item(self, called: str) -> Item:
        """KeyError if there is none."""
        return {item.id: item for item in self.items}[called]

    def scale_of(self, item: Item) -> Scale:
        return {scale.id: scale for scale in self.scales}[item.scale]
