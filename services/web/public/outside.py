"""The frame of a public page and the language it speaks: what the address asks for, else what the browser prefers."""

from datetime import date

from babel.dates import format_date, format_skeleton
from flask import Response, make_response, render_template, request

from services.web.layout import Frame
from services.web.owned import the_house
from services.web.public.catalogue import LANGUAGES, Says, names, says
from workflows.kernel.moments import Day

FIELD = "lang"


def reader() -> Says:
    """The words of whoever reads this page."""
    asked = request.form.get(FIELD) or request.args.get(FIELD) or ""
    return says(asked if asked in LANGUAGES else request.accept_languages.best_match(LANGUAGES) or LANGUAGES[0])


def shown(template: str, say: Says, status: int = 200, **context: object) -> Response:
    """`pages/<template>` in its frame. Nothing is kept of who looked."""
    house = the_house()
    line = house.clerk.settings.brand.line
    frame = Frame(hospital=house.shown_as, line=line, sample=house.plate.sample, language=say.language)
    languages = [(name, language, language == say.language) for language, name in names()]
    page = render_template(
        f"pages/{template}", frame=frame, say=say, languages=languages, path=request.path, number=number(say), **context
    )
    return make_response(page, status)


def number(say: Says) -> str:
    """Whom to call."""
    return the_house().clerk.terms.now()[1].emergency_number or say("emergency_number")


def short(day: Day, say: Says) -> str:
    """So: "May 12", "12 may"."""
    return format_skeleton("MMMd", date.fromisoformat(day), locale=say.language)


def spoken(day: Day, say: Says) -> str:
    """So: "May 12, 2025", "12 de mayo de 2025"."""
    return format_date(date.fromisoformat(day), "long", locale=say.language)
