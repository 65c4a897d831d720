"""Whether a photo is added, and whether what was said is put right."""

from typing import get_args

from workflows.concern import commands as c
from workflows.concern import events as e
from workflows.concern.state import Known, answer_of
from workflows.kernel.correcting import corrected, unclear
from workflows.kernel.grammar import Act, refused
from workflows.kernel.noun import Decision
from workflows.kernel.words import Source

CHOICES = {"kind": get_args(c.Kind), "speaker": get_args(c.Speaker), "source": get_args(Source)}

MOST_PHOTOS = 5


def add_photo(command: c.AddPhoto, state: Known) -> Decision:
    if command.photo in {photo.id for photo in state.voice.photos}:
        return ()
    if len(state.voice.photos) >= MOST_PHOTOS:
        return refused("concern.enough_photos", count=MOST_PHOTOS)
    return (e.PhotoAdded(photo=command.photo, key=command.key, shows=command.shows),)


def correct(command: c.Correct, state: Known, act: Act) -> Decision:
    if refusal := unclear(command, CHOICES):
        return refusal
    if command.field == "speaker" and not _may_know(command, state, act):
        return refused("concern.only_the_speaker")
    if command.field is not None:
        if command.now == "thanks" and state.voice.issue is not None:
            return refused("concern.thanks_are_not_listed")
        was = str(getattr(state.voice, command.field))
        return () if was == command.now else (corrected(e.Corrected, command, was),)
    given = answer_of(state)
    if command.part == "answer" and given is None:
        return refused("concern.no_answer_yet")
    if command.part == "reason" and (given is None or given.reason is None):
        return refused("nothing_to_correct")
    return (corrected(e.Corrected, command),)


def _may_know(command: c.Correct, state: Known, act: Act) -> bool:
    """Who may know that it was them is for the one who spoke to say, and for nobody on their behalf; where nobody knows
    who that is, somebody may find out."""
    return act.of_the_voice or (state.voice.speaker == "unknown" and command.now != "named")
