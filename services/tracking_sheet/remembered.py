"""Answers kept for texts that come again and again, as in the columns of a sheet."""

from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")

_MOST = 1 << 14
_LONGEST = 300


class Remembered(dict[str, Answer]):
    """`remembered[text]` is `ask(text)`, asked once while it is kept. Long texts are not kept; a full memory starts anew."""

    def __init__(self, ask: Callable[[str], Answer]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, text: str) -> Answer:
        answer = self._ask(text)
        if len(text) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[text] = answer
        return answer
