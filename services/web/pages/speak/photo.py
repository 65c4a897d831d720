"""The photo that may come with a voice, where the hospital takes any: read in memory, drawn anew, nothing else of it kept."""

from flask import request

from services import photos
from services.web.owned import the_house
from workflows.concern.commands import Raise
from workflows.kernel.grammar import Command

NAME = "photo"
CAP = photos.MOST_BYTES + 200_000
"""Bytes of a form with its photo; everything else in it is held to the words' own lengths."""


class NotTaken(Exception):
    """Why not: the end of its key in the catalogue."""


def is_taken() -> bool:
    return the_house().clerk.terms.now()[1].photos_on_public_pages


def cap() -> int:
    """How many bytes a form may have that brings a photo; 0 for one that cannot."""
    return CAP if request.mimetype == "multipart/form-data" and is_taken() else 0


def came() -> bool:
    """Whether a file was sent; what it is called is of no interest."""
    return bool(request.files.get(NAME))


def drawn(command: Command) -> bytes:
    """The picture that came beside what is asked; b"" where none did. NotTaken otherwise."""
    if not came():
        return b""
    if not is_taken():
        raise NotTaken("none")
    if not isinstance(command, Raise):
        raise NotTaken("respect")
    try:
        return photos.redrawn(request.files[NAME].read())
    except photos.NoPhoto as error:
        raise NotTaken(error.why) from error
