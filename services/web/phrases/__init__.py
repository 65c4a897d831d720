"""The words of the web face, a catalogue for each language: `en.json` has those of forms and timelines that no declaration
holds (what a button says, what is said when it is done, how a choice reads, what happened), `letters` those of a letter
(`letterhead`), `glossary` what words mean (`explaining`), `public` those of the pages anybody may open.
"""

from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct


class Phrases(Struct, frozen=True, forbid_unknown_fields=True):
    """One language. `verbs`: button and what is said when done; `choices`: a stored value in words; `titles`: question and
    hint of a field that a form puts differently; `events`: what happened, with `{fields}` of the event."""

    verbs: dict[str, tuple[str, str]]
    choices: dict[str, str]
    titles: dict[str, tuple[str, str]]
    events: dict[str, str]


@cache
def phrases(language: str = "en") -> Phrases:
    return msgspec.json.decode((Path(__file__).parent / f"{language}.json").read_bytes(), type=Phrases)


def button(verb: str) -> str:
    return phrases().verbs[verb][0]


def done(verb: str) -> str:
    return phrases().verbs[verb][1]


def hint(value: str, of: str) -> str:
    """What is said beneath a choice, if anything: `<of>.<value>.hint`."""
    return phrases().choices.get(f"{of}.{value}.hint", "")


def choice(value: str, of: str = "") -> str:
    """A stored value as people say it: the catalogue's words, else its own. `of` is the question it answers, where the same
    value reads otherwise there."""
    said = phrases().choices
    return said.get(f"{of}.{value}") or said.get(value) or value.replace("_", " ").capitalize()
