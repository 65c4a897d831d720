"""What each figure is called and counts, what is asked for here, and which figures show a duty: `config/figures.json`, or what
the hospital adopted in its place."""

from collections import Counter
from collections.abc import Mapping
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from services import documents
from workflows.kernel.grammar import Refused, refused


class Meaning(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """`counts` says what is counted, of what, and what is left out; `known` what is asked for, or known from elsewhere."""

    title: str
    counts: str
    known: str = ""


class Duty(Struct, frozen=True, forbid_unknown_fields=True):
    """A duty of an executive partner, and the keys of the figures that show how it is carried."""

    title: str
    figures: tuple[str, ...]


class Meanings(Struct, frozen=True, forbid_unknown_fields=True):
    figures: Mapping[str, Meaning]
    duties: tuple[Duty, ...]


@cache
def shipped() -> Meanings:
    """As they came with Heard."""
    return documents.read("figures", Meanings)


def as_counted(adopted: Meanings) -> Meanings:
    """What the hospital says, of the figures there are: what one counts is said by whoever counts it."""
    ours = shipped().figures
    figures = {
        key: replace(one, known=adopted.figures[key].known if key in adopted.figures else one.known)
        for key, one in ours.items()
    }
    duties = (Duty(one.title, tuple(key for key in one.figures if key in ours)) for one in adopted.duties)
    return Meanings(figures, tuple(one for one in duties if one.figures))


def amiss(wished: Meanings) -> Refused | None:
    """Why figures cannot mean this: another count would be another figure."""
    ours = shipped().figures
    if lacking := [one.title for key, one in ours.items() if key not in wished.figures]:
        return refused("setting.lacking", what=lacking[0])
    for key, one in wished.figures.items():
        if key not in ours:
            return refused("setting.unknown_name", what=key)
        if (one.title, one.counts) != (ours[key].title, ours[key].counts):
            return refused("setting.counts_stay", figure=ours[key].title)
    shown = Counter(key for duty in wished.duties for key in duty.figures)
    return next(
        (refused("setting.unknown_name", what=key) for key in shown if key not in ours),
        next((refused("setting.said_twice", what=ours[key].title) for key, times in shown.items() if times > 1), None),
    )
