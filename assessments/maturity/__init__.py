"""How far an organisation has come towards failing seldom: fourteen components, each at one of four stages, in three domains.

`anchors.json` and `anchors.es.json` say in our own words what each stage asks for (the frame is Chassin and Loeb 2013);
`anchors` reads them, `profile` holds the rules. Stages are an order and no numbers: they are never averaged, over components
or over people.
"""

from assessments.maturity.anchors import LANGUAGES, Anchors, Component, anchors
from assessments.maturity.profile import (
    DOMAINS,
    NOT_ASSESSABLE,
    STAGES,
    ComponentKey,
    Domain,
    Profile,
    Rating,
    Spread,
    Stage,
    Standing,
    median,
    overall,
    reached,
    spread,
    standing,
    steps,
)

__all__ = [
    "DOMAINS",
    "LANGUAGES",
    "NOT_ASSESSABLE",
    "STAGES",
    "Anchors",
    "Component",
    "ComponentKey",
    "Domain",
    "Profile",
    "Rating",
    "Spread",
    "Stage",
    "Standing",
    "anchors",
    "median",
    "overall",
    "reached",
    "spread",
    "standing",
    "steps",
]
