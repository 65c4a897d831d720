"""A unit's year as an event log for process mining: well formed, complete, and without a name, a word or an hour."""

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from services.clerk.access import OPERATOR
from services.exporting.timeline import Timeline, ocel, sheet, told
from services.house import House
from services.reader.position import NOW
from tests.sample.conftest import alder, home

__all__ = ["alder", "home"]

SCHEMA = Path(__file__).parents[1] / "cases" / "ocel20.schema.json"
LEDGER_ID = re.compile(r"[a-z]+-[0-9a-z]{26}")


@pytest.fixture
def year(alder: House) -> Timeline:
    alder.reader.pull()
    return told(alder, OPERATOR, "4-west")


@pytest.fixture
def log(year: Timeline) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(ocel.written(year))
    return read


def test_it_is_what_the_published_schema_asks_and_refers_to_nothing_that_is_not_there(log: dict[str, Any]) -> None:
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text()), format_checker=checker).validate(log)
    objects = {one["id"]: one for one in log["objects"]}
    assert len(objects) == len(log["objects"])
    assert len({one["id"] for one in log["events"]}) == len(log["events"]) > 500
    for kinds, things in (("eventTypes", "events"), ("objectTypes", "objects")):
        declared = {kind["name"]: {one["name"] for one in kind["attributes"]} for kind in log[kinds]}
        for one in log[things]:
            assert {attribute["name"] for attribute in one["attributes"]} <= declared[one["type"]]
            assert {relation["objectId"] for relation in one["relationships"]} <= objects.keys()
    for event in log["events"]:
        of = next(one["objectId"] for one in event["relationships"] if one["qualifier"] == "of")
        assert objects[of]["type"] == event["type"].split(".")[0]


def test_it_says_of_each_issue_and_voice_what_the_board_says(alder: House, log: dict[str, Any]) -> None:
    with alder.views.look(NOW) as look:
        issues = Counter(stint.row.state for stint in look.issues(["4-west"], ("open", "done", "closed")))
        heard = look.counts(["4-west"])["4-west"]["heard"]

    def last(kind: str) -> Counter[str]:
        states = (
            [a["value"] for a in o["attributes"] if a["name"] == "state"] for o in log["objects"] if o["type"] == kind
        )
        return Counter(found[-1] for found in states)

    assert last("issue") == issues
    assert last("concern")["heard"] == heard
    assert Counter(event["type"] for event in log["events"])["issue.listed"] == sum(issues.values())


def test_days_stand_in_their_order_and_say_no_hour(year: Timeline) -> None:
    times = [entry.time for entry in year.entries]
    assert times == sorted(times)
    assert len(set(times)) == len(times)
    days = {entry.day for entry in year.entries}
    assert {f"{day}T12:00:00Z" for day in days} <= set(times), "the first of each day stands at noon"
    assert any(entry.recorded > entry.day for entry in year.entries), "what was entered late is marked"


def test_nobody_is_named_and_nothing_is_quoted(alder: House, year: Timeline) -> None:
    for text in (ocel.written(year).decode(), sheet.written(year).decode()):
        assert not LEDGER_ID.search(text)
        named = [person.name for person in alder.people.everyone() if person.name in text]
        assert named == []
        assert "lift" not in text.lower()
        assert "walled" not in text


def test_the_sheet_has_the_same_entries(year: Timeline) -> None:
    rows = list(csv.DictReader(io.StringIO(sheet.written(year).decode().removeprefix("\ufeff"))))
    assert [(row["event"], row["time"]) for row in rows] == [(entry.name, entry.time) for entry in year.entries]
    assert {row["kind"] for row in rows} >= {"issue", "barrier", "concern", "rounds", "promise"}
