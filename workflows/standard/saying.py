"""Whether what is attested answers what its item asks, and comes from whoever may attest it."""

from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.standards import ONESELF, Item
from workflows.standard import commands as c


def amiss(command: c.Attest | c.Add, item: Item, act: Act) -> Refused | None:
    """The first reason why this cannot stand, if there is one."""
    return elsewhere(command, item) or not_theirs(item, command.person, act) or _unanswered(command, item)


def not_theirs(item: Item, person: str | None, act: Act) -> Refused | None:
    """Where an item says who attests it, nobody else does: a deputy stands in for everything but somebody's word."""
    if not item.by or act.by.kind in ("operator", "import"):
        return None
    own = ONESELF in item.by and person is not None and person == act.by.id
    if own or item.is_for(act.roles):
        return None
    return refused("standard.not_theirs", item=item.title)


def elsewhere(command: c.OfAnItem, item: Item) -> Refused | None:
    """A unit, a person or an entry is named where the item is about one, and only there."""
    wrong = (
        (item.scope == "unit" and command.unit is None)
        or (item.scope == "hospital" and command.unit is not None)
        or (item.scope == "person") != (command.person is not None)
        or (item.of is None) != (command.of is None)
    )
    return refused("standard.elsewhere", item=item.title, scope=item.scope) if wrong else None


def _unanswered(command: c.Attest | c.Add, item: Item) -> Refused | None:
    if command.words is None and item.scope != "person":
        return refused("standard.needs_words", question=item.question)
    if command.more is None and item.more is not None:
        return refused("standard.needs_words", question=item.more.title)
    if command.owner is None and item.needs_owner:
        return refused("standard.needs_owner", item=item.title)
    if (command.day is None) != (item.day is None):
        return (
            refused("standard.needs_day", item=item.title) if item.day else refused("standard.no_day", item=item.title)
        )
    return _mismarked(command.marks, item)


def _mismarked(marks: tuple[str, ...], item: Item) -> Refused | None:
    """One answer to each of its questions, in their order."""
    if len(marks) == len(item.marks) and all(one in asked.of for one, asked in zip(marks, item.marks, strict=True)):
        return None
    choices = "; ".join(", ".join(asked.of) for asked in item.marks)
    return refused("correct_to_a_choice", choices=choices) if choices else refused("standard.no_marks", item=item.title)
