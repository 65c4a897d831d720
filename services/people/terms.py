"""What is settled about signing in: by the house (`config/sign_in.json`), or by a hospital in a file of the same shape beside
its own."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from msgspec import Struct

from services import documents
from workflows.kernel.moments import DAY, MICRO, Moment
from workflows.kernel.roles import stood_for

Device = Literal["shared", "own"]
"""Whether others use the machine too, as whoever signs in says."""


class Hashing(Struct, frozen=True):
    """Parameters of argon2id."""

    passes: int
    memory_kib: int
    lanes: int

    def __str__(self) -> str:
        return f"argon2id, {self.passes} passes over {self.memory_kib // 1024} MB, {self.lanes} lane(s)"


class Lasting(Struct, frozen=True):
    """How long a sign-in lasts: without a sign of life, and at all."""

    idle_minutes: int
    hours: int


class Limits(Struct, frozen=True):
    """The same in µs."""

    idle: Moment
    most: Moment


class SignInTerms(Struct, frozen=True):
    """The whole document."""

    hashing: Hashing
    second_factor: frozenset[str]
    devices: Mapping[Device, Lasting]
    roles: Mapping[str, Lasting]

    def asks_for_code(self, roles: Iterable[str]) -> bool:
        """Whether somebody with these roles, their own or those they stand in for, signs in with a second step. Where members
        do, everybody does: whoever was let in from outside, too."""
        return "member" in self.second_factor or any(stood_for(role) in self.second_factor for role in roles)

    def limits(self, device: Device, roles: Iterable[str] = ()) -> Limits:
        """Of a sign-in on that device by somebody with these roles: the shortest that any of them asks for."""
        held = map(stood_for, roles)
        asked = [self.devices[device], *(self.roles[role] for role in held if role in self.roles)]
        return Limits(
            idle=min(one.idle_minutes for one in asked) * 60 * MICRO,
            most=min(one.hours for one in asked) * DAY // 24,
        )


FILE = "sign_in.json"


def settled(directory: Path) -> SignInTerms:
    """What counts in the hospital whose directory this is. BadDocument where its file is none."""
    own = directory / FILE
    return documents.check(own.read_bytes(), "sign_in", SignInTerms) if own.is_file() else terms()


@cache
def terms() -> SignInTerms:
    return documents.read("sign_in", SignInTerms)
