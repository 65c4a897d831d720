"""The words stories are told in. `Somebody` says what a person does; how it is done is the teller's business."""

from collections.abc import Iterable
from typing import Any, Protocol

Stream = str


class Teller(Protocol):
    """Carries out what people of a story do."""

    def does(self, name: str, verb: str, to: Stream | None, /, **said: Any) -> Stream:
        """Gives the stream it began or went to; fails when it is refused."""

    def is_refused(self, name: str, verb: str, to: Stream | None, /, **said: Any) -> str:
        """The sentence that says why not; fails when it is carried out."""


class Somebody:
    """A person of the story."""

    def __init__(self, teller: Teller, name: str, unit: str | None = None) -> None:
        self._teller = teller
        self.name = name
        self.unit = unit

    def does(self, verb: str, to: Stream | None = None, /, **said: Any) -> Stream:
        return self._teller.does(self.name, verb, to, **said)

    def cannot(self, verb: str, to: Stream | None = None, /, **said: Any) -> str:
        """What a person tries and may not do now; gives the sentence they read."""
        return self._teller.is_refused(self.name, verb, to, **said)

    def raises(self, what: str, **said: Any) -> Stream:
        return self.does("concern.raise", unit=self.unit, what=what, **said)

    def fixes_on_the_spot(self, what: str, did: str, **said: Any) -> Stream:
        return self.does("concern.fix", unit=self.unit, what=what, did=did, **said)

    def lists(self, title: str, concern: Stream | None = None, **said: Any) -> Stream:
        return self.does("issue.list", unit=self.unit, title=title, from_concern=concern, **said)

    def merges(self, concern: Stream, issue: Stream) -> None:
        self.does("concern.merge", concern, issue=issue)

    def unmerges(self, concern: Stream) -> None:
        self.does("concern.unmerge", concern)

    def acknowledges(self, concern: Stream) -> None:
        self.does("concern.acknowledge", concern)

    def answers(self, concern: Stream, answer: str, outcome: str = "done", **said: Any) -> None:
        self.does("concern.answer", concern, answer=answer, outcome=outcome, **said)

    def brings_the_answer(self, concern: Stream, how: str = "in_person") -> None:
        self.does("concern.deliver", concern, how=how)

    def was_heard(self, concern: Stream) -> None:
        self.does("concern.say_heard", concern)

    def disputes(self, concern: Stream, why: str, **said: Any) -> None:
        self.does("concern.dispute", concern, why=why, **said)

    def withdraws(self, concern: Stream, why: str | None = None) -> None:
        self.does("concern.withdraw", concern, why=why)

    def cannot_reach(self, concern: Stream, why: str) -> None:
        self.does("concern.end_cannot_be_reached", concern, why=why)

    def logs_a_barrier(self, what: str, issues: Iterable[Stream], **said: Any) -> Stream:
        return self.does("barrier.log", unit=self.unit, what=what, issues=list(issues), **said)

    def gives_the_barrier_to(self, barrier: Stream, holder: str, **said: Any) -> None:
        self.does("barrier.assign", barrier, holder=holder, **said)

    def accepts(self, barrier: Stream) -> None:
        self.does("barrier.accept", barrier)

    def returns(self, barrier: Stream, reason: str) -> None:
        self.does("barrier.return", barrier, reason=reason)

    def waits(self, barrier: Stream, on: str, until: str, reason: str) -> None:
        self.does("barrier.wait_on", barrier, whom=on, until=until, reason=reason)

    def claims_it_removed(self, barrier: Stream, evidence: str) -> None:
        self.does("barrier.claim_removed", barrier, evidence=evidence)

    def rejects(self, barrier: Stream, why: str) -> None:
        self.does("barrier.reject", barrier, why=why)

    def verifies(self, barrier: Stream) -> None:
        self.does("barrier.verify", barrier)

    def resolves(self, issue: Stream, evidence: str) -> None:
        self.does("issue.resolve", issue, evidence=evidence)

    def schedules_rounds(self, day: str) -> Stream:
        return self.does("rounds.schedule", unit=self.unit, day=day)

    def holds_rounds(self, rounds: Stream, with_: Iterable[str], colour: str = "executive") -> None:
        self.does("rounds.hold", rounds, attendees=list(with_), colour=colour)

    def summarises(self, rounds: Stream, summary: str, first: Iterable[Stream] = ()) -> None:
        self.does("rounds.summarise", rounds, summary=summary, priorities=list(first))
