"""On which rungs of a ladder nobody stands who may see what would climb to them."""

from collections.abc import Iterable

from msgspec.structs import replace

from services.clerk.posts import Posts
from services.people import Directory
from workflows.kernel.noun import Wish
from workflows.kernel.roles import as_holder
from workflows.kernel.terms import Terms
from workflows.respect.commands import Climb


class Rungs:
    """One hospital's. Whom an incident is about stands in no fact, so no policy can know which rung to leave out; a rung where
    nobody has the role is left out as well, and the two look alike to whoever reads the facts."""

    def __init__(self, posts: Posts, people: Directory) -> None:
        self._posts = posts
        self._people = people

    def fitted(self, wish: Wish, terms: Terms) -> Wish:
        """What the clock wishes for, with the rungs it cannot know of."""
        if not isinstance(wish.command, Climb) or wish.stream is None:
            return wish
        reached = self._reached(self._people.walled(wish.stream))
        past = tuple(one for one in terms.respect_ladder if one not in reached)
        return replace(wish, command=Climb(past=past))

    def _reached(self, walled: Iterable[str]) -> frozenset[str]:
        apart = frozenset(walled)
        return frozenset(
            as_holder(role) for person, role, unit in self._posts.held() if unit is None and person not in apart
        )
