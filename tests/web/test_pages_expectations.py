"""What is expected of each other, on the pages; and where help is found."""

from tests.web.conftest import Enter

PAGE = "/expectations?unit=4-west"


def test_an_expectation_is_said_shown_to_the_unit_and_answered_for(enter: Enter) -> None:
    marco, lena = enter("marco"), enter("lena")
    form = f"/attest/expectation?unit=4-west&next={PAGE}"
    assert form.replace("&", "&amp;") in marco.get(PAGE).text
    assert marco.send(form, words="Leaders answer in <b>ten</b> days", more="Promises kept").location == PAGE
    page = marco.get(PAGE).text
    assert "Leaders answer in &lt;b&gt;ten" in page
    assert "Not agreed by the unit yet" in page
    stream = page.split("/do/standard/show?to=")[1].split("&")[0]
    assert marco.send(f"/do/standard/show?to={stream}&next={PAGE}", to="unit-4-west").location == PAGE
    reply = f"/do/standard/take_reply?to={stream}&next={PAGE}"
    assert lena.send(reply, to="unit-4-west", says="endorsed").location == PAGE
    assert "The unit agreed" in marco.get(PAGE).text

    look = f"/attest/accountability?unit=4-west&of={stream}&next={PAGE}"
    assert look.replace("&", "&amp;") in marco.get(PAGE).text
    said = {"words": "Two came late", "more": "We ask at once", "mark_0": "promises", "owner": "role-cno"}
    assert marco.send(look, **said, day="2025-02-06").location == PAGE
    assert "Two came late" in enter("nora").get(PAGE).text
    assert "/attest/" not in enter("nora").get(PAGE).text
    assert "1 of 1" in enter("ines").get("/expectations").text


def test_help_says_what_helps_and_whom_to_ask(enter: Enter) -> None:
    ines = enter("ines")
    assert "Nobody is named yet" in ines.get("/help").text
    said = {"words": "Our lifts: https://intranet.example/lifts <b>x</b>", "mark_0": "barriers"}
    assert ines.send("/attest/resource?next=/help", **said).location == "/help"
    named = {"words": "Rounds; call 555 0111", "owner": "role-quality-director"}
    assert ines.send("/attest/contact?next=/help", **named).location == "/help"
    page = enter("nora").get("/help").text
    assert 'href="https://intranet.example/lifts"' in page
    assert "&lt;b&gt;x" in page
    assert "Quality director" in page
    assert "/attest/" not in page
