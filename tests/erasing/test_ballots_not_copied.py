"""Two copies of who drew a card and of the ballots would say whose is whose; so no copy holds them."""

from pathlib import Path

from assessments.campaign.commands import Open
from services import carding
from services.erasing import copies
from tests.web.alder import alder


def test_no_copy_holds_ballots_or_who_drew_a_card(tmp_path: Path) -> None:
    here = alder(tmp_path / "alder-creek")
    with here.house:
        here.on("2025-07-03")
        for number in range(5):
            here.joins(f"late{number}", "4-west")
        asked = here.does("marco", Open(unit="4-west", mode="anonymous", closes="2025-07-10", least="5"))
        state = here.house.clerk.memory.get(asked).state
        carding.draw(here.house, asked, state, here.who["nora"], "0" * 32)
        made, _ = copies.make(here.house, tmp_path / "copies")
        there = {path.name for path in here.house.directory.glob("*.sqlite")}
        kept = {path.name for path in made.rglob("*.sqlite")}
    assert {"ballots.sqlite", "draws.sqlite"} <= there
    assert there - kept == {"ballots.sqlite", "draws.sqlite", "views.sqlite"}
