"""Photos of a voice: drawn anew so that nothing but the picture is kept, sealed under keys of their own, opened at the door.

Each is kept by the intake until the fact that names it is in the ledger: then it lies among the attachments. Only who reads the
voice sees it. May import the house and what lies below it.
"""

import io
import warnings
from collections.abc import Callable
from hashlib import sha256
from threading import BoundedSemaphore
from typing import Literal

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from PIL import Image, ImageOps, UnidentifiedImageError

from services import dice
from services.clerk.access import Actor
from services.clerk.asking import Told
from services.clerk.reception import Call
from services.house import House
from services.intake import said
from workflows.concern.commands import AddPhoto
from workflows.concern.state import Photo
from workflows.kernel.grammar import Refused

TAKEN = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 10_000_000
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 2_000
DRAWN_AT_ONCE = 2
PATIENCE = 5.0
"""Seconds somebody waits for their turn to have a picture drawn."""
_NONCE = 12
_turns = BoundedSemaphore(DRAWN_AT_ONCE)

Why = Literal["large", "pixels", "unreadable", "damaged", "busy"]
Ask = Callable[[AddPhoto], Told | Refused]


class NoPhoto(Exception):
    """What was sent is no photo that can be taken, or cannot be drawn now."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why: Why = why


def redrawn(sent: bytes) -> bytes:
    """The picture as a JPEG of at most `LONGEST_SIDE` px, upright, without a word of where, when or by what it was taken."""
    if len(sent) > MOST_BYTES:
        raise NoPhoto("large")
    if not _turns.acquire(timeout=PATIENCE):  # pictures of many pixels, drawn many at once, would fill the memory
        raise NoPhoto("busy")
    try:
        return _bare(_read(sent))
    finally:
        _turns.release()


def _read(sent: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(sent), formats=TAKEN) as picture:
                _small_enough(picture)
                return ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning, OSError) as error:
        raise NoPhoto("unreadable") from error
    except (ValueError, SyntaxError, EOFError) as error:  # what its decoders say of broken files
        raise NoPhoto("damaged") from error


def _small_enough(picture: Image.Image) -> None:
    """Asked of the header, before a pixel is drawn."""
    if picture.width * picture.height > MOST_PIXELS:
        raise NoPhoto("pixels")


def _bare(upright: Image.Image) -> bytes:
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    kept = io.BytesIO()
    bare.save(kept, "JPEG", quality=82, optimize=True)
    return kept.getvalue()


def attach(house: House, actor: Actor, voice: str, sent: bytes, *, shows: str | None, call: Call) -> Told | Refused:
    """NoPhoto where it is none."""
    return _keep(house, redrawn(sent), shows, lambda command: house.reception.ask(actor, command, call, voice))


def speak(house: House, voice: str, drawn: bytes, code: str) -> Told | Refused:
    """A redrawn photo from whoever has the voice's code and is not asked who they are. The same one sent again, after a lost
    reply, is one photo."""
    call = Call(id=f"{code}|{sha256(drawn).hexdigest()}", via="page")
    told = _keep(house, drawn, None, lambda command: house.reception.speak(said(command), call, voice))
    return Told(voice, 0, 0) if isinstance(told, Refused) and told.key == "command.reused" else told


def _keep(house: House, drawn: bytes, shows: str | None, ask: Ask) -> Told | Refused:
    """Sealed first, then on record: what is never recorded nobody can open."""
    key_id, key = house.vault.mint()
    nonce = dice.draw(_NONCE)
    photo = house.intake.photos.keep(nonce + AESGCM(key).encrypt(nonce, drawn, _place(house, key_id)))
    told = ask(AddPhoto(photo=photo, key=key_id, shows=shows))
    if isinstance(told, Refused):
        house.intake.photos.drop(photo)
    elif told.first:
        bring_in(house, photo)
    return told


def bring_in(house: House, photo: str) -> None:
    """What waited with its voice lies among the attachments from now on. Said again it does nothing."""
    if (sealed := house.intake.photos.find(photo)) is not None:
        house.attachments.put(sealed)
        house.intake.photos.drop(photo)


def opened(house: House, photo: Photo) -> bytes | None:
    """A JPEG; None where it was erased."""
    key, sealed = house.vault.key(photo.key), house.attachments.get(photo.id) or house.intake.photos.find(photo.id)
    if key is None or sealed is None:
        return None
    return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], _place(house, photo.key))


def _place(house: House, key_id: str) -> bytes:
    return f"{house.ledger.hospital}|{key_id}|photo".encode()
