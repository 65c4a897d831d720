"""The provider while it runs, and somebody who signs in there."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urljoin

import requests

from services.web.front import Sso

CLIENT, SECRET = "heard", "a secret of the provider's own"
PASSWORD = "one sign-in for everything"  # noqa: S105 - of a test


class Running:
    """A provider at `issuer`, in a process of its own."""

    def __init__(self, issuer: str) -> None:
        self.issuer = issuer

    def sso(self, *, by_mail: bool = False) -> Sso:
        return Sso(self.issuer, CLIENT, SECRET, by_mail)


@contextmanager
def running(callback: str) -> Iterator[Running]:
    """Until the end of the block; people are sent back to `callback`."""
    command = [sys.executable, "-m", "tests.provider", str(free_port()), callback]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        try:
            yield Running(process.stdout.readline().strip())
        finally:
            process.terminate()


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


class Visitor:
    """Somebody's browser at the provider: signs in there once, and is sent back at once from then on."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._line = requests.Session()

    def goes(self, address: str) -> str:
        """Follows the way out until it leads back; gives the address it leads back to, which is not asked for."""
        issuer = "/".join(address.split("/")[:3])
        answer = self._line.get(address, allow_redirects=False, timeout=20)
        for _ in range(12):
            if answer.is_redirect:
                onward = urljoin(answer.url, answer.headers["Location"])
                if not onward.startswith(issuer):
                    return onward
                answer = self._line.get(onward, allow_redirects=False, timeout=20)
            else:
                answer = self._line.post(
                    answer.url, data=self._filled_in(answer.text), allow_redirects=False, timeout=20
                )
        raise AssertionError(f"the provider does not lead back: {answer.status_code} {answer.url} {answer.text[:2000]}")

    def _filled_in(self, page: str) -> dict[str, str]:
        hidden = dict(re.findall(r'<input[^>]*name="(csrf_token)"[^>]*value="([^"]*)"', page))
        return hidden | {"login": self.name, "password": PASSWORD, "answer": "accept"}
