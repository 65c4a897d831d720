"""The page with the code, after something was said: shown again however often, until its speaker has kept it."""

from flask import Response, request

from services import clock
from services import code as codes
from services.web.owned import the_house
from services.web.public import form_pass
from services.web.public.catalogue import Says
from services.web.public.outside import shown, spoken
from services.web.public.square import square
from workflows.kernel.moments import Day


def receipt(say: Says, code: str, unit: str, kind: str, work: int = 0) -> Response:
    """`unit` is where it is about, "" for nowhere in particular; `work` the bits that are asked of whoever says it is kept."""
    if the_house().intake.is_kept(the_house().intake.id_of(code)):
        return shown("speak/kept.html", say, title=say("receipt.already_kept"), text=say("receipt.kept_text"))
    where = f"{request.host_url}heard"
    return shown(
        "speak/receipt.html",
        say,
        429 if work else 200,
        bare=code,
        work=work,
        code=codes.spelled(code),
        form_pass=form_pass.made(the_house(), code),
        where=where,
        square=square(f"{where}#{codes.spelled(code)}", codes.spelled(code)),
        next=say("receipt.work") if work else _next(say, unit, kind),
    )


def _next(say: Says, unit: str, kind: str) -> str:
    return say("receipt.next_thanks") if kind == "thanks" else say("receipt.next", day=spoken(due(unit), say))


def due(unit: str) -> Day:
    """By when something said today is answered."""
    terms = the_house().clerk.terms.now()[1]
    return terms.of(unit or None).due(clock.day_of(the_house().now(), the_house().plate.zone), "answer_days")
