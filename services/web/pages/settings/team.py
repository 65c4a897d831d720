"""Teams as questions: which disciplines there are, whose chair shows as empty, which leaders are looked for."""

from collections.abc import Mapping
from typing import Any

from services.clerk.teams import TeamTerms
from services.web.layout import Choice, Field, Group
from services.web.pages.settings.sheet import Sheet, Typed, in_order, key_for, words
from services.web.visit import Visit

NEW = "discipline_new"
PLACES = (
    ("hospital", "Which posts of the whole hospital are looked for?"),
    ("unit", "Which posts of each unit are looked for?"),
)
GAPS = "A post that nobody holds shows as a gap, with the way to do without it for a reason."


def _asked(visit: Visit, now: TeamTerms, came: TeamTerms, typed: Typed) -> tuple[Group, ...]:
    named = tuple(
        words(typed, f"discipline_{key}", title, title, came.disciplines.get(key, ""), kind="text")
        for key, title in now.disciplines.items()
    )
    more = Field(NEW, "One more discipline", "For example: Midwife", value=typed.get(NEW, ""))
    chairs = _several(typed, "chairs", "Whose chair shows as empty?", now.disciplines, (now.chairs, came.chairs))
    posts = tuple(
        _several(
            typed,
            f"leaders_{place}",
            title,
            _posts(visit, place),
            (_looked(now, place), _looked(came, place)),
        )
        for place, title in PLACES
    )
    return (
        Group(
            "Chairs",
            "A safety team has a chair for each of these; an empty one shows, and holds nothing up.",
            (chairs,),
        ),
        Group("Posts", GAPS, posts),
        Group(
            "Disciplines",
            "What each is called. Leave one empty and it is offered no more; not while somebody sits in its chair.",
            (*named, more),
            folded=True,
        ),
    )


def _looked(terms: TeamTerms, place: str) -> tuple[str, ...]:
    return terms.leaders.hospital if place == "hospital" else terms.leaders.unit


def _posts(visit: Visit, place: str) -> dict[str, str]:
    return {role: one.title for role, one in visit.house.access.roles.items() if one.held == place}


def _several(
    typed: Typed, name: str, title: str, offered: Mapping[str, str], was: tuple[tuple[str, ...], tuple[str, ...]]
) -> Field:
    """`was`: what is chosen now, and what was when it came."""
    now, came = was
    before = ", ".join(offered[one] for one in came if one in offered)
    return Field(
        name,
        title,
        "As it came with Heard." if set(now) == set(came) else f"Changed here. It came as: {before or 'none'}.",
        "several",
        tuple(Choice(key, called) for key, called in offered.items()),
        chosen=tuple(typed.getlist(name)) if typed else now,
        optional="",
    )


def _told(_: Visit, now: TeamTerms, typed: Typed) -> Mapping[str, Any]:
    disciplines = {
        key: said for key, title in now.disciplines.items() if (said := typed.get(f"discipline_{key}", title).strip())
    }
    if more := typed.get(NEW, "").strip():
        disciplines[key_for(more, disciplines)] = more
    return {
        "disciplines": disciplines,
        "chairs": [one for one in in_order(typed.getlist("chairs"), now.chairs) if one in disciplines],
        "leaders": {
            place: in_order(typed.getlist(f"leaders_{place}"), _looked(now, place)) for place, _title in PLACES
        },
    }


SHEET = Sheet(
    setting="team",
    shape=TeamTerms,
    title="Teams",
    lede="Who belongs in the safety team of a unit, and which leaders are looked for. Nobody is kept out by it.",
    asked=_asked,
    told=_told,
)
