"""Evidence taken home from a page: the file that the terminal writes, for whoever may read what is in it, and on record."""

import time
import zipfile

import pytest

from services.evidence.verify import Bundle, check
from tests.printing.reading import words_of
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from tests.web.test_pages_trace import settled
from workflows.trail import Noted

__all__ = ["settled"]


def made(person: Browser, where: str) -> str:
    """The page once the file is there."""
    deadline = time.monotonic() + 20
    while "Refresh" in (page := person.get(where)).headers:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return str(page.text)


@pytest.mark.parametrize(
    ("who", "asked"),
    [
        ("ines", ""),
        ("marco", "?unit=4-west"),
        ("ines", "?issue={issue}"),
        ("marco", "?record={voice}"),
        ("ines", "?from=2025-06-03"),
    ],
)
def test_what_is_taken_home_proves_itself(hospital: Alder, settled: str, enter: Enter, who: str, asked: str) -> None:
    person = enter(who)
    (voice,) = hospital.house.clerk.memory.get(settled).state.matter.voices
    began = person.send(f"/evidence{asked.format(issue=settled, voice=voice)}")
    assert began.status_code == 303
    assert "The file waits here for you alone" in made(person, began.location)
    file = hospital.house.directory.parent / "home.zip"
    with person.get(f"{began.location}/file") as sent:
        file.write_bytes(sent.data)
    counts, said = check(Bundle(file), hospital.house.proof.verifier, None)
    assert (counts.failed, counts.entries > 3) == ([], True), said
    if "issue" in asked or "record" in asked:
        with zipfile.ZipFile(file) as packed:
            assert "It was settled" in words_of(packed.read("packet.pdf"))
        assert counts.proofs == counts.entries
    assert len(taken(hospital)) == 1, "that it was taken is on record"
    assert [enter(other).get(f"{began.location}/file").status_code for other in ("nora", "kim")] == [404, 404]


def taken(hospital: Alder) -> list[Noted]:
    rows = hospital.house.ledger.rows(0, 10_000)
    events = (hospital.house.clerk.mapper.fact(row).event for row in rows if row[4] == Noted.NAME)
    return [one for one in events if isinstance(one, Noted) and (one.how, one.what) == ("exported", "ledger")]


def test_a_time_that_is_none_is_said_and_nothing_is_made(hospital: Alder, settled: str, enter: Enter) -> None:
    refused = enter("ines").send("/evidence", **{"from": "2025-06-30", "to": "2025-06-01"})
    assert (refused.status_code, "2025-06-01 comes before 2025-06-30" in refused.text) == (422, True)
    assert taken(hospital) == []
    assert not list((hospital.house.directory / "evidence").glob("*"))


def test_whoever_reads_less_is_offered_less(settled: str, enter: Enter) -> None:
    assert [enter("marco").get(f"/evidence{of}").status_code for of in ("", "?unit=icu", "?unit=4-west")] == [
        404,
        404,
        200,
    ]
    assert enter("kim").get("/evidence?unit=4-west").status_code == 404
    assert enter("ines").get("/evidence?issue=issue-x").status_code == 404
    assert 'href="/evidence?unit=4-west"' in enter("ines").get("/evidence").text
    assert f'href="/evidence?issue={settled}"' in enter("ines").get(f"/trace/{settled}").text
