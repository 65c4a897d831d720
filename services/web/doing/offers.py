"""What may be chosen in a form: people by name, roles, units, streams already named in the address."""

from collections.abc import Sequence

from services.clerk import meanwhile
from services.clerk.access import SURVEYOR, RoleTerms
from services.reader.views import UNFINISHED
from services.web.doing.forms import Offers
from services.web.doing.rules import waivable
from services.web.doing.taking_part import took_part, who_rates
from services.web.layout import Choice
from services.web.phrases import choice
from services.web.telling.desks import headline
from services.web.visit import Visit
from services.web.when import When
from services.wording.questions import Question
from workflows.kernel.roles import as_holder


def offers(visit: Visit, verb: str, asked: Sequence[Question], unit: str | None = None) -> Offers:
    """For every question whose answers this hospital gives; `unit` is where it is done, as far as that is known."""
    return {one.name: made for one in asked if (made := _offered(visit, verb, one, unit))}


def _offered(visit: Visit, verb: str, question: Question, unit: str | None) -> tuple[Choice, ...]:
    match question.kind:
        case _ if verb == "decision.propose" and question.name in ("kind", "values"):
            return as_the_terms_say(visit, question.name)
        case "person" | "holder" if verb in ("panel.review", "partnership.hold_meeting"):
            return took_part(visit, unit)
        case "person" if verb == "assessment.open" and question.many:
            return who_rates(visit, people(visit))
        case _ if verb == "learning.mark_factors" and question.many:
            return factors(visit)
        case "unit" if question.name in ("to_unit", "into", "also"):
            return open_units(visit)
        case "person":
            return people(visit)
        case "holder" if question.name == "partner":
            return people(visit)
        case "holder":
            return (*people(visit), *parties(visit), *roles(visit), *teams(visit))
        case "role":
            return roles_to_give(visit, verb)
        case "unit":
            return units(visit, verb)
        case "discipline":
            return tuple(Choice(name, title) for name, title in visit.settings.team.disciplines.items())
        case "rule":
            return waivable(visit)
        case "stream" if question.nouns == ("issue",):
            return issues(visit)
        case "stream" if verb == "grievance.open":
            return complaints(visit)
        case _:
            return ()


def as_the_terms_say(visit: Visit, name: str) -> tuple[Choice, ...]:
    """Which decisions are recorded here, and which values are ours."""
    terms = visit.house.clerk.terms.now()[1]
    if name == "kind":
        return tuple(Choice(kind, choice(kind)) for kind in terms.decisions)
    return tuple(Choice(key, called) for key, called in terms.values.items())


def factors(visit: Visit) -> tuple[Choice, ...]:
    """What can help or hinder, as the hospital calls it."""
    return tuple(Choice(key, called) for key, called in visit.house.clerk.terms.now()[1].factors.items())


def roles_to_give(visit: Visit, verb: str) -> tuple[Choice, ...]:
    """Those held there for more than hours; where one may give none, those one may be deputised in: one's own."""
    held, does = verb.split(".")
    own = None if does != "deputise" or visit.may_anywhere(f"{held}.appoint") else visit.roles
    known = ((name, terms) for name, terms in _roles(visit) if terms.held == held and name != SURVEYOR)
    return tuple(Choice(name, terms.title) for name, terms in known if own is None or name in own)


def people(visit: Visit) -> tuple[Choice, ...]:
    """Everybody who is here."""
    everyone = visit.house.people.everyone()
    here = (one for one in everyone if one.id.startswith("person-") and one.known and not one.gone)
    return tuple(Choice(one.id, one.name) for one in here)


def parties(visit: Visit) -> tuple[Choice, ...]:
    everyone = visit.house.people.everyone()
    return tuple(Choice(one.id, one.name) for one in everyone if one.id.startswith("party-"))


def roles(visit: Visit) -> tuple[Choice, ...]:
    """Roles as holders: those that climb ladders and those of the table."""
    ladder = visit.house.clerk.terms.now()[1].ladder
    held = tuple(as_holder(name) for name, terms in _roles(visit) if terms.held == "hospital")
    return tuple(Choice(one, visit.names.of(one)) for one in dict.fromkeys((*ladder, *held)))


def teams(visit: Visit) -> tuple[Choice, ...]:
    """Those of units that are open: nothing new lies with the others."""
    return tuple(Choice(f"unit-{one.value}", f"The team of {one.label}") for one in open_units(visit))


def issues(visit: Visit) -> tuple[Choice, ...]:
    """Issues that are open or not yet heard, in units the reader may read."""
    readable = [slug for slug in visit.names.units if visit.may("read.issue", slug)]
    with visit.look(When("now", visit.today, visit.now)) as look:
        found = look.issues(readable)
    words = visit.open(stint.row.title for stint in found)
    return tuple(
        Choice(
            one.stream,
            f"#{one.row.matter.number} {headline(words.of(one.row.title), 70)}, {visit.names.unit(one.row.unit)}",
        )
        for one in found
    )


def complaints(visit: Visit) -> tuple[Choice, ...]:
    """Complaints that are no grievance yet, in units the reader may read; those that wait to enter too."""
    readable = [slug for slug in visit.names.units if visit.may("read.issue", slug)]
    with visit.look(When("now", visit.today, visit.now)) as look:
        entered = [one for slug in readable for one in look.voices(slug, UNFINISHED)]
    items = visit.house.rights.waiting(visit.actor)
    waiting = [one for item in items if (one := meanwhile.voice(item)) and one.row.unit in readable]
    voices = [*(one for one in entered if one.stream not in {item.id for item in items}), *waiting]
    found = [one for one in voices if one.row.voice.route == "complaint" and one.row.voice.grievance is None]
    words = visit.open(one.row.voice.what for one in found)
    return tuple(
        Choice(one.stream, f"{headline(words.of(one.row.voice.what), 70)}, {visit.names.unit(one.row.unit)}")
        for one in found
    )


def units(visit: Visit, verb: str) -> tuple[Choice, ...]:
    """Open units in which the reader may do this."""
    return tuple(one for one in open_units(visit) if visit.may(verb, one.value))


def open_units(visit: Visit) -> tuple[Choice, ...]:
    """Every unit in which something new may begin, whoever may begin it."""
    return tuple(Choice(slug, visit.names.unit(slug)) for slug, state in visit.names.units.items() if state.is_open)


def _roles(visit: Visit) -> list[tuple[str, RoleTerms]]:
    table = visit.house.access.roles
    return [(name, terms) for name, terms in table.items() if terms.held in ("unit", "hospital")]
