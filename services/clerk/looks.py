"""Who looked at what is restricted: on record before it is shown."""

from uuid import NAMESPACE_DNS, uuid5

from services.clerk.access import SURVEYOR, Actor
from services.clerk.asking import Asked, Circumstances
from services.clerk.clerk import Clerk
from services.clerk.rights import Rights
from workflows.kernel.grammar import By
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import MICRO
from workflows.trail import Disclose, Note, What

LOOKED_AGAIN = 5 * 60 * MICRO
"""µs within which a page loaded again is the same look."""

_RESTRICTED_LISTS: dict[str, What] = {"read.respect": "respect", "read.privileged": "privileged"}


class Looks:
    """One hospital's. Thread-safe."""

    def __init__(self, clerk: Clerk, rights: Rights) -> None:
        self._clerk = clerk
        self._rights = rights

    def looked(self, actor: Actor, action: str, stream: str | None) -> None:
        """Every page and every answer of the API that shows something to a reader says so here; what is restricted goes on
        record. What its own speaker reads does not."""
        compartment = self._rights.compartment(stream) if stream else "open"
        what = _RESTRICTED_LISTS.get(action) if compartment == "open" else compartment
        if what and not (stream and self._rights.is_own(actor, stream)):
            about = stream if stream and noun_of(stream) != "waiting" else None
            self.note(actor, Note(how="viewed", what=what, about=about))

    def opened(self, actor: Actor, what: What, about: str | None) -> None:
        """Each page that a surveyor opens, and each answer of the API, is on record before it is shown."""
        if SURVEYOR in actor.here(None):
            self.note(actor, Note(how="viewed", what=what, about=about))

    def note(self, actor: Actor, look: Note | Disclose) -> None:
        """Whatever restricted is shown, searched, exported or checked passes here first, so no look is lost; so does what
        leaves with somebody who may take it without saying why. One flush is little for what few people read seldom; the
        same look within five minutes is one entry. LedgerError where it cannot be put on record: then it is not shown."""
        window = self._clerk.now() // LOOKED_AGAIN
        key = uuid5(NAMESPACE_DNS, f"look|{actor.kind}|{actor.id}|{look}|{window}")
        capacity = next((role for role in sorted(actor.here(None)) if role != "member"), None)
        by = By(actor.kind, actor.id, capacity)
        circumstances = Circumstances(by=by, via="cli" if actor.kind == "operator" else "page")
        self._clerk.give(Asked(look, None, str(key), circumstances))
