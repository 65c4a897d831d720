"""Somebody at a public page of a served hospital, over a line of their own."""

import http.client
import re
from collections.abc import Callable, Mapping
from urllib.parse import urlencode, urlsplit

from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from services.web.public.flood import work

WORDS = "Nobody answers pages between two and five."


class Speaker:
    """One line, kept open. `told` goes with every request; `source` is the address it comes from."""

    def __init__(self, address: str, told: Mapping[str, str] | None = None, source: str = "127.0.0.1") -> None:
        where = urlsplit(address)
        self._told = dict(told or {})
        self._line = http.client.HTTPConnection(
            where.hostname or "", where.port, timeout=60, source_address=(source, 0)
        )

    def asks(self, path: str) -> tuple[int, str]:
        self._line.request("GET", path, headers=self._told)
        return self._answer()

    def sends(self, path: str, **typed: str) -> tuple[int, str]:
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        self._line.request("POST", path, urlencode(typed), self._told | kind)
        return self._answer()

    def sends_photo(
        self, path: str, photo: FileStorage, meanwhile: Callable[[], object], **typed: str
    ) -> tuple[int, str]:
        """The same with a photo; `meanwhile` is called when most of it has been sent."""
        boundary, body = encode_multipart(typed | {"photo": photo})
        self._line.putrequest("POST", path)
        kind = {"Content-Type": f"multipart/form-data; boundary={boundary}", "Content-Length": str(len(body))}
        for name, value in (self._told | kind).items():
            self._line.putheader(name, value)
        self._line.endheaders(body[:-1_000])
        meanwhile()
        self._line.send(body[-1_000:])
        return self._answer()

    def form(self, path: str = "/speak/4-west") -> dict[str, str]:
        """A form as it comes, with its work done."""
        page = self.asks(path)[1]
        found = hidden(page)
        return found | {"work": work(found["code"]), "kind": "concern", "unit": "4-west", "what": WORDS}

    def close(self) -> None:
        self._line.close()

    def _answer(self) -> tuple[int, str]:
        answer = self._line.getresponse()
        return answer.status, answer.read().decode()


def hidden(page: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))
