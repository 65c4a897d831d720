"""What waits on somebody: by name, with the roles they have and the units they lead. What waits to enter is among it."""

from services.clerk import holding, meanwhile
from services.clerk.access import Actor
from services.house import House
from services.reader.answers import Owing
from services.reader.views import Look
from workflows.kernel.ball import Owes

ELSEWHERE: frozenset[Owes] = frozenset({"reply", "respond", "address"})
"""What is owed in a place of its own: a speaker's word, and matters of respect."""


def waiting_on(house: House, actor: Actor, look: Look) -> list[Owing]:
    """As their desk shows it, what is due first first; a role counts where it is held."""
    holders = holding.holders(actor)
    owing = look.desk(holders)
    if look.is_now:
        owing = meanwhile.on_desk(owing, holders, house.rights.waiting(actor))
    return [one for one in owing if _is_theirs(actor, one)]


def _is_theirs(actor: Actor, owing: Owing) -> bool:
    ball = owing.held.row
    return ball.owes not in ELSEWHERE and holding.holds(actor, ball.holder, ball.unit or None)
