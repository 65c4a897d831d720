"""`/maturity/stages`: what each stage asks for, to read before one rates, in each language it is written in."""

from flask import Blueprint, abort, request

from assessments.maturity import DOMAINS, LANGUAGES, STAGES, Anchors, Component, anchors
from services.web.framing import shown
from services.web.visit import here

stages = Blueprint("stages", __name__)

NAMES = {"en": "English", "es": "Español"}
"""Of the languages, each in itself."""


@stages.get("/maturity/stages")
def read() -> str:
    """Nothing that anybody said is in it: whoever is signed in reads it."""
    here()
    language = request.args.get("lang", "en")
    if language not in LANGUAGES:
        abort(404)
    said = anchors(language)
    return shown(
        "maturity/stages.html",
        place="Hospital",
        language=language,
        said=said,
        others=[(one, NAMES[one]) for one in LANGUAGES if one != language],
        domains=[(said.domains[one], [_told(said, said.components[key]) for key in said.of(one)]) for one in DOMAINS],
    )


def _told(said: Anchors, component: Component) -> tuple[str, str, list[tuple[str, str]]]:
    """Its title, what it asks, and of each stage what is so that was not at the one before."""
    own = {stage: " ".join(component.criteria(stage).values()) for stage in STAGES}
    own["beginning"] = component.beginning
    return component.title, component.asks, [(said.stages[stage], words) for stage, words in own.items()]
