"""The rooms of the API put into an application, beside whatever else it serves."""

from functools import cache, partial
from importlib.resources import files
from typing import Any

import msgspec
from flask import Blueprint, Flask, Response, request
from werkzeug.routing import RequestRedirect

from services.api import (
    commands,
    documented,
    etags,
    giving,
    places,
    preferences,
    problems,
    reads,
    searching,
    sheets,
    sign_in,
)
from services.api.seams import ProblemApi
from services.house import House

API = "/api/"
ABOUT = {
    "title": "Heard",
    "version": "1",
    "openapi_version": "3.1.0",
    "info": {"description": files("services.api").joinpath("description.md").read_text(encoding="utf-8")},
}


def install(app: Flask, house: House) -> None:
    """Serves the API of this hospital under `/api/v1`, its description at `/api/v1/openapi.json`."""
    api = ProblemApi(app, ABOUT)
    api.describe_later(
        partial(
            documented.declare,
            api,
            (
                giving.Receipt,
                sign_in.Opened,
                preferences.HowTold,
                sheets.SheetTaken,
                searching.Matches,
                *reads.SHAPES,
            ),
        )
    )
    for room in (
        sign_in.room(house),
        preferences.room(house),
        reads.room(house),
        sheets.room(house),
        searching.room(house),
        commands.room(house),
    ):
        api.admit(room)
    app.register_blueprint(_description(api))
    app.before_request(_lost)


def document(app: Flask) -> dict[str, Any]:
    """The OpenAPI document of the API that was installed in this application."""
    api: ProblemApi = app.extensions["flask-smorest"]["apis"][""]["ext_obj"]
    return api.document()


def _description(api: ProblemApi) -> Blueprint:
    blueprint = Blueprint("description", __name__, url_prefix=places.ROOT)
    described = cache(lambda: msgspec.json.encode(api.document(), order="sorted"))

    @blueprint.get("/openapi.json")
    def openapi() -> Response:
        return etags.marked(Response(described(), mimetype="application/json"), 1)

    return blueprint


def _lost() -> Response | None:
    """A path or method that is none of ours is a problem too; pages answer for themselves."""
    error = request.routing_exception
    if error is None or isinstance(error, RequestRedirect) or not request.path.startswith(API):
        return None
    return problems.of_exception(error)
