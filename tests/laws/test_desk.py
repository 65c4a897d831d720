"""Whatever can be owed stands on a desk with words of its own, and is reckoned with in minutes; else in a place of its own."""

import json
from typing import get_args

from services.desk import ELSEWHERE
from services.web.pages.desk.duty import TO_DO
from tests.laws.tree import TOP
from workflows.kernel.ball import Owes
from workflows.kernel.terms import MINUTES

ON_DESKS = set(get_args(Owes)) - ELSEWHERE


def test_what_is_owed_has_words_on_the_desk() -> None:
    assert set(TO_DO) == ON_DESKS


def test_what_is_owed_has_its_minutes() -> None:
    schema = json.loads((TOP / "config" / "terms.schema.json").read_bytes())
    ours = json.loads((TOP / "config" / "terms.json").read_bytes())["minutes"]
    assert set(schema["properties"]["minutes"]["propertyNames"]["enum"]) == ON_DESKS
    assert ours == dict(MINUTES)
    assert set(MINUTES) == ON_DESKS
