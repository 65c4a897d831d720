"""What was promised in the autumn: kept, moved and kept, broken and still owed; an ask refused with its reason."""

from collections.abc import Iterator

from services.sample.stage import Stage
from workflows.promise import commands as p

Days = Iterator[int]


def around_the_lift(stage: Stage) -> Days:
    """4 West, October: three promises of Dana and pharmacy, and a second lift that she says no to."""
    yield 283
    team, dana = "unit-4-west", stage.people["dana"]

    def promised(what: str, holder: str, days: int, **more: object) -> str:
        return stage.says(
            "tom",
            p.Make(unit="4-west", holder=holder, to=team, what=what, due=stage.after(days), **more),  # type: ignore[arg-type] # fields of a promise
        )

    sheet = promised("A booking sheet for the shared lift hangs by the door.", dana, 7)
    labels = promised("The two heparin strengths get labels of two colours.", stage.parties["pharmacy"], 14)
    phone = promised("A second phone for the house supervisor.", dana, 30)
    ask = promised("A second lift this year.", dana, 10, kind="ask", money=980_000)
    yield 288
    stage.says("dana", p.Keep(), sheet)
    reason = "The shared lift stands idle most of the day, and the money goes to the night pharmacist."
    stage.says("dana", p.Refuse(reason=reason, instead="Write down every turn that waits; I ask again in March."), ask)
    yield 295
    stage.says("tom", p.Renegotiate(due=stage.after(20), reason="The printer is on order."), labels)
    yield 312
    stage.says("tom", p.Keep(), labels)
    yield 330
    stage.says("dana", p.Renegotiate(due=stage.after(30), reason="The phone came without a contract."), phone)
