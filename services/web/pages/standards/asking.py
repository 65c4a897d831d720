"""One thing to attest as questions, and the thing as they were answered. How its entries hang together (`many`, `of`,
`marks`) and who reads it (`few`) stays as it is: what was attested before is built that way."""

from collections.abc import Mapping
from typing import Any, get_args

import msgspec

from services.web.doing.answers import Answers
from services.web.layout import Choice, Group
from services.web.visit import Visit
from workflows.kernel.standards import ONESELF, Extra, Item, More, Scope, Standards

SCOPES: Mapping[Scope, str] = {"unit": "each unit", "hospital": "the hospital", "person": "a person"}
EXTRAS: Mapping[Extra, str] = {
    "shown": "To whom it was shown, and what they said",
    "activated": "That it was set in motion",
    "used": "That it was used in a case",
    "met": "That what was expected has come",
}
WORK = (
    Choice("", "Neither"),
    Choice("technical", "Technical: somebody knows how"),
    Choice("socio_adaptive", "Adaptive: people have to change"),
)
WANTED = {"title": "Say what is attested.", "question": "Say what is asked of whoever attests it."}
WHOLE = "Write a whole number of days, or leave it open."
LONGEST = 3_660
NO = Choice("", "No")
NEW = Item(group="", title="", question="")


def asked(visit: Visit, standards: Standards, key: str | None, answers: Answers) -> tuple[Group, ...]:
    """Of an item, or (no key) of one that is new."""
    item = standards.items[key] if key else NEW
    roles = _roles(visit, ("unit", "hospital"))
    ours = _roles(visit, ("hospital",))
    ask = answers
    what = (
        ask.words("title", "What is attested?", "", item.title),
        ask.words("question", "What is asked of whoever attests it?", "", item.question),
        ask.words("hint", "What helps to answer?", "", item.hint),
        ask.one_of("group", "Under what does it stand?", "", _groups(standards), item.group),
        *(() if key else (ask.one_of("scope", "For whom is it attested?", "", _scopes(), item.scope),)),
    )
    everybody = (Choice(ONESELF, "The person it is about"), *roles)
    who = (
        ask.several("by", "Who may attest it?", "Nobody ticked: whoever leads there.", everybody, item.by),
        ask.flag("needs_owner", "Somebody must be named who sees to it", "", now=item.needs_owner),
        ask.one_of("keeper", "Who renews it, where nobody is named?", "", roles, item.keeper),
    )
    lasts = (
        ask.line("renew_days", "After how many days does it lapse?", "Left open: never.", str(item.renew_days or "")),
        ask.one_of(
            "renewed_with",
            "Is it attested anew by whoever comes into a post?",
            "",
            (NO, *ours),
            item.renewed_with or "",
        ),
    )
    others = (NO, *(Choice(other, one.title) for other, one in standards.items.items() if other != key))
    second = item.more or More("")
    also = (
        ask.line("day", "Does it have a day, and what is it called?", "For example: By when?", item.day or ""),
        ask.line("more_title", "Is there a second question?", "", second.title),
        ask.line("more_hint", "What helps to answer that one?", "", second.hint),
        ask.several("extras", "What else is put on record of it?", "", _extras(), item.extras),
        ask.one_of("shown_with", "Is another one looked for before it is shown?", "", others, item.shown_with or ""),
        ask.one_of("work", "Which kind of work is it?", "", WORK, item.work or ""),
    )
    return (
        Group("What", "", what),
        Group("Who", "", who),
        Group("For how long", "What was attested before keeps the day it was given.", lasts),
        Group("What else belongs to it", "", also, folded=True),
    )


def wrong(answers: Answers) -> dict[str, str]:
    """What is said beside each answer that is none."""
    days = answers.said("renew_days")
    bad = {name: sentence for name, sentence in WANTED.items() if not answers.said(name)}
    return bad | ({"renew_days": WHOLE} if days and not _is_days(days) else {})


def told(item: Item, answers: Answers) -> Item:
    """The answers, laid over the item; they were looked at by `wrong`."""
    said, typed = answers.said, answers.typed
    more = {"title": said("more_title"), "hint": said("more_hint")} if said("more_title") else None
    plain: dict[str, Any] = msgspec.to_builtins(item) | {
        "group": said("group") or item.group,
        "title": said("title"),
        "question": said("question"),
        "hint": said("hint"),
        "scope": said("scope") or item.scope,
        "by": typed.getlist("by"),
        "keeper": said("keeper") or item.keeper,
        "renew_days": int(said("renew_days")) if said("renew_days") else None,
        "renewed_with": said("renewed_with") or None,
        "needs_owner": said("needs_owner") == "yes",
        "day": said("day") or None,
        "more": more,
        "extras": [one for one in get_args(Extra) if one in typed.getlist("extras")],
        "shown_with": said("shown_with") or None,
        "work": said("work") or None,
    }
    return msgspec.convert(plain, Item)


def _is_days(said: str) -> bool:
    return said.isascii() and said.isdigit() and len(said) <= len(str(LONGEST)) and 0 < int(said) <= LONGEST


def _roles(visit: Visit, held: tuple[str, ...]) -> tuple[Choice, ...]:
    """Those that people hold there."""
    return tuple(Choice(role, one.title) for role, one in visit.house.access.roles.items() if one.held in held)


def _groups(standards: Standards) -> tuple[Choice, ...]:
    return tuple(Choice(key, title) for key, title in standards.groups.items())


def _scopes() -> tuple[Choice, ...]:
    return tuple(Choice(scope, of) for scope, of in SCOPES.items())


def _extras() -> tuple[Choice, ...]:
    return tuple(Choice(extra, says) for extra, says in EXTRAS.items())
