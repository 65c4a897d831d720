"""What counsel sets apart, on pages: found by its readers, gone for everybody else, and back when it is taken out."""

from tests.web.alder import Alder
from tests.web.conftest import Enter
from workflows.concern.commands import Raise

WHAT = "The pump ran twice as fast as it showed."


def _raised(hospital: Alder) -> str:
    return hospital.does("nora", Raise(unit="4-west", what=WHAT))


def test_an_item_is_set_apart_and_taken_out_on_pages(hospital: Alder, enter: Enter) -> None:
    voice = _raised(hospital)
    lena, ines, clara, nora = (enter(login) for login in ("lena", "ines", "clara", "nora"))
    assert WHAT in lena.get("/unit/4-west").text
    assert "Set apart as privileged" in ines.get(f"/voice/{voice}").text
    sent = ines.send(f"/do/privilege/designate?about={voice}&next=/privileged", reason="For the safety committee")
    assert sent.headers["Location"] == "/privileged"
    assert WHAT in clara.get("/privileged").text
    assert "For the safety committee" in clara.get("/privileged").text
    assert WHAT in clara.get(f"/voice/{voice}").text
    assert WHAT not in lena.get("/unit/4-west").text
    assert lena.get(f"/voice/{voice}").status_code == 404
    assert WHAT in nora.get("/answers").text
    clara.send(f"/do/privilege/drop_out?about={voice}&next=/privileged", reason="It was no work product")
    assert "It was no work product" in clara.get("/privileged").text
    assert WHAT in lena.get("/unit/4-west").text


def test_a_past_page_does_not_show_it_either(hospital: Alder, enter: Enter) -> None:
    voice = _raised(hospital)
    hospital.on("2025-02-03")
    enter("ines").send(f"/do/privilege/designate?about={voice}", reason="x")
    for query in ("?as_of=2025-01-10", "?on=2025-01-10"):
        assert WHAT not in enter("lena").get(f"/unit/4-west{query}").text
        assert WHAT in enter("ines").get(f"/unit/4-west{query}").text


def test_the_place_is_there_for_its_readers_alone(enter: Enter) -> None:
    assert [
        login
        for login in ("nora", "marco", "dana", "ruth", "pia")
        if enter(login).get("/privileged").status_code == 200
    ] == []
    assert 'href="/privileged"' in enter("clara").get("/privileged").text
