"""What reads answer: at any moment, page by page, and only once if nothing changed."""

from typing import Any

import pytest

from tests.api.ward import ROOT, Ward


@pytest.fixture(scope="module")
def busy(shared_ward: Ward) -> Ward:
    """Seven concerns in 4 West, three of them listed."""
    voices = [
        shared_ward.begins("nora", "/concern/raise", unit="4-west", what=f"Worry {n}", speaker="named")
        for n in range(7)
    ]
    for n, voice in enumerate(voices[:3]):
        shared_ward.begins("marco", "/issue/list", unit="4-west", title=f"Issue {n}", from_concern=voice)
    return shared_ward


def pages(ward: Ward, path: str, **query: Any) -> list[Any]:
    """All pages from the first on, following the links."""
    found, target = [], f"{ROOT}{path}"
    response = ward.client.get(target, query_string=query, headers=ward.signed("marco"))
    while True:
        assert response.status_code == 200, response.text
        found.append(response.json)
        link = response.headers.get("Link")
        if link is None:
            return found
        target, rel = link[1:].split(">; ")
        assert rel == 'rel="next"'
        assert f"cursor={response.json['next'].replace('=', '%3D')}" in target  # type: ignore[index]  # a page
        response = ward.client.get(target, headers=ward.signed("marco"))


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/units/4-west/board", "issues"),
        ("/units/4-west/answers", "voices"),
        ("/units/4-west/due", "owed"),
        ("/units/4-west/timeline", "facts"),
        ("/desks/me", "owed"),
    ],
)
def test_pages_put_together_are_the_whole(busy: Ward, path: str, name: str) -> None:
    whole = busy.reads("marco", path, limit=200)[name]
    parts = pages(busy, path, limit=2)
    assert [one for part in parts for one in part[name]] == whole
    assert all(len(part[name]) == 2 for part in parts[:-1])
    assert len(parts) == (len(whole) + 1) // 2


def test_a_page_is_of_the_moment_of_the_first_one(busy: Ward) -> None:
    first = busy.reads("marco", "/units/4-west/answers", limit=3)
    busy.begins("nora", "/concern/raise", unit="4-west", what="Later than that")
    second = busy.reads("marco", "/units/4-west/answers", limit=3, cursor=first["next"])
    assert second["at"] == first["at"]
    assert second["counts"] == first["counts"]


def test_nothing_new_is_told_in_no_bytes(busy: Ward) -> None:
    for path in ("/units", "/units/4-west/board", "/answers", "/desks/me"):
        first = busy.get("marco", path)
        again = busy.get("marco", path, headers={"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b""), path
        assert again.headers["ETag"] == first.headers["ETag"]
    issue = busy.reads("marco", "/units/4-west/board")["issues"][0]["issue"]["id"]
    tag = busy.get("marco", f"/issues/{issue}").headers["ETag"]
    busy.does("marco", f"/issue/{issue}/prioritise", rank=1)
    assert busy.get("marco", f"/issues/{issue}", headers={"If-None-Match": tag}).status_code == 200


def test_a_read_is_as_fresh_as_the_command_before(busy: Ward) -> None:
    for n in range(5):
        receipt = busy.post("nora", "/concern/raise", {"unit": "4-west", "what": f"Fresh {n}"}).json
        assert isinstance(receipt, dict)
        shown = busy.reads("nora", f"/concerns/{receipt['stream']}")
        assert shown["voice"]["what"] == f"Fresh {n}"
        assert shown["at"] >= receipt["last"]


def test_what_was_known_at_a_position_stays_so(busy: Ward) -> None:
    voice = busy.begins("nora", "/concern/raise", unit="4-west", what="Before and after")
    before = busy.reads("marco", "/units/4-west/answers", state="owed", limit=200)
    busy.does("marco", f"/concern/{voice}/answer", answer="Done", outcome="done")
    then = busy.reads("marco", "/units/4-west/answers", state="owed", limit=200, as_of=before["at"])
    assert then == before
    now = busy.reads("marco", "/units/4-west/answers", state="owed", limit=200)
    assert voice in [one["id"] for one in then["voices"]]
    assert voice not in [one["id"] for one in now["voices"]]


def test_before_the_first_fact_the_board_says_why_it_is_empty(busy: Ward) -> None:
    board = busy.reads("marco", "/units/4-west/board", as_of=0)
    assert board["at"] == 0
    assert board["unit"] is None
    assert board["issues"] == []
    assert board["nothing_before"].endswith("Z")


def test_what_was_not_known_yet_is_not_there(busy: Ward) -> None:
    issue = busy.reads("marco", "/units/4-west/board")["issues"][0]["issue"]["id"]
    for path in (f"/issues/{issue}", f"/issues/{issue}/accountability"):
        assert busy.get("marco", path, as_of=1).status_code == 404
        assert busy.get("marco", path, on="2000-01-01").status_code == 404


def test_words_whose_key_is_gone_are_null_on_every_page(busy: Ward) -> None:
    """Erasing touches no view, and applies to every past page at once."""
    voice = busy.begins("nora", "/concern/raise", unit="4-west", what="To be forgotten", idea="This too")
    at = busy.reads("nora", f"/concerns/{voice}")["at"]
    facts = map(busy.house.clerk.mapper.fact, busy.house.ledger.stream_rows(voice))
    busy.house.vault.destroy(*(part.key for fact in facts for part in fact.head.sealed))
    for query in ({}, {"as_of": at}):
        shown = busy.reads("nora", f"/concerns/{voice}", **query)["voice"]
        assert (shown["what"], shown["idea"]) == (None, None)
    facts = busy.reads("marco", "/units/4-west/timeline", limit=200)["facts"]
    assert [fact["event"]["what"] for fact in facts if fact["stream"] == voice] == [None]


def test_a_named_voice_stays_out_of_what_is_shown_of_its_act(busy: Ward) -> None:
    facts = busy.reads("marco", "/units/4-west/timeline", limit=200)["facts"]
    raised = [fact for fact in facts if fact["name"] == "concern.raised"]
    spoken = {fact["by"]["id"] for fact in raised}
    assert spoken == {busy.who["nora"], None}, "those who wanted to be named are, the others are not"


def test_a_unit_is_replayed_at_any_position(busy: Ward) -> None:
    now = busy.reads("marco", "/units/4-west/replay")
    assert now["known"] == now["true"]
    assert (now["known"]["open"], now["apart"]) == (3, [])
    early = busy.reads("marco", "/units/4-west/replay", as_of=now["at"] - 1)
    assert early["at"] == now["at"] - 1
    before = busy.reads("marco", "/units/4-west/replay", on="2020-01-01")
    assert (before["recorded"], before["known"]["open"], before["true"]["open"]) == (0, 0, 0)
