"""The strands of the summer that are visits."""

from tests.web.alder import TODAY, Alder
from tests.web.strands import Strand
from workflows.decision import commands as decision
from workflows.promise import commands as promise
from workflows.rounds import commands as rounds


def rounds_held(here: Alder, told: dict[str, str]) -> Strand:
    yield "2025-05-02"
    told["held rounds"] = here.does(
        "lena", rounds.Schedule(unit="4-west", day="2025-05-09", partner=here.who["dana"], guide=here.who["lena"])
    )
    yield "2025-05-09"
    here.does(
        "lena", rounds.Hold(attendees=(here.who["dana"], here.who["marco"]), colour="executive"), told["held rounds"]
    )
    yield "2025-05-10"
    here.does(
        "lena",
        rounds.Summarise(
            summary="We walked from bed 1 to 14. The lift came up three times.",
            priorities=(told["lift"],),
            thanks="The night team, for the handover sheet.",
        ),
        told["held rounds"],
    )
    yield "2025-06-25"
    told["rounds"] = here.does(
        "lena", rounds.Schedule(unit="4-west", day=TODAY, partner=here.who["dana"], guide=here.who["lena"])
    )
    yield "2025-07-02"
    here.does("lena", rounds.Prepare(item="pack"), told["rounds"])


def visitors(here: Alder, told: dict[str, str]) -> Strand:
    """A rule for the nights that harms timeliness, weighed and decided; another one that waits."""
    yield "2025-06-12"
    what, dana = "One visitor at night instead of none?", here.who["dana"]
    asked = decision.Propose(unit="4-west", kind="policy", what=what, values=("care", "respect"), decider=dana)
    told["visitors"] = here.does("marco", asked)
    here.does(
        "marco", decision.Consult(who="unit-4-west", said="Better one calm person than ten calls."), told["visitors"]
    )
    said = {"safety": "trade_off", "patient_centeredness": "supports"}
    for aim in decision.AIMS:
        why = "The door is open longer." if aim == "safety" else "Nobody is alone." if aim in said else None
        rate = decision.Rate(aim=aim, effect=said.get(aim, "neutral"), why=why)  # type: ignore[arg-type] # an effect
        here.does("marco", rate, told["visitors"])
    wait, call = "Families of the second bed wait outside.", "The nurse calls them at ten."
    harm = decision.Rate(aim="timeliness", effect="harms", why=wait, mitigation=call, acceptor=dana)
    here.does("marco", harm, told["visitors"])
    yield "2025-06-16"
    here.does("dana", decision.AcceptHarm(aim="timeliness"), told["visitors"])
    reason = "Sleep heals, and so does a hand."
    here.does("dana", decision.Decide(outcome="approved", reason=reason, review_by="2025-07-20"), told["visitors"])
    here.does("dana", decision.Communicate(to="unit-4-west", how="huddle"), told["visitors"])
    yield "2025-06-29"
    evidence = decision.NoteEvidence(what="Two families went home before ten.", aim="equity")
    here.does("lena", evidence, told["visitors"])
    asked = decision.Propose(
        unit="4-west", kind="money", what="A second lift?", values=("care",), decider=dana, money=980_000
    )
    told["second lift"] = here.does("marco", asked)
    what = "Slings in all three sizes on the shelf."
    pledge = promise.Make(unit="4-west", holder=dana, to="unit-4-west", what=what, due="2025-07-01")
    told["slings promised"] = here.does("dana", pledge)
    moved = promise.Renegotiate(due="2025-07-14", reason="The vendor has two sizes only.")
    here.does("dana", moved, told["slings promised"])
    here.does(
        "marco", decision.Rate(aim="safety", effect="supports", why="Nobody is lifted by hand."), told["second lift"]
    )
