"""Who is asked next, and who is called, as questions."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from services.web.doing.offers import people
from services.web.layout import Choice, Field
from services.web.visit import Visit
from workflows.kernel.roles import as_holder

FEWEST, MOST = 3, 9
"""Steps of a ladder that a page asks for: at least, and at most."""
BARRIER = ("step", "Who is asked when a barrier stays overdue")
RESPECT = ("respect_step", "Which role is asked when a matter of respect stays overdue")


class Holders(Struct, frozen=True):
    """Whom one can choose: the roles of the hospital, and those with its people."""

    roles: tuple[Choice, ...]
    all: tuple[Choice, ...]


def holders(visit: Visit) -> Holders:
    held = (name for name, one in visit.house.access.roles.items() if one.held == "hospital")
    roles = tuple(Choice(as_holder(role), visit.names.role(role)) for role in held)
    return Holders(roles, (*roles, *people(visit)))


def ladder(which: tuple[str, str], choices: tuple[Choice, ...], steps: Sequence[str]) -> tuple[Field, ...]:
    """A question for each step there is, and for one more."""
    name, title = which
    shown = [*steps, *[""] * MOST][: min(MOST, max(FEWEST, len(steps) + 1))]
    known = {one.value for one in choices}
    return tuple(
        Field(
            f"{name}_{number}",
            f"{title}, step {number + 1}?",
            "" if not step or step in known else f"{step} stands there now.",
            "person",
            choices if not step or step in known else (*choices, Choice(step, step)),
            step,
        )
        for number, step in enumerate(shown)
    )


def chosen(which: tuple[str, str], typed: Mapping[str, str]) -> list[str]:
    """The steps that were chosen, each once."""
    steps = (typed.get(f"{which[0]}_{number}", "").strip() for number in range(MOST))
    return list(dict.fromkeys(one for one in steps if one))
