"""What became of what I said? One row per voice: owed, answered, delivered, and how it ended; silence is an end like others."""

from collections.abc import Mapping
from typing import Literal

from projections.lives import Projection, Row, Scene, Was, since
from workflows.concern.state import Answer, Delivered, End, Ended, Known, Owed, Voice, answer_of
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Day, Moment
from workflows.kernel.words import Brought

Shelf = Literal["owed", "answered", "delivered", "noted"] | End
"""`noted` is a thank-you, which nobody has to answer."""

SHELVES: tuple[Shelf, ...] = (
    "owed",
    "answered",
    "delivered",
    "heard",
    "disagreed",
    "no_reply",
    "cannot_be_reached",
    "withdrawn",
    "noted",
)
"""Side by side, in the order a voice passes them."""


ENDED: tuple[Shelf, ...] = ("heard", "disagreed", "no_reply", "cannot_be_reached", "withdrawn")
"""The five ends of a loop."""


def still_owed(counts: Mapping[Shelf, int]) -> int:
    """How many voices wait for their answer: one that is on its way has not come."""
    return counts["owed"] + counts["answered"]


RESTRICTED = "-"
"""What stands for the unit of a voice that is in no list of a unit's."""


class VoiceRow(Row, frozen=True, kw_only=True):
    """`voice` is what stays with it: what was said, by what kind of speaker, listed as which issue. `answer` is the one that
    counts now; while a final one is owed it is an answer so far. `due` is the day of the next step, `why` where the end is
    explained."""

    state: Shelf
    since: Moment
    voice: Voice
    answer: Answer | None = None
    due: Day | None = None
    how: Brought | None = None
    notices: int = 0
    why: Ref | None = None
    as_the_sheet_says: bool = False

    @property
    def unit(self) -> str:
        """ "" where it is about no unit, "-" where it is restricted and in no list of a unit's."""
        return RESTRICTED if self.voice.is_restricted else self.voice.unit or ""

    @property
    def shelf(self) -> Shelf:
        return self.state

    @property
    def title(self) -> Ref:
        return self.voice.what


def fold(was: Was, scene: Scene) -> Mapping[str, Row]:
    standing = scene.state
    return {"": _row(was, standing, scene)} if isinstance(standing, Known) else {}


def _row(was: Was, standing: Known, scene: Scene) -> VoiceRow:
    voice, answer = standing.voice, answer_of(standing)
    state = state_of(standing)
    began = since(was, state, scene)
    match standing:
        case Owed(due=due):
            return VoiceRow(state=state, since=began, voice=voice, answer=answer, due=due)
        case Delivered(due=due, how=how, notices=notices):
            return VoiceRow(state=state, since=began, voice=voice, answer=answer, due=due, how=how, notices=notices)
        case Ended(why=why, as_the_sheet_says=sheet):
            return VoiceRow(state=state, since=began, voice=voice, answer=answer, why=why, as_the_sheet_says=sheet)
        case _:
            return VoiceRow(state=state, since=began, voice=voice, answer=answer, due=standing.answer.due)


def state_of(standing: Known) -> Shelf:
    """How the loop of a voice stands."""
    match standing:
        case Owed(voice=voice):
            return "noted" if voice.kind == "thanks" else "owed"
        case Ended(how=how):
            return how
        case Delivered():
            return "delivered"
        case _:
            return "answered"


ANSWERS = Projection(
    name="answers", row=VoiceRow, fold=fold, nouns=frozenset({"concern"}), filters=(("unit", "shelf"),), followed=True
)
