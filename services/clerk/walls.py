"""What is not there for somebody: the voices that are about them, and all that hangs on these.

The issue of such a voice, the other voices on it, the barriers in the way of nothing else, and what was promised, waived
or complained about any of it. Where the walls stand the directory knows; here they are followed through today's states.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from services.clerk.memory import Memory
from services.people import Directory
from workflows.kernel.grammar import Fact
from workflows.kernel.ids import noun_of


class Walls:
    """One hospital's walls."""

    def __init__(self, memory: Memory, people: Directory) -> None:
        self._memory = memory
        self._people = people

    def around(self, person: str) -> frozenset[str]:
        """The streams that are not there for this person; for nearly everybody none."""
        voices = self._people.walled_from(person)
        if not voices:
            return voices
        issues = {issue for one in voices if (issue := _issue_of(self._state(one)))}
        voices |= {voice for one in issues for voice in _of(self._state(one), "matter", "voices")}
        return self.hanging_on(voices | issues)

    def hanging_on(self, behind: frozenset[str]) -> frozenset[str]:
        """These voices and issues, and the barriers in the way of nothing else."""
        issues = [one for one in behind if noun_of(one) == "issue"]
        barriers = {barrier for one in issues for barrier in _of(self._state(one), "matter", "barriers")}
        return behind | {one for one in barriers if behind.issuperset(_of(self._state(one), "obstacle", "issues"))}

    def hide(self, behind: frozenset[str], stream: str) -> bool:
        """Whether this stream is one of those, or about one of them."""
        return bool(behind) and (stream in behind or getattr(self._state(stream), "about", None) in behind)

    def _state(self, stream: str) -> Any:
        return self._memory.get(stream).state


def told(facts: Iterable[Fact], behind: frozenset[str]) -> Iterator[Fact]:
    """The facts that neither are of these streams nor speak of them."""
    for fact in facts:
        if fact.stream not in behind and behind.isdisjoint(fact.head.speaks_of):
            yield fact


def _issue_of(state: Any) -> str | None:
    issue: str | None = getattr(getattr(state, "voice", None), "issue", None)
    return issue


def _of(state: Any, part: str, streams: str) -> tuple[str, ...]:
    found: tuple[str, ...] = getattr(getattr(state, part, None), streams, ())
    return found
