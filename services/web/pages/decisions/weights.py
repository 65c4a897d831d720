"""How decisions are weighed, as pages show it: the six aims in words, in a picture and in the table beside it."""

from collections.abc import Mapping

from projections.weighed import Weighed
from services.web.phrases import choice
from services.web.pictures import AimMark, Part, Stack
from services.web.visit import Visit, Words
from services.wording import time_words
from workflows.decision.commands import AIMS, Aim, Effect
from workflows.decision.state import Proposal, Rating

ORDER: tuple[Effect | None, ...] = ("harms", "trade_off", "neutral", "supports", None)
PARTS = (
    Part("harms", "harms", "alarm"),
    Part("trade_off", "trade-off", "striped"),
    Part("neutral", "neutral", "plain"),
    Part("supports", "supports", "good"),
    Part("", "not rated", "dotted"),
)
HEAD = ("Aim", "Harms", "Trade-off", "Neutral", "Supports", "Not rated")


def marks(proposal: Proposal) -> tuple[AimMark, ...]:
    return tuple(AimMark(choice(aim), _effect(proposal, aim)) for aim in AIMS)


def _effect(proposal: Proposal, aim: Aim) -> str:
    rating = proposal.rating(aim)
    return rating.effect if rating else ""


def rows(visit: Visit, proposal: Proposal, words: Words) -> list[tuple[str, ...]]:
    """Aim, effect, how, what makes a harm smaller and who accepts it."""
    return [_row(visit, aim, proposal.rating(aim), words) for aim in AIMS]


def _row(visit: Visit, aim: Aim, rating: Rating | None, words: Words) -> tuple[str, ...]:
    if rating is None:
        return choice(aim), "not rated yet", "–", "–", "–"
    return (
        choice(aim),
        choice(rating.effect),
        words.of(rating.why) or "–",
        words.of(rating.mitigation) or "–",
        _accepted(visit, rating),
    )


def _accepted(visit: Visit, rating: Rating) -> str:
    if rating.acceptor is None:
        return "–"
    name = visit.names.of(rating.acceptor)
    return f"{name} is asked" if rating.is_owed else name


def bars(weighed: Weighed) -> tuple[Stack, ...]:
    return tuple(Stack(choice(aim), _by_name(counts)) for aim, counts in weighed.effects.items())


def _by_name(counts: Mapping[Effect | None, int]) -> dict[str, int]:
    return {effect or "": count for effect, count in counts.items()}


def table(weighed: Weighed) -> list[tuple[str | int, ...]]:
    return [(choice(aim), *(counts[effect] for effect in ORDER)) for aim, counts in weighed.effects.items()]


def figures(weighed: Weighed) -> list[tuple[str, str]]:
    """Of nothing no share is said."""
    rated, reviewed, harms = weighed.rated, weighed.reviewed, weighed.harms
    if not rated.whole:
        return []
    made = time_words.number_of(rated.whole, "decision")
    figures = [(f"{rated.percent} %", f"of {made} rated on all six aims")]
    if reviewed.whole:
        figures.append((f"{reviewed.part} of {reviewed.whole}", "looked at again by the first day"))
    if harms.whole:
        figures.append((f"{harms.part} of {harms.whole}", "harms accepted by name"))
    return figures
