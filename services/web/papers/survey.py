"""What one survey found, as papers tell it: how many answered, shares with their intervals, what is not shown and why."""

from collections.abc import Iterator

from assessments.campaign import Campaign
from services.printing.paper import Block, Table, Words
from services.surveyed import Result
from services.web.pages.surveys.page import marks, row
from services.web.papers.pictures import picture
from services.web.pictures import shares
from services.web.visit import Visit
from services.wording import time_words

HEAD = ("Sentence", "Answered as one would wish", "Sure within (95 %)", "Answers")


def units_of(visit: Visit, campaign: Campaign) -> str:
    return " and ".join(visit.names.unit(unit) for unit in campaign.units)


def told(visit: Visit, campaign: Campaign, found: Result) -> Iterator[Block]:
    units, title = units_of(visit, campaign), found.instrument.title["en"]
    rate = f", about {found.rate} % of those who worked there when it opened" if found.rate is not None else ""
    answered = f"{found.ballots} answered{rate}" if found.ballots is not None else "How many answered is not told"
    yield Words(f"{answered}. {found.instrument.validation.statement['en']}")
    shown = [said for said in found.items if said.percent is not None]
    if shown:
        drawn = shares(marks(shown), title=f"{title}: shares of positive answers", key=campaign.digest or "")
        yield picture(drawn, f"{units}, {title}: shares of positive answers with their intervals", width=70)
    yield Table("", HEAD, tuple(map(row, found.items)), (6, 3, 3, 1))
    hidden = len(found.items) - len(shown)
    if hidden:
        count = time_words.number_of(hidden, "sentence")
        yield Words(
            f"{count} not shown: fewer than {campaign.least} answered it, too few of a kind asked of more, or it is held back "
            "so that nothing follows about others.",
            "quiet",
        )
    if found.provenance:
        made = found.provenance
        yield Words(
            f"Reckoned by {made.scoring} ({', '.join(made.rules)}) from ballots {made.ballots[:16]}…, "
            f"{campaign.instrument} version {campaign.version}.",
            "quiet",
        )
