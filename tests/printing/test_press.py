"""The press: words stay words, the same paper is the same bytes, anybody can hear it."""

import subprocess
import sys

import pytest

from services.printing.paper import Block, Figures, Foot, Heading, Listed, Paper, Picture, Table, Words
from services.printing.press import MOST, TooLong, pdf
from tests.printing.reading import read

HOSTILE = '#eval("1+1") #read("/etc/passwd") *bold* _it_ $x^2$ <label> @ref \\ // `raw` #import "@preview/x:0.1.0" ]#{panic()}'
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
FOOT = Foot(size=12345, root="cm9vdA==", scoring="scoring/1", note="heard/alder\n12345\ncm9vdA==", square=SQUARE)


def paper(*blocks: Block, title: str = "A month", foot: Foot | None = FOOT) -> Paper:
    return Paper(
        template="sheet",
        hospital="Alder Creek",
        title=title,
        printed="12 June 2025",
        moment=1_749_700_000,
        blocks=blocks,
        foot=foot,
    )


def test_words_of_people_are_never_read_as_markup() -> None:
    every = (
        Heading(HOSTILE),
        Words(HOSTILE, "quoted"),
        Listed(((HOSTILE, HOSTILE),)),
        Figures(((HOSTILE, HOSTILE),)),
        Table(HOSTILE, (HOSTILE, "b"), ((HOSTILE, HOSTILE),)),
        Picture(SQUARE, HOSTILE, HOSTILE),
    )
    found = read(pdf(paper(*every, title=HOSTILE)))
    assert found.title == HOSTILE
    assert found.text.replace(" ", "").count(HOSTILE.replace(" ", "")) == 12, "each as it was typed"


@pytest.mark.parametrize("template", ["sheet", "book"])
def test_the_same_paper_is_the_same_bytes_and_can_be_heard(template: str) -> None:
    made = Paper(
        template=template,  # type: ignore[arg-type] # one of both
        hospital="Alder Creek",
        title="A month",
        printed="12 June 2025",
        moment=1_749_700_000,
        blocks=(Heading("A part"), Words("Some words")),
        foot=FOOT,
    )
    content = pdf(made)
    assert content == pdf(made)
    found = read(content)
    assert (found.tagged, found.language, found.title) == (True, "en", "A month")
    assert found.made.startswith("D:20250612")
    assert "12,345 facts" in found.text, "how far the ledger had come"
    assert "Entry 12,345 · root cm9vdA== · counted by scoring/1" in found.text
    assert "Some words" in found.text


def test_letters_of_no_font_stop_no_paper() -> None:
    found = read(pdf(paper(Words("Không có, لا أحد, 没人, \x01, 😀: nobody"))))
    assert "Không có" in found.text
    assert "nobody" in found.text


def test_over_a_contradicted_ledger_a_paper_says_so() -> None:
    found = read(pdf(paper(Words("Some words"), foot=None)))
    assert "The ledger contradicts what was signed of it before." in found.text


def test_a_paper_of_hundreds_of_pages_is_refused() -> None:
    with pytest.raises(TooLong):
        pdf(paper(Words("long " * MOST)))


def test_nobody_who_prints_nothing_loads_the_press() -> None:
    asked = "import sys, services.web.app, services.cli.exporting; print('typst' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"
