"""What counsel sets apart, on pages: found by its readers, gone for everybody else, and back when it is taken out."""

import re

from tests.web.alder import Alder
from tests.web.conftest import Enter
from workflows.concern.commands import Raise, Triage
from workflows.issue.commands import List
from workflows.learning.commands import Open, Reflect
from workflows.privilege.commands import AdoptDefault, Designate

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


def test_what_waits_and_is_privileged_is_on_record_when_it_is_listed(hospital: Alder, enter: Enter) -> None:
    hospital.does("clara", AdoptDefault(kind="concern", unit="4-west", reason="A pilot"))
    hospital.does("nora", Raise(unit="4-west", what=WHAT, speaker="anonymous"))
    assert looks_at_privileged(hospital) == 0
    assert WHAT not in enter("lena").get("/unit/4-west").text
    assert looks_at_privileged(hospital) == 0
    assert WHAT in enter("ines").get("/unit/4-west").text
    assert looks_at_privileged(hospital) == 1


def looks_at_privileged(hospital: Alder) -> int:
    trail = (hospital.house.clerk.memory.get(one).state for one in hospital.house.ledger.streams("trail"))
    return sum(entry.what == "privileged" for entry in trail)


def test_no_passage_is_offered_where_none_can_be_taken_out(hospital: Alder, enter: Enter) -> None:
    voice, ines = _raised(hospital), enter("ines")
    assert "Take a passage out" in ines.get(f"/voice/{voice}").text
    assert WHAT in ines.get(f"/privacy/redact/{voice}").text
    form = re.findall(r'href="(/privacy/redact/concern[^"]+what)"', ines.get(f"/privacy/redact/{voice}").text)
    hospital.does("ines", Designate(about=voice, reason="For the safety committee"))
    assert "Take a passage out" not in ines.get(f"/voice/{voice}").text
    page = ines.get(f"/privacy/redact/{voice}").text
    assert "A passage cannot be taken out of what is restricted." in page
    assert WHAT not in page
    assert "was erased" not in page
    assert ines.get(form[0]).status_code == 404
    assert ines.client.post(form[0]).status_code == 403


def test_counsel_finds_what_to_set_apart_without_a_word_of_it(hospital: Alder, enter: Enter) -> None:
    voice = _raised(hospital)
    hospital.does("marco", List(unit="4-west", title="The pump runs fast.", from_concern=voice))
    clara = enter("clara")
    assert "/privileged/find" in clara.get("/privileged").text
    for query in (f"record={voice}", "unit=4-west", "unit=4-west&kind=concern", "unit=4-west&day=2025-01-06"):
        page = clara.get(f"/privileged/find?{query}").text
        assert f"/privileged/find/{voice}" in page, query
        assert WHAT not in page
    for query in ("unit=icu", "unit=4-west&kind=idea", "unit=4-west&day=2025-01-05", "record=concern-0"):
        assert "Nothing of that kind" in clara.get(f"/privileged/find?{query}").text, query
    assert "Choose a unit, or give an id." in clara.get("/privileged/find?kind=idea").text
    assert "Give a day such as" in clara.get("/privileged/find?unit=icu&day=soon").text
    assert looks_of(hospital, "clara") == ["searched"]


def test_opening_one_is_on_record_and_then_it_is_set_apart(hospital: Alder, enter: Enter) -> None:
    voice = _raised(hospital)
    issue = hospital.does("marco", List(unit="4-west", title="The pump runs fast.", from_concern=voice))
    clara = enter("clara")
    page = clara.get(f"/privileged/find/{issue}").text
    assert "The pump runs fast." in page
    assert "The issue takes 1 voice along." in page
    assert looks_of(hospital, "clara") == ["viewed"]
    (form,) = re.findall(r'href="(/do/privilege/designate[^"]+)"', page)
    sent = clara.send(form.replace("&amp;", "&"), reason="For the safety committee")
    assert sent.headers["Location"] == "/privileged"
    assert WHAT not in enter("lena").get("/unit/4-west").text
    assert clara.get(f"/privileged/find/{issue}").status_code == 404, "it stands under Privileged"


def test_what_is_restricted_or_about_oneself_is_not_found_there(hospital: Alder, enter: Enter) -> None:
    voice = _raised(hospital)
    hospital.does("marco", Triage(route="respect"), voice)
    about = _raised(hospital)
    hospital.house.people.wall(about, hospital.who["clara"])
    clara = enter("clara")
    for one in (voice, about):
        assert one not in clara.get("/privileged/find?unit=4-west").text
        assert clara.get(f"/privileged/find/{one}").status_code == 404
        assert clara.send(f"/do/privilege/designate?about={one}", reason="x").status_code == 409
    assert enter("lena").get("/privileged/find").status_code == 404


def looks_of(hospital: Alder, login: str) -> list[str]:
    trail = (hospital.house.clerk.memory.get(one).state for one in hospital.house.ledger.streams("trail"))
    return [entry.how for entry in trail if entry.by == hospital.who[login] and entry.what == "voices"]


def test_what_is_learned_is_set_apart_and_taken_out(hospital: Alder, enter: Enter) -> None:
    door = hospital.does("marco", Open(unit="4-west", what=WHAT))
    ines, marco = enter("ines"), enter("marco")
    assert "Set apart as privileged" in ines.get(f"/learning/{door}").text
    assert f"/privileged/find/{door}" in ines.get("/privileged/find?unit=4-west&kind=learning").text
    assert WHAT in ines.get(f"/privileged/find/{door}").text
    ines.send(f"/do/privilege/designate?about={door}&next=/privileged", reason="For the safety committee")
    assert "What is learned" in enter("clara").get("/privileged").text
    assert WHAT not in marco.get("/unit/4-west/learning").text
    assert marco.get(f"/learning/{door}").status_code == 404
    ines.send(f"/do/privilege/drop_out?about={door}", reason="It was no work product")
    assert WHAT in marco.get("/unit/4-west/learning").text


def test_what_somebody_wrote_for_themselves_is_not(hospital: Alder, enter: Enter) -> None:
    own = hospital.does("dana", Reflect(words="I spoke first again"))
    ines = enter("ines")
    assert ines.get(f"/privileged/find/{own}").status_code == 404
    assert ines.send(f"/do/privilege/designate?about={own}", reason="x").status_code in (404, 409)
    assert own not in hospital.house.clerk.privileged()
