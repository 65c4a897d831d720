"""The public form, with what was typed and what is wrong with it."""

from collections.abc import Callable, Iterator
from typing import Any

from flask import Response

from services import code as codes
from services.web.layout import Choice, Field
from services.web.owned import the_house
from services.web.pages.speak import photo
from services.web.pages.speak.asked import CAME, KINDS, LEADERS, SPEAKERS, TONGUES, WHO, Typed
from services.web.public import flood, form_pass
from services.web.public.catalogue import Says
from services.web.public.outside import shown, spoken
from services.web.public.receipt import due
from services.wording.names import Names

FOLDED = ("for_another", "interpreter", "leads")
"""Questions that stand folded away until one of them is answered."""


def form(say: Says, typed: Typed, unit: str, errors: dict[str, str], status: int = 200) -> Response:
    code = codes.read(typed.get("code", "")) or codes.mint()
    names = Names(the_house())
    where = names.unit(unit) if unit else ""
    kind = typed.get("kind", "")
    if errors and photo.came():
        errors = {photo.NAME: say("wrong.photo.again")} | errors
    return shown(
        "speak/speak.html",
        say,
        status,
        title=say("speak.title_unit", unit=where) if where else say("speak.title"),
        action=f"/speak/{unit}" if unit else "/speak",
        readers=say("speak.readers_unit", unit=where) if where else say("speak.readers_hospital"),
        due=spoken(due(unit), say),
        ask=_asking(typed, errors, dict(_choices(say, names))),
        wrong=[(name or "what", sentence) for name, sentence in errors.items()],
        opened="card" in errors or typed.get("came") in ("phone", "paper") or any(map(typed.get, FOLDED)),
        code=code,
        form_pass=form_pass.made(the_house(), code),
        work=flood.BITS if status == 429 else 0,
        retaliation=kind == "retaliation",
        takes_photo=photo.is_taken() and kind != "retaliation",
    )


def _asking(typed: Typed, errors: dict[str, str], choices: dict[str, tuple[Choice, ...]]) -> Callable[..., Field]:
    """Makes a question of the form, with what was typed, else what comes `first`, and what is wrong with it."""

    def ask(name: str, title: str, hint: str = "", *, first: str = "", optional: str = "", **more: Any) -> Field:
        return Field(
            name=name,
            title=title,
            hint=hint,
            choices=choices.get(name, ()),
            value=typed.get(name) or first,
            error=errors.get(name, ""),
            optional=optional,
            remembered=False,
            **more,
        )

    return ask


def _choices(say: Says, names: Names) -> Iterator[tuple[str, tuple[Choice, ...]]]:
    yield "kind", tuple(Choice(one, say(f"speak.kind.{one}")) for one in KINDS if one != "retaliation")
    yield "who", tuple(Choice(one, say(f"speak.who.{one}")) for one in WHO)
    yield "came", tuple(Choice(one, say(f"speak.came.{one}")) for one in CAME)
    yield (
        "speaker",
        tuple(Choice(one, say(f"speak.speaker.{one}"), say(f"speak.speaker.{one}_means")) for one in SPEAKERS),
    )
    yield "leads", (Choice("", say("speak.leads.none")), *(Choice(one, say(f"speak.leads.{one}")) for one in LEADERS))
    yield "interpreter", (Choice("", say("speak.interpreter.none")), *(Choice(*one) for one in TONGUES.items()))
    open_units = [Choice(slug, names.unit(slug)) for slug, state in names.units.items() if state.is_open]
    yield "unit", (*open_units, Choice("", say("speak.unit.none")))
