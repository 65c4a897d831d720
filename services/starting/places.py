"""Roles and units as people write them."""

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct

from services.clerk.access import SURVEYOR, RoleTerms
from services.starting.plan import UnitPlan

Held = Literal["unit", "hospital"]


class Post(Struct, frozen=True):
    """A role somebody may be given, whether it is held in a unit or in the whole hospital, and what else people call it."""

    role: str
    title: str
    held: Held
    called: tuple[str, ...] = ()


class Places:
    """What a file of people may name: the roles of the table and the units there are (or are planned)."""

    def __init__(self, roles: Mapping[str, RoleTerms], units: Iterable[UnitPlan]) -> None:
        self.posts = [
            Post(role, terms.title, "unit" if terms.held == "unit" else "hospital", terms.called)
            for role, terms in roles.items()
            if terms.held in ("unit", "hospital") and role != SURVEYOR
        ]
        self.units = list(units)
        self._post_called = {
            _plain(called): post for post in self.posts for called in (*post.called, post.role, post.title)
        }
        self._unit_called = {_plain(called): unit for unit in self.units for called in (unit.name, unit.slug)}

    def post(self, called: str) -> Post | None:
        """`Team leader`, `team_leader`, `TEAM LEADER` and what else the table calls it are one role."""
        return self._post_called.get(_plain(called))

    def unit(self, called: str) -> UnitPlan | None:
        return self._unit_called.get(_plain(called))

    @property
    def roles_known(self) -> str:
        return "; ".join(post.title for post in self.posts)

    @property
    def units_known(self) -> str:
        return ", ".join(unit.name for unit in self.units) or "none yet"


def _plain(called: str) -> str:
    return " ".join(called.replace("_", " ").replace("-", " ").casefold().split())
