"""What a hospital may publish as its own."""

import re

from assessments.instrument.published import published
from assessments.instrument.shape import Instrument
from assessments.instrument.soundness import Finding
from assessments.instrument.wording import lacking

NAME = re.compile(r"[a-z][a-z0-9-]{1,40}", re.ASCII)


def not_its_own(found: Instrument) -> Finding | None:
    """Why this may not be published here; None where it may. A structure that came without its words keeps its name only while
    nothing but words is put into it."""
    if not NAME.fullmatch(found.id):
        return Finding("id", "Its name is written in small letters, digits and -, so that people can type it.")
    if gaps := lacking(found):
        return Finding("items", f"{len(gaps)} of its items have no words yet: {', '.join(gaps[:5])}.")
    ours = published().get(found.id)
    if ours is None:
        return None
    if not lacking(ours):
        return Finding("id", f"{found.id!r} came with Heard and stays what it is. Give what you changed another name.")
    if structure(found) != structure(ours):
        return Finding("items", f"More than words differs from {found.id!r}. Whatever is changed bears another name.")
    return None


def structure(found: Instrument) -> object:
    """Everything that answers and scores hang on, and no words."""
    scales = {one.id: (one.values, one.positive, one.away.value if one.away else None) for one in found.scales}
    items = [(one.id, scales[one.scale], one.reverse, one.enable_when, one.enable_behavior) for one in found.items]
    return items, [(one.id, one.items) for one in found.composites], found.scoring, found.missing
