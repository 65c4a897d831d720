"""What is put on record of a standard without changing how it stands: whom it was shown, that it was used, what came of it."""

from msgspec.structs import replace

from workflows.kernel.grammar import Fact, Ref
from workflows.standard import events as e
from workflows.standard.state import Meeting, Showing, Standard

Marking = e.Shown | e.ReplyTaken | e.Activated | e.Used | e.Met | e.FellDue


def marked(standard: Standard, event: Marking, fact: Fact) -> Standard:
    match event:
        case e.Shown(to=to):
            return replace(standard, shown=(*standard.shown, Showing(to, fact.happened)))
        case e.ReplyTaken():
            return replace(standard, shown=_replied(standard.shown, event, fact))
        case e.Activated():
            return replace(standard, activated=fact.happened, activated_why=Ref(fact.seq, "why"))
        case e.Used():
            return replace(standard, used=(*standard.used, Ref(fact.seq, "what")))
        case e.Met(came=came):
            return replace(standard, met=Meeting(came, Ref(fact.seq, "outcome")))
        case e.FellDue(owes=owes, due=due):
            return replace(standard, fallen=(*standard.fallen, (owes, due)))


def _replied(shown: tuple[Showing, ...], event: e.ReplyTaken, fact: Fact) -> tuple[Showing, ...]:
    """With what they said to the last time it was shown to them."""
    words = None if event.words is None else Ref(fact.seq, "words")
    last = max((n for n, one in enumerate(shown) if one.to == event.to), default=None)
    return tuple(replace(one, says=event.says, words=words) if n == last else one for n, one in enumerate(shown))
