"""What the application of one hospital owns, one of each, and how whatever serves a request finds it there."""

from collections.abc import Callable
from typing import Generic, TypeVar

from flask import Flask, current_app

from services.house import House
from services.web.front import Front

Kept = TypeVar("Kept")


class Owned(Generic[Kept]):
    """One of them: put there when the application is made, or made when it is first asked for."""

    def __init__(self, name: str, make: Callable[[], Kept] | None = None) -> None:
        self._name = name
        self._make = make

    def put(self, app: Flask, kept: Kept) -> None:
        app.extensions[self._name] = kept

    def here(self) -> Kept:
        """That of the application which serves this request."""
        if self._make is not None and self._name not in current_app.extensions:
            current_app.extensions.setdefault(self._name, self._make())
        kept: Kept = current_app.extensions[self._name]
        return kept


HOUSE: Owned[House] = Owned("house")
FRONT: Owned[Front] = Owned("front")


def the_house() -> House:
    """The hospital."""
    return HOUSE.here()
