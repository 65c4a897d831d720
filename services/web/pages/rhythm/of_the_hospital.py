"""The terms of the hospital as questions, and the terms as they were answered."""

from typing import Any, get_args

from services.web.doing.answers import Answers
from services.web.layout import Choice, Field, Group
from services.web.pages.desk.duty import TO_DO
from services.web.pages.rhythm import calendar, naming
from services.web.pages.rhythm.holders import BARRIER, RESPECT, chosen, holders, ladder
from services.web.pages.rhythm.questions import NUMBERS, QUESTIONS, WHOLE, Terms, is_whole, number
from services.web.phrases import choice
from services.web.visit import Visit
from workflows.decision.commands import Kind

MEETINGS = (
    "rounds_are_meetings",
    "Rounds with the team count as its monthly meeting with the partner",
    "Where they do not, walking the unit and sitting down with the team are two things.",
)
REST_DAYS = (
    "digest_on_rest_days",
    "They are told so on days that are no working days, too",
    "Everybody says for themselves whether they are told daily, on Mondays only, or never.",
)
PHOTOS = (
    "photos_on_public_pages",
    "Anybody who speaks up without signing in may add a photo",
    "It is drawn anew, without where, when or with what it was taken. Whoever sees a face or a name in it takes the voice off.",
)
WORSE = "Which number do people call when somebody is getting worse?"
WAITS = "Who is called when something cannot wait?"
LIMIT = "Spending above how many dollars is a decision to record?"
FLAGS = (MEETINGS, REST_DAYS, PHOTOS)
OPEN = frozenset({"Voices and issues", "Barriers"})
"""The groups that are unfolded from the first."""
DAYS, MINUTES = "Working days and holidays", "About how long things take"
SAYS = {
    DAYS: "Times count every day of the calendar, unless you tick them here.",
    MINUTES: "In minutes. A desk adds them up: two things, six minutes.",
}
CENTS = 100
BEYOND = 10**12 + 1
"""More than any limit may be."""


def asked(visit: Visit, terms: Terms, answers: Answers) -> tuple[Group, ...]:
    """Every term, by what it belongs to; what has something wrong in it is unfolded."""
    fields = {
        title: (
            *(_number(visit, name, words, terms, answers) for name, words in several),
            *_beside(visit, title, terms, answers),
        )
        for title, several in NUMBERS.items()
    }
    fields[DAYS] = calendar.fields(terms, answers)
    fields[MINUTES] = tuple(
        answers.number(f"minutes_{owes}", title, "", visit.house.clerk.terms.now()[1].minutes_for(owes))
        for owes, (_, title) in TO_DO.items()
    )
    return tuple(
        Group(title, SAYS.get(title, ""), several, folded=title not in OPEN and not any(one.error for one in several))
        for title, several in fields.items()
    )


def wrong(answers: Answers) -> dict[str, str]:
    """What is said beside each answer that is none."""
    numbers = [*(name for name, _ in QUESTIONS), *(f"minutes_{owes}" for owes in TO_DO), "money_limit"]
    return {name: WHOLE for name in numbers if not is_whole(answers.said(name))} | calendar.wrong(answers.typed)


def told(terms: Terms, answers: Answers) -> dict[str, Any]:
    """The answers, laid over the terms in force."""
    said, typed = answers.said, answers.typed
    return {
        **terms,
        **{name: number(said(name)) for name, _ in QUESTIONS},
        **{name: said(name) == "yes" for name, *_ in FLAGS},
        **calendar.asked(typed),
        "ladder": chosen(BARRIER, typed),
        "respect_ladder": chosen(RESPECT, typed),
        "on_call": said("on_call") or terms["on_call"],
        "emergency_number": said("emergency_number"),
        "decisions": [kind for kind in get_args(Kind) if kind in typed.getlist("decisions")],
        "money_limit": cents(said("money_limit"), terms["money_limit"]),
        "values": naming.told(naming.VALUES, terms["values"], typed),
        "factors": naming.told(naming.FACTORS, terms["factors"], typed),
        "minutes": terms["minutes"] | {owes: number(said(f"minutes_{owes}")) for owes in TO_DO},
    }


def cents(dollars: str, before: int | None) -> int:
    """Of whole dollars; as it was where nothing else was typed."""
    if before is not None and dollars == str(before // CENTS):
        return before
    return min(int(dollars[:13]) * CENTS, BEYOND)


def _number(visit: Visit, name: str, title: str, terms: Terms, answers: Answers) -> Field:
    """With where it comes from, if not from Heard; and which units have another one."""
    came = getattr(visit.house.clerk.terms.of(None), name)
    others = [f"{visit.names.unit(slug)} {own[name]}" for slug, own in terms["units"].items() if name in own]
    ours = f"Changed here. It came as {came}." if terms[name] != came else ""
    hint = " ".join(part for part in (ours, f"Otherwise in: {', '.join(others)}." if others else "") if part)
    return answers.number(name, title, hint, terms[name])


def _beside(visit: Visit, title: str, terms: Terms, answers: Answers) -> tuple[Field, ...]:
    """What is asked in a group beside its numbers."""
    match title:
        case "Voices and issues":
            photos = answers.flag(*PHOTOS, now=terms["photos_on_public_pages"])
            return (*_called(visit, terms, answers), photos)
        case "Barriers":
            return ladder(BARRIER, holders(visit).all, terms["ladder"])
        case "Rounds and partners":
            return (answers.flag(*MEETINGS, now=terms["rounds_are_meetings"]),)
        case "Deciding and leading":
            return (*_decisions(terms, answers), *naming.fields(naming.VALUES, terms["values"], answers.typed))
        case "Learning":
            return naming.fields(naming.FACTORS, terms["factors"], answers.typed)
        case "Respect":
            return ladder(RESPECT, holders(visit).roles, terms["respect_ladder"])
        case _:
            return (answers.flag(*REST_DAYS, now=terms["digest_on_rest_days"]),)


def _called(visit: Visit, terms: Terms, answers: Answers) -> tuple[Field, Field]:
    return (
        answers.line(
            "emergency_number", WORSE, "It is the first line of every public page.", terms["emergency_number"]
        ),
        Field("on_call", WAITS, "", "person", holders(visit).all, terms["on_call"], required=True),
    )


def _decisions(terms: Terms, answers: Answers) -> tuple[Field, Field]:
    kinds = tuple(Choice(kind, choice(kind)) for kind in get_args(Kind))
    return (
        answers.several("decisions", "Which decisions are recorded?", "", kinds, terms["decisions"]),
        answers.number("money_limit", LIMIT, "", terms["money_limit"] // CENTS),
    )
