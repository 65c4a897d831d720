"""A part of a whole, as figures give it."""

from msgspec import Struct

from projections.share import Share


class Part(Struct, frozen=True):
    """`part` of `whole`; `percent` is null where the whole is nothing."""

    part: int
    whole: int
    percent: int | None


def part(share: Share) -> Part:
    return Part(share.part, share.whole, share.percent)
