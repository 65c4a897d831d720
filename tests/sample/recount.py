"""More figures once more, as `naive` does: what became of what is old, which barriers are past their day, who heard back."""

from collections import Counter, defaultdict
from datetime import date

from tests.sample.naive import Fact, brought, ends, last_of

Streams = dict[str, list[Fact]]
FEW = 10
DATED = ("barrier.logged", "barrier.assigned", "barrier.new_date_promised", "barrier.removal_rejected")
GONE = ("barrier.removal_verified", "barrier.accepted_as_risk", "barrier.withdrawn")


def ended(ended_as: Counter[str]) -> tuple[int, int]:
    """Heard, of the five ends."""
    every = ("heard", "disagreed", "no_reply", "cannot_be_reached", "withdrawn")
    return ended_as["heard"], sum(ended_as[one] for one in every)


def late(streams: Streams, today: date) -> tuple[int, int]:
    """Open barriers whose latest promised day has passed."""
    still = [facts for stream, facts in streams.items() if stream.startswith("barrier-") and not last_of(facts, *GONE)]
    latest = [last_of(facts, *DATED) for facts in still]
    over = [date.fromisoformat(one["event"]["due"]) < today for one in latest if one]
    return sum(over), len(over)


def worked(streams: Streams, today: date) -> tuple[int, int]:
    """Of the issues listed in the twelve months that ended a year ago, those that are over or owned."""
    newest = today.year * 12 + today.month - 12
    found = []
    for stream, facts in streams.items():
        listed = date.fromisoformat(facts[0]["happened"][:10])
        is_old = newest - 12 < listed.year * 12 + listed.month <= newest
        if stream.startswith("issue-") and is_old and not last_of(facts, "issue.unlisted"):
            came = last_of(facts, "issue.resolved", "issue.declined", "issue.reopened")
            over = came is not None and came["name"] != "issue.reopened"
            found.append(over or any(one["event"].get("owner") for one in facts))
    return sum(found), len(found)


def heard_back(streams: Streams) -> dict[str, tuple[int, int]]:
    """By who spoke: answers that reached them, of those there are."""
    by_who: dict[str, Streams] = defaultdict(dict)
    for stream, facts in streams.items():
        if stream.startswith("concern-") and facts[0]["event"].get("kind") != "thanks":
            by_who[facts[0]["event"]["who"]][stream] = facts
    return {who: brought(ends(mine)) for who, mine in by_who.items()}
