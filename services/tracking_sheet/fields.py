"""Each field of a row read out of its cell; what cannot be read becomes a finding, never a guess."""

from services.tracking_sheet import sentences
from services.tracking_sheet.dates import Day, day
from services.tracking_sheet.feedback import feedback
from services.tracking_sheet.findings import Findings
from services.tracking_sheet.people import owners
from services.tracking_sheet.remembered import Remembered
from services.tracking_sheet.row import Feedback, Status
from services.tracking_sheet.setting import Setting
from services.tracking_sheet.spelling import issue_text, plain
from services.tracking_sheet.status import status


class Fields:
    """Reads the cells of one sheet, remembering what each distinct value meant."""

    def __init__(self, setting: Setting) -> None:
        self._by = setting
        words = setting.vocabulary
        self._plain = Remembered(plain)
        self._day = Remembered(lambda text: day(text, setting.order, words.dates))
        self._status = Remembered(lambda text: status(text, words.statuses))
        self._feedback = Remembered(lambda text: feedback(text, setting.order, words.feedback, words.dates))
        self.owners = Remembered(lambda text: owners(text, words.words))

    def unit(self, text: str, found: Findings) -> str:
        """The slug of a unit; '' where there is none."""
        slug = self._by.units.get(self._plain[text]) if text else self._by.unit
        if slug is None:
            why, todo = ("strange", sentences.STRANGE_UNIT) if text else ("missing", sentences.NO_UNIT)
            found.fault("unit", text, why, todo.format(units=sentences.listed(self._by.units.values())))
        elif self._by.only is not None and slug not in self._by.only:
            found.fault("unit", text, "of_another", sentences.OF_ANOTHER_UNIT)
        return slug or ""

    def what(self, text: str, found: Findings) -> str:
        """The issue as its key knows it; punctuation alone is none."""
        problem = issue_text(text)
        if not problem:
            found.fault("what", text, "missing", sentences.NO_ISSUE)
        return problem

    def day(self, field: str, text: str, found: Findings) -> str | None:
        """An ISO day, None where the cell is empty or says there is none."""
        return self._held_to_today(field, text, self._day[text], found) if text else None

    def due(self, text: str, found: Findings) -> tuple[str | None, str | None]:
        """The target day, or the words that stand in its place: ASAP, TBD, next budget."""
        if not text:
            return None, None
        read = self._day[text]
        if read.trouble == "words" or (read.trouble is None and read.iso is None):
            found.puzzle("due")
            return None, text
        if read.trouble is not None:
            found.fault("due", text, read.trouble, sentences.about_day(read))
        return read.iso, None

    def status(self, text: str, closed: str | None, found: Findings) -> tuple[Status, str | None]:
        """The status and its further words; a closing day alone says closed, beside an open status it contradicts."""
        means, note = self._status[text]
        if closed is None or means in ("closed", "declined"):
            return means, note
        if means != "unknown":
            found.fault("closed", closed, "not_closed", sentences.NOT_CLOSED)
        return "closed", note

    def feedback(self, text: str, found: Findings) -> Feedback:
        """Whether the raiser was told, as the cell says."""
        said, read = self._feedback[text]
        if read.trouble is not None or read.iso is not None:
            self._held_to_today("feedback", text, read, found)
        return said

    def priority(self, text: str, found: Findings) -> int | None:
        """1 (most urgent) to 5; what is no priority is left out and said so."""
        level = self._by.vocabulary.priorities.get(self._plain[text])
        if text and level is None:
            found.leave_out("priority", text, "strange", sentences.STRANGE_PRIORITY)
        return level

    def executive(self, text: str) -> str | None:
        """A role in its usual spelling, or the words as written."""
        return self._by.vocabulary.executives.get(self._plain[text], text) or None

    def _held_to_today(self, field: str, text: str, read: Day, found: Findings) -> str | None:
        if read.trouble is not None:
            found.fault(field, text, read.trouble, sentences.about_day(read))
        elif read.iso and self._by.today and read.iso > self._by.today:
            found.fault(field, text, "future", sentences.FUTURE.format(today=self._by.today))
        return read.iso
