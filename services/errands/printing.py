"""Papers for whoever runs the machine: made where the pages are, which a terminal that prints nothing never loads."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from services import whole_file
from services.clerk.access import OPERATOR
from services.errands.elsewhere import NotThis, hospital_in
from services.errands.errand import Answer, ExportBinder, ExportPaper
from services.errands.naming import NotFound, unit_called
from services.errands.seeing import allowed
from services.house import House
from services.printing import reference
from services.printing.press import TooLong
from services.printing.reference import Kind, Reference
from services.wording.time_words import number_of
from workflows.trail import Note, What

NOTED: Mapping[Kind, What] = {"month": "month", "board-pack": "board_pack"}
"""What of figures that are found again stands in the read log as what it is."""


def paper(house: House, asked: ExportPaper) -> Answer:
    """NotFound where there is no such unit, and where it would be hundreds of pages."""
    from services import operators  # noqa: PLC0415 - see above

    unit = unit_called(house, asked.unit) if asked.unit else None
    allowed(house, "read.board" if unit else "read.figures", unit)
    house.looks.note(OPERATOR, Note(how="exported", what=asked.what))
    month = asked.what == "month"
    try:
        made = operators.month(house, unit, asked.on) if month else operators.board_pack(house, asked.on)
    except TooLong as error:
        raise NotFound(str(error)) from error
    whole_file.put(Path(asked.to), made)
    return Answer((f"It is in {asked.to}.",), {"file": asked.to})


def binder(house: House, asked: ExportBinder) -> Answer:
    """NotFound where there is no such register, by its key or its title."""
    from services import operators  # noqa: PLC0415 - see above

    allowed(house, "read.hospital", None)
    known = house.clerk.standards.now()[1].registers
    key = next((key for key, one in known.items() if asked.register in (key, one.title)), None)
    if key is None:
        raise NotFound(f"There is no register {asked.register!r}; there are {', '.join(known)}.")
    try:
        done = operators.binder(house, Path(asked.to), key, asked.on)
    except TooLong as error:
        raise NotFound(str(error)) from error
    said = (
        f"{known[key].title}: binder.pdf and {number_of(done.entries, 'fact')} behind it are in {asked.to}.",
        *done.missing,
        "Whoever unpacks it checks it with `python3 verify.py`; give them the key that `heard head` shows another way.",
    )
    return Answer(said, {"file": asked.to, "entries": done.entries, "size": done.size})


def packets(house: House, stream: str) -> tuple[tuple[str, bytes], ...]:
    """The trace of an issue, or of those that a record belongs to, as the files that lie in its evidence."""
    from services import operators  # noqa: PLC0415 - see above

    return operators.packets(house, stream)


def again_from(bundle: Path, written: str) -> Answer:
    """The same by a bundle of evidence of the whole hospital, wherever that is. Status 1 where it does not hold."""
    try:
        with hospital_in(bundle) as house:
            return again(house, written)
    except NotThis as error:
        return Answer((str(error),), status=1)


def again(house: House, written: str) -> Answer:
    """Each figure as it is found now; `same` where every one is as it was printed, by the same entries. Status 2 for what is no
    reference."""
    from services import operators  # noqa: PLC0415 - see above

    try:
        asked = reference.read(written)
    except reference.NoReference as error:
        return Answer((str(error),), status=2)
    unit = unit_called(house, asked.unit) if asked.unit else None
    allowed(house, "read.board" if unit else "read.figures", unit)
    if asked.upto > house.ledger.head()[0]:
        lost = (
            f"It was printed from {asked.upto:,} facts, more than are here: this is another ledger, or an older copy."
        )
        return Answer((lost,), {"same": False, "figures": []})
    house.looks.note(OPERATOR, Note(how="exported", what=NOTED.get(asked.what, "opened_page")))
    now, figures = operators.again(house, asked)
    holds = [asked.holds(number, value, what) for number, (value, what) in enumerate(figures)]
    lines = [
        f"{'same   ' if same else 'DIFFERS'}  {value} {what}"
        for same, (value, what) in zip(holds, figures, strict=True)
    ]
    found = [{"value": value, "what": what, "same": same} for same, (value, what) in zip(holds, figures, strict=True)]
    why = tuple(_why(asked, now, all(holds)))
    said = (*lines, *why, _summed(len(figures), holds.count(False), asked, bool(why)))
    return Answer(said, {"same": all(holds) and not why, "figures": found, "scoring": [asked.scoring, now.scoring]})


def _why(asked: Reference, now: Reference, same: bool) -> Iterator[str]:
    """What is not as it was when it was printed; nothing where everything is."""
    if now.root != asked.root:
        yield f"The first {asked.upto:,} facts are not those it was printed from: they were rewritten."
    if len(now.checks) != len(asked.checks):
        yield "It had more or fewer figures, so behind the first that differs they cannot be compared one by one."
    if not same and now.scoring != asked.scoring:
        yield f"It was counted by {asked.scoring}; here is {now.scoring}."
    elif not same and now.root == asked.root:
        yield "What differs was told to somebody who may read more or less, or rests on what was settled since."


def _summed(figures: int, differ: int, asked: Reference, why: bool) -> str:
    if differ:
        return f"{differ:,} of {number_of(figures, 'figure')} differ."
    by = "" if why else f", by {asked.upto:,} facts and {asked.scoring}"
    return f"All of {number_of(figures, 'figure')} are those that were printed{by}."
