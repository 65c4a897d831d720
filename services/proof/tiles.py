"""The tree as files (C2SP tlog-tiles): 256 hashes a tile, addressed by level and number; the last of a level may be partial."""

from collections.abc import Iterator

from services.proof.tree import Tree

WIDE = 256


def tiles(tree: Tree, size: int) -> Iterator[tuple[str, bytes]]:
    """Every tile of the tree's first `size` leaves: its path and its bytes."""
    level, count = 0, size
    while count:
        for number in range(0, count, WIDE):
            width = min(WIDE, count - number)
            yield path(level, number // WIDE, width), tree.hashes(level * 8, number, width)
        level, count = level + 1, count // WIDE


def path(level: int, number: int, width: int = WIDE) -> str:
    """As the specification writes it: `tile/0/x001/x234/067`, `.p/WIDTH` behind a partial one."""
    groups = [f"{number % 1000:03d}"]
    while number := number // 1000:
        groups.insert(0, f"x{number % 1000:03d}")
    return f"tile/{level}/{'/'.join(groups)}" + ("" if width == WIDE else f".p/{width}")
