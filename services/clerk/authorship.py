"""As whom an act stands in the record: a voice, a person in a role, the holder of a link, the machine itself."""

from services.clerk.access import Access, Actor
from workflows.concern.commands import Raise
from workflows.kernel.grammar import By, Command
from workflows.kernel.roles import DEPUTY
from workflows.message.commands import ReadBack
from workflows.respect.commands import Report

SPEAKING = (Raise, Report)
"""The commands by which somebody speaks: who it was stays out of the facts, unless they want to be named."""
SPOKEN = frozenset(kind.CREATES[0] for kind in SPEAKING)
UNSIGNED = (ReadBack,)
"""What everybody says once: who did stands nowhere, so nobody can look up who did not."""


def author(access: Access, actor: Actor, command: Command, unit: str | None, own: bool) -> By:
    """As a voice where one speaks for oneself, else as the person with the role that allows it; the machine's own are
    always named as such. `own`: what it is done to is what they said themselves."""
    if actor.kind == "link":
        return By("link", actor.id, "holder")
    if actor.kind == "person" and _is_voice(access, command, own):
        return By("voice")
    return By(actor.kind, actor.id if actor.kind == "person" else None, _capacity(access, actor, command.VERB, unit))


def _is_voice(access: Access, command: Command, own: bool) -> bool:
    """Whether somebody does for their own voice what its speaker may: then no fact says who that is."""
    if isinstance(command, UNSIGNED):
        return True
    if isinstance(command, SPEAKING):
        return command.speaker != "named"
    return own and access.allows("speaker", command.VERB)


def _capacity(access: Access, actor: Actor, action: str, unit: str | None) -> str | None:
    """The role by which it is allowed, for the record; as a deputy only where one's own roles do not allow it."""
    roles = sorted(actor.here(unit), key=lambda role: (role.startswith(DEPUTY), role))
    return next((role for role in roles if access.allows(role, action)), None)
