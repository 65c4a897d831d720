"""A bundle of evidence, written to a file.

entries      per fact, in the order of the log: its line, its head, its body, each a line of the very bytes that were hashed;
             then `+ PART SALT CIPHER` (base64) for each of its sealed texts that is still there. Of a fact that is not there
             for whoever takes the bundle: its line, `withheld`, and the hash of head and body, so that its place is proved.
words        the texts as the hospital opened them for whoever took the bundle, in the order of the entries: JSON, one a line.
             `key` (base64) opens the sealed text, so that anybody sees that they are the same; null where it would open other
             words too, or where a passage was taken out of what is shown.
tile/…       the hashes of the whole tree (C2SP tlog-tiles)    checkpoint, key   the signed head, with the cosignatures of
             witnesses, and by whom it is signed    heads   earlier ones, which the tree continues
proofs/…     of an issue, a record, a register: each entry proved alone (C2SP tlog-proof); `extra` is what its leaf is the hash
             of
policy       which witnesses there are, and how many of them are enough (C2SP tlog-policy), where the hospital has any
stamped, stamp.tsr, stamp-2.tsr …   an earlier head, and the time each authority says it was there (RFC 3161), if there is one
documents/…  what entries name by its SHA-256 (terms, standards, settings, instruments), under that name
bundle.json  how much of what is in it, as schema.json says, which also says how heads and words are written
about        what the bundle is about    index.html, verify.py, README.txt   how to check it

Papers that tell the same for people are laid beside (`Beside`).
"""

import shutil
import zipfile
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import msgspec
from msgspec import Struct

from services import heading, whole_file
from services.clerk.access import Actor
from services.clerk.opening import Opening
from services.evidence.contents import FORMAT, Contents, valid
from services.evidence.keys import Keys
from services.evidence.scope import Chosen, Scope, chosen, header
from services.house import House
from services.ledger.contract import SealedRow
from services.ledger.entry import inner, line
from services.proof import inclusion
from services.proof.tiles import tiles
from workflows.kernel.grammar import Header, Ref
from workflows.ledger import UnitCounted, UnitsCounted
from workflows.trail import Note

TOGETHER = 1_000
"""Facts whose texts are looked for at once."""
ALONE = ("issue", "record", "register")
"""Bundles in which entries have proofs of their own, the first so many; of a whole unit the tiles are enough."""
MOST_ALONE = 1_000
HEADS = 32
"""Earlier heads, at most."""
LONG = 20_000
"""Facts after which something is said."""

SETTLING = frozenset({"terms.adopted", "standards.adopted", "setting.adopted", "instrument.published"})
"""Facts that name a document by which figures are counted."""
COUNTS = frozenset({UnitsCounted.NAME, UnitCounted.NAME})

Say = Callable[[str], None]
Beside = Callable[[], Iterable[tuple[str, bytes]]]
"""Files that tell the same for people, by name; made once everything they speak of is on record."""


class Bundled(Struct, frozen=True):
    """What went into a bundle: `size` is how far the log had come, `missing` why witnesses did not cosign its head."""

    entries: int
    withheld: int
    texts: int
    size: int
    checkpoint: str
    missing: tuple[str, ...] = ()


class _Word(Struct, frozen=True):
    """A text that is opened, as a line of `words`."""

    seq: int
    part: str
    text: str
    key: bytes | None


class _Named(Struct, frozen=True):
    """What is read of a fact in `SETTLING`."""

    digest: str


_named = msgspec.json.Decoder(_Named).decode


class _Writing:
    """One bundle being written for one reader."""

    def __init__(self, house: House, actor: Actor, scope: Scope, say: Say) -> None:
        self._house = house
        self._actor = actor
        self._scope = scope
        self._say = say
        self.missing: tuple[str, ...] = ()
        self._shown: dict[str, bool] = {}
        self._without = house.rights.shared_without(actor)
        self._keys = Keys(house)
        self._documents = dict[str, None]()
        self._alone = dict[int, bytes]()
        self.entries = self.withheld = self.texts = 0

    def into(self, bundle: zipfile.ZipFile, words: IO[bytes]) -> Bundled:
        """`words` is kept aside meanwhile, so that the log is read once."""
        head, note, self.missing = self._house.proof.cosigned()
        with bundle.open("entries", "w", force_zip64=True) as file:
            for some in self._batches(head.size):
                self._write(file, words, some)
        words.seek(0)
        with bundle.open("words", "w", force_zip64=True) as file:
            shutil.copyfileobj(words, file)
        documents = {digest: self._house.attachments.get(digest) for digest in self._documents}
        for digest, document in documents.items():
            if document is not None:
                bundle.writestr(f"documents/{digest}", document)
        for path, hashes in tiles(self._house.proof.tree(), head.size):
            bundle.writestr(path, hashes, zipfile.ZIP_STORED)
        for seq, entry in self._alone.items():
            proof = inclusion.written(entry, seq, head.size, self._house.proof.tree(), note)
            bundle.writestr(f"proofs/{seq}.tlog-proof", proof)
        heads = self._house.proof.heads(head.size, HEADS)
        if heads:
            bundle.writestr("heads", "".join(heads))
        bundle.writestr("checkpoint", note)
        bundle.writestr("key", f"{self._house.proof.verifier}\n")
        if policy := self._house.proof.policy:
            bundle.writestr("policy", policy.text)
        if stamped := self._house.stamps.newest():
            bundle.writestr("stamped", stamped.note)
            for number, stamp in enumerate(stamped.stamps, 1):
                bundle.writestr("stamp.tsr" if number == 1 else f"stamp-{number}.tsr", stamp)
        bundle.writestr("about", f"{self._scope}\n")
        since, until = self._scope.time or (None, None)
        contents = Contents(
            format=FORMAT,
            hospital=self._house.plate.slug,
            kind=self._scope.kind,
            name=self._scope.name,
            since=since,
            until=until,
            size=head.size,
            entries=self.entries,
            withheld=self.withheld,
            texts=self.texts,
            proofs=len(self._alone),
            documents=sum(document is not None for document in documents.values()),
            heads=len(heads),
        )
        bundle.writestr("bundle.json", valid(contents))
        for name in ("schema.json", "index.html", "verify.py", "README.txt"):
            bundle.writestr(name, (files("services.evidence") / name).read_bytes())
        return Bundled(self.entries, self.withheld, self.texts, head.size, note, self.missing)

    def _batches(self, size: int) -> Iterator[list[Chosen]]:
        found = chosen(self._house, self._scope, size)
        while some := list(islice(found, TOGETHER)):
            yield some

    def _write(self, file: IO[bytes], words: IO[bytes], some: Sequence[Chosen]) -> None:
        heads = {one.row[0]: header(one.row[6]) for one in some}
        shown = {one.row[0] for one in some if not one.placed and self._shows(one.row[4], heads[one.row[0]])}
        refs = [Ref(seq, part.part) for seq in heads if seq in shown for part in heads[seq].sealed]
        sealed = self._house.ledger.sealed([(ref.seq, ref.part) for ref in refs])
        for seq, unit, unit_seq, at, name, _, head, body in (one.row for one in some):
            place = line(self._house.ledger.hospital, seq, unit, unit_seq, at)
            if seq not in shown:
                file.write(b"%b\nwithheld\n%b\n" % (place, inner(head, body).hex().encode()))
                self.withheld += 1
                continue
            file.write(b"%b\n%b\n%b\n" % (place, head, body))
            if self._scope.kind in ALONE and len(self._alone) < MOST_ALONE:
                self._alone[seq] = place + b"\n" + inner(head, body)
            for part in heads[seq].sealed:
                if found := sealed.get((seq, part.part)):
                    file.write(b"+ %b %b %b\n" % (part.part.encode(), b64encode(found[3]), b64encode(found[4])))
            if name in SETTLING:
                self._documents[_named(body).digest] = None
            self.entries += 1
            if self.entries % LONG == 0:
                self._say(f"{self.entries:,} facts")
        self._write_words(words, refs, sealed)

    def _write_words(self, words: IO[bytes], refs: Sequence[Ref], sealed: Mapping[tuple[int, str], SealedRow]) -> None:
        opening = Opening(self._house.rights, self._house.looks, self._house.waiting_room, self._actor)
        opened = self._house.door.open(refs, opening)
        meant = self._house.redactions.meant(refs)
        for ref in (ref for ref in refs if ref in opened):
            key = self._keys.of(sealed[ref.seq, ref.part]) if meant[ref] == ref else None
            words.write(msgspec.json.encode(_Word(ref.seq, ref.part, opened[ref], key)) + b"\n")
            self.texts += 1

    def _shows(self, name: str, head: Header) -> bool:
        """Whether it is there for whoever takes the bundle, and may be handed on: nothing that is privileged is, nor what names
        it. A count of what the bundle is about always is."""
        if head.stream not in self._shown:
            there = head.stream not in self._without and self._house.rights.sees(self._actor, head.stream)
            self._shown[head.stream] = name in COUNTS or there
        return self._shown[head.stream] and self._without.isdisjoint(head.speaks_of)


def _nothing() -> tuple[tuple[str, bytes], ...]:
    return ()


def write(place: Path, house: House, actor: Actor, scope: Scope, say: Say, *, beside: Beside = _nothing) -> Bundled:
    """The whole file, or none. That it is taken, and how many facts each unit has by now (of a unit, that one alone), is on
    record before anything is written. `proof.signer.Contradicted` where the log contradicts what was signed of it before."""
    house.looks.note(actor, Note(how="exported", what="register" if scope.kind == "register" else "ledger"))
    if scope.kind == "unit":
        heading.count_alone(house, scope.name)
    else:
        heading.count(house)
    with (
        whole_file.beside(place) as unfinished,
        zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as bundle,
        TemporaryFile(dir=place.parent) as words,
    ):
        for name, content in beside():
            bundle.writestr(name, content)
        return _Writing(house, actor, scope, say).into(bundle, words)
