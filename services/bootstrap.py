"""Reads the settings of the process, once, and opens hospitals. Nothing is wired at import.

A hospital's directory holds everything that does not regrow (ledger, vault, people, intake, attachments) and what does
(views). `hospital.json` in it says whose it is.
"""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
from environs import Env, EnvError
from msgspec import Struct

from projections.catalogue import PROJECTIONS
from services import clock
from services.erasing.destroying import replay
from services.house import House, Plate
from services.ledger import sqlite
from services.ledger.contract import Ledger
from services.ledger.lock import hold
from services.outbox import Mail
from services.proof.signer import DIRECTORY, WHAT_TO_DO, Contradicted, signed_size
from services.proof.stamps import Authority
from services.reader.sqlite import FILE as VIEWS
from services.reader.sqlite import open_writer
from services.reader.store import ViewStore
from services.web.front import NEAR, Front, Sso
from workflows.kernel.moments import Moment

PLATE = "hospital.json"
KEPT = ("people.sqlite", "intake.sqlite", "attachments.sqlite", "vault.sqlite")
"""What does not regrow, beside the ledger."""


class Settings(Struct, frozen=True):
    """From the environment: where hospitals live, the PostgreSQL that keeps their ledgers (None = SQLite files), and how
    they send mail (None = not at all)."""

    home: Path
    database: str | None
    host: str
    port: int
    mail: Mail | None
    front: Front
    checkpoint: Path | None = None
    """A file with heads of the ledger that somebody else keeps: it must continue them."""
    authorities: tuple[Authority, ...] = ()
    """Who stamps heads with the time."""


def settings() -> Settings:
    env = Env()
    return Settings(
        home=Path(env.str("HEARD_HOME", str(Path.home() / ".heard"))),
        database=env.str("HEARD_DATABASE", None),
        host=env.str("HEARD_HOST", "127.0.0.1"),
        port=env.int("HEARD_PORT", 8000),
        mail=_mail(env),
        front=_front(env),
        checkpoint=env.path("HEARD_CHECKPOINT", None),
        authorities=_authorities(env),
    )


def _authorities(env: Env) -> tuple[Authority, ...]:
    """As many of both settings, with commas between: a stamp that goes back to nobody proves nothing."""
    addresses, roots = (
        [one.strip() for one in env.str(name, "").split(",")] for name in ("HEARD_TSA", "HEARD_TSA_ROOT")
    )
    if len(addresses) != len(roots) or any(
        bool(one) != bool(other) for one, other in zip(addresses, roots, strict=True)
    ):
        raise EnvError(
            "Set HEARD_TSA and HEARD_TSA_ROOT, each authority's address and its root certificate, with commas between, or "
            "neither."
        )
    return tuple(Authority(address, _root(file)) for address, file in zip(addresses, roots, strict=True) if address)


def _root(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise EnvError(f"HEARD_TSA_ROOT, {file}, cannot be read ({error.strerror}).") from error


def _front(env: Env) -> Front:
    """How the hospital is reached, and the sign-in it has already."""
    address = env.str("HEARD_ADDRESS", None)
    return Front(address, env.str("HEARD_PROXY", None), _sso(env, address))


def _sso(env: Env, address: str | None) -> Sso | None:
    """None without an issuer. Its secret lies in a file, where lists of processes and crash reports do not show it."""
    issuer = env.str("HEARD_OIDC_ISSUER", "")
    if not issuer:
        return None
    client, file = env.str("HEARD_OIDC_CLIENT", ""), env.str("HEARD_OIDC_SECRET_FILE", "")
    if not (client and file and address):
        raise EnvError("HEARD_OIDC_ISSUER is set; set HEARD_OIDC_CLIENT, HEARD_OIDC_SECRET_FILE and HEARD_ADDRESS too.")
    where = urlsplit(issuer)
    if where.scheme != "https" and where.hostname not in NEAR:
        raise EnvError("HEARD_OIDC_ISSUER must begin with https://; without encryption anybody could answer for it.")
    try:
        secret = Path(file).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise EnvError(f"HEARD_OIDC_SECRET_FILE, {file}, cannot be read ({error.strerror}).") from error
    return Sso(issuer, client, secret, env.bool("HEARD_OIDC_BY_MAIL", False))


def _mail(env: Env) -> Mail | None:
    """All three settings or none: a page is no help to whoever cannot follow its link."""
    given = {name: env.str(name, "") for name in ("HEARD_SMTP", "HEARD_MAIL_FROM", "HEARD_ADDRESS")}
    if not given["HEARD_SMTP"]:
        return None
    if missing := [name for name, value in given.items() if not value]:
        raise EnvError(
            f"HEARD_SMTP is set; set {' and '.join(missing)} too, or mail could neither be sent nor followed."
        )
    return Mail(*given.values())


class NoHospital(Exception):
    """There is no hospital in that directory, or not the whole of it; the message says what to do."""


def found(directory: Path, plate: Plate) -> None:
    """Makes a hospital's directory, readable for its owner alone, and puts its plate up."""
    directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    written = directory / f".{PLATE}"
    written.write_bytes(msgspec.json.format(msgspec.json.encode(plate)))
    written.replace(directory / PLATE)


def plate_of(directory: Path) -> Plate:
    """NoHospital when there is none."""
    try:
        return msgspec.json.decode((directory / PLATE).read_bytes(), type=Plate)
    except FileNotFoundError as error:
        raise NoHospital(f"There is no hospital in {directory}. Run `heard start` to make one.") from error
    except (OSError, msgspec.MsgspecError) as error:
        raise NoHospital(
            f"The plate of the hospital, {directory / PLATE}, cannot be read ({error}); restore it."
        ) from error


def open_house(
    directory: Path, *, database: str | None = None, mail: Mail | None = None, now: Callable[[], Moment] = clock.now
) -> House:
    """The hospital in this directory, for the one process that writes its files; ledger and views beside them, or in
    `database` (an address of PostgreSQL) where the plate says so; without `mail` it sends none. BeingWritten when another
    process has it."""
    plate = plate_of(directory)
    database = database_for(plate, database)
    with ExitStack() as opening:
        ledger: Ledger
        views: ViewStore
        if database is None:
            _not_begun_anew(directory)
            ledger = sqlite.open_writer(directory, plate.slug, now())
            opening.callback(ledger.close)
            views = open_writer(directory / VIEWS, PROJECTIONS)
        else:
            from services.ledger import postgres  # noqa: PLC0415 - a tenth of a start, for those whose it is
            from services.reader.postgres import open_views  # noqa: PLC0415 - as above

            opening.callback(hold(directory).close)
            ledger = postgres.open_ledger(database, plate.slug, now())
            opening.callback(ledger.close)
            views = open_views(database, plate.slug, PROJECTIONS)
        opening.callback(views.close)
        if head := ledger.head()[0]:
            _whole(directory, KEPT)
        _not_cut_short(head, signed_size(directory / DIRECTORY))
        house = House(directory, plate, ledger, views, now, mail=mail)
        replay(house)
        house.ends_with(opening.pop_all().close)
    return house


def _not_begun_anew(directory: Path) -> None:
    """The ledger is the first file a hospital has: where it is gone and another is there, it was lost."""
    if any((directory / name).exists() for name in KEPT):
        _whole(directory, (sqlite.FILE,))


def _not_cut_short(head: int, signed: int) -> None:
    """Whoever wrote on from there would begin another history. `serving` compares the facts themselves."""
    if signed > head:
        said = f"The ledger has {head:,} facts, and had {signed:,} when a head of it was signed: it was restored from an older"
        raise Contradicted(f"{said} copy, or lost its end. {WHAT_TO_DO}")


def _whole(directory: Path, names: Iterable[str]) -> None:
    """A file that does not regrow is never made anew beside facts that need it: keys, people and what waits would be gone,
    and whoever comes first could begin as anybody."""
    for name in names:
        if lost(directory / name):
            raise NoHospital(
                f"{directory / name} is missing. Restore it from a backup before anything else is done here."
            )


def lost(path: Path) -> bool:
    """Whether nothing is left of a file."""
    return not path.exists() or path.stat().st_size == 0


def database_for(plate: Plate, database: str | None) -> str | None:
    """Where the hospital's ledger lies: None for its own file. Where it was begun it stays; a ledger that is not found is
    never begun anew elsewhere."""
    if plate.shared and database is None:
        raise NoHospital(f"The ledger of {plate.name} lies in PostgreSQL. Set HEARD_DATABASE to its address.")
    return database if plate.shared else None
