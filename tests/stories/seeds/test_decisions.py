"""What an organisation decides serves its values and is weighed on six aims, each for itself."""

from tests.stories.over_http import OverHttp
from tests.stories.seeds import duty
from workflows.decision.commands import AIMS

PLACE = "Hospital · Decisions"


@duty("B13", PLACE)
def test_b13_every_decision_names_the_values_it_serves(story: OverHttp) -> None:
    """A decision to record names the organisation's own values it serves, and who was asked, before it is made and told."""
    marco, dana = story.somebody("marco"), story.somebody("dana")
    asked = {
        "unit": "4-west",
        "kind": "refusal",
        "what": "No second lift this year?",
        "decider": story.ward.who["dana"],
    }

    assert "which of our values" in marco.cannot("decision.propose", **asked)
    decision = marco.does("decision.propose", **asked, values=["care", "stewardship"])
    marco.does("decision.consult", decision, who="unit-4-west", said="We can share, if there is a list.")
    for aim in AIMS:
        marco.does("decision.rate", decision, aim=aim)
    dana.does("decision.decide", decision, outcome="modified", reason="One is shared; the list hangs by the door.")
    dana.does("decision.communicate", decision, to="unit-4-west", how="huddle")
    story.on("2025-04-01")
    dana.does("decision.review", decision, found="Nobody was lifted by hand.", verdict="confirmed")

    shown = story.ward.reads("lena", f"/decisions/{decision}")["decision"]
    assert (shown["values"], shown["state"]) == (["care", "stewardship"], "confirmed")
    assert [one["to"] for one in shown["told"]] == ["unit-4-west"]
    figures = story.ward.reads("ines", "/decisions")["figures"]
    assert (figures["rated"]["percent"], figures["reviewed"]["percent"]) == (100, 100)


@duty("B14", PLACE)
def test_b14_no_aim_makes_up_for_another(story: OverHttp) -> None:
    """Each of six aims, from safety to equity, is weighed for itself in every decision; a harm is accepted by name."""
    marco, dana = story.somebody("marco"), story.somebody("dana")
    asked = {"unit": "4-west", "kind": "policy", "values": ["care"], "decider": story.ward.who["dana"]}
    decision = marco.does("decision.propose", **asked, what="One visitor at night?")
    for aim in AIMS:
        marco.does("decision.rate", decision, aim=aim, effect="supports", why="It does.")

    harm = {"aim": "timeliness", "effect": "harms", "why": "Families wait outside."}
    assert "who accepts it by name" in marco.cannot("decision.rate", decision, **harm)
    named = {**harm, "mitigation": "The nurse calls them at ten."}
    assert "leads" in marco.cannot("decision.rate", decision, **named, acceptor=story.ward.who["nora"])
    marco.does("decision.rate", decision, **named, acceptor=story.ward.who["dana"])
    assert "not accepted yet" in dana.cannot("decision.decide", decision, outcome="approved", reason="Sleep heals.")
    dana.does("decision.accept_harm", decision, aim="timeliness")
    dana.does("decision.decide", decision, outcome="approved", reason="Sleep heals.")
    assert "stays" in marco.cannot("decision.rate", decision, aim="timeliness")

    flood = marco.does("decision.propose", **asked, what="Close the ramp now?")
    dana.does("decision.decide", flood, outcome="approved", reason="It is under water.", emergency=True)
    story.on("2025-01-10")
    late = story.ward.reads("ines", "/units/4-west/due")["owed"]
    assert [one["held"]["owes"] for one in late if one["held"]["stream"] == flood][:2] == ["rate", "tell"]
    figures = story.ward.reads("ines", "/decisions")["figures"]
    timeliness = figures["effects"][1]
    assert (timeliness["harms"], timeliness["supports"], timeliness["not_rated"]) == (1, 0, 1)
    assert figures["rated"] == {"part": 1, "whole": 2, "percent": 50}
