"""Photos of a voice: drawn anew so that nothing but the picture is kept, sealed under keys of their own, opened at the door.

Only who reads the voice sees them; the public pages take none. May import the house and what lies below it.
"""

import io
import warnings

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from PIL import Image, ImageOps, UnidentifiedImageError

from services import dice
from services.clerk.access import Actor
from services.clerk.asking import Told
from services.clerk.reception import Call
from services.house import House
from workflows.concern.commands import AddPhoto
from workflows.concern.state import Photo
from workflows.kernel.grammar import Refused

TAKEN = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 10_000_000
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 2_000
_NONCE = 12


class NoPhoto(Exception):
    """What was sent is no photo that can be taken; the message says what to send."""


def redrawn(sent: bytes) -> bytes:
    """The picture as a JPEG of at most `LONGEST_SIDE` px, upright, without a word of where, when or by what it was taken."""
    if len(sent) > MOST_BYTES:
        raise NoPhoto("This file is too large. Send a photo of at most 10 MB.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(sent), formats=TAKEN) as picture:
                _small_enough(picture)
                upright = ImageOps.exif_transpose(picture).convert("RGB")
    except NoPhoto:
        raise
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning, OSError) as error:
        raise NoPhoto("This is no photo that can be read here. Send it as JPEG, PNG or WebP.") from error
    except (ValueError, SyntaxError, EOFError) as error:  # what its decoders say of broken files
        raise NoPhoto("This photo is damaged. Take it again, or send another.") from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    kept = io.BytesIO()
    bare.save(kept, "JPEG", quality=82, optimize=True)
    return kept.getvalue()


def _small_enough(picture: Image.Image) -> None:
    """Asked of the header, before a pixel is drawn."""
    if picture.width * picture.height > MOST_PIXELS:
        raise NoPhoto("This picture has too many pixels. Send it smaller.")


def attach(house: House, actor: Actor, voice: str, sent: bytes, *, shows: str | None, call: Call) -> Told | Refused:
    """NoPhoto where it is none. Sealed first, then on record: what is never recorded nobody can open."""
    clear = redrawn(sent)
    key_id, key = house.vault.mint()
    nonce = dice.draw(_NONCE)
    photo = house.attachments.put(nonce + AESGCM(key).encrypt(nonce, clear, _place(house, voice)))
    told = house.reception.ask(actor, AddPhoto(photo=photo, key=key_id, shows=shows), call, voice)
    if isinstance(told, Refused):
        house.attachments.remove(photo)
    return told


def opened(house: House, voice: str, photo: Photo) -> bytes | None:
    """A JPEG; None where it was erased."""
    key, sealed = house.vault.key(photo.key), house.attachments.get(photo.id)
    if key is None or sealed is None:
        return None
    return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], _place(house, voice))


def _place(house: House, voice: str) -> bytes:
    return f"{house.ledger.hospital}|{voice}|photo".encode()
