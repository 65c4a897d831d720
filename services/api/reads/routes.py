"""All reads, in one room. Whoever is signed in may knock; each read asks for the rights it needs."""

from services.api import callers, places
from services.api.reads import (
    assessments,
    board,
    briefing,
    campaigns,
    conducts,
    decisions,
    figures,
    focus,
    grievances,
    instruments,
    learnings,
    measures,
    messages,
    monthly,
    partnerships,
    people,
    privileged,
    promises,
    registers,
    replay,
    resources,
    respect,
    scorecard,
    standards,
    streams,
    talks,
    units,
    upwards,
)
from services.api.reads.asking import add
from services.api.seams import Room
from services.house import House

READS = (
    *board.READS,
    *replay.READS,
    *units.READS,
    *streams.READS,
    *briefing.READS,
    *people.READS,
    *grievances.READS,
    *decisions.READS,
    *figures.READS,
    *monthly.READS,
    *measures.READS,
    *learnings.READS,
    *promises.READS,
    *talks.READS,
    *resources.READS,
    *messages.READS,
    *focus.READS,
    *assessments.READS,
    *scorecard.READS,
    *campaigns.READS,
    *instruments.READS,
    *upwards.READS,
    *partnerships.READS,
    *privileged.READS,
    *respect.READS,
    *conducts.READS,
    *standards.READS,
    *registers.READS,
)
SHAPES = tuple(dict.fromkeys(read.shape for read in READS))


def room(house: House) -> Room:
    reads = Room("reads", "What can be asked.", places.ROOT)
    reads.before_request(callers.porter(house, cookies=True))
    for read in READS:
        add(reads, house, read)
    return reads
