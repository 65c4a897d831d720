"""The steps of a wave, in order: which are done, which is next, and what is known of each."""

from collections.abc import Sequence

from assessments.campaign import Campaign, Wave
from services.wording import time_words
from workflows.kernel.moments import Day

ORDER = ("draft", "locked", "open", "counted", "published")


def steps(wave: Wave, parts: Sequence[Campaign], today: Day) -> tuple[tuple[str, str, str], ...]:
    """What is done, whether it is, and what is known of it."""
    reached = ORDER.index(wave.stage) if wave.stage in ORDER else -1
    closes = time_words.short(wave.closes, today)
    people = sum(wave.roster.eligible) if wave.roster else 0
    talked = sum(one.stage == "debriefed" for one in parts)
    told = (
        ("Planned", f"{len(wave.units)} units"),
        ("Words and people locked", f"version {wave.version}, {people} people" if wave.roster else ""),
        ("Begun", f"until {closes}; by mail everybody hears of it, and once more three days before it closes"),
        ("Counted", f"{wave.ballots} answered" if wave.ballots is not None else f"by itself on {closes}"),
        ("Looked at, and published", "before that nobody else sees what was found"),
    )
    lines = [(name, _how(at, reached), what) for at, (name, what) in enumerate(told)]
    said = f"{talked} of {len(parts)} have said what follows" if parts else "each unit says what follows"
    is_done = bool(parts) and talked == len(parts)
    return (*lines, ("Talked about", "done" if is_done else _how(len(ORDER), reached), said))


def _how(at: int, reached: int) -> str:
    if at <= reached:
        return "done"
    return "next" if at == reached + 1 else "to come"
