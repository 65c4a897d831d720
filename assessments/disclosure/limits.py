"""How many people there must be. One table, in one place; chosen when a campaign is launched, and never lowered after."""

from msgspec import Struct

ORDINARY = 10
MOST_CAREFUL = 20
"""Where an item asks about disrespect or harm: a yes or a no may point at a person."""

FEW = 5
"""The total of one unit, of a pulse, without any cut and filter; only if the hospital chose so, and the first page says it."""


class Limits(Struct, frozen=True):
    """Of one campaign, frozen at its launch."""

    pulse: bool = False
    few: bool = False

    def least(self, *, respect: bool, whole_unit: bool) -> int:
        """How many must have answered for this figure: of an item or composite, of a whole unit or of any other group."""
        if respect:
            return MOST_CAREFUL
        return FEW if self.pulse and self.few and whole_unit else ORDINARY

    @property
    def uncut(self) -> bool:
        """Whether only totals of single units may be shown, and nothing a total could be taken away from."""
        return self.pulse and self.few
