"""A part of a whole, as every figure gives it."""

from msgspec import Struct


class Share(Struct, frozen=True):
    """`part` of `whole`; of nothing there is no share."""

    part: int
    whole: int

    @property
    def percent(self) -> int | None:
        return None if not self.whole else round(100 * self.part / self.whole)
