"""Words are erased, as the operator of the machine; copies are made that cannot bring them back."""

from pathlib import Path

from services import sentences
from services.clerk.access import OPERATOR
from services.erasing import asking, copies
from services.erasing.carrying import carry_on, kept_by
from services.errands.errand import Answer, Erasure
from services.errands.naming import holder_called, stream_called
from services.house import House
from services.wording.time_words import number_of
from workflows.kernel.grammar import Refused
from workflows.kernel.ids import is_id, noun_of
from workflows.subject.commands import Erase
from workflows.subject.state import Subject


def erase(house: House, errand: Erasure) -> Answer:
    """Asked, and carried out as far as no hold keeps it."""
    approver = holder_called(house, errand.approver)
    before = house.ledger.head()[0]
    if refusal := _asked(house, errand, approver):
        return Answer((sentences.sentence(refusal),), {"refused": refusal.key}, status=1)
    erased = carry_on(house)
    house.reader.pull()
    held = [hold.number for state in _waiting(house) if (hold := kept_by(house, state))]
    said = [
        f"Erased: {number_of(erased, 'record')}. Vault copies made before are readable for {copies.VAULT_DAYS} days at most."
    ]
    if later := sum(kept_by(house, state) is None for state in _waiting(house)):
        said.append(f"Waiting: {number_of(later, 'record')}, until what was said to it anonymously has entered today.")
    if held:
        holds = ", ".join(f"#{number}" for number in sorted(set(held)))
        said.append(f"Waiting: {number_of(len(held), 'record')}, kept by legal hold {holds}; erased when it is lifted.")
    return Answer(tuple(said), {"erased": erased, "waiting": len(held), "after": before})


def _asked(house: House, errand: Erasure, approver: str) -> Refused | None:
    if _is_record(errand.subject):
        about = stream_called(house, errand.subject)
        told = asking.erase(house, OPERATOR, Erase(about=about, basis=errand.basis, approver=approver), "cli")
        return told if isinstance(told, Refused) else None
    person = holder_called(house, errand.subject)
    return asking.leave(house, OPERATOR, person, errand.basis, approver, entry=errand.entry)


def _is_record(called: str) -> bool:
    noun = noun_of(called)
    return called.startswith("#") or (noun not in ("person", "party") and is_id(called, noun))


def _waiting(house: House) -> list[Subject]:
    states = (house.clerk.memory.get(stream).state for stream in house.ledger.streams("subject"))
    return [state for state in states if state.waits]


def back_up(house: House, to: str) -> Answer:
    """Made by the process that writes, between two erasures and between two flushes of what waits."""
    with house.erasing:
        made, dropped = copies.make(house, Path(to))
    said = [f"Copied to {made}."]
    if house.plate.shared:
        said.append("The ledger lies in PostgreSQL: copy it with pg_dump.")
    if dropped:
        said.append(f"Files older than {copies.VAULT_DAYS} days removed, all but ledgers: {len(dropped)}.")
    return Answer(tuple(said), {"made": str(made), "dropped": [str(one) for one in dropped]})
