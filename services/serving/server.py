"""Opens a hospital, catches up, listens, and stops in order."""

import gc
import signal
import socket
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Self

import waitress.server
from flask import Flask

from services import api
from services.errands.carrying import carry_out
from services.hatch import Hatch
from services.house import House
from services.proof.apart import Absent
from services.proof.stamps import Authority
from services.proof.who_signs import is_elsewhere
from services.reader.reader import Stopped
from services.serving import continuing
from services.serving.beat import Beat
from services.serving.signing import Apart
from services.web.app import ANYWHERE, create_app
from services.web.front import Front

PATIENCE = 30.0
"""Seconds that a signer elsewhere is given to answer, as after both machines were started anew."""
AGAIN = 0.5
UNTOLD = (
    "Until then nobody can tell this ledger from an older copy of it, so it is not served. Start the signer. If you know that "
    "nothing is lost, as when this ledger was never moved or restored, run `heard serve --unproved`."
)
THREADS = 16
LARGEST_BODY = 64 * 1024 * 1024
"""Bytes; an uploaded log is the largest thing anybody sends. Each route has its own, smaller limit."""
HELD_IN_MEMORY = 11_000_000
"""Bytes of a body that are put down in no temporary file: a photo with its form is not."""

WATCHED = 50_000
"""Facts between two lines about how far it is."""

Say = Callable[[str], None]


class CannotListen(OSError):
    """The address is taken, or is not this machine's."""


class Serving:
    """A hospital being served. A context manager: listens between enter and exit, `run` blocks until it is told to stop."""

    def __init__(
        self, house: House, host: str, port: int, front: Front = ANYWHERE, authorities: Sequence[Authority] = ()
    ) -> None:
        self.house = house
        self._authorities = authorities
        self._front = front
        self._host = host
        self._wanted = port
        self._open = ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as opening:
            listening = opening.enter_context(_listening(self._host, self._wanted))
            self.port = int(listening.getsockname()[1])
            opening.enter_context(Hatch(self.house.directory, partial(carry_out, self.house)))
            opening.enter_context(Beat(self.house, self._authorities))
            self._web = waitress.server.create_server(
                face(self.house, self._front),
                sockets=[listening],
                threads=THREADS,
                ident=None,
                max_request_body_size=LARGEST_BODY,
                inbuf_overflow=HELD_IN_MEMORY,
                **_behind(self._front.proxy),
            )
            self._open = opening.pop_all()
        settle()
        return self

    @property
    def address(self) -> str:
        host = "localhost" if self._host in ("0.0.0.0", "::") else self._host  # noqa: S104 - compared, not listened on
        return f"http://[{host}]:{self.port}" if ":" in host else f"http://{host}:{self.port}"

    def run(self) -> None:
        """Serves until the process is told to stop (SIGTERM, SIGINT); requests under way are finished."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _stop)
        self._web.run()

    def __exit__(self, *_: object) -> None:
        self._web.close()
        self._open.close()


def settle() -> None:
    """What is in memory now stays there: looking for garbage passes it by, so that nobody's page waits for it."""
    gc.collect()
    gc.freeze()


def _behind(proxy: str | None) -> dict[str, object]:
    """A proxy that is named says who asks and how they came; whatever others say about that is believed by nobody, and the
    first page is closed to who comes with it."""
    if proxy is None:
        return {"clear_untrusted_proxy_headers": False}
    said = {"x-forwarded-for", "x-forwarded-proto"}
    return {
        "trusted_proxy": proxy,
        "trusted_proxy_headers": said,
        "trusted_proxy_count": 1,
        "clear_untrusted_proxy_headers": False,
    }


def face(house: House, front: Front = ANYWHERE) -> Flask:
    """Pages and API in one application."""
    app = create_app(house, front)
    api.install(app, house)
    return app


def serve(
    serving: Serving,
    say: Say,
    welcome: Callable[[str], None],
    outside: Path | None = None,
    *,
    unproved: bool = False,
) -> None:
    """Catches up, listens and serves until told to stop. `welcome` is called with the address once it answers.
    `proof.signer.Contradicted` where the ledger does not continue every head that is known, `outside` those in a file;
    `proof.apart.Absent` where whoever signs elsewhere does not say what was signed, unless `unproved`."""
    with Apart(serving.house):
        _continues(serving.house, outside, say, unproved=unproved)
        catch_up(serving.house, say)
        with serving:
            welcome(serving.address)
            serving.run()
            say("Stopping: what is under way is finished first.")


def _continues(house: House, outside: Path | None, say: Say, *, unproved: bool) -> None:
    """Whoever signs elsewhere is the one to tell an older copy that was brought back from the ledger itself: while that is
    silent, somebody must say that nothing is lost. Where heads are kept here, the ledger was held against them already."""
    is_away = is_elsewhere(house.directory) and not unproved
    deadline = time.monotonic() + PATIENCE if is_away else 0.0
    while True:
        try:
            return continuing.hold(house, outside)
        except Absent as absent:
            if time.monotonic() < deadline:
                time.sleep(AGAIN)
                continue
            if outside is not None:
                raise
            if is_away:
                raise Absent(f"{absent} {UNTOLD}") from absent
            return say(str(absent))


def catch_up(house: House, say: Say) -> None:
    """The views as far as the ledger, in steps that can be watched. A reader that stops keeps nobody from being served: the
    pages say as of when they speak, the operator is told why."""
    try:
        _pull(house, say)
    except Stopped as stopped:
        say(str(stopped))


def _pull(house: House, say: Say) -> None:
    head = house.ledger.head()[0]
    at = house.reader.store.at
    if head - at > WATCHED:
        say(f"Catching up: {head - at:,} facts to read.")
    while at < head:
        at = house.reader.pull(min(at + WATCHED, head)).at
        if head > WATCHED:
            say(f"  {at:,} of {head:,}")


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except (OSError, OverflowError) as error:
        listening.close()
        raise CannotListen(
            f"Heard cannot listen on {host}, port {port} ({error}). Choose another with --port."
        ) from error
    return listening


def _stop(_: int, __: FrameType | None) -> None:
    raise SystemExit(0)
