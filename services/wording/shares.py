"""Shares as people read them."""

from assessments.disclosure import Bound

_BOUNDS: dict[Bound, str] = {"": "", "at_most": "at most ", "at_least": "at least "}


def share(percent: int, bound: Bound = "") -> str:
    """`at least 92 %`, where the share itself would say of each person what they answered."""
    return figure(percent, bound, " %")


def figure(value: int, bound: Bound = "", after: str = "") -> str:
    """The same of any figure."""
    return f"{_BOUNDS[bound]}{value}{after}"
