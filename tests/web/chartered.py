"""A charter on 4 West as far as it is: some of it in place, a gap, one part set aside, a plan shown, a resistance expected."""

from tests.web.alder import Alder
from workflows.kernel.moments import day_after
from workflows.promise import commands as p
from workflows.standard import commands as c
from workflows.standard.commands import stream_of
from workflows.waiver import Grant

UNIT = "4-west"


def chartered(here: Alder, today: str) -> dict[str, str]:
    """Gives the streams by name."""
    lena, dana = here.who["lena"], here.who["dana"]
    here.does("marco", c.Attest(item="mission", unit=UNIT, words="Nobody is hurt by being lifted."))
    goal = c.Add(
        item="goal", unit=UNIT, words="All of us trained", more="Share", marks=("near",), day=day_after(today, 90)
    )
    goal_stream = here.does("marco", goal)
    here.does("marco", c.Attest(item="plan", unit=UNIT, words="A lift, a key, everybody trained."))
    b = c.Attest(item="plan_b", unit=UNIT, words="Share the lift next door.", more="Ours breaks.", owner=dana)
    here.does("marco", b)
    plan = stream_of("plan", UNIT)
    here.does("marco", c.Show(to=dana), plan)
    here.does("marco", c.TakeReply(to=dana, says="asked_for_more", words="What of nights?"), plan)
    due = day_after(today, 20)
    here.does("marco", c.NoteGap(item="process_conflict", unit=UNIT, owner=lena, due=due, why="Nights were not asked."))
    here.does("marco", Grant(rule="standard.material_space", unit=UNIT, reason="We have no room."))
    step = p.Make(
        kind="plan_step", unit=UNIT, holder=lena, to="unit-4-west", what="Train all", due=due, work="socio_adaptive"
    )
    resisted = c.Add(item="resistance", unit=UNIT, words="It takes longer.", more="Show it.", marks=("nurses",))
    ask = p.Make(kind="ask", unit=UNIT, holder=dana, to="unit-4-west", what="Slings", due=due, money=180_000)
    return {
        "goal": goal_stream,
        "plan": plan,
        "plan b": stream_of("plan_b", UNIT),
        "gap": stream_of("process_conflict", UNIT),
        "step": here.does("marco", step),
        "resisted": here.does("marco", resisted),
        "ask": here.does("marco", ask),
    }
