"""How somebody leaves: what lies with them is handed over one by one; then their roles end and the account closes."""

from uuid import uuid4

from msgspec import Struct

from services.handover.leaving import ends, shut
from services.handover.lying import Lying, lying_with
from services.people import Person
from services.web.doing.giving import Failed, give
from services.web.telling.desks import headline
from services.web.visit import Visit, Words
from services.web.when import When
from services.wording import time_words

NAMED = {
    "concern": "An answer to somebody who spoke",
    "issue": "An issue",
    "barrier": "A barrier",
    "grievance": "A complaint that is owed its letter",
    "promise": "A promise",
    "rounds": "Rounds",
    "partnership": "The partnership",
    "decision": "A decision",
    "notice": "The notice of a serious event",
    "measure": "A measure",
    "panel": "Looking at the figures together",
    "pace": "The next lesson of a unit",
    "focus": "What was promised for a quarter",
    "learning": "Something that is learned",
    "assessment": "A self-assessment",
    "goal": "A goal",
    "campaign": "What people answered",
    "standard": "What is in place here, or not yet",
}
"""What it is called where it has no words, or none that the reader may read."""

TO_DO = {
    "answer": "Answers it",
    "deliver": "Brings the answer",
    "reason": "Gives the reason",
    "reply": "Hears whether it helped",
    "resolve": "Looks after it",
    "accept": "Says yes, or gives it back",
    "remove": "Removes it",
    "review": "Looks at it again",
    "answer_for": "Answers for it, whoever holds it",
    "count": "Sees that its numbers come",
    "keep": "Keeps it",
    "hold": "Comes for the leadership",
    "summarise": "Sums them up",
    "guide": "Guides them",
    "letter": "Sees that the letter goes out",
    "close": "Closes it",
    "sign": "Signs the agreement",
    "meet": "Meets with the team",
    "agree": "Says whether the team is ready",
    "decide": "Decides it",
    "rate": "Weighs it afterwards",
    "tell": "Tells those it is for",
    "fill": "Puts it in place",
    "renew": "Looks at it again",
    "learn": "Brings it to a lesson",
    "assess": "Rates in their place",
    "conclude": "Brings those who rate to one answer",
}
"""What whoever leaves does about it."""

TO_A_PARTNER = {"answer_for": "answerable", "review": "answerable", "hold": "partner"}
"""What an executive partner takes over from the one before, and the field that asks for it."""


class Duty(Struct, frozen=True):
    """Something that lies with whoever leaves; `href` leads to where it is handed over, "" for who may not."""

    title: str
    to_do: str
    where: str
    href: str


def duties(visit: Visit, person: str) -> list[Duty]:
    """What lies with a person by name, as far as it is there for the reader."""
    lying = _lying(visit, person)
    seen = [one for one in lying if visit.sees(one.stream)]
    words = visit.open(one.title for one in seen)
    return [_duty(visit, one, person, words if one in seen else None) for one in lying]


def _lying(visit: Visit, person: str) -> tuple[Lying, ...]:
    with visit.look(When("now", visit.today, visit.now)) as look:
        return lying_with(visit.house, look, person, visit.house.rights.waiting(visit.actor))


def _duty(visit: Visit, one: Lying, person: str, words: Words | None) -> Duty:
    verb = one.given("", "").VERB
    may = words is not None and visit.may(verb, one.unit, one.stream)
    href = f"/do/{verb.replace('.', '/')}?to={one.stream}{_suggested(visit, one, person)}&next=/setup/people/{person}"
    return Duty(
        title=(words and headline(words.of(one.title))) or _named(one),
        to_do=TO_DO[one.duty],
        where=visit.names.unit(one.unit),
        href=href if may else "",
    )


def _named(one: Lying) -> str:
    return f"{NAMED[one.noun]} on {time_words.weekday(one.day)}" if one.day else NAMED[one.noun]


def _suggested(visit: Visit, one: Lying, person: str) -> str:
    """The executive partner there is now, where it is a partner's to take over."""
    field = TO_A_PARTNER.get(one.duty)
    partner = visit.names.units[one.unit].partner if one.unit in visit.names.units else None
    return f"&{field}={partner}" if field and partner and partner != person else ""


def leave(visit: Visit, person: Person) -> Failed | None:
    """Everything, or the first reason why not; nothing is dropped."""
    if person.id == visit.person:
        return Failed(409, "Somebody else has to close your account.")
    if lying := len(_lying(visit, person.id)):
        return Failed(409, f"{lying} still to hand over. Do that first, one by one.")
    for command, to in ends(visit.house, person.id):
        if isinstance(outcome := give(visit, command, to, str(uuid4())), Failed):
            return outcome
    shut(visit.house, person.id)
    return None
