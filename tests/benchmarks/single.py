"""One event in one commit, ready to be stored: the smallest thing that can happen."""

from uuid import uuid4

from services.ledger.contract import Commit
from tests.benchmarks.journeys import BY, DAWN, MAPPER, UNITS, journey
from workflows.kernel.grammar import Header


def one_event(number: int) -> Commit:
    """The first fact of a stream that is `number`'s own."""
    unit = UNITS[number % len(UNITS)]
    stream, event = journey(number, unit)[0]
    command = str(uuid4())
    head = Header(
        stream=stream,
        version=1,
        name=event.NAME,
        v=event.V,
        command=command,
        by=BY,
        via="page",
        salt=number.to_bytes(16, "big"),
    )
    return Commit(command, b"d" * 32, DAWN + number, (MAPPER.draft(head, event, unit, ()),), {})
