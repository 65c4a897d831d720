"""What can be asked of the privileged."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel.grammar import Command, Text, UnitSlug
from workflows.kernel.words import DesignableId

STREAM = "privilege"

Kind = Literal["concern", "suggestion", "idea", "question", "thanks", "good_catch"]


class Designate(Command, frozen=True, kw_only=True):
    """Set a voice, an issue or what is learned apart as privileged: its readers alone find it, also on past pages."""

    VERB = "privilege.designate"

    about: Annotated[
        DesignableId, Meta(title="What is set apart?", description="A voice, an issue with its voices, or a lesson.")
    ]
    reason: Annotated[Text, Meta(title="Why is it privileged?", description="For those who may read it; kept sealed.")]

    def stream(self) -> str:
        return STREAM


class DropOut(Command, frozen=True, kw_only=True):
    """Take something out of the privileged again; whoever could read it before can read it once more."""

    VERB = "privilege.drop_out"

    about: Annotated[DesignableId, Meta(title="What is taken out?", description="An issue takes its voices along.")]
    reason: Annotated[Text, Meta(title="Why is it taken out?", description="Kept sealed, beside why it was set apart.")]

    def stream(self) -> str:
        return STREAM


class AdoptDefault(Command, frozen=True, kw_only=True):
    """Set every voice of a kind apart as privileged from its first word."""

    VERB = "privilege.adopt_default"

    kind: Annotated[Kind, Meta(title="Which kind of voice?", description="Only what is raised from now on.")]
    unit: Annotated[UnitSlug | None, Meta(title="In which unit?", description="Open for the whole hospital.")] = None
    reason: Annotated[Text, Meta(title="Why is it privileged?", description="For those who may read it; kept sealed.")]

    def stream(self) -> str:
        return STREAM


class EndDefault(Command, frozen=True, kw_only=True):
    """Set such voices apart no longer; those that are stay so."""

    VERB = "privilege.end_default"

    kind: Annotated[Kind, Meta(title="Which kind of voice?", description="As it was set.")]
    unit: Annotated[UnitSlug | None, Meta(title="In which unit?", description="Open for the whole hospital.")] = None

    def stream(self) -> str:
        return STREAM


class Correct(Command, frozen=True, kw_only=True):
    """Put the reason of a designation right; the old words stay, marked as corrected."""

    VERB = "privilege.correct"
    REPEATABLE = True

    about: Annotated[DesignableId, Meta(title="Of what?", description="What is privileged.")]
    text: Annotated[Text, Meta(title="What should the reason say?", description="The whole text, as it should be.")]

    def stream(self) -> str:
        return STREAM
