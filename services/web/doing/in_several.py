"""One thing said of several units at once: each is a command of its own, and what could not be done is asked again, alone."""

from collections.abc import Mapping, Sequence
from uuid import NAMESPACE_URL, uuid5

from flask import abort
from msgspec import Struct
from werkzeug.wrappers import Response

from services.web.doing.forms import Typed, Wrong, asked, command_of, fields
from services.web.doing.giving import Failed, answered, fresh_key, give
from services.web.doing.offers import offers, units
from services.web.framing import shown
from services.web.layout import Field
from services.web.visit import Visit
from workflows.kernel.grammar import Command

UNITS = "units"


class Several(Struct, frozen=True, kw_only=True):
    """What is asked for several units: `title` and `hint` ask which, `none` is said where none is ticked, `done` begins the
    sentence of what was done so far. `left_out` are questions that each unit answers for itself. It is asked by `template`, at
    `place`."""

    kind: type[Command]
    template: str
    place: str
    title: str
    none: str
    done: str
    hint: str = ""
    left_out: frozenset[str] = frozenset()

    @property
    def in_a_field(self) -> bool:
        """Whether the command says its unit itself, and is not given to the unit."""
        return "unit" in self.kind.__struct_fields__


def ticked(visit: Visit, several: Several, typed: Typed) -> list[str]:
    """Those in which the reader may do it."""
    return [one.value for one in units(visit, several.kind.VERB) if one.value in typed.getlist(UNITS)]


def give_in(visit: Visit, several: Several, typed: Typed, wanted: Sequence[str]) -> tuple[Failed | None, Sequence[str]]:
    """What went wrong, and in which units it is still to be done; given again with the same key nothing is done twice."""
    for nth, unit in enumerate(wanted):
        command = command_of(several.kind, _of(typed, unit))
        if isinstance(command, Wrong):
            return Failed(422, wrong=command.errors), wanted[nth:]
        key = str(uuid5(NAMESPACE_URL, f"{typed.get('command', '')}|{unit}"))
        outcome = give(visit, command, None if several.in_a_field else f"unit-{unit}", key)
        if isinstance(outcome, Failed):
            done = f" {several.done} so far: {named(visit, wanted[:nth])}." if nth else ""
            return Failed(outcome.status, f"{visit.names.unit(unit)}: {outcome.sentence}{done}"), wanted[nth:]
    return None, ()


def page(visit: Visit, several: Several, typed: Typed, failed: Failed | None, left: Sequence[str]) -> Response:
    """The form; 404 for whoever may do it nowhere. `left` are the units that are ticked."""
    if not units(visit, several.kind.VERB):
        abort(404)
    made = shown(
        several.template,
        place=several.place,
        notices=failed.notices if failed else (),
        fields=_fields(visit, several, typed, failed, left),
        key=fresh_key(),
    )
    return answered(made, failed)


def none_ticked(visit: Visit, several: Several, typed: Typed) -> Response:
    """The form again, with what is said of it."""
    return page(visit, several, typed, Failed(422, wrong={UNITS: several.none}), ())


def _fields(
    visit: Visit, several: Several, typed: Typed, failed: Failed | None, left: Sequence[str]
) -> tuple[Field, ...]:
    """Which units, and then what the command asks."""
    leave_out = several.left_out | ({"unit"} if several.in_a_field else set())
    questions = asked(several.kind, leave_out)
    wrong: Mapping[str, str] = failed.wrong if failed else {}
    which = Field(
        UNITS,
        several.title,
        several.hint,
        "several",
        units(visit, several.kind.VERB),
        chosen=tuple(left),
        error=wrong.get(UNITS, ""),
        required=True,
    )
    return (which, *fields(questions, offers(visit, several.kind.VERB, questions, None), typed, wrong))


def named(visit: Visit, slugs: Sequence[str]) -> str:
    """So: "4 West, ICU and Emergency"."""
    names = [visit.names.unit(slug) for slug in slugs]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _of(typed: Typed, unit: str) -> Typed:
    """The form as that of a single unit."""
    alone = Typed(typed)
    alone.poplist(UNITS)
    alone["unit"] = unit
    return alone
