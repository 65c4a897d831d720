"""Help lists the duties that have a story, each in the words of its story."""

from tests.golden.duties import LIST, listed
from tests.stories.seeds import ROWS, told


def test_help_lists_what_the_stories_tell() -> None:
    assert LIST.read_bytes() == listed(), "run python -m tests.golden.duties"


def test_no_row_is_told_twice_in_other_words() -> None:
    rows = [one.row for one in told()]

    assert sorted(rows, key=ROWS.index) == rows
    assert len(set(rows)) == len(rows)
