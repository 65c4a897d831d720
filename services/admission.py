"""Anonymous acts on their way into the ledger: the reception puts them into the intake, where they wait; they enter late,
shuffled, under fresh ids.

Nobody who acts anonymously is in what is written: no person, no client's command id, no time finer than the day.
"""

import msgspec

from services.clerk.asking import Asked, Circumstances
from services.house import House
from workflows.concern.commands import Raise
from workflows.kernel.grammar import By, Refused

_decode = msgspec.json.Decoder(Raise).decode


def admit(house: House) -> int:
    """Lets everything that waits into the ledger, in random order. Says how many entered; what is refused keeps waiting."""
    entered = 0
    for waiting in house.intake.waiting():
        circumstances = Circumstances(by=By("voice"), via="page", occurred=waiting.day)
        asked = Asked(_decode(waiting.body), None, house.intake.entry(waiting.id), circumstances)
        if not isinstance(house.clerk.give(asked), Refused):
            house.intake.entered(waiting.id)
            entered += 1
    return entered
