"""What can be asked of an opening of who spoke."""

from typing import Annotated

from msgspec import Meta

from workflows.kernel.grammar import Command, Text
from workflows.kernel.words import VoiceId


class Ask(Command, frozen=True, kw_only=True):
    """Ask to learn who spoke, of a confidential voice; somebody in another role must agree."""

    VERB = "identity.ask"
    CREATES = ("identity",)

    voice: Annotated[VoiceId, Meta(title="Whose voice?", description="Its id, as its page shows it.")]
    reason: Annotated[Text, Meta(title="Why must it be known?", description="Whoever agrees reads this; kept sealed.")]


class Agree(Command, frozen=True, kw_only=True):
    """Agree that who spoke is shown to whoever asked, once."""

    VERB = "identity.agree"


class Decline(Command, frozen=True, kw_only=True):
    """Do not agree; nobody learns who spoke."""

    VERB = "identity.decline"


class Show(Command, frozen=True, kw_only=True):
    """Be shown, once, who spoke."""

    VERB = "identity.show"


class Correct(Command, frozen=True, kw_only=True):
    """Put the reason right; the old words stay, marked as corrected."""

    VERB = "identity.correct"
    REPEATABLE = True

    text: Annotated[Text, Meta(title="What should the reason say?", description="The whole text, as it should be.")]
