"""One line of the sheet judged: a row, a row held back, or a reject that says which value is wrong."""

from collections.abc import Iterable, Iterator
from operator import itemgetter

from services.tracking_sheet import sentences
from services.tracking_sheet.fields import Fields
from services.tracking_sheet.findings import Findings
from services.tracking_sheet.repeats import Repeats
from services.tracking_sheet.row import Fault, Held, Line, Outcome, Reason, Reject, Row
from services.tracking_sheet.sensitive import Watch
from services.tracking_sheet.setting import Said, Setting

TEXTS = ("what", "idea", "resources", "status", "feedback", "notes")
"""Fields anybody may have written anything into. Owners and executives are names by intent and reach no text."""

_SHOWN = 200
_texts = itemgetter(*(Said._fields.index(field) for field in TEXTS))


class Judge:
    """Judges the lines of one sheet in their order; knows nothing but its setting and the lines before."""

    def __init__(self, setting: Setting, watch: Watch) -> None:
        self._by, self._watch = setting, watch
        self._fields, self._repeats = Fields(setting), Repeats()
        self._width = len(setting.header.columns)
        self._pick = itemgetter(*(setting.header.at.get(field, self._width) for field in Said._fields))

    def judge(self, line: Line) -> Outcome | None:
        """None for headings repeated between the rows, as printed pages have them."""
        if line.broken:
            return self._torn(line, line.broken)
        if self._by.header.repeats(line.cells):
            return None
        if self._by.strict_width and any(line.cells[self._width :]):
            return self._torn(line, sentences.TOO_WIDE)
        within = line.cells[: self._width]
        padded = within + [""] * (self._width + 1 - len(within))
        return self._sound(line, Said(*self._pick(padded)))

    def _torn(self, line: Line, todo: str) -> Outcome:
        """A line whose cells cannot be told apart: anything may stand anywhere in it."""
        faults = (Fault("", line.cells[0][:_SHOWN], "line.torn", todo),)
        whys = {why for cell in line.cells if (why := self._watch.reason[cell])}
        if whys and self._by.only is not None:
            return Reject(line.number, (Fault("", "", "line.torn", todo),), tuple(line.cells))
        if whys:
            reasons = tuple(Reason(why, "") for why in sorted(whys))
            return Held(line.number, reasons, None, faults, tuple(line.cells))
        return Reject(line.number, faults, tuple(line.cells))

    def _sound(self, line: Line, said: Said) -> Outcome:
        found = Findings(self._by.header)
        row = self._row(line, said, found)
        if self._by.only is not None and (elsewhere := found.of("unit")):
            return Reject(line.number, elsewhere, tuple(line.cells))
        if reasons := self._reasons(said, found):
            return Held(line.number, reasons, row, found.faults, tuple(line.cells))
        return Reject(line.number, found.faults, tuple(line.cells)) if row is None else row

    def _row(self, line: Line, said: Said, found: Findings) -> Row | None:
        """The row, None where anything in it is at fault."""
        self._legible(said, found)
        read = self._fields
        unit, problem = read.unit(said.unit, found), read.what(said.what, found)
        rounds = read.day("rounds", said.rounds, found)
        opened = read.day("opened", said.opened, found) or rounds
        closed = read.day("closed", said.closed, found)
        due, due_note = read.due(said.due, found)
        status, status_note = read.status(said.status, closed, found)
        if opened and closed and closed < opened:
            found.fault("closed", said.closed, "first", sentences.CLOSED_FIRST.format(closed=closed, opened=opened))
        feedback, priority = read.feedback(said.feedback, found), read.priority(said.priority, found)
        if found.faults:
            return None
        occurrence, repeat_of = self._repeats.place((unit, opened or "", problem), said, line.number)
        return Row(
            number=line.number,
            unit=unit,
            opened=opened,
            rounds=rounds,
            what=said.what,
            idea=said.idea or None,
            resources=said.resources or None,
            owners=read.owners[said.owners],
            executive=read.executive(said.executive),
            category=said.category or None,
            priority=priority,
            due=due,
            due_note=due_note,
            status=status,
            status_note=status_note,
            closed=closed,
            feedback=feedback,
            notes=said.notes or None,
            occurrence=occurrence,
            repeat_of=repeat_of,
            left_out=found.left_out,
        )

    def _legible(self, said: Said, found: Findings) -> None:
        """Every cell short enough and with all its letters."""
        if "\ufffd" not in "".join(said) and len(max(said, key=len)) <= self._by.caps.cell:
            return
        for field, text in zip(said._fields, said, strict=True):
            if len(text) > self._by.caps.cell:
                todo = sentences.TOO_LONG.format(length=len(text), cap=self._by.caps.cell)
                found.fault(field, text, "too_long", todo)
            elif "\ufffd" in text:
                found.fault(field, text, "torn", sentences.TORN)

    def _reasons(self, said: Said, found: Findings) -> tuple[Reason, ...]:
        """Every column that shows why this row must be held, once; most rows show none."""
        texts = _texts(said)
        if found.puzzling:
            texts += tuple(getattr(said, field) for field in found.puzzling)
        if any(map(self._watch.reason.__getitem__, texts)) or self._watch.category[said.category]:
            return tuple(self._shown(said, dict.fromkeys(("category", *TEXTS, *found.puzzling))))
        return ()

    def _shown(self, said: Said, fields: Iterable[str]) -> Iterator[Reason]:
        for field in fields:
            watch = self._watch.category if field == "category" else self._watch.reason
            if why := watch[getattr(said, field)]:
                yield Reason(why, self._by.header.heading(field))
