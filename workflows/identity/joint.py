"""How the opening of a name begins: its part of the rule `opening`."""

from workflows.identity.commands import Ask
from workflows.identity.events import Asked
from workflows.kernel.grammar import Act, refused
from workflows.kernel.moments import DAY
from workflows.kernel.noun import Decision

AGREE_WITHIN = 7 * DAY


def ask(command: Ask, speaker: str, act: Act) -> Decision:
    """Its part of the rule `opening`: only of a voice that is somebody's, and not everybody's to know."""
    match speaker:
        case "confidential":
            return (Asked(voice=command.voice, reason=command.reason, until=act.at + AGREE_WITHIN),)
        case "anonymous":
            return refused("identity.anonymous")
        case "named":
            return refused("identity.named")
        case _:
            return refused("identity.nobody_knows")
