"""What each person answered in a wave, as national databases take it: a row for each person, each answer as it was given and
not turned round, under the exact name of its item; beside it a row about the site, the places, the codebook.

It leaves the house only where that was announced and two people released it. Places where few answered are put together first;
rows stand in the order of what they say, which tells nothing of when or by whom.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import IO

from msgspec import Struct, json

from assessments.campaign import Wave
from assessments.campaign.rosters import Roster
from assessments.disclosure import MOST_CAREFUL, ORDINARY, REST, put_together
from assessments.instrument import Answers, Instrument, Item, faults
from services.balloting import sealed_of
from services.clerk.access import Actor
from services.exporting.survey import codebook
from services.exporting.survey.sheets import Cell, Sheet, written
from services.house import House
from services.instruments import asked_by
from workflows.trail import Disclose

READ_ME = """Answers are as they were given: none is turned round. An empty cell: nothing was answered.
Which way round an item is meant, and which value says that it does not apply, stands in the codebook.
No name and no time is in it; a position only where it was announced and enough of each answered.
Rows stand in the order of what they say.
Places where fewer than {least} people answered are put together as "other".
It was announced before anybody answered, and two people released it to: {to}"""


Held = Mapping[str, Sequence[Answers]]
"""Answers by position; "" where positions are not told apart."""


class Site(Struct, frozen=True, kw_only=True):
    """The wave of one hospital, its answers by place."""

    stream: str
    wave: Wave
    roster: Roster
    instrument: Instrument
    places: Mapping[str, Held]

    @property
    def people(self) -> int:
        return sum(map(_people_of, self.places.values()))

    @property
    def items(self) -> tuple[Item, ...]:
        """Without those about disrespect where too few answered altogether."""
        return tuple(one for one in self.instrument.items if not one.respect or self.people >= MOST_CAREFUL)

    @property
    def least(self) -> int:
        """People of a place that stands by itself."""
        return MOST_CAREFUL if any(one.respect for one in self.items) else ORDINARY

    @property
    def called(self) -> Mapping[str, str]:
        """By place, its name in the file."""
        return put_together({place: _people_of(some) for place, some in self.places.items()}, self.least)

    def positions(self, place: str) -> Held:
        """The same answers by position, where every position of the place has people enough; else of all of them together."""
        held = self.places[place]
        if self.called[place] != REST and all(len(some) >= self.least for some in held.values()):
            return held
        return {"": tuple(one for some in held.values() for one in some)}


def site(house: House, stream: str, wave: Wave) -> Site | None:
    """None where nothing of the kind may leave: it was not announced, or not released, or what was asked is not here."""
    instrument, kept = asked_by(house, wave), sealed_of(house, stream, wave)
    if not wave.announced or not wave.released or instrument is None or kept is None or wave.roster is None:
        return None
    piles = list(zip(wave.roster.piles, kept.ballots, strict=True))
    places = {
        "+".join(units): {pile.positions: some for pile, some in piles if pile.group == group}
        if str(group) in kept.parted
        else {"": kept.by_group[group]}
        for group, units in enumerate(wave.roster.parts)
    }
    return Site(stream=stream, wave=wave, roster=wave.roster, instrument=instrument, places=places)


def write(stream: IO[bytes], house: House, actor: Actor, found: Site, to: str) -> int:
    """For whom it was released (`to`). How many people's answers are in it; it is on record before anything is written."""
    reason = f"What each person answered, as announced and released by two people, to: {to}"
    house.looks.note(actor, Disclose(what="survey", to="other", reason=reason, count=found.people, about=found.stream))
    written(stream, found.instrument.id, _sheets(house, found, to))
    return found.people


def _people_of(held: Held) -> int:
    return sum(map(len, held.values()))


def _sheets(house: House, found: Site, to: str) -> Iterable[Sheet]:
    wave, roster = found.wave, found.roster
    words = READ_ME.format(least=found.least, to=to).splitlines()
    yield "Read me", ("About this file",), ((line,) for line in words)
    positions = ("Position",) if wave.by_position else ()
    yield "Respondents", ("SiteID", "Area", *positions, *(one.id for one in found.items)), _people(house, found)
    yield (
        "Site",
        ("SiteID", "Hospital", "Instrument", "Version", "Closed", "Mode", "Distributed", "Returned"),
        [
            (
                house.plate.slug,
                house.plate.name,
                wave.instrument,
                wave.version,
                wave.closes,
                wave.mode,
                sum(roster.eligible),
                found.people,
            )
        ],
    )
    yield "Areas", ("Units", "Area"), sorted(found.called.items())
    yield "Codebook", codebook.HEAD, codebook.rows(codebook.variables(found.instrument, wave))


def _people(house: House, found: Site) -> list[tuple[Cell, ...]]:
    """An answer that cannot be was never counted."""
    rows = [
        (found.called[place], positions, one)
        for place in found.places
        for positions, some in found.positions(place).items()
        for one in some
    ]
    assert not any(faults(found.instrument, answers) for _, _, answers in rows)
    rows.sort(key=lambda row: (row[0] == REST, *row[:2], json.encode(sorted(row[2].items()))))
    by = found.wave.by_position
    return [
        (house.plate.slug, area, *((positions,) if by else ()), *(answers.get(one.id) for one in found.items))
        for area, positions, answers in rows
    ]
