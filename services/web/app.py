"""The whole web face of one hospital as a Flask application. The API is put beside it by whoever serves both."""

from urllib.parse import urlencode

from flask import Flask, g, redirect, request
from werkzeug.wrappers import Response

from services.house import House
from services.web import errors, guard, layout
from services.web.framing import tell
from services.web.front import Front
from services.web.in_memory import Request
from services.web.layout.assets import STATIC
from services.web.owned import FRONT, HOUSE
from services.web.pages import PAGES
from services.web.pages.evidence.taking import TAKINGS, Takings
from services.web.pages.importing.passage import PASSAGES, Passages
from services.web.papers import PAPERS
from services.web.paths import local
from services.web.phrases.explaining import word
from services.web.routing import LateRule
from services.web.signing_in import session
from services.web.signing_in.kept_words import KEPT_WORDS
from services.web.signing_in.provider import PROVIDER, Provider
from services.web.signing_in.way_in import PLACES
from services.web.visit import Visit
from services.wording.time_words import number_of
from workflows.kernel.moments import MICRO

OPEN = frozenset(
    {
        "sign_in.ask",
        "sign_in.enter",
        "sign_in.gone",
        "hospital_sign_in.start",
        "hospital_sign_in.back",
        "calendar.feed",
        "link.look",
        "link.act",
        "start.ask",
        "start.found",
        "static",
        "wall.show",
        "wall.meet",
        "wall.tell",
        "wall.ask",
        "wall.send",
        "wall.ask_key",
        "wall.open_wall",
    }
)
"""What nobody needs to be signed in for; the first page asks for itself."""


ANYWHERE = Front()
KEPT = "You had been signed out, so what you sent was not stored yet. Sign in again and it is here, for you alone."
IDLE = "You were signed out because nothing was done for {}. Sign in again and you are back where you were."
MINUTE = 60 * MICRO


class _Pages(Flask):
    request_class = Request
    url_rule_class = LateRule


def create_app(house: House, front: Front = ANYWHERE) -> Flask:
    app = _Pages(__name__, static_folder=str(STATIC), static_url_path="/static")
    HOUSE.put(app, house)
    app.jinja_loader = layout.templates()
    layout.dress(app.jinja_env).globals.update(word=word)
    session.install(app, house)
    guard.install(app, front)
    errors.install(app, house)
    PASSAGES.put(app, Passages(house))
    TAKINGS.put(app, Takings(house))
    FRONT.put(app, front)
    _install_provider(app, front)
    for page in (*PAGES, *PAPERS):
        app.register_blueprint(page)

    @app.before_request
    def meet() -> Response | None:
        return _meet(house)

    return app


def _install_provider(app: Flask, front: Front) -> None:
    """The hospital's own sign-in, where there is one; it sends people back to the address they know."""
    PROVIDER.put(app, Provider(app, front.sso, front.address) if front.sso and front.address else None)


def _meet(house: House) -> Response | None:
    """Finds out who asks; whoever is not signed in is asked to."""
    if request.endpoint is None or request.endpoint in OPEN or request.blueprint in guard.PUBLIC or not guard.is_page():
        return None
    known = session.found(house)
    if known is None:
        _keep_words(house)
        _say_why(house)
        return to_sign_in()
    g.session = known
    if known.owed:
        return None if request.path == PLACES[known.owed] else redirect(PLACES[known.owed], 303)
    g.visit = Visit(house, known.person)
    session.keep_pace(house, known, g.visit.actor)
    house.looks.opened(g.visit.actor, *g.visit.opened)
    if request.method == "POST":
        KEPT_WORDS.here().drop(known.person, _asked())
    return None


def _keep_words(house: House) -> None:
    """What was sent after a sign-in ran out is kept for whoever's it was."""
    past = session.past(house) if request.method == "POST" else None
    if past and not past.owed and KEPT_WORDS.here().keep(past.person, _asked(), request.form, house.now()):
        tell(KEPT)


def _say_why(house: House) -> None:
    """Whoever was signed out for idleness would else meet a bare page and think it broke."""
    past = session.past(house) if request.method == "GET" else None
    now = house.now()
    if past and not past.owed and now < past.ends and now - past.seen > past.idle:
        tell(IDLE.format(number_of(past.idle // MINUTE, "minute", "minutes")))


def to_sign_in() -> Response:
    """With the way back, where there is one."""
    back = _asked() if request.method == "GET" else local(request.form.get("next"))
    target = "/sign-in" if back == "/" else f"/sign-in?{urlencode({'next': back})}"
    return redirect(target, 303)


def _asked() -> str:
    """The path with its query."""
    return request.full_path.rstrip("?")
