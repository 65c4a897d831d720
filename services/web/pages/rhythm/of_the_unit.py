"""What differs in one unit as questions, each left open where it is as in the hospital, and as they were answered."""

from collections.abc import Mapping
from typing import Any

from services.web.doing.answers import Answers
from services.web.layout import Choice, Field, Group
from services.web.pages.rhythm import calendar
from services.web.pages.rhythm.holders import BARRIER, Holders, chosen, holders, ladder
from services.web.pages.rhythm.of_the_hospital import CENTS, DAYS, LIMIT, WAITS, WORSE, cents
from services.web.pages.rhythm.questions import (
    NUMBERS,
    OF_THE_HOSPITAL,
    QUESTIONS,
    WHOLE,
    Terms,
    is_whole,
    number,
)
from services.web.visit import Visit

OWN_DAYS = "own_days"
MEETINGS = "rounds_are_meetings"
NAMES = tuple(name for name, _ in QUESTIONS if name not in OF_THE_HOSPITAL)


def asked(visit: Visit, terms: Terms, slug: str, answers: Answers) -> tuple[Group, ...]:
    """What differs here; beside each what it is in the hospital."""
    own: Mapping[str, Any] = terms["units"].get(slug, {})
    who = holders(visit)
    fields = {
        title: (
            *(
                answers.number(name, words, _as_there(terms[name]), own.get(name, ""))
                for name, words in several
                if name in NAMES
            ),
            *_beside(title, own, terms, who, answers),
        )
        for title, several in NUMBERS.items()
    }
    fields[DAYS] = _days(own, terms, answers)
    says = {"Barriers": f"Where no step is chosen, it is as in the hospital: {_then(terms['ladder'], who)}."}
    return tuple(
        Group(title, says.get(title, ""), several, folded=not any(map(_differs, several)))
        for title, several in fields.items()
        if several
    )


def wrong(answers: Answers) -> dict[str, str]:
    """What is said beside each answer that is none."""
    bad = {name: WHOLE for name in (*NAMES, "money_limit") if (said := answers.said(name)) and not is_whole(said)}
    return bad | calendar.wrong(answers.typed)


def told(answers: Answers) -> dict[str, Any]:
    """What differs in the unit."""
    said = answers.said
    own: dict[str, Any] = {name: number(said(name)) for name in NAMES if said(name)}
    own |= {name: said(name) for name in ("on_call", "emergency_number") if said(name)}
    if steps := chosen(BARRIER, answers.typed):
        own["ladder"] = steps
    if said(MEETINGS):
        own[MEETINGS] = said(MEETINGS) == "yes"
    if said("money_limit"):
        own["money_limit"] = cents(said("money_limit"), None)
    return own | calendar.asked(answers.typed) if said(OWN_DAYS) == "yes" else own


def _differs(field: Field) -> bool:
    """Whether something was said here, or has to be put right."""
    return bool(field.error or (field.value and field.name not in calendar.NAMES))


def _as_there(said: object) -> str:
    return f"In the hospital: {said}."


def _then(steps: tuple[str, ...], who: Holders) -> str:
    called = {one.value: one.label for one in who.all}
    return ", then ".join(called.get(step, step) for step in steps) or "nobody"


def _beside(title: str, own: Terms, terms: Terms, who: Holders, answers: Answers) -> tuple[Field, ...]:
    """What is asked in a group beside its numbers."""
    match title:
        case "Voices and issues":
            there = _as_there(terms["emergency_number"] or "none")
            number_to_call = answers.line("emergency_number", WORSE, there, own.get("emergency_number", ""))
            return (number_to_call, _on_call(own, terms, who, answers))
        case "Barriers":
            return ladder(BARRIER, who.all, own.get("ladder", ()))
        case "Rounds and partners":
            return (_meetings(own, terms, answers),)
        case "Deciding and leading":
            limit = own["money_limit"] // CENTS if "money_limit" in own else ""
            return (answers.number("money_limit", LIMIT, _as_there(f"{terms['money_limit'] // CENTS:,}"), limit),)
        case _:
            return ()


def _on_call(own: Terms, terms: Terms, who: Holders, answers: Answers) -> Field:
    there = _as_there(_then((terms["on_call"],), who))
    now = answers.typed.get("on_call", own.get("on_call", ""))
    return Field("on_call", WAITS, there, "person", who.all, now, optional="")


def _meetings(own: Terms, terms: Terms, answers: Answers) -> Field:
    there = "yes" if terms[MEETINGS] else "no"
    choices = (Choice("", f"As in the hospital: {there}"), Choice("yes", "Yes"), Choice("no", "No"))
    now = answers.typed.get(MEETINGS, {True: "yes", False: "no", None: ""}[own.get(MEETINGS)])
    title = "Do rounds with the team count as its monthly meeting with the partner?"
    return Field(MEETINGS, title, "", "list", choices, now, optional="")


def _days(own: Terms, terms: Terms, answers: Answers) -> tuple[Field, ...]:
    """Its own are taken whole: a unit that never closes says so by ticking none."""
    first = answers.flag(
        OWN_DAYS,
        "This unit has working days of its own",
        "Only then what is ticked and written below counts. A unit that never closes has no day of rest.",
        now=any(name in own for name in calendar.NAMES),
    )
    return (first, *calendar.fields({**terms, **own}, answers, OF_THE_HOSPITAL))
