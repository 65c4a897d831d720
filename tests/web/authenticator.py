"""The app on somebody's phone that shows codes."""

from base64 import b32decode

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from workflows.kernel.moments import MICRO, Moment


def code_shown(typed: str, moment: Moment) -> str:
    """The code at that moment, after the secret was typed into the app."""
    app = TOTP(b32decode(typed.replace(" ", "")), 6, SHA1(), 30)  # noqa: S303 - what the apps speak
    return app.generate(moment // MICRO).decode()
