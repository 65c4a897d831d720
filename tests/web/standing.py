"""A hospital's pages on a port of their own, for browsers."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread

from flask import Flask
from playwright.sync_api import BrowserContext
from waitress.server import BaseWSGIServer, create_server

from services.serving.server import face
from services.web.signing_in import session
from tests.web.alder import Alder


class Standing:
    """A hospital that can be visited at `address`."""

    def __init__(self, here: Alder, app: Flask, port: int) -> None:
        self.here = here
        self.address = f"http://127.0.0.1:{port}"
        self._app = app

    def let_in(self, context: BrowserContext, login: str) -> None:
        """The browser is signed in as somebody, without the time a password takes."""
        token = self.here.house.sessions.begin(self.here.who[login], self.here.clock())
        serializer = session.Cookie().get_signing_serializer(self._app)
        assert serializer
        value = serializer.dumps({session.TOKEN: token})
        context.add_cookies([{"name": "heard", "value": str(value), "url": self.address, "httpOnly": True}])


def _run(server: BaseWSGIServer) -> None:
    """Until the end of the block closes what is being listened on, which the loop may notice in the middle of a look."""
    with suppress(OSError):
        server.run()


@contextmanager
def standing(here: Alder) -> Iterator[Standing]:
    """Served on a free port of this machine until the end of the block."""
    app = face(here.house)
    server = create_server(app, host="127.0.0.1", port=0, threads=8, clear_untrusted_proxy_headers=True)
    thread = Thread(target=_run, args=(server,), daemon=True)
    thread.start()
    try:
        yield Standing(here, app, server.effective_port)
    finally:
        server.close()
        for channel in [*server.active_channels.values()]:  # a browser keeps its connections for later
            channel.close()
        thread.join(5)
