"""Foster trust: respect that is not up for debate, and abuse that is answered swiftly, whoever it is about."""

from tests.stories.over_http import OverHttp
from tests.stories.seeds import duty
from tests.stories.seeds.test_leading import comes


@duty("B11", "Hospital · Leading")
def test_b11_respect_is_a_standard_that_everybody_can_read(story: OverHttp) -> None:
    """What everybody can count on, whoever they are, is said by those who lead, shown, renewed, and each version kept."""
    ward, ruth = story.ward, story.somebody("ruth")
    words = "Nobody is shouted at. Every opinion is heard before it is weighed."
    assert "not yours" in story.somebody("marco").cannot("standard.attest", item="respect_standard", words=words)
    stream = ruth.does("standard.attest", item="respect_standard", words=words)
    ruth.does("standard.show", stream, to="unit-4-west")
    ruth.does("standard.take_reply", stream, to="unit-4-west", says="asked_for_more", words="And who says it to us?")
    anew = "Nobody is shouted at. Every opinion is heard before it is weighed. Anybody may report, to people outside the unit."
    ruth.does("standard.attest", item="respect_standard", words=anew)

    respect = ward.reads("ines", "/leading")["respect"]
    assert (respect["said"]["words"], respect["attested"]) == (anew, 2)
    before = ward.reads("ines", "/leading", as_of="2025-01-05")["respect"]
    assert before is None
    story.on("2025-12-20")
    assert [one["held"]["owes"] for one in ward.reads("ines", "/desks/role-ceo")["owed"]] == ["renew"]


@duty("B12", "Respect")
def test_b12_abusive_behavior_is_swiftly_addressed(story: OverHttp) -> None:
    """Abuse has a clock to its first response and a step that fits; whoever reported it learns that it was addressed."""
    comes(story, "otis", "professionalism_lead")
    ward, otis, nora = story.ward, story.somebody("otis"), story.somebody("nora")
    report = {"kind": "colleague", "unit": "4-west", "what": "He threw the chart at me.", "who": "An attending"}
    first = nora.does("respect.report", **report)
    assert [one["due"] for one in ward.reads("nora", "/reports")["reports"]] == ["2025-01-08"]
    for name in ("marco", "dana", "ines", "ruth"):
        assert ward.reads(name, "/incidents")["incidents"] == [], "those who deal with it, and nobody else"

    story.on("2025-01-07")
    otis.does("respect.acknowledge", first, answer="I have read it and talk with him this week.")
    assert "always referred" in otis.cannot("respect.weigh", first, tier="conversation", grave=True, why="A threat")
    otis.does("respect.weigh", first, tier="conversation", why="Nothing of the kind before")
    assert "conversation" in otis.cannot("respect.address", first, note="Done")
    otis.does("respect.converse", first, note="He had not seen who stood there.")
    otis.does("respect.address", first, note="He said so to her.")
    (heard,) = ward.reads("nora", "/reports")["reports"]
    assert (heard["stage"], heard["answer"]) == ("addressed", "I have read it and talk with him this week.")
    assert "He said so" not in ward.get("nora", "/reports").text

    otis.does("respect.recur", first, what="Again, with a pen")
    assert "firmer" in otis.cannot("respect.weigh", first, tier="conversation", why="Once more")
    otis.does("respect.weigh", first, tier="awareness", why="Twice in a month")
    second = nora.does("respect.report", **{**report, "what": "She rolled her eyes at report."})
    story.on("2025-01-14")
    otis.does("respect.acknowledge", second, answer="Late, and I am sorry.")

    figures = ward.reads("otis", "/incidents/figures")["figures"]
    assert (figures["reported"], figures["waiting"], figures["days"]) == (2, 0, 1)
    assert figures["in_time"] == {"part": 1, "whole": 2}
    assert figures["again"] == {"part": 1, "whole": 1}
    assert figures["tiers"] is None, "of so few it would say whose"
    assert ward.reads("ines", "/incidents/figures")["figures"]["reported"] == 0
