"""As much of a cut as may be shown: complementary suppression, by asking for one cell after the other."""

from collections.abc import Mapping

from msgspec import Struct

from assessments.disclosure.releases import Cell, Releases, Withheld, released


class Published(Struct, frozen=True):
    """What is released after this, and of each cell that was asked for whether it is shown (`None`) or why it is not."""

    releases: Releases
    withheld: Mapping[str, Withheld | None]


def published(before: Releases, cells: Mapping[str, Cell]) -> Published:
    """The largest cells first, so that where one must be held back to guard another it is the smallest that can do it.

    Of equally large ones the first by name, so that the same cells are shown whoever asks.
    """
    after, found = before, dict[str, Withheld | None]()
    for name in sorted(cells, key=lambda name: (-_size(before, cells[name]), name)):
        result = released(after, cells[name])
        if isinstance(result, Withheld):
            found[name] = result
        else:
            after, found[name] = result, None
    return Published(after, found)


def _size(before: Releases, cell: Cell) -> int:
    return sum(before.people.get(part, 0) for part in cell)
