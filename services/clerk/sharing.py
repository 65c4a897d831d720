"""What is part of a page or a file made to be handed on: by the rights of today, and less than whoever makes it reads."""

from projections.answers import RESTRICTED
from services.clerk.access import Actor
from services.clerk.rights import Rights
from services.reader.views import Views
from workflows.kernel.grammar import Fact
from workflows.kernel.ids import noun_of

KEPT_APART = frozenset({"hold", "identity", "subject", "trail"})
"""What privacy and counsel do with a record is on record, and no part of what a unit lived through."""


class Shared:
    """Of one actor. `behind` are the streams that are no part of it: what is not there for them, what is privileged, and voices
    that are matters of respect, whoever asks, on the days before anybody found them to be that, too."""

    def __init__(self, rights: Rights, views: Views, actor: Actor) -> None:
        with views.look() as look:
            restricted = {one.stream for one in look.voices(RESTRICTED)}
        self.behind = rights.shared_without(actor) | restricted
        self._rights = rights
        self._actor = actor

    def shows(self, fact: Fact) -> bool:
        """Whether a page that is handed on shows it."""
        hidden = fact.stream in self.behind or not self.behind.isdisjoint(fact.head.speaks_of)
        return not hidden and noun_of(fact.stream) not in KEPT_APART and self._rights.sees(self._actor, fact.stream)

    def leaves(self, fact: Fact) -> bool:
        """Whether it may be in a file, which is read where no right is asked for: nothing that only some read here."""
        return self.shows(fact) and self._rights.kept_back(fact.stream) is None
