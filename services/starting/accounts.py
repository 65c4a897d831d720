"""First sign-ins: one for everybody who has none, its password told once and kept nowhere."""

import secrets
from collections.abc import Callable, Iterable

from msgspec import Struct

from services.people import Accounts, Directory, Person
from services.starting.plan import slug_of
from workflows.kernel.ids import CROCKFORD


class Account(Struct, frozen=True):
    """A sign-in that was opened just now; `password` is known nowhere else."""

    name: str
    login: str
    password: str


def open_accounts(
    directory: Directory, accounts: Accounts, people: Iterable[Person], say: Callable[[str], None]
) -> list[Account]:
    """A sign-in for each who has none yet. Takes its time for each, so that guessing does too."""
    logins = directory.logins()
    taken = {login.casefold() for login in logins.values()}
    lacking = [person for person in people if person.id not in logins]
    opened = []
    for number, person in enumerate(lacking, start=1):
        login = _login(person, taken)
        taken.add(login.casefold())
        opened.append(renew(accounts, person, login))
        if number % 25 == 0:
            say(f"{number} of {len(lacking)} sign-ins opened")
    return opened


def renew(accounts: Accounts, person: Person, login: str) -> Account:
    """A new password for a person's sign-in, to be replaced by one of their own; the old one is worth nothing from now on."""
    password = "-".join("".join(secrets.choice(CROCKFORD) for _ in range(4)) for _ in range(4))
    accounts.open(person.id, login, password)
    return Account(person.name, login, password)


def _login(person: Person, taken: set[str]) -> str:
    """The mail address, else the name in small letters, with a number where somebody else has it."""
    wanted = person.mail or slug_of(person.name).replace("-", ".") or "person"
    candidates = (wanted, *(f"{wanted}{number}" for number in range(2, len(taken) + 3)))
    return next(login for login in candidates if login.casefold() not in taken)
