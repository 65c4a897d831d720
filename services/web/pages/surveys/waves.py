"""A wave that is open, as a unit that it asks sees it."""

from msgspec import Struct

from projections.lives import Stint
from projections.waves import WaveRow
from services import carding
from services.instruments import asked_by
from services.web.doing.actions import Action
from services.web.visit import Visit
from services.wording import time_words


class Asked(Struct, frozen=True, kw_only=True):
    stream: str
    title: str
    says: tuple[str, ...]
    actions: tuple[Action, ...]


def asked(visit: Visit, slug: str, one: Stint[WaveRow]) -> Asked:
    wave, roster = one.row.wave, one.row.wave.roster
    instrument = asked_by(visit.house, wave)
    closes = time_words.short(wave.closes, visit.today)
    group = roster.groups[roster.units.index(slug)] if roster else 0
    rate = carding.rates(visit.house, one.stream, wave).get(group)
    mates = [visit.names.unit(unit) for unit in (roster.of(group) if roster else ())]
    says = [
        f"The whole hospital is asked, until {closes}.",
        f"About {rate} % of you have answered." if rate else "How many of you have answered is told once enough have.",
    ]
    if len(mates) > 1:
        says.append(f"{' and '.join(mates)} are counted as one and never shown apart.")
    label = "Draw a card to answer with" if wave.mode == "anonymous" else "Answer with your own link"
    draws = visit.today <= wave.closes and carding.group_of(visit.house, wave, visit.person) is not None
    return Asked(
        stream=one.stream,
        title=instrument.title["en"] if instrument else wave.instrument,
        says=tuple(says),
        actions=(Action(label, f"/campaign/{one.stream}/card", True),) if draws else (),
    )
