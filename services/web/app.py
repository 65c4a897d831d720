"""The whole web face of one hospital as a Flask application. The API is put beside it by whoever serves both."""

from urllib.parse import urlencode

from flask import Flask, g, redirect, request
from werkzeug.wrappers import Response

from services.house import House
from services.web import errors, guard, layout, session
from services.web.layout.assets import STATIC
from services.web.pages import PAGES
from services.web.pages.importing.passage import Passages
from services.web.signing_in import PLACES
from services.web.visit import Visit

OPEN = frozenset({"sign_in.ask", "sign_in.enter", "start.ask", "start.found", "static"})
"""What nobody needs to be signed in for; the first page asks for itself."""


def create_app(house: House) -> Flask:
    app = Flask(__name__, static_folder=str(STATIC), static_url_path="/static")
    app.extensions["house"] = house
    app.jinja_loader = layout.templates()
    layout.dress(app.jinja_env)
    session.install(app, house)
    guard.install(app)
    errors.install(app, house)
    app.extensions["imports"] = Passages(house)
    for page in PAGES:
        app.register_blueprint(page)

    @app.before_request
    def meet() -> Response | None:
        return _meet(house)

    return app


def _meet(house: House) -> Response | None:
    """Finds out who asks; whoever is not signed in is asked to."""
    if request.endpoint is None or request.endpoint in OPEN or not guard.is_page():
        return None
    known = session.found(house)
    if known is None:
        return to_sign_in()
    g.session = known
    if known.owed:
        return None if request.path == PLACES[known.owed] else redirect(PLACES[known.owed], 303)
    g.visit = Visit(house, known.person)
    session.keep_pace(house, known, g.visit.actor)
    return None


def to_sign_in() -> Response:
    """With the way back, where there is one."""
    back = request.full_path.rstrip("?") if request.method == "GET" else guard.local(request.form.get("next"))
    target = "/sign-in" if back == "/" else f"/sign-in?{urlencode({'next': back})}"
    return redirect(target, 303)
