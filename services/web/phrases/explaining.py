"""Words of this place and what they mean (`glossary`): explained where they stand, and together under Help."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec
from markupsafe import Markup

_TERM = Markup(
    '<span class="word"><a class="word__term" href="/help#word-{key}" aria-describedby="says-{key}">{words}</a>'
    '<span class="word__says" id="says-{key}" role="tooltip">{says}</span></span>'
)


@cache
def glossary(language: str = "en") -> Mapping[str, tuple[str, str]]:
    """Each word as it is called, and what it means; by its key."""
    written = (Path(__file__).parent / "glossary" / f"{language}.json").read_bytes()
    return msgspec.json.decode(written, type=dict[str, tuple[str, str]])


def word(key: str, words: str | Markup) -> Markup:
    """`words` on a page, explained when they are pointed at or reached by the keyboard, and leading to Help; each key once on a
    page. KeyError for a key without an explanation."""
    return _TERM.format(key=key, words=words, says=glossary()[key][1])
