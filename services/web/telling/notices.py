"""Whether people were told of a thing by mail, as a line of its page."""

from collections.abc import Iterable

from services.web.visit import Visit
from services.web.when import When
from services.wording import mail


def told_by_mail(visit: Visit, streams: Iterable[str], looking: When) -> list[tuple[str, str]]:
    """A line for what is known of a record; none where nobody was told, or on the page of a past day."""
    said = "" if looking.past else mail.told(visit.house, streams, visit.today)
    return [(mail.TOLD, said)] if said else []
