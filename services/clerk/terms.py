"""The documents in force: what the hospital adopted last, or the house's own until it adopts one."""

from collections.abc import Callable
from typing import Generic, TypeVar

from services import documents
from services.clerk.memory import Memory
from workflows.hospital.state import Adopted, Known
from workflows.kernel.moments import Moment

T = TypeVar("T")


class InForce(Generic[T]):
    """The `name` of the hospital's stream; `fetch` gives an adopted document by its SHA-256 (hex)."""

    def __init__(self, name: str, shape: type[T], memory: Memory, fetch: Callable[[str], bytes | None]) -> None:
        self._name = name
        self._shape = shape
        self._memory = memory
        self._fetch = fetch
        self._default = documents.read(name, shape)
        self._adopted: dict[str, T] = {}

    def now(self) -> tuple[int | None, T]:
        """(seq of the adoption or None, the document)."""
        hospital = self._memory.get("hospital").state
        adopted = hospital.in_force(self._name) if isinstance(hospital, Known) else None
        return (None, self._default) if adopted is None else (adopted.seq, self._read(adopted.digest))

    def adopted(self) -> tuple[tuple[Adopted, T], ...]:
        """Every one that the hospital ever adopted, the first one first."""
        hospital = self._memory.get("hospital").state
        if not isinstance(hospital, Known):
            return ()
        return tuple((one, self._read(one.digest)) for one in hospital.adopted if one.name == self._name)

    def then(self, seq: int | None, on: Moment | None) -> T:
        """The one in force at a position of the log, and at a moment; None for either is now."""
        found = (
            document
            for one, document in reversed(self.adopted())
            if (seq is None or one.seq <= seq) and (on is None or one.at <= on)
        )
        return next(found, self._default)

    def of(self, digest: str | None) -> T:
        """The document of an adoption; the house's own for none."""
        return self._default if digest is None else self._read(digest)

    def knows(self, digest: str) -> bool:
        """Whether this can be adopted: a document that is here and is one of these."""
        try:
            self._read(digest)
        except documents.BadDocument:
            return False
        return True

    def _read(self, digest: str) -> T:
        if digest not in self._adopted:
            document = self._fetch(digest)
            if document is None:
                raise documents.BadDocument(
                    f"The adopted {self._name} {digest[:12]}… are not among the attachments; restore them."
                )
            self._adopted[digest] = documents.check(document, self._name, self._shape)
        return self._adopted[digest]
