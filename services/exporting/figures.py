"""What a hospital hands on to stand among others: counts of the scorecard, and no word."""

from projections.peers import Handed
from projections.units import HOSPITAL
from services import clock
from services.house import House
from services.reader import quarters
from services.reader.views import Look
from workflows.kernel.moments import Day


def handed_on(house: House, look: Look, day: Day) -> Handed:
    """Over four quarters, of the hospital with all its units. Of disrespect nothing is handed on."""
    zone = house.plate.zone
    at = quarters.Looking(
        today=day,
        terms=house.clerk.terms.now()[1],
        day_of=lambda moment: clock.day_of(moment, zone),
        reads_respect=False,
    )
    found = quarters.beside(look, HOSPITAL, at)
    figures = {str(key): share for key, share in found.items() if key != "responded"}
    return Handed(hospital=house.plate.slug, day=day, figures=figures)
