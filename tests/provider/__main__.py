"""Canaille with its people in memory: `python -m tests.provider PORT CALLBACK`. Says its address once it listens."""

import sys
from typing import Any

from canaille import create_app
from canaille.app import models
from canaille.backends.memory.backend import MemoryBackend
from joserfc.jwk import RSAKey
from waitress.server import create_server

from tests.provider.running import CLIENT, PASSWORD, SECRET

PEOPLE = (("nora", "nora@alder.example"), ("kim", "kim@alder.example"), ("stranger", "stranger@alder.example"))


class Memory(MemoryBackend):
    """Finds what has all the values asked for, as the provider's other stores do; its own finds what has any of them, and
    so takes one code for another."""

    __module__ = MemoryBackend.__module__  # beside which its models are looked for

    def do_query(self, model: Any, *args: Any, **wanted: Any) -> list[Any]:
        found = super().do_query(model, *args, **wanted)  # type: ignore[no-untyped-call] # the provider is untyped
        return [one for one in found if all(one.id in self._with(model, *asked) for asked in wanted.items())]

    def _with(self, model: Any, name: str, value: Any) -> set[str]:
        return {one.id for one in super().do_query(model, **{name: value})}  # type: ignore[no-untyped-call] # the provider is untyped


def main(port: int, callback: str) -> None:
    config = {
        "SECRET_KEY": "of the test's provider",
        "SERVER_NAME": f"localhost:{port}",
        "PREFERRED_URL_SCHEME": "http",
        "CANAILLE": {"DATABASE": "memory", "JAVASCRIPT": False, "HTMX": False},
        "CANAILLE_OIDC": {"ACTIVE_JWKS": [RSAKey.generate_key(2048).as_dict(private=True)]},
    }
    app = create_app(config, backend=Memory(config))
    with app.app_context():
        client = models.Client(
            client_id=CLIENT,
            client_secret=SECRET,
            client_name="Heard",
            redirect_uris=[callback],
            post_logout_redirect_uris=[callback.replace("/callback", "/gone")],
            grant_types=["authorization_code"],
            response_types=["code"],
            scope=["openid", "email", "profile"],
            token_endpoint_auth_method="client_secret_basic",  # noqa: S106 - how it is sent, not what
            client_uri="http://127.0.0.1",
        )
        app.backend.save(client)
        for name, mail in PEOPLE:
            person = models.User(user_name=name, family_name=name, emails=[mail], password=PASSWORD)
            app.backend.save(person)
    server = create_server(app, host="127.0.0.1", port=port)
    print(f"http://localhost:{port}", flush=True)
    server.run()


main(int(sys.argv[1]), sys.argv[2])
