"""Who holds which role: those who came into it on the same day stand in one row, since a unit has many of the same."""

from collections.abc import Iterable
from itertools import groupby

from services.web.visit import Visit
from services.wording import time_words
from workflows.kernel.roles import Held


def role_rows(visit: Visit, held: Iterable[Held]) -> list[tuple[str, str, str]]:
    """(role, names, since when) by role, the longest there first."""

    def place(one: Held) -> tuple[str, str]:
        return visit.names.role(one.role), one.since

    return [
        (role, ", ".join(sorted(visit.names.of(one.person) for one in same)), time_words.short(since, visit.today))
        for (role, since), same in groupby(sorted(held, key=place), place)
    ]
