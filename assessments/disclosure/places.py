"""Places put together until none of them says where one of few answered."""

from collections.abc import Collection, Mapping

REST = "other"
"""What places are called that are put together."""


def put_together(people: Mapping[str, int], least: int, alone: Collection[str] | None = None) -> Mapping[str, str]:
    """By place, what it is called where each person's answers are told: itself where `least` or more answered there, else
    `REST`. Where those put together are still too few, the smallest of the others joins them. Places of the same size join in
    the order of their names. `alone`: no others stand by themselves, however many answered there."""
    order = sorted(people, key=lambda place: (people[place], place))
    small = [place for place in order if people[place] < least or (alone is not None and place not in alone)]
    others = [place for place in order if place not in small]
    while others and 0 < sum(people[place] for place in small) < least:
        small.append(others.pop(0))
    return {place: REST if place in small else place for place in people}
