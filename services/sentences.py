"""Refusals as sentences a person can act on, from `config/sentences/<language>.json`. Pages, API and terminal say the same."""

from functools import cache
from importlib.resources import files

import msgspec

from workflows.kernel.grammar import Refused


@cache
def catalogue(language: str = "en") -> dict[str, str]:
    """Every key of a language with its sentence; `{fields}` stand where the refusal's own values go."""
    written = files("config").joinpath("sentences", f"{language}.json").read_bytes()
    return msgspec.json.decode(written, type=dict[str, str])


def sentence(refusal: Refused, language: str = "en") -> str:
    """KeyError for a key the catalogue lacks: a law of the tests, so never met by a person."""
    return catalogue(language)[refusal.key].format_map(refusal.fields)
