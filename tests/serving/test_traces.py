"""What somebody leaves behind who speaks anonymously: nothing in any table, log, journal, backup or temporary file."""

import io
import shutil
import sqlite3
import struct
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import msgspec
import pytest
from werkzeug.datastructures import FileStorage

from services.bootstrap import open_house
from services.clerk.asking import Asked, Circumstances
from tests.cli.terminal import Server, Terminal
from tests.serving.speaker import Speaker
from tests.web.taken import noise
from workflows.hospital.commands import AdoptTerms
from workflows.kernel.grammar import By
from workflows.kernel.terms import Terms

PLANTED = {
    "User-Agent": "canary-browser/7.7",
    "Cookie": "heard=canary-cookie; __Host-heard=canary-cookie",
    "Referer": "https://canary-referrer.test/page",
    "X-Forwarded-For": "203.0.113.77",
    "X-Real-IP": "203.0.113.78",
    "Forwarded": "for=203.0.113.79",
    "Accept-Language": "en-x-canary",
}
SOURCE = "127.77.66.55"
MALFORMED = 'for"canary, 203.0.113.77'
SAID = "The canary sings in the linen room."
HIDDEN = ("canary", SOURCE, "203.0.113.7")


def _photo() -> FileStorage:
    return FileStorage(io.BytesIO(noise(b"a canary, 203.0.113.77")), "canary.jpg", content_type="image/jpeg")


def _put_down_by(process: int) -> list[str]:
    """Temporary files a process holds open, also those that have no name any more."""
    time.sleep(0.3)
    held = (str(one.readlink()) for one in Path(f"/proc/{process}/fd").iterdir() if one.is_symlink())
    return [one for one in held if "scratch" in one]


def _everything_somebody_does(server: Server) -> str:
    """Rightly and wrongly; gives the code."""
    address, put_down = server.address, list[str]()
    speaker = Speaker(address, PLANTED, SOURCE)
    form = speaker.form() | {"what": SAID, "idea": "A cage for the canary."}

    def look() -> None:
        put_down.extend(_put_down_by(server.process.pid))

    for _ in range(2):
        status, page = speaker.sends_photo("/speak/4-west", _photo(), look, **form)
        assert status == 200, page
    assert put_down == []
    speaker.sends("/speak/kept", code=form["code"], **{"pass": form["pass"]})
    assert speaker.sends("/heard", code=form["code"])[0] == 200
    assert speaker.sends("/heard/say", code=form["code"], does="reply", words="The canary is yellow.")[0] == 200
    for path, typed in (
        ("/speak/4-west", form | {"pass": "canary"}),
        ("/speak/canary-unit", form),
        ("/speak", {"what": "canary" * 20_000}),
        ("/heard", {"code": "canary"}),
        ("/heard/say", {"code": form["code"], "does": "canary"}),
        ("/speak/kept", {"code": "canary"}),
    ):
        assert speaker.sends(path, **typed)[0] in (403, 404, 409, 413, 422), path
    speaker.close()
    garbled = Speaker(address, PLANTED | {"X-Forwarded-For": MALFORMED}, SOURCE)
    assert garbled.asks("/speak")[0] in (200, 400)
    garbled.close()
    return form["code"]


def _written(*places: Path) -> Iterator[tuple[Path, bytes]]:
    for place in places:
        for path in sorted(place.rglob("*")):
            if path.is_file():
                yield path, path.read_bytes()


def _backup(home: Path, to: Path) -> None:
    """Every file as a backup of a running hospital takes it."""
    to.mkdir()
    for path in home.rglob("*.sqlite"):
        with closing(sqlite3.connect(path)) as one, closing(sqlite3.connect(to / path.name)) as other:
            one.backup(other)


def _moments_in(written: bytes, begun: int, ended: int) -> list[int]:
    """Where µs between the two stand, as SQLite stores whole numbers or as digits."""
    first = struct.pack(">q", begun)[:4]
    at, found = written.find(first), []
    while at >= 0:
        (value,) = struct.unpack(">q", written[at : at + 8].ljust(8, b"\0"))
        if begun <= value <= ended:
            found.append(value)
        at = written.find(first, at + 1)
    seconds = range(begun // 1_000_000, ended // 1_000_000 + 1)
    return found + [second for second in seconds if str(second).encode() in written]


@pytest.fixture(params=[{}, {"HEARD_PROXY": SOURCE}], ids=["alone", "behind a proxy"])
def traced(alder: Terminal, tmp_path: Path, request: pytest.FixtureRequest) -> Terminal:
    """The same hospital, whose temporary files lie where the test can see them; alone, and behind a proxy that names who
    asks."""
    (tmp_path / "scratch").mkdir()
    alder("tick")
    with open_house(alder.place) as house:
        document = house.attachments.put(msgspec.json.encode(Terms(photos_on_public_pages=True)))
        by = Circumstances(by=By("operator"), via="cli")
        house.clerk.give(Asked(AdoptTerms(digest=document), "hospital", str(uuid4()), by))
    scratch = str(tmp_path / "scratch")
    return Terminal(alder.home, TMPDIR=scratch, SQLITE_TMPDIR=scratch, **request.param)


def test_nothing_of_who_spoke_or_when_is_written_anywhere(traced: Terminal, tmp_path: Path) -> None:
    with traced.serving() as server:
        time.sleep(2.5)  # what the beat does at its start is done before anybody speaks
        begun = time.time_ns() // 1_000
        code = _everything_somebody_does(server)
        ended = time.time_ns() // 1_000
        _backup(traced.home, tmp_path / "backup")
        running = list(_written(traced.home, tmp_path / "scratch", tmp_path / "backup"))
    (tmp_path / "log").write_text("\n".join(server.said), encoding="utf-8")
    after = [*_written(traced.home, tmp_path / "scratch"), (tmp_path / "log", (tmp_path / "log").read_bytes())]
    spelled = "-".join(code[at : at + 5] for at in range(0, 20, 5))
    traces = [
        (path.name, word)
        for path, written in (*running, *after)
        for word in (*HIDDEN, SAID, code, spelled)
        if word.lower().encode() in written.lower()
    ]
    assert traces == []
    assert [(path.name, found) for path, written in running if (found := _moments_in(written, begun, ended))] == []


def test_the_search_for_traces_finds_what_is_there(tmp_path: Path) -> None:
    now = time.time_ns() // 1_000
    with closing(sqlite3.connect(tmp_path / "x.sqlite")) as file:
        file.execute("CREATE TABLE t (a INTEGER)")
        file.execute("INSERT INTO t VALUES (?)", (now,))
        file.commit()
    ((_, written),) = _written(tmp_path)
    assert _moments_in(written, now - 10, now + 10)
    assert _moments_in(f"at {now // 1_000_000}".encode(), now - 10, now + 10)


def test_what_enters_says_the_day_and_nothing_finer(traced: Terminal) -> None:
    with traced.serving() as server:
        _everything_somebody_does(server)
    shutil.rmtree(traced.home.parent / "scratch", ignore_errors=True)
    with open_house(traced.place) as house:
        waiting = house.intake.waiting()
        assert [len(one.day) for one in waiting] == [10, 10, 10], "the voice, its photo, its word"
        assert all(one.said.by.id is None for one in waiting)
