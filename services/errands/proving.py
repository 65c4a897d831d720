"""Evidence for whoever checks from outside, and the head of the ledger for whoever keeps it."""

from functools import partial
from pathlib import Path

from services.clerk.access import OPERATOR
from services.errands import printing
from services.errands.errand import Answer, ExportEvidence, Say
from services.errands.naming import NotFound, stream_called, unit_called
from services.errands.seeing import allowed
from services.evidence.bundle import write
from services.evidence.scope import RECORDS, Scope, span
from services.house import House
from services.wording.time_words import number_of
from workflows.kernel.ids import is_id, noun_of


def bundle(house: House, asked: ExportEvidence, say: Say) -> Answer:
    """NotFound where there is no such unit or issue."""
    scope = _scope(house, asked)
    beside = partial(printing.packets, house, scope.name) if scope.kind in ("issue", "record") else tuple
    done = write(Path(asked.to), house, OPERATOR, scope, say, beside=beside)
    said = (
        f"{number_of(done.entries, 'fact')} in {asked.to}, {done.withheld:,} withheld, of a log of {done.size:,}.",
        *done.missing,
        "Whoever unpacks it checks it with `python3 verify.py`; give them the key that `heard head` shows another way.",
    )
    return Answer(said, {"entries": done.entries, "withheld": done.withheld, "texts": done.texts, "size": done.size})


def _scope(house: House, asked: ExportEvidence) -> Scope:
    if asked.issue is not None:
        stream = stream_called(house, f"#{asked.issue}")
        allowed(house, "read.issue", house.clerk.memory.get(stream).state.unit, stream)
        return Scope("issue", stream)
    if asked.record is not None:
        stream = asked.record
        if not is_id(stream, noun := noun_of(stream)) or noun not in RECORDS:
            raise NotFound(f"{stream} is no voice, barrier or promise: its id stands on its page.")
        allowed(house, "read.issue", house.clerk.memory.get(stream).state.unit, stream)
        return Scope("record", stream)
    time = span(house, asked.first, asked.last)
    if asked.unit is not None:
        unit = unit_called(house, asked.unit)
        allowed(house, "read.board", unit)
        return Scope("unit", unit, time)
    allowed(house, "read.hospital", None)
    return Scope("hospital", house.plate.slug, time)


def head(house: House) -> Answer:
    """The checkpoint, to be kept outside: whoever has it can tell whether the log was ever rewritten."""
    checkpoint, note, missing = house.proof.cosigned()
    found = {"size": checkpoint.size, "checkpoint": note, "key": house.proof.verifier, "missing": missing}
    return Answer((*note.splitlines(), "", "Key:", house.proof.verifier, *missing), found)
