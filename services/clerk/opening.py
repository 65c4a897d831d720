"""What is opened for one reader on one page: restricted words only for who sees them, and never without a record of it."""

from services.clerk.access import Actor
from services.clerk.looks import Looks
from services.clerk.rights import Rights
from services.clerk.waiting_room import WaitingRoom
from workflows.kernel.ids import noun_of


class Opening:
    """Asked stream by stream before its words are opened, whichever list or page they stand in."""

    def __init__(self, rights: Rights, looks: Looks, waiting_room: WaitingRoom, actor: Actor) -> None:
        self._rights = rights
        self._looks = looks
        self._waiting_room = waiting_room
        self._actor = actor
        self._known: dict[str, bool] = {}
        self._on_record: set[str] = set()

    def __call__(self, stream: str) -> bool:
        """Whether its words are opened. A stream that was looked at by itself is on record already, a list of them once."""
        if stream not in self._known:
            self._known[stream] = self._opens(stream)
        return self._known[stream]

    def looked(self, action: str, stream: str | None) -> None:
        self._looks.looked(self._actor, action, stream)
        self._on_record.add(stream or action)

    def _opens(self, stream: str) -> bool:
        """What is read in place of a redacted passage is opened for who reads the text it was taken from."""
        if noun_of(stream) == "subject":
            stream = self._waiting_room.state_of(stream).about or stream
        kept_back = self._rights.kept_back(stream)
        if kept_back is None:
            return True
        if not self._rights.sees(self._actor, stream):
            return False
        action = f"read.{kept_back}"
        if self._on_record.isdisjoint((stream, action)) and not self._rights.is_own(self._actor, stream):
            self.looked(action, None)
        return True
