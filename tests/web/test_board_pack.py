"""What the board is given to read: one paper of what the pages tell, under their rules of disclosure."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.errands.carrying import carry_out
from services.errands.errand import ExportPaper
from services.web.app import create_app
from services.web.signing_in import session
from tests.printing.reading import Read, read
from tests.web.alder import Alder, alder
from tests.web.assessed import assessed
from tests.web.partnered import WILLING
from tests.web.test_papers import stands_for
from tests.web.test_survey_export import asked
from workflows.concern import commands as c
from workflows.partnership import commands as p

FEW = {"safe-here": 4, "heard": 5}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Alder]:
    """Dana partners with 4 West. Two voices, one heard; twelve answered two sentences of a survey, nobody the third; leaders
    said how far they are."""
    made = alder(Path(tmp_path_factory.mktemp("board")) / "alder-creek")
    with made.house:
        made.on("2025-06-02")
        name = p.Nominate(unit="4-west", executive=made.who["dana"], rank="vice_president", clinician=False)
        partnership = made.does("marco", name)
        made.does("ines", p.Confirm(), partnership)
        made.does("dana", WILLING, partnership)
        voice = made.does("nora", c.Raise(unit="4-west", what="The lift is locked"))
        made.does("nora", c.Raise(unit="4-west", what="A fax nobody reads"))
        made.does("marco", c.Answer(answer="It is open", outcome="done"), voice)
        made.does("marco", c.Deliver(how="in_person"), voice)
        made.does("nora", c.SayHeard(), voice)
        asked(made, [*(FEW for _ in range(9)), *({"safe-here": 1, "heard": 4} for _ in range(3))])
        assessed(made)
        yield made


def taken(here: Alder, login: str) -> Read:
    client = create_app(here.house).test_client()
    with client.session_transaction() as kept:
        kept[session.TOKEN] = here.house.sessions.begin(here.who[login], here.clock())
    assert "/board-pack.pdf" in client.get("/upwards").text
    return read(client.get("/board-pack.pdf").data)


def test_one_paper_holds_what_the_board_is_to_know(here: Alder) -> None:
    found = taken(here, "ines")
    assert (found.title, found.tagged) == ("For the board, July 2025", True)
    assert "1 heard, 0 disagreed, 0 no reply, 0 cannot be reached, 0 withdrawn; 1 owed an answer." in found.text
    assert "Create psychological safety" in found.text
    assert "60 % by 31 Dec" in found.text, "a goal as it is aimed for now"
    assert "before: 80 % by 31 Jul: The flood took a month" in found.text
    assert "1 dissent" in found.text
    assert re.search(
        r"hear back Unit [^%]* 4 West 100 % – 1 of 1 voices with an answer half on the same day", found.text
    )
    assert "Without an executive partner now: ICU, Emergency." in found.text
    assert stands_for(found, here.house.proof.checkpoint()[0])


def test_what_surveys_say_stands_with_its_interval_and_what_is_hidden_is_explained(here: Alder) -> None:
    found = taken(here, "ines")
    assert "4 West: Today 12 answered" in found.text
    assert "75 % 47–91 % 12" in found.text
    assert "at least 9" in found.text, "all of a small group: a bound"
    assert "too few answered" in found.text
    assert "1 sentence not shown: fewer than" in found.text


def test_whoever_reads_figures_alone_gets_figures_alone(here: Alder) -> None:
    found = taken(here, "otis")
    assert "1 owed an answer" in found.text
    assert "Left out: whoever made this paper may not read what leaders say of the hospital." in found.text
    assert "12 answered" not in found.text
    assert "Fewer than ten reports" in found.text, "it is handed on, whoever makes it"


def told_in(paper: Read) -> str:
    """What it tells, without the head of the log it was told from: that it was taken is an entry, too."""
    assert "How loops ended" in paper.text
    return paper.text.split("How loops ended")[-1].split("The record behind this paper")[0]


def test_the_terminal_writes_the_same(here: Alder, tmp_path: Path) -> None:
    told = carry_out(here.house, ExportPaper(what="board_pack", to=str(tmp_path / "board.pdf")), lambda _: None)
    assert told.status == 0, told.said
    found, page = read((tmp_path / "board.pdf").read_bytes()), taken(here, "ines")
    assert told_in(found) == told_in(page)
    early = carry_out(
        here.house, ExportPaper(what="month", to=str(tmp_path / "m.pdf"), on="2199-01-01"), lambda _: None
    )
    assert (early.status, early.said) == (2, ("That day has not come yet.",))
