"""What the rows of one sheet are judged by, and a line of it by field."""

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct

from services.tracking_sheet.caps import Caps
from services.tracking_sheet.header import Header
from services.tracking_sheet.row import Order
from services.tracking_sheet.vocabulary import Vocabulary


class Said(NamedTuple):
    """The cells of a line by field, '' where there is none."""

    rounds: str
    unit: str
    what: str
    idea: str
    resources: str
    owners: str
    executive: str
    category: str
    priority: str
    opened: str
    due: str
    status: str
    closed: str
    feedback: str
    notes: str


class Setting(Struct, frozen=True, kw_only=True):
    """`units` are `plain` aliases → slug, `unit` is that of every row where the sheet has no column for it, `today` is an
    ISO day or None, `strict_width` says that cells beyond the headings mean a torn row. `only` are the slugs of the units
    whose rows may be brought here, None for all: every other row goes back, also what would otherwise be held."""

    header: Header
    vocabulary: Vocabulary
    units: Mapping[str, str]
    unit: str | None
    order: Order | None
    today: str | None
    strict_width: bool
    caps: Caps
    only: frozenset[str] | None = None
