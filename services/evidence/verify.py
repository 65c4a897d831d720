"""Checks a bundle of evidence from Heard. Needs Python 3.9 or newer and nothing else; one file, to be read before it is run.

    python3 verify.py [BUNDLE] [--key NAME+HASH+KEY | --key FILE] [--checkpoint FILE] [--policy FILE] [--no-words]

BUNDLE is the zip, or the directory it was unpacked into; the directory of this file, if left out. `--key` is the hospital's
public key as you were given it, and `--checkpoint` one that you or a printed report kept; `--policy` names witnesses that you
trust, and how many of them must have cosigned the head (C2SP tlog-policy). Without these the bundle is only checked against
what it says of itself. `--no-words` leaves out whether the words shown are those that were sealed, some 1,000 a second. Ends
with 0 when everything holds, 1 when something does not, 2 when it cannot be read.

What holds then: every entry shown was in the log, in its place and unchanged, when the hospital signed its head; of a unit none
is left out, as its entries were counted in the log itself; every sealed text is the one its entry committed to, or its erasure
is itself on record; and every word shown, where its key is here, is what that sealed text opens to. What nobody can prove: that
what was entered was true, or what happened to the end of a log before anybody outside had a checkpoint of it.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import re
import sys
import zipfile
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, NamedTuple

# --- Ed25519 (RFC 8032, section 5.1), verification only -----------------------------------------------------------------------

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)

Point = tuple[int, int, int, int]
"""Extended coordinates."""


def _add(one: Point, other: Point) -> Point:
    a, b = (one[1] - one[0]) * (other[1] - other[0]) % P, (one[1] + one[0]) * (other[1] + other[0]) % P
    c, d = 2 * one[3] * other[3] * D % P, 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(scalar: int, point: Point) -> Point:
    found: Point = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            found = _add(found, point)
        point = _add(point, point)
        scalar >>= 1
    return found


def _same(one: Point, other: Point) -> bool:
    return (one[0] * other[2] - other[0] * one[2]) % P == 0 and (one[1] * other[2] - other[1] * one[2]) % P == 0


def _x(y: int, sign: int) -> int | None:
    if y >= P:
        return None
    squared = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if not squared:
        return None if sign else 0
    x = pow(squared, (P + 3) // 8, P)
    if (x * x - squared) % P:
        x = x * ROOT % P
    if (x * x - squared) % P:
        return None
    return P - x if x & 1 != sign else x


def _point(raw: bytes) -> Point | None:
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    x = _x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = _x(BASE_Y, 0) or 0
BASE: Point = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def is_signed(key: bytes, text: bytes, signature: bytes) -> bool:
    """Whether `signature` (64 bytes) under `text` is of `key` (32 bytes)."""
    if len(key) != 32 or len(signature) != 64:
        return False
    public, drawn, scalar = _point(key), _point(signature[:32]), int.from_bytes(signature[32:], "little")
    if public is None or drawn is None or scalar >= ORDER:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % ORDER
    return _same(_times(scalar, BASE), _add(drawn, _times(challenge, public)))


# --- AES-256-GCM (FIPS 197, NIST SP 800-38D), opening only --------------------------------------------------------------------


def _doubled(value: int) -> int:
    return value << 1 ^ (0x11B if value & 0x80 else 0)


def _s_box() -> list[int]:
    powers, logs, value = [0] * 255, [0] * 256, 1
    for number in range(255):
        powers[number], logs[value] = value, number
        value ^= _doubled(value)
    box = []
    for number in range(256):
        found = powers[-logs[number] % 255] if number else 0
        turned = found | found << 8
        box.append(0x63 ^ found ^ (turned >> 4 ^ turned >> 5 ^ turned >> 6 ^ turned >> 7) & 0xFF)
    return box


S_BOX = _s_box()
MIX = [_doubled(one) << 24 | one << 16 | one << 8 | _doubled(one) ^ one for one in S_BOX]
MIXES = [MIX, *([one >> by | one << 32 - by & 0xFFFFFFFF for one in MIX] for by in (8, 16, 24))]


def _turned_word(word: int) -> int:
    return S_BOX[word >> 24] << 24 | S_BOX[word >> 16 & 255] << 16 | S_BOX[word >> 8 & 255] << 8 | S_BOX[word & 255]


def _rounds(key: bytes) -> list[int]:
    """The 60 words of a key of 32 bytes."""
    words, constant = [int.from_bytes(key[at : at + 4], "big") for at in range(0, 32, 4)], 1
    for number in range(8, 60):
        last = words[-1]
        if number % 8 == 0:
            last = _turned_word((last << 8 | last >> 24) & 0xFFFFFFFF) ^ constant << 24
            constant = _doubled(constant)
        elif number % 8 == 4:
            last = _turned_word(last)
        words.append(words[-8] ^ last)
    return words


def _block(rounds: list[int], block: bytes) -> int:
    """One block of 16 bytes, encrypted."""
    one, two, three, four = MIXES
    a, b, c, d = (int.from_bytes(block[at : at + 4], "big") ^ rounds[at // 4] for at in range(0, 16, 4))
    for at in range(4, 56, 4):
        a, b, c, d = (
            one[a >> 24] ^ two[b >> 16 & 255] ^ three[c >> 8 & 255] ^ four[d & 255] ^ rounds[at],
            one[b >> 24] ^ two[c >> 16 & 255] ^ three[d >> 8 & 255] ^ four[a & 255] ^ rounds[at + 1],
            one[c >> 24] ^ two[d >> 16 & 255] ^ three[a >> 8 & 255] ^ four[b & 255] ^ rounds[at + 2],
            one[d >> 24] ^ two[a >> 16 & 255] ^ three[b >> 8 & 255] ^ four[c & 255] ^ rounds[at + 3],
        )
    found = 0
    for at, (w, x, y, z) in enumerate(((a, b, c, d), (b, c, d, a), (c, d, a, b), (d, a, b, c)), 56):
        word = S_BOX[w >> 24] << 24 | S_BOX[x >> 16 & 255] << 16 | S_BOX[y >> 8 & 255] << 8 | S_BOX[z & 255]
        found = found << 32 | word ^ rounds[at]
    return found


def _hashed(by: int, place: bytes, cipher: bytes) -> int:
    """GHASH under the hash key `by`."""
    found = 0
    padded = place + bytes(-len(place) % 16) + cipher + bytes(-len(cipher) % 16)
    padded += (8 * len(place)).to_bytes(8, "big") + (8 * len(cipher)).to_bytes(8, "big")
    powers = [by]
    for _ in range(127):
        powers.append(powers[-1] >> 1 ^ (0xE1 << 120 if powers[-1] & 1 else 0))
    for at in range(0, len(padded), 16):
        left, found = found ^ int.from_bytes(padded[at : at + 16], "big"), 0
        while left:
            high = left.bit_length()
            found ^= powers[128 - high]
            left ^= 1 << high - 1
    return found


def opens(key: bytes, sealed: bytes, place: bytes) -> bytes | None:
    """What `sealed` (nonce of 12 bytes, cipher, tag of 16) holds; None where that is not its key or not its place."""
    if len(key) != 32 or len(sealed) < 28:
        return None
    rounds, nonce, cipher, tag = _rounds(key), sealed[:12], sealed[12:-16], sealed[-16:]
    hashed = _hashed(_block(rounds, bytes(16)), place, cipher)
    if hashed ^ _block(rounds, nonce + (1).to_bytes(4, "big")) != int.from_bytes(tag, "big"):
        return None
    count = (len(cipher) + 15) // 16
    stream = b"".join(_block(rounds, nonce + (at + 2).to_bytes(4, "big")).to_bytes(16, "big") for at in range(count))
    return (int.from_bytes(cipher, "big") ^ int.from_bytes(stream[: len(cipher)], "big")).to_bytes(len(cipher), "big")


# --- What is in the bundle ----------------------------------------------------------------------------------------------------


class Unreadable(Exception):
    """The bundle is not what this program reads."""


class Bundle:
    """The files of a zip or of a directory."""

    def __init__(self, place: Path) -> None:
        self._zip = zipfile.ZipFile(place) if place.is_file() else None
        self._place = place

    def has(self, name: str) -> bool:
        return name in self._zip.namelist() if self._zip else (self._place / name).is_file()

    def lines(self, name: str) -> Iterator[bytes]:
        try:
            file = self._zip.open(name) if self._zip else (self._place / name).open("rb")
        except (KeyError, OSError):
            raise Unreadable(f"{name} is not in the bundle.") from None
        with file:
            for line in file:
                yield line.rstrip(b"\n")

    def text(self, name: str) -> str:
        return "".join(f"{line.decode()}\n" for line in self.lines(name))

    def under(self, folder: str) -> list[str]:
        """The names of the files in it."""
        if self._zip:
            return [name.rpartition("/")[2] for name in self._zip.namelist() if name.startswith(f"{folder}/")]
        return [file.name for file in sorted((self._place / folder).glob("*"))]

    def raw(self, name: str) -> bytes:
        try:
            return self._zip.read(name) if self._zip else (self._place / name).read_bytes()
        except (KeyError, OSError):
            return b""


def opened(note: str, key: str) -> tuple[str, int, bytes]:
    """(origin, size, root) of a checkpoint that `key` signed; Unreadable where it did not."""
    name, _, rest = key.strip().partition("+")
    claimed, _, written = rest.partition("+")
    raw = base64.b64decode(written)
    mine = hashlib.sha256(name.encode() + b"\n" + raw).digest()[:4]
    if raw[:1] != b"\x01" or mine.hex() != claimed:
        raise Unreadable("The key is not written as NAME+HASH+KEY.")
    text, _, signatures = note.rpartition("\n\n")
    text += "\n"
    for line in signatures.splitlines():
        who, _, signature = line[2:].partition(" ")
        proof = base64.b64decode(signature)
        if who == name and proof[:4] == mine and is_signed(raw[1:], text.encode(), proof[4:]):
            origin, size, root = text.splitlines()[:3]
            return origin, int(size), base64.b64decode(root)
    raise Failed(f"The checkpoint is not signed by {name}.")


def checkpoints_in(text: str) -> list[str]:
    """Every signed checkpoint in a text, whatever stands around it. Unreadable where there is none."""
    found = re.findall(r"[^\n]+\n[0-9]+\n[^\n]+\n\n(?:— [^\n]+\n)+", f"{text.rstrip()}\n")
    if not found:
        raise Unreadable("There is no checkpoint in what you kept.")
    return found


# --- JSON Schema (2020-12), as much of it as the bundle's own says ------------------------------------------------------------

KINDS: dict[str, Any] = {"object": dict, "array": list, "string": str, "integer": int, "null": type(None)}


def breaks(value: Any, schema: Any, at: str = "") -> str:
    """Where and how a value is not as the schema says; "" where it is."""
    kinds = schema.get("type")
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and (isinstance(value, bool) or not any(isinstance(value, KINDS[kind]) for kind in kinds)):
        return f"{at or 'it'} is no {' or '.join(kinds)}"
    if value not in schema.get("enum", [value]) or value != schema.get("const", value):
        return f"{at or 'it'} is none of those there are"
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        return f"{at or 'it'} is not written as it must be"
    if isinstance(value, int) and value < schema.get("minimum", value):
        return f"{at or 'it'} is too small"
    if isinstance(value, list):
        return next(filter(None, (breaks(one, schema.get("items", {}), at) for one in value)), "")
    if isinstance(value, dict):
        known = schema.get("properties", {})
        if lacking := [name for name in schema.get("required", ()) if name not in value]:
            return f"{lacking[0]} is missing"
        if strange := [name for name in value if name not in known and schema.get("additionalProperties") is False]:
            return f"{strange[0]} is not known"
        return next(filter(None, (breaks(one, known[name], name) for name, one in value.items() if name in known)), "")
    return ""


class Failed(Exception):
    """Something that the whole bundle rests on does not hold."""


# --- Witnesses (C2SP tlog-cosignature, tlog-policy) ---------------------------------------------------------------------------

START = datetime(1970, 1, 1, tzinfo=timezone.utc)  # noqa: UP017 - Python 3.9 has no other name for it
LATEST = 253_402_300_799
"""The last second of 9999."""


def cosigned_at(note: str, key: str) -> int | None:
    """When (POSIX) the witness of this key cosigned the note; None where it did not."""
    name, _, rest = key.partition("+")
    claimed, _, written = rest.partition("+")
    raw = base64.b64decode(written)
    mine = hashlib.sha256(name.encode() + b"\n" + raw).digest()[:4]
    if raw[:1] != b"\x04" or mine.hex() != claimed:
        raise Unreadable("A witness's key in the policy cannot be read.")
    text, _, signatures = note.rpartition("\n\n")
    for line in signatures.splitlines():
        who, _, signature = line[2:].partition(" ")
        proof = base64.b64decode(signature)
        seconds = int.from_bytes(proof[4:12], "big")
        said = f"cosignature/v1\ntime {seconds}\n{text}\n".encode()
        if who == name and proof[:4] == mine and is_signed(raw[1:], said, proof[12:]):
            return seconds
    return None


def witnessed(note: str, policy: str) -> tuple[bool, list[str]]:
    """Whether enough witnesses cosigned, and what each of them did."""
    met: dict[str, bool] = {"none": True}
    said: list[str] = []
    used: set[str] = set()
    quorum = None
    for line in policy.splitlines():
        word, *rest = line.split() or ["#"]
        if word == "witness":
            name, key = rest[:2]
            seconds = cosigned_at(note, key)
            met[name] = seconds is not None
            _once([key.rpartition("+")[2]], used)
            said.append(f"Witness {name} has not cosigned the head." if seconds is None else _told(name, seconds))
        elif word == "group":
            name, least, *members = rest
            _once(members, used)
            met[name] = sum(met[one] for one in members) >= ({"all": len(members), "any": 1}.get(least) or int(least))
        elif word == "quorum":
            quorum = met[rest[0]]
        elif not word.startswith("#") and word != "log":
            raise Unreadable("The policy cannot be read.")
    if quorum is None:
        raise Unreadable("The policy has no quorum.")
    return quorum, said


def _once(names: list[str], used: set[str]) -> None:
    """Nobody counts twice."""
    for name in names:
        if name in used:
            raise Unreadable("The policy counts a witness twice.")
        used.add(name)


def _told(name: str, seconds: int) -> str:
    at = START + timedelta(seconds=min(seconds, LATEST))
    return f"Witness {name} has cosigned the head on {at:%Y-%m-%d at %H:%M} UTC."


# --- The tree (RFC 6962) out of its tiles (C2SP tlog-tiles) -------------------------------------------------------------------


def leaves_of(bundle: Bundle, size: int) -> bytes:
    """The hashes of all leaves, 32 bytes each."""
    found = []
    for number in range((size + 255) // 256):
        width = min(256, size - number * 256)
        found.append(bundle.raw(tile_path(number, width))[: width * 32])
    leaves = b"".join(found)
    if len(leaves) != size * 32:
        raise Unreadable("Tiles are missing.")
    return leaves


def tile_path(number: int, width: int) -> str:
    groups, rest = [f"{number % 1000:03d}"], number // 1000
    while rest:
        groups.insert(0, f"x{rest % 1000:03d}")
        rest //= 1000
    return "tile/0/" + "/".join(groups) + ("" if width == 256 else f".p/{width}")


def tree_of(leaves: bytes) -> list[bytes]:
    """Its complete subtrees, level by level: of one leaf, of two, of four."""
    digest, levels = hashlib.sha256, [leaves]
    while len(levels[-1]) >= 64:
        below = levels[-1]
        levels.append(
            b"".join([digest(b"\x01" + below[at : at + 64]).digest() for at in range(0, len(below) - 63, 64)])
        )
    return levels


def root_of(tree: list[bytes], size: int) -> bytes:
    """The root over the first `size` leaves: complete subtrees joined from the right."""
    found = b""
    for level, hashes in enumerate(tree):
        if size >> level & 1:
            at = ((size >> level) - 1) * 32
            found = hashlib.sha256(b"\x01" + hashes[at : at + 32] + found).digest() if found else hashes[at : at + 32]
    return found or hashlib.sha256(b"").digest()


def is_included(leaf: bytes, index: int, size: int, path: list[bytes], root: bytes) -> bool:
    """Whether `path` proves that `leaf` stands at `index` (RFC 9162, section 2.1.3.2)."""
    at, last = index, size - 1
    for beside in path:
        if last == 0:
            return False
        if at & 1 or at == last:
            leaf = hashlib.sha256(b"\x01" + beside + leaf).digest()
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            leaf = hashlib.sha256(b"\x01" + leaf + beside).digest()
        at, last = at >> 1, last >> 1
    return 0 <= index < size and last == 0 and leaf == root


def proves(proof: str, key: str, seq: int) -> bool:
    """Whether a proof of its own (C2SP tlog-proof) holds: what it says was entered at `seq` is under the head that is in it."""
    before, _, note = proof.partition("\n\n")
    first, extra, index, *path = before.split("\n")
    if first != "c2sp.org/tlog-proof@v1" or not extra.startswith("extra ") or index != f"index {seq - 1}":
        return False
    _, size, root = opened(note, key)
    leaf = hashlib.sha256(b"\x00" + base64.b64decode(extra[6:])).digest()
    return is_included(leaf, seq - 1, size, [base64.b64decode(one) for one in path], root)


# --- Entries and sealed texts -------------------------------------------------------------------------------------------------


class Counts:
    """What came of it."""

    def __init__(self) -> None:
        self.entries = self.withheld = self.texts = self.erased = 0
        self.words = self.unheld = self.shown = 0
        self.documents = self.proofs = self.heads = 0
        self.failed: list[str] = []

    def fail(self, what: str) -> None:
        self.failed.append(what)


class Found(NamedTuple):
    """An entry: its place and when it was recorded (µs UTC), its head (None where it is withheld) and body, and its sealed
    texts by part."""

    seq: int
    at: int
    unit: str | None
    nth: int | None
    head: Any
    body: bytes
    texts: dict[str, Sealed]


class Sealed(NamedTuple):
    """What the entry says of it, computed from what is here; and what is sealed."""

    commit: bytes
    cipher: bytes


def records_of(bundle: Bundle) -> Iterator[tuple[bytes, bytes, bytes, dict[str, Sealed]]]:
    """Per entry its line, head and body, and its sealed texts by part."""
    waiting: list[bytes] = []
    texts: dict[str, Sealed] = {}
    for line in bundle.lines("entries"):
        if line.startswith(b"+ ") and len(waiting) == 3:
            _, part, salt, written = line.split(b" ")
            cipher = base64.b64decode(written)
            commit = hashlib.sha256(b"\x02" + base64.b64decode(salt) + cipher).digest()
            texts[part.decode()] = Sealed(commit, cipher)
            continue
        if len(waiting) == 3:
            yield waiting[0], waiting[1], waiting[2], texts
            waiting, texts = [], {}
        waiting.append(line)
    if len(waiting) == 3:
        yield waiting[0], waiting[1], waiting[2], texts
    elif waiting:
        raise Unreadable("The last entry is cut off.")


def checked(bundle: Bundle, hospital: str, leaves: bytes, size: int, counts: Counts) -> Iterator[Found]:
    """Every entry held against its leaf."""
    digest, before = hashlib.sha256, 0
    for line, head, body, texts in records_of(bundle):
        parts = line.split(b" ")
        if len(parts) != 6 or parts[0] != b"heard/1":
            raise Unreadable(f"After entry {before:,} follows something that is no entry.")
        seq, shown = int(parts[2]), head != b"withheld"
        inner = digest(head + b"\n" + body).digest() if shown else bytes.fromhex(body.decode())
        if not before < seq <= size:
            counts.fail(f"entry {seq:,} is out of its order")
        elif parts[1].decode() != hospital or digest(b"\x00" + line + b"\n" + inner).digest() != leaf_at(leaves, seq):
            counts.fail(f"entry {seq:,} is not the one that was in the log")
        elif shown:
            counts.entries += 1
        else:
            counts.withheld += 1
        before = seq
        unit = None if parts[3] == b"-" else parts[3].decode()
        nth = None if unit is None else int(parts[4])
        yield Found(seq, int(parts[5]), unit, nth, json.loads(head) if shown else None, body, texts)


def leaf_at(leaves: bytes, seq: int) -> bytes:
    return leaves[seq * 32 - 32 : seq * 32]


COUNTS = ("ledger.heads", "ledger.unit_counted")
UNCOUNTED = "nothing here says how many entries {} had"


class Time:
    """Whether anything that was recorded from one moment to another is left out, by numbers that have no gap: the one before
    and the one after are here, or it begins or ends with the log."""

    def __init__(self, since: int, until: int) -> None:
        self._since, self._until = since, until
        self._first = self._before = self._here = self.last = 0
        self.after: int | None = None

    def follow(self, number: int, at: int, counts: Counts) -> None:
        if at < self._since:
            self._before = self.last = number
        elif at > self._until:
            self.after = number if self.after is None else self.after
        else:
            if self._here and number != self.last + 1:
                counts.fail(f"before number {number:,} something of that time is left out")
            self._first, self.last = self._first or number, number
            self._here += 1

    def end(self, name: str, total: int, counts: Counts) -> str:
        """`total`: how many there are, where none came after."""
        if self._here and self._before != self._first - 1:
            counts.fail(f"before number {self._first:,} something of that time may be left out")
        if self.last + 1 != (total + 1 if self.after is None else self.after):
            counts.fail(f"behind number {self.last:,} something of that time may be left out")
        return f"All {self._here:,} entries of {name} recorded from {_stamp(self._since)} to {_stamp(self._until)} are here."


def _stamp(moment: int) -> str:
    return (START + timedelta(microseconds=moment)).strftime("%Y-%m-%d %H:%M UTC")


class Whole:
    """Whether anything is left out of what the bundle says it is about: of the hospital every entry must be here. Of a unit,
    every one up to the last count of the units' entries, as many as that says, and behind it the places of all entries. Of a
    time, the places of all entries recorded in it, and of the one before and the one after."""

    def __init__(self, about: str) -> None:
        self._kind, self._name, *time = about.split()
        self._time = Time(*map(int, time)) if time else None
        self._seqs: dict[str, array[int]] = defaultdict(lambda: array("Q"))
        self._counted: int | None = None
        self._run = self._last = self._facts = 0

    def follow(self, found: Found, counts: Counts) -> None:
        if self._time and self._kind == "hospital":
            self._time.follow(found.seq, found.at, counts)
        elif self._time and found.unit == self._name:
            self._time.follow(found.nth or 0, found.at, counts)
        self._run, self._last = (self._run if found.seq == self._last + 1 else found.seq), found.seq
        if found.unit is not None and self._is_about(found.unit):
            seqs = self._seqs[found.unit]
            if found.nth != len(seqs) + 1:
                counts.fail(f"before entry {found.seq:,} something of {found.unit} is left out")
                seqs.extend([found.seq] * max(0, (found.nth or 0) - 1 - len(seqs)))
            seqs.append(found.seq)
        if found.head is not None and found.head["name"] in COUNTS:
            self._hold(found.seq, json.loads(found.body), counts)

    def _is_about(self, unit: str) -> bool:
        if self._time:
            return False
        return self._kind == "hospital" or (self._kind == "unit" and unit == self._name)

    def _hold(self, seq: int, count: Any, counts: Counts) -> None:
        """What is here against what was counted: of every unit, or of one alone."""
        alone = count.get("of")
        if alone is None:
            said = {unit: int(number) for unit, _, number in (one.rpartition(".") for one in count["units"])}
        else:
            said = {alone: int(count["facts"])}
        if alone in {None, self._name}:
            self._counted, self._facts = count["upto"], said.get(self._name, 0)
        for unit in filter(self._is_about, {*said, *self._seqs} if alone is None else said):
            here = bisect_right(self._seqs[unit], count["upto"])
            if here != said.get(unit, 0):
                counts.fail(
                    f"{unit} had {said.get(unit, 0):,} entries when entry {seq:,} counted them, not the {here:,} here"
                )

    def _total(self, size: int, counts: Counts) -> int:
        """How many entries the hospital has, or the unit: where none came after that time, its last count and all places behind
        that say so."""
        if self._kind == "hospital" or self._time is None or self._time.after is not None:
            return size
        if self._counted is None or self._last != size or self._run > self._counted + 1:
            counts.fail(f"{UNCOUNTED.format(self._name)}: whether the last ones are left out cannot be told")
        return max(self._facts, self._time.last)

    def end(self, size: int, counts: Counts) -> str:
        """Says what is whole."""
        if self._time:
            return self._time.end(self._name, self._total(size, counts), counts)
        if self._kind == "hospital":
            if self._last != size or self._run > 1:
                counts.fail("of the hospital's entries some are left out")
            return f"All {size:,} entries of the hospital are here."
        if self._kind != "unit":
            return "What else was entered about it, the bundle does not prove."
        if self._counted is None:
            counts.fail(f"{UNCOUNTED.format(self._name)}: whether the last ones are left out cannot be told")
        elif self._last != size or self._run > self._counted + 1:
            counts.fail(f"behind entry {self._counted:,}, up to which entries were counted, some are left out")
        had = f"All {len(self._seqs[self._name]):,} entries that {self._name} had are here"
        return f"{had}, up to the last of the {size:,}; beside them lies what counts them."


class Texts:
    """Whether every sealed text is there as its entry committed to it, or its erasure is on record."""

    def __init__(self) -> None:
        self._missing: list[tuple[int, str, str]] = []
        self._erased: dict[tuple[int, str], str] = {}

    def follow(self, found: Found, counts: Counts) -> None:
        head = found.head
        if head is None:
            return
        for part in head["sealed"]:
            there = found.texts.get(part["part"])
            if there is None:
                self._missing.append((found.seq, part["part"], head["stream"]))
            elif there.commit == base64.b64decode(part["commit"]):
                counts.texts += 1
            else:
                counts.fail(f"the {part['part']} of entry {found.seq:,} is not what was sealed there")
        if head["name"] == "subject.erased":
            record = json.loads(found.body)
            for words in record["words"]:
                seq, _, name = words.partition(".")
                self._erased[int(seq), name] = record["about"]

    def end(self, counts: Counts) -> None:
        """A record speaks of the words of its own record, and of what stands in their place."""
        for seq, part, stream in self._missing:
            about = self._erased.get((seq, part))
            if about is not None and (about == stream or stream.startswith("subject-")):
                counts.erased += 1
            else:
                counts.fail(f"the {part} of entry {seq:,} is gone, and no record says that it was erased")


class Words:
    """Whether the words shown are those that were sealed. They come in the order of the entries they belong to."""

    def __init__(self, bundle: Bundle, hospital: str, schema: Any) -> None:
        self._schema = schema
        self._lines: Iterator[Any] = map(json.loads, bundle.lines("words")) if bundle.has("words") else iter(())
        self._next: Any = next(self._lines, None)
        self._hospital = hospital

    def follow(self, found: Found, counts: Counts) -> None:
        while self._next is not None and self._next["seq"] <= found.seq:
            self._hold(self._next, found, counts)
            self._next = next(self._lines, None)

    def _hold(self, word: Any, found: Found, counts: Counts) -> None:
        counts.shown += 1
        if self._schema and (why := breaks(word, self._schema)):
            counts.fail(f"a word of entry {found.seq:,} is not as the schema says: {why}")
        sealed = found.texts.get(word["part"]) if word["seq"] == found.seq else None
        if sealed is None or found.head is None:
            counts.fail(f"words are shown as the {word['part']} of entry {word['seq']:,}, which has none here")
        elif word.get("key") is None:
            counts.unheld += 1
        else:
            place = f"{self._hospital}|{found.head['stream']}|{found.head['version']}|{word['part']}".encode()
            if opens(base64.b64decode(word["key"]), sealed.cipher, place) == word["text"].encode():
                counts.words += 1
            else:
                counts.fail(
                    f"the words shown as the {word['part']} of entry {found.seq:,} are not those that were sealed"
                )

    def end(self, counts: Counts) -> None:
        if self._next is not None:
            counts.fail(f"words are shown of entry {self._next['seq']:,}, which is not here")


def check(
    bundle: Bundle, key: str | None, kept: str | None, policy: str | None = None, *, wordless: bool = False
) -> tuple[Counts, list[str]]:
    """What was found, and sentences about what it rests on. A policy that came with the bundle fails nothing. `wordless`: the
    words shown are held against nothing."""
    counts, said = Counts(), []
    given = key or bundle.text("key")
    origin, size, root = opened(bundle.text("checkpoint"), given)
    leaves = leaves_of(bundle, size)
    tree = tree_of(leaves)
    if root_of(tree, size) != root:
        raise Failed("The tree is not the one whose root was signed.")
    said.append(f"{origin}: {size:,} facts under root {base64.b64encode(root).decode()}.")
    said += continued(bundle, given, kept, tree, counts)
    if trusted := policy or bundle.raw("policy").decode():
        enough, by = witnessed(bundle.text("checkpoint"), trusted)
        said += by
        if not enough and policy:
            raise Failed("\n".join(["Too few of the witnesses you trust have cosigned the head.", *by]))
        said.append(
            "Enough witnesses have cosigned the head." if enough else "Too few witnesses have cosigned the head."
        )
        if not policy:
            said.append("The policy came with the bundle: say --policy with one of your own.")
    whole, texts = Whole(bundle.text("about").strip()), Texts()
    schema = json.loads(bundle.text("schema.json")) if bundle.has("schema.json") else None
    parts = schema["$defs"] if schema else {}
    fields = tuple(parts["head"]["properties"]) if schema else ()
    words = None if wordless else Words(bundle, origin.partition("/")[2], parts.get("word"))
    for found in checked(bundle, origin.partition("/")[2], leaves, size, counts):
        if fields and found.head is not None and tuple(found.head) != fields:
            counts.fail(f"the head of entry {found.seq:,} is not as the schema says")
        whole.follow(found, counts)
        texts.follow(found, counts)
        if words:
            words.follow(found, counts)
    said.append(whole.end(size, counts))
    texts.end(counts)
    if words:
        words.end(counts)
    beside(bundle, given, counts)
    if schema:
        told(bundle, schema, counts, size, wordless=wordless)
    if not key:
        said.append("The key came with the bundle: compare it with the one the hospital gave you, or say --key.")
    return counts, said


def continued(bundle: Bundle, key: str, kept: str | None, tree: list[bytes], counts: Counts) -> Iterator[str]:
    """Sentences about earlier heads: those that were kept elsewhere, those in the bundle, the one that was stamped. Failed
    where the log does not continue one of them."""

    def hold(note: str, whose: str) -> int:
        _, smaller, older = opened(note, key)
        if smaller > len(tree[0]) // 32 or root_of(tree, smaller) != older:
            raise Failed(f"The log does not continue the {smaller:,} facts of {whose}.")
        return smaller

    for note in checkpoints_in(kept) if kept else ():
        yield f"It continues the {hold(note, 'the checkpoint you kept'):,} facts of the checkpoint you kept."
    if bundle.has("heads"):
        notes = checkpoints_in(bundle.text("heads"))
        for note in notes:
            hold(note, "an earlier head")
        counts.heads = len(notes)
        yield f"It continues each of {len(notes):,} heads that were signed of it before."
    if bundle.has("stamped"):
        smaller = hold(bundle.text("stamped"), "the head that was stamped with the time")
        yield (
            f"It continues the {smaller:,} facts of a head that was stamped with the time; when, says "
            "openssl ts -verify -data stamped -in stamp.tsr -CAfile the authority's root certificate."
        )


def beside(bundle: Bundle, key: str, counts: Counts) -> None:
    """Proofs of single entries, and documents."""
    for name in bundle.under("proofs"):
        counts.proofs += 1
        if not proves(bundle.text(f"proofs/{name}"), key, number := int(name.partition(".")[0])):
            counts.fail(f"the proof of entry {number:,} does not prove it")
    for name in bundle.under("documents"):
        counts.documents += 1
        if hashlib.sha256(bundle.raw(f"documents/{name}")).hexdigest() != name:
            counts.fail(f"the document {name[:12]}… is not the one that an entry names")


def told(bundle: Bundle, schema: Any, counts: Counts, size: int, *, wordless: bool) -> None:
    """What the bundle says of itself against what is in it."""
    found = json.loads(bundle.text("bundle.json"))
    if why := breaks(found, schema):
        counts.fail(f"bundle.json is not as the schema says: {why}")
        return
    here = {name: getattr(counts, name) for name in ("entries", "withheld", "proofs", "documents", "heads")}
    here["size"] = size
    if not wordless:
        here["texts"] = counts.shown
    about = [found["kind"], found["name"], *(str(found[name]) for name in ("from", "until") if found[name] is not None)]
    if about != bundle.text("about").split():
        counts.fail("bundle.json is about something else than the bundle")
    for name, number in here.items():
        if found[name] != number:
            counts.fail(f"bundle.json says {found[name]:,} {name}, and there are {number:,}")


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("bundle", nargs="?", type=Path, default=Path(__file__).resolve().parent)
    asked.add_argument("--key", help="the hospital's public key, or a file with it")
    asked.add_argument("--checkpoint", type=Path, help="a file with checkpoints that were kept elsewhere")
    asked.add_argument("--policy", type=Path, help="a file that names the witnesses you trust (C2SP tlog-policy)")
    asked.add_argument("--no-words", action="store_true", help="do not hold the words shown against what was sealed")
    said = asked.parse_args()
    try:
        key = Path(said.key).read_text() if said.key and "+" not in said.key else said.key
        kept = said.checkpoint.read_text() if said.checkpoint else None
        policy = said.policy.read_text() if said.policy else None
        counts, sentences = check(Bundle(said.bundle), key, kept, policy, wordless=said.no_words)
    except Failed as error:
        print(f"FAILED: {error}")
        return 1
    except (Unreadable, OSError, ValueError, KeyError, IndexError, zipfile.BadZipFile) as error:
        print(f"This bundle cannot be read: {error}")
        return 2
    for line in sentences:
        print(line)
    for what in counts.failed[:20]:
        print(f"FAILED: {what}")
    print(f"VERIFIED {counts.entries:,} entries and {counts.texts:,} sealed texts")
    if not said.no_words:
        print(
            f"VERIFIED {counts.words:,} texts as words that were sealed; of {counts.unheld:,} more their key is not here"
        )
    if counts.proofs:
        print(f"VERIFIED {counts.proofs:,} proofs of single entries")
    if counts.documents:
        print(f"VERIFIED {counts.documents:,} documents by their digests")
    print(f"WITHHELD {counts.withheld:,}, proved to be in their places")
    print(f"ERASED WITH RECORD {counts.erased:,}")
    print(f"FAILED {len(counts.failed):,}")
    return 1 if counts.failed else 0


if __name__ == "__main__":
    sys.exit(main())
