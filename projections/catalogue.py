"""Every question a person can ask: a new projection is entered here and nowhere else."""

from projections.accountability import ACCOUNTABILITY
from projections.answers import ANSWERS
from projections.barriers import BARRIERS
from projections.campaigns import CAMPAIGNS
from projections.climbed import CLIMBED
from projections.conducts import CONDUCTS
from projections.decisions import DECISIONS
from projections.durations import DURATIONS
from projections.focus import FOCUS
from projections.goals import GOALS
from projections.grievances import GRIEVANCES
from projections.heard_on_rounds import HEARD_ON_ROUNDS
from projections.learnings import LEARNINGS
from projections.lives import Projection
from projections.measures import MEASURES
from projections.messages import MESSAGES
from projections.monthly import MONTHLY
from projections.notices import NOTICES
from projections.paces import PACES
from projections.panels import PANELS
from projections.partnerships import PARTNERSHIPS
from projections.presentations import PRESENTATIONS
from projections.promises import PROMISES
from projections.readings import READINGS
from projections.respect import RESPECT
from projections.rounds import ROUNDS
from projections.self_assessments import SELF_ASSESSMENTS
from projections.solved import SOLVED
from projections.spreads import SPREADS
from projections.standards import STANDARDS
from projections.stories import STORIES
from projections.tracking_log import TRACKING_LOG
from projections.trail import TRAIL
from projections.units import UNITS
from projections.voiced import VOICED
from projections.waivers import WAIVERS
from projections.waking import WAKING
from projections.waves import WAVES
from projections.worked import WORKED

PROJECTIONS: tuple[Projection, ...] = (
    HEARD_ON_ROUNDS,
    SOLVED,
    WORKED,
    CLIMBED,
    DURATIONS,
    MONTHLY,
    VOICED,
    SPREADS,
    UNITS,
    ROUNDS,
    PARTNERSHIPS,
    MESSAGES,
    FOCUS,
    STORIES,
    PRESENTATIONS,
    NOTICES,
    ANSWERS,
    TRACKING_LOG,
    BARRIERS,
    PROMISES,
    WAIVERS,
    DECISIONS,
    READINGS,
    MEASURES,
    PANELS,
    STANDARDS,
    LEARNINGS,
    PACES,
    SELF_ASSESSMENTS,
    GOALS,
    WAVES,
    CAMPAIGNS,
    GRIEVANCES,
    TRAIL,
    ACCOUNTABILITY,
    WAKING,
    RESPECT,
    CONDUCTS,
)

OF_NOUN = {
    noun: projection
    for projection in PROJECTIONS
    if projection.compartment == "open"
    for noun in projection.nouns or ()
}
"""Where the row of a stream is found that says what it is: of several that look at its noun, the last."""
