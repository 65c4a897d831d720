"""Instead of a number: why there is none. The key becomes a sentence on the page."""

from typing import Literal

from msgspec import Struct

Why = Literal["too_few_items", "too_few_people", "too_few_groups", "no_spread", "no_one_factor", "no_null"]


class NotComputable(Struct, frozen=True):
    why: Why
