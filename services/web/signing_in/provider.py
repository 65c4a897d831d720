"""The hospital's own sign-in over OpenID Connect: the code flow with PKCE, a state and a nonce for each tab.

Where its addresses are is read from the issuer's own description. An answer counts when its state is one this browser was
sent away with, and its token is signed by the issuer, for us, with that nonce.
"""

import logging
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client import OAuth
from authlib.integrations.requests_client import OAuth2Session
from flask import Flask, request, session
from joserfc.errors import JoseError
from msgspec import Struct
from requests import RequestException

from services.web.front import Sso
from services.web.owned import Owned

CALLBACK = "/oidc/callback"
DISCOVERY = "/.well-known/openid-configuration"
SIGNED_WITH = ("RS256", "PS256", "ES256", "RS384", "PS384", "ES384", "RS512", "PS512")
"""Never "none", and nothing whose key we share."""
SECONDS = 10

log = logging.getLogger(__name__)


class Unproved(Exception):
    """What came back shows nobody's identity; the message is a sentence."""


class Arrived(Struct, frozen=True):
    """Somebody comes back: who they are there, their verified address, and what this tab had set out for."""

    subject: str
    mail: str | None
    back: str
    linking: bool


class Provider:
    """One hospital's. `address` is where people find Heard; `by_mail` whether a verified address there links a person here."""

    def __init__(self, app: Flask, sso: Sso, address: str) -> None:
        self.issuer = sso.issuer
        self.by_mail = sso.by_mail
        self._callback = address.rstrip("/") + CALLBACK
        self._client = OAuth(app).register(
            "hospital",
            client_id=sso.client,
            client_secret=sso.secret,
            server_metadata_url=sso.issuer.rstrip("/") + DISCOVERY,
            client_kwargs={"scope": "openid email", "code_challenge_method": "S256", "default_timeout": SECONDS},
        )
        self._client.client_cls = _straight

    def leave(self, back: str, *, linking: bool) -> str:
        """Where the browser goes to sign in. Unproved when the provider cannot be reached."""
        try:
            self._described()
            way = self._client.create_authorization_url(self._callback)
        except (RequestException, ValueError, RuntimeError) as error:
            raise self._away(error) from error
        self._client.save_authorize_data(redirect_uri=self._callback, back=back, linking=linking, **way)
        return str(way["url"])

    def meant(self) -> str | None:
        """Where this tab had set out for; None when this browser never left with that state, or has come back with it."""
        state = self._client.framework.get_state_data(session, request.args.get("state", ""))
        return str(state["back"]) if state else None

    def arrive(self) -> Arrived:
        """Who came back with this request. Unproved for everything that is not wholly in order."""
        state = self._client.framework.get_state_data(session, request.args.get("state", ""))
        if state is None or request.args.get("iss", self.issuer) != self.issuer:
            raise Unproved("This way in is used up or not from here. Begin once more.")
        try:
            self._described()
            claims = self._client.authorize_access_token()["userinfo"]
        except (AuthlibBaseError, JoseError, RequestException, RuntimeError, ValueError, KeyError) as error:
            raise self._away(error) from error
        mail = claims.get("email") if claims.get("email_verified") is True else None
        return Arrived(str(claims["sub"]), mail, str(state["back"]), bool(state["linking"]))

    def gone(self) -> str | None:
        """Where somebody signs out of the hospital's sign-in too."""
        try:
            found = self._described().get("end_session_endpoint")
        except (RequestException, ValueError, RuntimeError):
            return None
        return str(found) if found else None

    def _described(self) -> dict[str, Any]:
        """The provider's own description, once it says it is whom we mean."""
        found: dict[str, Any] = self._client.load_server_metadata()
        if found.get("issuer") != self.issuer:
            raise RuntimeError(f"{self.issuer} calls itself {found.get('issuer')}")
        offered = found.get("id_token_signing_alg_values_supported", SIGNED_WITH)
        found["id_token_signing_alg_values_supported"] = [one for one in offered if one in SIGNED_WITH]
        return found

    def _away(self, error: Exception) -> Unproved:
        log.warning("hospital sign-in: %s: %s", type(error).__name__, error)
        return Unproved("The hospital’s sign-in did not say who you are. Try once more, or sign in with your password.")


def _straight(*args: Any, **more: Any) -> OAuth2Session:
    """Goes where it was told to and no further."""
    line = OAuth2Session(*args, **more)
    line.max_redirects = 0
    return line


PROVIDER: Owned[Provider | None] = Owned("provider")
"""None where the hospital has none."""
