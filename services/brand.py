"""What stands at the head and the foot of every page, in a hospital's own words: `config/brand.json`, which leaves both to its
name and to Heard, or what the hospital adopted. Words alone; no page fetches anything from elsewhere."""

from msgspec import Struct


class Brand(Struct, frozen=True, forbid_unknown_fields=True):
    """`shown_as` at the head, for the name where it is empty; `line` at the foot, for that of Heard."""

    shown_as: str
    line: str
