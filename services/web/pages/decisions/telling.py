"""One decision in words: where it stands, what happens next, what was decided, what came of it."""

from collections.abc import Iterator

from projections.decisions import DecisionRow
from services.web.paths import its_id
from services.web.phrases import choice
from services.web.telling.stories import day
from services.web.visit import Visit, Words
from services.web.when import When
from services.wording import time_words
from workflows.decision.commands import AIMS
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Day


def next_day(row: DecisionRow) -> Day | None:
    """The day of its next step, the soonest first."""
    proposal, ruling = row.proposal, row.ruling
    if row.state == "proposed":
        return proposal.due
    if ruling is None:
        return None
    owed = [ruling.review_by] if row.state == "decided" else []
    owed += [ruling.rate_by] if ruling.rate_by and not proposal.is_rated else []
    owed += [] if proposal.told else [ruling.tell_by]
    return min(owed, default=None)


def chip(row: DecisionRow) -> str:
    """A finer word for how it stands: "Approved", "Rejected", "Decided, 2 of 6 aims rated"."""
    if row.ruling is None or row.state != "decided":
        return ""
    if not row.proposal.is_rated:
        return f"{choice(row.ruling.outcome)}, {len(row.proposal.ratings)} of {len(AIMS)} aims rated"
    return choice(row.ruling.outcome)


def said(visit: Visit, row: DecisionRow, words: Words, looking: When) -> tuple[str, str]:
    where, when = visit.names.unit(row.proposal.unit), day(visit, row.proposal.proposed, looking)
    return words.of(row.title), f"{where}, {when}"


def next_step(visit: Visit, row: DecisionRow, looking: When) -> str:
    """The next thing owed, as a sentence."""
    proposal, ruling, name = row.proposal, row.ruling, visit.names.of
    if row.state == "withdrawn":
        return "Nothing: it was taken back."
    if proposal.harms_owed:
        harm = proposal.harms_owed[0]
        return f"{name(harm.acceptor)} accepts the harm to {choice(harm.aim).lower()}, or somebody else is named."
    if ruling is None:
        lacking = len(AIMS) - len(proposal.ratings)
        first = f"{time_words.number_of(lacking, 'aim')} still to be rated; then " if lacking else ""
        return f"{first}{name(proposal.decider)} decides by {_on(proposal.due, looking)}."
    if ruling.rate_by and not proposal.is_rated:
        return f"It could not wait. {name(proposal.decider)} rates the six aims by {_on(ruling.rate_by, looking)}."
    if not proposal.told:
        return f"{name(proposal.decider)} tells those it is for by {_on(ruling.tell_by, looking)}."
    if row.state == "decided":
        return f"{name(proposal.decider)} looks at what came of it by {_on(ruling.review_by, looking)}."
    return "Nothing: it stands." if row.state == "confirmed" else "Nothing: it was reversed."


def _on(due: Day, looking: When) -> str:
    return f"{time_words.short(due, looking.day)} ({time_words.due(due, looking.day)})"


def decided(visit: Visit, row: DecisionRow, words: Words, looking: When) -> list[tuple[str, str, str]]:
    """What was decided and what was found since: (heading, words, whose and when)."""
    if row.ruling is None:
        return []
    decider = visit.names.of(row.proposal.decider)
    ruling = row.ruling
    asked = " before the aims were rated, because it could not wait" if ruling.emergency else ""
    looks = [
        (choice(look.verdict), words.of(look.found), day(visit, look.at, looking)) for look in reversed(ruling.looks)
    ]
    made = (choice(ruling.outcome), words.of(ruling.reason), f"{decider}, {day(visit, ruling.made, looking)}{asked}")
    return [*looks, made]


def evidence(visit: Visit, row: DecisionRow, words: Words, looking: When) -> list[tuple[str, str]]:
    """What came to light after it was decided."""
    return [
        (words.of(one.what), f"{choice(one.aim)}, {when}" if one.aim else when)
        for one in row.proposal.evidence
        for when in (day(visit, one.at, looking),)
    ]


def facts(visit: Visit, stream: str, row: DecisionRow, words: Words, looking: When) -> list[tuple[str, str]]:
    proposal, ruling = row.proposal, row.ruling
    pairs = (
        ("Kind", choice(proposal.kind)),
        ("Serves", ", ".join(_values(visit, proposal.values))),
        ("Decides", visit.names.of(proposal.decider)),
        ("Spends", time_words.dollars(proposal.money) if proposal.money else ""),
        ("Asked before", "; ".join(_asked(visit, row, words))),
        ("Told", ", ".join(f"{visit.names.of(one.to)} ({choice(one.how).lower()})" for one in proposal.told)),
        ("Looked at again", _reviewed(row, looking)),
        ("Emergency", "decided first, weighed after" if ruling and ruling.emergency else ""),
        ("Taken back", words.of(row.why)),
    )
    return [*((name, value) for name, value in pairs if value), *its_id(stream)]


def _values(visit: Visit, keys: tuple[str, ...]) -> Iterator[str]:
    """As they are called today; a value that the hospital has dropped by its key."""
    called = visit.house.clerk.terms.now()[1].values
    return (called.get(key, choice(key)) for key in keys)


def _asked(visit: Visit, row: DecisionRow, words: Words) -> Iterator[str]:
    for one in row.proposal.asked:
        said = words.of(one.said)
        yield f"{visit.names.of(one.who)}: {said}" if said else visit.names.of(one.who)


def _reviewed(row: DecisionRow, looking: When) -> str:
    if row.ruling is None:
        return ""
    first, now = row.ruling.first_review_by, row.ruling.review_by
    on = time_words.short
    return on(now, looking.day) if first == now else f"{on(first, looking.day)} → {on(now, looking.day)}"


def refs(row: DecisionRow) -> list[Ref | None]:
    proposal, ruling = row.proposal, row.ruling
    weighed = [ref for one in proposal.ratings for ref in (one.why, one.mitigation)]
    around = [*(one.said for one in proposal.asked), *(one.what for one in proposal.evidence)]
    made = [ruling.reason, *(look.found for look in ruling.looks)] if ruling else []
    return [proposal.what, row.why, *weighed, *around, *made]
