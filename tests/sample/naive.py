"""The figures once more, by whoever knows nothing of how Heard reckons: from facts as the API tells them, one loop at a time,
with nothing of Heard imported."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

Fact = dict[str, Any]
LOOKED_AT = {"concern.acknowledged", "concern.triaged", "concern.listed", "concern.merged", "concern.answered"}
ENDS = {
    "concern.heard": "heard",
    "concern.disagreed": "disagreed",
    "concern.fell_silent": "no_reply",
    "concern.not_reached": "cannot_be_reached",
    "concern.withdrawn": "withdrawn",
}


def by_stream(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in sorted(facts, key=lambda one: one["seq"]):
        found[fact["stream"]].append(fact)
    return found


def unit_of(facts: list[Fact]) -> str:
    """Where it is now: what moves leaves and arrives."""
    unit = None
    for fact in facts:
        if fact["version"] == 1 or fact["name"].endswith(".arrived"):
            unit = fact["event"].get("unit")
    return unit or ""


def day_of(fact: Fact) -> date:
    return date.fromisoformat(fact["happened"][:10])


def waits(streams: dict[str, list[Fact]], today: date) -> dict[str, list[tuple[int, bool]]]:
    """Per aim: after how many days it was reached, or how long it has been waited for, and whether it was reached."""
    found: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for stream, facts in streams.items():
        noun = stream.partition("-")[0]
        began = day_of(facts[0])

        def until(fact: Fact | None, began: date = began) -> int:
            return max(0, ((day_of(fact) if fact else today) - began).days)

        def first(names: set[str], facts: list[Fact] = facts) -> Fact | None:
            return next((one for one in facts if one["name"] in names), None)

        def last(names: set[str], facts: list[Fact] = facts) -> Fact | None:
            return first(names, facts[::-1])

        match noun:
            case "concern" if facts[0]["event"].get("kind") != "thanks":
                over = set(ENDS)
                looked = first(LOOKED_AT | over)
                found["looked_at"].append((until(looked), looked is not None))
                known = first({"concern.triaged", "concern.listed", "concern.merged"})
                never = first(over) if known is None else None
                found["triaged"].append((until(known or never), known is not None))
                heard = told_on(facts)
                gone = last({"concern.not_reached", "concern.withdrawn"}) if heard is None else None
                found["answered"].append((until(heard or gone), heard is not None))
            case "issue":
                if last({"issue.unlisted"}):
                    continue
                owned = next((one for one in facts if one["event"].get("owner")), None)
                undone = first({"issue.resolved", "issue.declined"}) if owned is None else None
                found["assigned"].append((until(owned or undone), owned is not None))
                ended = last({"issue.resolved", "issue.declined", "issue.reopened"})
                over_ = ended is not None and ended["name"] != "issue.reopened"
                found["resolved"].append((until(ended if over_ else None), over_))
            case "barrier":
                if last({"barrier.withdrawn"}):
                    continue
                yes = first({"barrier.accepted", "barrier.removal_claimed", "barrier.removal_verified"})
                risk = first({"barrier.accepted_as_risk"})
                taken = min((one for one in (yes, risk) if one), key=lambda one: one["seq"], default=None)
                found["accepted"].append((until(taken), taken is not None))
                gone = first({"barrier.removal_verified"})
                found["removed"].append((until(gone or risk), gone is not None))
            case _:
                pass
    return found


def told_on(facts: list[Fact]) -> Fact | None:
    """When a whole answer, and not one of what is known so far, first reached who spoke."""
    whole = False
    for fact in facts:
        match fact["name"]:
            case "concern.answered":
                whole = whole or fact["event"].get("final", True)
            case "concern.disputed" | "concern.reopened":
                whole = False
            case "concern.delivered" if whole:
                return fact
            case "concern.heard" | "concern.disagreed" | "concern.fell_silent":
                return fact
            case _:
                pass
    return None


def after(spans: list[tuple[int, bool]], part: float) -> int | None:
    """The day on which the product of the shares that went on falls to what is left."""
    left = 1.0
    for day in sorted({days for days, over in spans if over}):
        waiting = sum(days >= day for days, _ in spans)
        left *= 1 - sum(over and days == day for days, over in spans) / waiting
        if left <= 1 - part + 1e-9:
            return day
    return None


def ends(streams: dict[str, list[Fact]]) -> Counter[str]:
    """Where each voice stands."""
    found: Counter[str] = Counter()
    for stream, facts in streams.items():
        if not stream.startswith("concern-"):
            continue
        stands = "noted" if facts[0]["event"].get("kind") == "thanks" else "owed"
        for fact in facts:
            match fact["name"]:
                case "concern.answered" if fact["event"].get("final", True) or stands != "owed":
                    stands = "answered"
                case "concern.delivered" if stands == "answered":
                    stands = "delivered"
                case "concern.disputed" | "concern.reopened":
                    stands = "owed"
                case name if name in ENDS:
                    stands = ENDS[name]
                case _:
                    pass
        found[stands] += 1
    return found


def curve(spans: list[tuple[int, bool]]) -> list[tuple[int, int, int]]:
    """On which day how many had waited until then, and how many of them came to their end."""
    days = sorted({days for days, over in spans if over})
    return [(day, sum(one >= day for one, _ in spans), spans.count((day, True))) for day in days]


def brought(ended: Counter[str]) -> tuple[int, int]:
    """Voices whom an answer reached, of those for whom there is one."""
    reached = sum(ended[one] for one in ("delivered", "heard", "disagreed", "no_reply"))
    return reached, reached + ended["answered"] + ended["cannot_be_reached"]


def asking(streams: dict[str, list[Fact]]) -> list[Fact]:
    """The first fact of every concern but thank-yous."""
    first = [facts[0] for stream, facts in streams.items() if stream.startswith("concern-")]
    return [one for one in first if one["event"].get("kind") != "thanks"]


def solutions(streams: dict[str, list[Fact]]) -> dict[str, tuple[int, int]]:
    """By month, of the concerns of it, those that came with a solution."""
    found: dict[str, list[bool]] = defaultdict(list)
    for one in asking(streams):
        found[one["happened"][:7]].append(one["event"].get("idea") is not None)
    return {month: (sum(with_one), len(with_one)) for month, with_one in found.items()}


def public(streams: dict[str, list[Fact]]) -> tuple[int, int]:
    """Voices of patients, families and visitors, of those that say who speaks."""
    said = [one["event"].get("who", "no_answer") for one in asking(streams)]
    named = [who for who in said if who != "no_answer"]
    return sum(who in {"patient", "family", "visitor"} for who in named), len(named)


def last_of(facts: list[Fact], *names: str) -> Fact | None:
    return next((one for one in reversed(facts) if one["name"] in names), None)


def issues(streams: dict[str, list[Fact]], *, solved: bool) -> list[list[Fact]]:
    """Those that were resolved, or those that are open."""
    found = []
    for stream, facts in streams.items():
        ended = last_of(facts, "issue.resolved", "issue.declined", "issue.reopened", "issue.unlisted")
        name = ended["name"] if ended else "issue.listed"
        if stream.startswith("issue-") and name in (
            {"issue.resolved"} if solved else {"issue.listed", "issue.reopened"}
        ):
            found.append(facts)
    return found


def easy(streams: dict[str, list[Fact]]) -> tuple[int, int]:
    """What was found easy, of what was weighed and resolved."""
    weighed = [last_of(facts, "issue.triaged") for facts in issues(streams, solved=True)]
    eases = [one["event"]["ease"] for one in weighed if one]
    return sum(ease >= 4 for ease in eases), len(eases)


def planned(streams: dict[str, list[Fact]]) -> tuple[int, int]:
    """Open issues with a plan of both sides."""
    there = issues(streams, solved=False)
    of_both = 0
    for facts in there:
        plan = last_of(facts, "issue.planned")
        since = facts[facts.index(plan) :] if plan else []
        of_both += len({one["event"]["side"] for one in since if one["name"] == "issue.co_authored"}) == 2
    return of_both, len(there)


def rounds(streams: dict[str, list[Fact]]) -> tuple[int, int]:
    """Rounds held with the executive, of those held and those not held."""
    with_executive = due = 0
    for stream, facts in streams.items():
        if stream.startswith("rounds-"):
            held = [one["event"]["colour"] for one in facts if one["name"] == "rounds.held"]
            due += bool(held) or any(one["name"] == "rounds.not_held" for one in facts)
            with_executive += held[-1:] == ["executive"]
    return with_executive, due


def promises(streams: dict[str, list[Fact]], today: date) -> tuple[int, int]:
    """Kept by the first day, of those whose first day has come or that were kept."""
    kept = due = 0
    for stream, facts in streams.items():
        if not stream.startswith("promise-"):
            continue
        first_due = date.fromisoformat(facts[0]["event"]["due"])
        settled = next((one for one in facts if one["name"] in SETTLED), None)
        if any(one["name"] == "promise.released" for one in facts):
            continue
        if settled is not None:
            due += 1
            kept += day_of(settled) <= first_due
        elif first_due < today:
            due += 1
    return kept, due


SETTLED = {"promise.kept", "promise.granted", "promise.refused"}


def climbed(streams: dict[str, list[Fact]]) -> tuple[int, int]:
    """Barriers that climbed, of those that were not taken back."""
    kept = [facts for stream, facts in streams.items() if stream.startswith("barrier-")]
    kept = [facts for facts in kept if not last_of(facts, "barrier.withdrawn")]
    return sum(any(one["name"] == "barrier.climbed" for one in facts) for facts in kept), len(kept)
