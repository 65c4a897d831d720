"""The terms in force: the document the hospital adopted last, or the house's own until it adopts one."""

from collections.abc import Callable

from services import documents
from services.clerk.memory import Memory
from workflows.kernel.terms import Terms


class TermsInForce:
    """Looks at the hospital's stream; `fetch` gives an adopted document by its SHA-256 (hex)."""

    def __init__(self, memory: Memory, fetch: Callable[[str], bytes | None]) -> None:
        self._memory = memory
        self._fetch = fetch
        self._default = documents.read("terms", Terms)
        self._adopted: dict[str, Terms] = {}

    def now(self) -> tuple[int | None, Terms]:
        """(seq of the adoption or None, the terms)."""
        state = self._memory.get("hospital").state
        adopted = getattr(state, "terms", None)
        if adopted is None:
            return None, self._default
        return adopted.seq, self._read(adopted.digest)

    def knows(self, digest: str) -> bool:
        """Whether these terms can be adopted: a document that is here and is one of terms."""
        try:
            self._read(digest)
        except documents.BadDocument:
            return False
        return True

    def _read(self, digest: str) -> Terms:
        if digest not in self._adopted:
            document = self._fetch(digest)
            if document is None:
                raise documents.BadDocument(
                    f"The adopted terms {digest[:12]}… are not among the attachments; restore them."
                )
            self._adopted[digest] = documents.check(document, "terms", Terms)
        return self._adopted[digest]
