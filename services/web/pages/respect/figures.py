"""How swiftly disrespect is answered here, in few numbers; small ones stay whole numbers, and smaller ones are not said."""

from projections.lives import Stint
from projections.respect import RespectRow
from projections.swiftness import LEAST, Swiftness, swiftness
from services import clock
from services.web.phrases import choice
from services.web.visit import Visit
from services.web.when import When
from services.wording import time_words


def counted(visit: Visit, found: list[Stint[RespectRow]], looking: When) -> Swiftness:
    zone = visit.house.plate.zone
    return swiftness((one.row for one in found), looking.day, lambda moment: clock.day_of(moment, zone))


def figures(said: Swiftness, late: int) -> list[tuple[str, str]]:
    """The few numbers the page opens with: who waits, for how long they did, what came back."""
    waits = "waits for a first response" if said.waiting == 1 else "wait for a first response"
    pairs = [(str(said.waiting), waits), (str(late), "is late today" if late == 1 else "are late today")]
    if said.in_time.whole:
        pairs.append((f"{said.in_time.part} of {said.in_time.whole}", "had their first response in time"))
    if said.days is not None:
        waited = time_words.number_of(said.days, "day")
        pairs.append((waited, "at most, until half of them had it; those who wait are counted"))
    if said.again.whole:
        pairs.append((f"{said.again.part} of {said.again.whole}", "that were addressed happened again"))
    return pairs


HEAD = ("Step", "How many")


def tiers(said: Swiftness) -> list[tuple[str, int]]:
    return [(choice(tier), count) for tier, count in said.tiers.items()] if said.tiers else []


def hidden(said: Swiftness) -> str:
    """Why no steps are listed; "" where they are, or nothing was reported."""
    if said.tiers is not None or not said.reported:
        return ""
    return f"Which steps were chosen is not said of fewer than {LEAST} incidents: it would tell whose they were."
