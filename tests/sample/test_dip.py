"""Emergency dares less after its hard June, and the page says so; it is better in December, and the page does not call that a
rise."""

import html
import re

from services.house import House
from tests.sample.test_places import signed_in


def test_the_fall_is_called_a_fall_and_the_recovery_is_not(alder: House) -> None:
    page = signed_in(alder, "amir").get("/unit/emergency/surveys").text
    words = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())
    assert re.search(r"Fell by 14 since \d+ \w+( \d{4})?, by 4 to 24: more than chance, and enough to matter", words)
    better = r"Better than on \d+ \w+( \d{4})?, not certain: by \+8, and anything from -2 to \+18 may be so"
    assert re.search(better, words)
    assert "Rose by" not in words
