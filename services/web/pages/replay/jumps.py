"""Where a review wants to be next: the next rounds, dispute or answer, and where something lay longest on one desk."""

from flask import request

from projections.accountability import Holding
from projections.lives import Stint
from services import clock
from services.reader import replay as reader
from services.reader.views import Look
from services.web.pages.replay.at_stop import AtStop
from workflows.kernel.moments import Day, day_after

NEXT = {
    "rounds": frozenset({"rounds.held", "rounds.not_held"}),
    "dispute": frozenset({"concern.disputed"}),
    "answer": frozenset({"concern.answered"}),
}
WORDS = {
    "rounds": "Next rounds",
    "dispute": "Next dispute",
    "answer": "Next answer",
    "desk": "Longest on one desk",
}
NOWHERE = {
    "rounds": "No rounds follow on that day.",
    "dispute": "No answer is disputed after that day.",
    "answer": "Nobody is answered after that day.",
    "desk": "Nothing has been on a desk yet.",
}


def links(at: AtStop) -> list[tuple[str, str]]:
    """What each jump is called, and its address: where it leads is looked for only when it is taken."""
    return [(words, at.stop.href(to=to)) for to, words in WORDS.items()]


def jumped(at: AtStop, latest: Look) -> tuple[str, str]:
    """Where the jump that was taken leads, or why it leads nowhere; ("", "") where none was taken."""
    to = request.args.get("to", "")
    if to not in WORDS:
        return "", ""
    day = _desk(at, latest) if to == "desk" else _following(at, latest, NEXT[to])
    return (at.stop.href(day), "") if day else ("", NOWHERE[to])


def _following(at: AtStop, latest: Look, names: frozenset[str]) -> Day | None:
    """The first day after the one looked at on which such a thing was recorded; on which it happened, where what was true
    then is looked at."""
    stop, log = at.stop, at.unit.log(latest)
    if stop.reading == "as_of":
        recorded = next(log.named(names, stop.seq), None)
        return clock.day_of(recorded.at, at.zone) if recorded else None
    happened = [fact.happened for fact in log.named(names, 0) if fact.happened > stop.end]
    return clock.day_of(min(happened), at.zone) if happened else None


def _desk(at: AtStop, latest: Look) -> Day | None:
    """The last day of it."""
    until = at.stop.latest.until
    seen = (stint for stint in reader.on_desks(latest, at.stop.slug) if at.visit.sees(stint.stream))
    longest = max(
        seen, key=lambda stint: (min(stint.ended or until, until) - stint.row.since, stint.stream), default=None
    )
    return _last_day(at, longest) if longest else None


def _last_day(at: AtStop, stint: Stint[Holding]) -> Day:
    if stint.ended is None:
        return at.stop.last
    began, ended = (clock.day_of(moment, at.zone) for moment in (stint.began, stint.ended))
    return max(began, day_after(ended, -1))
