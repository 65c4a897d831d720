"""What a thing is called, whatever its noun."""

from typing import Any

from projections.lives import Stint
from services.web.telling.desks import headline
from services.web.visit import Words
from workflows.kernel.grammar import Ref


def title_of(stint: Stint[Any] | None) -> Ref | None:
    return getattr(stint.row, "title", None) if stint is not None else None


def named(stint: Stint[Any] | None, words: Words) -> str:
    """So: "#118 One bariatric lift"; "" where it has no name of its own."""
    if stint is None:
        return ""
    matter = getattr(stint.row, "matter", None)
    title = headline(words.of(title_of(stint)), 80)
    return f"#{matter.number} {title}" if matter is not None else title
