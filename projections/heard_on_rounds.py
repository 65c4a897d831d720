"""What was heard on which rounds? One row per voice and per issue that belongs to rounds: brought before them, or met there."""

from collections.abc import Mapping
from typing import Literal

from projections.lives import Projection, Row, Scene, Was
from workflows.concern import state as concern
from workflows.issue import state as issue
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Moment


class HeardRow(Row, frozen=True, kw_only=True):
    """`before`: it was brought up beforehand, to be spoken of there. `since` is when it was said, or listed."""

    noun: Literal["concern", "issue"]
    unit: str
    rounds: str
    before: bool
    since: Moment
    title: Ref


def fold(_: Was, scene: Scene) -> Mapping[str, Row]:
    match scene.state:
        case concern.Standing(voice=voice) if voice.rounds is not None:
            return {"": _voice(voice, voice.rounds)}
        case issue.Unlisted():
            return {}
        case issue.Standing(matter=matter) if matter.rounds is not None:
            return {"": _issue(matter, matter.rounds)}
        case _:
            return {}


def _voice(voice: concern.Voice, rounds: str) -> HeardRow:
    """In no unit's list where it is restricted."""
    return HeardRow(
        noun="concern",
        unit="-" if voice.is_restricted else voice.unit or "",
        rounds=rounds,
        before=voice.source == "between",
        since=voice.raised,
        title=voice.what,
    )


def _issue(matter: issue.Matter, rounds: str) -> HeardRow:
    return HeardRow(
        noun="issue", unit=matter.unit, rounds=rounds, before=False, since=matter.listed, title=matter.title
    )


HEARD_ON_ROUNDS = Projection(
    name="heard_on_rounds",
    row=HeardRow,
    fold=fold,
    nouns=frozenset({"concern", "issue"}),
    filters=(("unit",), ("rounds",)),
)
