"""Hospitals stand together on a page: at least five for each figure, none named; an association sees them and nothing else."""

import io
import json
import re

from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from workflows.hospital.commands import Appoint


def put(browser: Browser, files: list[bytes]) -> str:
    token = re.findall(r'name="csrf_token" value="([^"]*)"', browser.get("/peers").text)[0]
    sent = {"csrf_token": token, "files": [(io.BytesIO(one), f"{n}.json") for n, one in enumerate(files)]}
    return browser.client.post("/peers", data=sent, content_type="multipart/form-data").text


def others(shares: list[int]) -> list[bytes]:
    return [
        json.dumps(
            {"hospital": f"secret-{n}", "day": "2025-07-01", "figures": {"answered": {"part": part, "whole": 100}}}
        ).encode()
        for n, part in enumerate(shares)
    ]


def test_five_are_said_together_and_four_are_not(hospital: Alder, enter: Enter) -> None:
    ines = enter("ines")
    five = put(ines, others([20, 40, 60, 80, 100]))
    assert ("40 to 80 %" in five, "60 %" in five, "secret" in five) == (True, True, False)
    four = put(ines, others([20, 40, 60, 80]))
    assert ("fewer than 5" in four, "40 to" in four) == (True, False)
    same = put(ines, others([20, 40, 60, 80]) + others([20]))
    assert "40 to" not in same, "one hospital twice is one"
    assert "is not what `heard export figures` writes" in put(ines, [b"no"]).replace("&#39;", "'")
    assert "Choose the files first" in put(ines, [])
    handed = json.loads(ines.get("/peers/own.json").data)
    assert (handed["hospital"], "responded" in handed["figures"]) == ("alder-creek", False)


def test_an_association_sees_hospitals_together_and_nothing_of_this_one(hospital: Alder, enter: Enter) -> None:
    hospital.who["aya"] = hospital.house.people.add("Aya Association", "aya@assoc.example").id
    hospital.does("operator", Appoint(person=hospital.who["aya"], role="association", since="2025-01-06"), "hospital")
    aya = enter("aya")
    page = put(aya, others([20, 40, 60, 80, 100]))
    assert ("40 to 80 %" in page, "What this hospital hands on" in page) == (True, False)
    assert 'href="/peers"' in aya.get("/help").text
    for elsewhere in ("/peers/own.json", "/units", "/figures", "/scorecard", "/unit/4-west"):
        assert aya.get(elsewhere).status_code == 404, elsewhere
    assert enter("nora").get("/peers").status_code == 404
