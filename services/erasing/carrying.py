"""What waits and may go, goes. Called by the beat, by whoever asked, and by whoever opens the hospital."""

from uuid import uuid4

from services.clerk.asking import Asked, Circumstances, Told
from services.erasing.destroying import destroy
from services.erasing.words import remains
from services.house import House
from services.people import Leaving
from workflows.hold import STREAM, Held, Register
from workflows.kernel.grammar import By, Refused
from workflows.subject.commands import CarryOut, Erase, Forget
from workflows.subject.events import Erased
from workflows.subject.state import Subject

CLOCK = Circumstances(by=By("clock"), via="clock")


def carry_on(house: House) -> int:
    """Erases everything asked for that no hold keeps. Says how many records were erased."""
    with house.erasing:
        for leaving in house.leavers.waiting():
            _ask_for_voices(house, leaving)
        waiting = [stream for stream in house.ledger.streams("subject") if _state(house, stream).waits]
        done = sum(_carry_out(house, stream) for stream in waiting)
        for leaving in house.leavers.waiting():
            _let_go(house, leaving)
        return done


def kept_by(house: House, state: Subject) -> Held | None:
    """The hold that keeps a record, also for what its speaker said."""
    holds = house.clerk.memory.get(STREAM).state
    if state.about is None or not isinstance(holds, Register):
        return None
    unit = house.clerk.memory.get(state.about).state.unit
    return holds.covering(state.about, unit, house.people.speaker_of(state.about))


def _state(house: House, stream: str) -> Subject:
    state: Subject = house.clerk.memory.get(stream).state
    return state


def _carry_out(house: House, stream: str) -> bool:
    """First the record, then what it says. A hold that came in between is seen by the rule, and it waits on. What was said to
    it anonymously enters first: it would bring words into what is erased."""
    holds = house.clerk.memory.get(STREAM).state
    state = _state(house, stream)
    if kept_by(house, state) or (state.passage is None and house.intake.is_acted_on(state.about or "")):
        return False
    found = remains(house, state)
    clear_of = holds.last if isinstance(holds, Register) else 0
    command = CarryOut(words=found.spelled(), keys=found.keys, photos=found.photos, clear_of=clear_of)
    told = house.clerk.give(Asked(command, stream, str(uuid4()), CLOCK))
    if isinstance(told, Refused) or not told.first:
        return False
    for row in house.ledger.rows(told.first - 1, told.last - told.first + 1):
        if isinstance(event := house.clerk.mapper.fact(row).event, Erased):
            destroy(house, event)
    return True


def _ask_for_voices(house: House, leaving: Leaving) -> None:
    """Each voice by itself: no fact says that they belong together."""
    states = (_state(house, stream) for stream in house.ledger.streams("subject"))
    asked = {state.about for state in states if not state.withdrawn and state.passage is None}
    by = By("person", leaving.asker, "privacy_officer") if leaving.asker else By("operator")
    for voice in house.people.voices_of(leaving.person):
        if voice not in asked:
            command = Erase(about=voice, basis=leaving.basis, approver=leaving.approver)
            house.clerk.give(Asked(command, None, str(uuid4()), Circumstances(by=by, via="cli")))


def _let_go(house: House, leaving: Leaving) -> None:
    """Once none of their voices is left, so that a hold on one keeps whose it is as well."""
    holds = house.clerk.memory.get(STREAM).state
    held = isinstance(holds, Register) and any(hold.keeps(leaving.person) for hold in holds.holds)
    if held or house.people.voices_of(leaving.person):
        return
    command = Forget(basis=leaving.basis, approver=leaving.approver)
    told = house.clerk.give(Asked(command, None, leaving.command, CLOCK)) if leaving.entry else None
    if told is None or isinstance(told, Told):
        house.leavers.done(leaving)
