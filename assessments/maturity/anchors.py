"""What each stage asks for, read once: it comes with the house and never changes under its version."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec
from jsonschema import Draft202012Validator
from msgspec import Struct

from assessments.maturity.profile import STAGES, ComponentKey, Domain, Stage


class Component(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`beginning` describes where nothing more is so; each further stage has its criteria, words by key."""

    domain: Domain
    title: str
    asks: str
    beginning: str
    developing: Mapping[str, str]
    advancing: Mapping[str, str]
    approaching: Mapping[str, str]

    def criteria(self, stage: Stage) -> Mapping[str, str]:
        """What this stage asks for beyond the one before, by `<stage>.<key>`; the first asks for nothing."""
        if stage == "beginning":
            return {}
        own: Mapping[str, str] = getattr(self, stage)
        return {f"{stage}.{key}": words for key, words in own.items()}

    @property
    def asked(self) -> Mapping[str, str]:
        """The criteria of all stages in their order."""
        return {key: words for stage in STAGES for key, words in self.criteria(stage).items()}


class Anchors(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The document; components in the order people read them, leadership first."""

    id: str
    version: int
    language: str
    status: str
    source: str
    domains: Mapping[Domain, str]
    stages: Mapping[Stage, str]
    components: Mapping[ComponentKey, Component]

    def of(self, domain: Domain) -> tuple[ComponentKey, ...]:
        """The keys of its components."""
        return tuple(key for key, one in self.components.items() if one.domain == domain)


LANGUAGES = {"en": "anchors.json", "es": "anchors.es.json"}
"""Which document says it in which language; leaders rate by the first, whose words the others translate one by one."""


@cache
def anchors(language: str = "en") -> Anchors:
    """A document that breaks its schema is refused before anything is read from it. KeyError for a language of none."""
    shelf = files("assessments.maturity")
    document = shelf.joinpath(LANGUAGES[language]).read_bytes()
    Draft202012Validator(json.loads(shelf.joinpath("anchors.schema.json").read_bytes())).validate(json.loads(document))
    return msgspec.json.decode(document, type=Anchors)
