"""What many hospitals ask in the same weeks, as a unit sees it beside its surveys."""

from msgspec import Struct

from services import instruments
from services.web.visit import Visit
from services.wording import time_words


class Shared(Struct, frozen=True):
    """What, in which days, what else is said; `href` begins it here, for whoever may."""

    title: str
    days: str
    says: str
    href: str


def shared(visit: Visit, slug: str, back: str) -> list[Shared]:
    """From today on, in its order."""
    shelf, may = instruments.shelf(visit.house), visit.may("campaign.open", slug)
    told = []
    for one in visit.settings.calendar.from_then_on(visit.today):
        found = shelf.get(one.instrument)
        asks = may and one.since <= visit.today and found is not None and instruments.can_be_asked(found)
        href = f"/do/campaign/open?unit={slug}&instrument={one.instrument}&closes={one.until}&next={back}"
        days = f"{time_words.short(one.since, visit.today)} to {time_words.short(one.until, visit.today)}"
        title = found.title[found.languages[0].language] if found else one.instrument
        told.append(Shared(title, days, one.says, href if asks else ""))
    return told
