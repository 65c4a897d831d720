"""Places put together until none of them says where one of few answered."""

from collections.abc import Mapping

REST = "other"
"""What places are called that are put together."""


def put_together(people: Mapping[str, int], least: int) -> Mapping[str, str]:
    """By place, what it is called where each person's answers are told: itself where `least` or more answered there, else
    `REST`. Where those put together are still too few, the smallest of the others joins them. Places of the same size join in
    the order of their names."""
    order = sorted(people, key=lambda place: (people[place], place))
    small = [place for place in order if people[place] < least]
    while 0 < sum(people[place] for place in small) < least and len(small) < len(order):
        small.append(order[len(small)])
    return {place: REST if place in small else place for place in people}
