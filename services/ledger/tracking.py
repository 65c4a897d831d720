"""The library's tracking contract, answered by any store of views: how far each reader has come, never backwards."""

from abc import abstractmethod

from eventsourcing.persistence import IntegrityError, Tracking, TrackingRecorder


class Bookmarks(TrackingRecorder):
    """Mixes the library's recorder into a store that has `bookmark` and `advance`."""

    @abstractmethod
    def bookmark(self, reader: str) -> int | None:
        """The last position `reader` has taken in; None when it never began."""

    @abstractmethod
    def advance(self, reader: str, seq: int) -> bool:
        """Moves the bookmark forward to `seq`; False when it is there already or further."""

    def insert_tracking(self, tracking: Tracking) -> None:
        if not self.advance(tracking.application_name, tracking.notification_id):
            raise IntegrityError(f"{tracking.application_name} is at {tracking.notification_id} already, or further")

    def max_tracking_id(self, application_name: str) -> int | None:
        return self.bookmark(application_name)
