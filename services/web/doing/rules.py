"""Rules of practice that can be set aside, as people say them."""

from services.web.layout import Choice
from services.web.phrases import choice
from services.web.visit import Visit

OF_PARTNERS = ("partnership.rank", "partnership.graduation")


def waivable(visit: Visit) -> tuple[Choice, ...]:
    """Those of partnerships, then every post and every chair that can stay empty on purpose, then the parts of a charter."""
    parts = (
        f"standard.{key}" for key, item in visit.house.clerk.standards.now()[1].items.items() if item.scope == "unit"
    )
    return tuple(Choice(rule, said(visit, rule)) for rule in (*_known(visit), *parts))


def said(visit: Visit, rule: str) -> str:
    """So: "The post stays empty: Chief medical officer"."""
    kind, _, what = rule.partition(".")
    match kind:
        case "leader":
            return f"This post stays empty: {visit.names.role(what)}"
        case "chair":
            return f"This chair stays empty: {visit.settings.team.disciplines.get(what, what)}"
        case "standard":
            return f"This stays out of the charter: {visit.names.item(what)}"
        case _:
            return choice(rule)


def _known(visit: Visit) -> tuple[str, ...]:
    terms = visit.settings.team
    posts = (f"leader.{role}" for role in (*terms.leaders.hospital, *terms.leaders.unit))
    return (*OF_PARTNERS, *posts, *(f"chair.{one}" for one in terms.chairs))
