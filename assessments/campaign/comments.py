"""What people wrote in words of their own beside their answers: invited, gathered, looked at one by one, and then shown.

No word of it is in any event, and nothing ties a comment to an answer, a card or a moment: events count comments and name them
by their place in an order that follows from nothing but what they say.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from assessments.campaign import events as e
from assessments.campaign.commands import Count, ReviewComment, ShowComments, Verdict
from workflows.kernel.grammar import Fact, Ref, refused
from workflows.kernel.noun import Decision

LONGEST = 1_000
"""Characters of a comment."""
CUT = "[…]"
"""What stands where words were taken out."""


class Judged(Struct, frozen=True):
    """What the reviewer said of one comment: whether it is shown, without which of its words, and why not."""

    verdict: Verdict
    without: tuple[int, ...] = ()
    reason: Ref | None = None


class Comments(Struct, frozen=True, kw_only=True):
    """`written`: how many there are, once they lie sealed under `digest`; they are shown where `least` or more are together.
    `judged` by the number of the comment, from 1 on. `shown`: whoever may read the results may read them."""

    written: int = 0
    least: int = 0
    digest: str | None = None
    judged: Mapping[int, Judged] = field(default_factory=dict)
    shown: bool = False

    @property
    def waiting(self) -> int:
        """How many nobody has looked at."""
        return self.written - len(self.judged)

    @property
    def is_owed(self) -> bool:
        """Somebody still looks at them, or shows what was looked at."""
        return self.waiting > 0 or (not self.shown and 0 < self.least <= self.written)


def noted(state: Comments | None, event: "Noted", fact: Fact) -> Comments:
    before = state or Comments()
    match event:
        case e.CommentsInvited():
            return before
        case e.CommentsGathered(comments=written, least=least, digest=digest):
            return replace(before, written=written, least=least, digest=digest)
        case e.CommentReviewed(comment=number, verdict=verdict, without=without, reason=reason):
            why = None if reason is None else Ref(fact.seq, "reason")
            return replace(before, judged={**before.judged, number: Judged(verdict, without, why)})
        case e.CommentsShown():
            return replace(before, shown=True)


Noted = e.CommentsInvited | e.CommentsGathered | e.CommentReviewed | e.CommentsShown


def gathered(state: Comments | None, command: Count) -> tuple[e.CommentsGathered, ...]:
    """Said with the ballots; nothing where nobody was invited to write, or nobody did."""
    if state is None or not command.comments or command.comments_digest is None:
        return ()
    counted, least = command.comments, command.comments_least or 0
    return (e.CommentsGathered(comments=counted, least=least, digest=command.comments_digest),)


def reviewed(state: Comments | None, command: ReviewComment) -> Decision:
    """Nothing is ever deleted: what is hidden stays under seal, with the reason."""
    if state is None or not 1 <= command.comment <= state.written:
        return refused("campaign.no_such_comment", written=state.written if state else 0)
    if command.verdict != "show" and command.reason is None:
        return refused("campaign.why_not_shown")
    without = tuple(sorted(set(command.without))) if command.verdict == "show" else ()
    before = state.judged.get(command.comment)
    if before is not None and command.reason is None and (before.verdict, before.without) == (command.verdict, without):
        return ()
    return (
        e.CommentReviewed(comment=command.comment, verdict=command.verdict, without=without, reason=command.reason),
    )


def shown(state: Comments | None, _: ShowComments) -> Decision:
    """All at once, when somebody has looked at each, and never where too few wrote something."""
    if state is None or state.digest is None:
        return refused("campaign.no_comments")
    if state.waiting:
        return refused("campaign.comments_wait", number=state.waiting)
    if state.written < state.least:
        return refused("campaign.too_few_comments", least=state.least)
    return () if state.shown else (e.CommentsShown(),)


def words(text: str) -> Sequence[str]:
    """What is counted when words are taken out: whatever stands between spaces."""
    return text.split()


def without(text: str, numbers: Sequence[int]) -> str:
    """The same with these words (from 1 on) taken out; those that stood side by side leave one gap."""
    gone, told = frozenset(numbers), list[str]()
    for number, word in enumerate(words(text), start=1):
        if number not in gone:
            told.append(word)
        elif told[-1:] != [CUT]:
            told.append(CUT)
    return " ".join(told)
