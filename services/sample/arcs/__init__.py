"""The stories of the year. Each is a generator: it yields the day of the year on which it goes on.

May import the stage and the commands.
"""

from collections.abc import Callable, Iterator
from functools import partial

from services.sample.arcs import (
    charters,
    deciding,
    desks,
    guarding,
    partners,
    promising,
    restricted,
    rounding,
    units,
    upwards,
    voices,
)
from services.sample.stage import Stage

ARCS: tuple[Callable[[Stage], Iterator[int]], ...] = (
    partners.small_hospital,
    partners.four_units,
    partners.teams,
    partners.next_in_emergency,
    *(partial(partners.year_of, unit) for unit in partners.YEARS),
    partners.planned_and_moved,
    partners.flood,
    partners.graduation,
    desks.heparin,
    units.first_rounds,
    desks.lift,
    voices.pages,
    desks.emergency_spring,
    voices.daughter,
    units.small_lies,
    units.sleep_lab,
    units.away,
    rounding.rhythm,
    rounding.at_night,
    rounding.patients,
    voices.still_open,
    voices.an_honest_no,
    voices.no_agreement,
    voices.anonymous,
    desks.on_her_desk,
    deciding.second_pair_of_eyes,
    deciding.no_second_lift,
    deciding.flooded_ramp,
    promising.around_the_lift,
    restricted.answered_late,
    restricted.answered_in_time,
    restricted.set_apart,
    guarding.from_the_poster,
    guarding.hidden_and_kept_from,
    guarding.erased_and_held,
    guarding.seen_and_numbered,
    charters.taking_up,
    charters.charter,
    charters.steps_and_money,
    charters.who_is_in,
    charters.leading,
    upwards.told_and_read_back,
    upwards.quarters,
)
