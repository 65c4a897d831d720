"""What passes through the hatch, and where it is: JSON over a socket in the hospital's directory."""

import msgspec
from msgspec import Struct

from services.errands.errand import Answer, Errand

SOCKET = "heard.sock"


class Line(Struct, frozen=True, tag="line"):
    """Something said while the errand is under way."""

    text: str


class Over(Struct, frozen=True, tag="over"):
    """The errand is done, or is not going to be."""

    answer: Answer


encode = msgspec.json.encode
errand_of = msgspec.json.Decoder(Errand).decode
reply_of = msgspec.json.Decoder(Line | Over).decode
