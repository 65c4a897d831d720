"""What whoever runs the machine finds on one page."""

import re

from flask import Flask

from services.web.front import Front
from services.web.owned import FRONT
from tests.web.conftest import Enter

UNSET = (
    "not set: any name is answered",
    "no proxy is named",
    "not sent",
    "a file (SQLite)",
    "none: nobody outside",
    "whoever asks",
)


def test_it_says_what_the_machine_is_set_to(enter: Enter) -> None:
    page = enter("ines").get("/setup/it").text
    assert [one for one in UNSET if one not in page] == []
    assert "https://heard.hospital.example/oidc/callback" in page, "an example, where there is no address"
    assert "heard signer serve alder-creek" in page
    assert not re.search(r"\{\w+\}", page), "nothing in a recipe is left to fill in"


def test_its_recipes_hold_the_hospitals_address(app: Flask, enter: Enter) -> None:
    FRONT.put(app, Front("https://voice.alder.example/", "10.0.0.7"))
    page = enter("ines").get("/setup/it").text
    assert "ended by 10.0.0.7" in page
    assert "server_name voice.alder.example;" in page
    assert "HEARD_ADDRESS=https://voice.alder.example " in page


def test_whoever_does_not_set_up_finds_none(enter: Enter) -> None:
    assert enter("marco").get("/setup/it").status_code == 404
