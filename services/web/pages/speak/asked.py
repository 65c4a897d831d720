"""What somebody typed on the public form, as what is asked of the house; or what is wrong with it, by field."""

from collections.abc import Iterable

from msgspec import Struct, convert
from werkzeug.datastructures import MultiDict

from services.web.public.catalogue import Says
from workflows.concern.commands import Raise
from workflows.kernel.grammar import Command
from workflows.respect.commands import Report

LONGEST = 8_000
SHORT = 400
KINDS = ("concern", "suggestion", "idea", "question", "thanks", "colleague", "visitor", "retaliation")
RESPECT = frozenset({"colleague", "visitor", "retaliation"})
"""What goes to the few who deal with it, and stands on nobody's board."""
SPEAKERS = ("anonymous", "confidential", "named")
WHO = ("staff", "patient", "family", "visitor", "no_answer")
CAME = ("page", "phone", "paper")
LEADERS = ("team_leader", "unit_manager", "chief", "executive_partner")
TONGUES = {
    "es": "Español",
    "zh": "中文",
    "vi": "Tiếng Việt",
    "ar": "العربية",
    "ht": "Kreyòl ayisyen",
    "ru": "Русский",
    "ko": "한국어",
    "tl": "Tagalog",
    "pt": "Português",
    "fr": "Français",
    "so": "Soomaali",
    "ase": "American Sign Language",
}
"""Languages somebody may want interpreted, each by its own name."""

Typed = MultiDict[str, str]


class Asked(Struct, frozen=True):
    """What is asked, and the role of whoever must not see it ("" for nobody)."""

    command: Command
    leads: str


class Wrong(Struct, frozen=True):
    """Sentences by the name of the field."""

    errors: dict[str, str]


def asked(typed: Typed, unit: str | None, say: Says) -> Asked | Wrong:
    """`unit` is where it is about, which was looked up before; None for nowhere in particular."""
    errors = dict(_wrong(typed, say))
    if errors:
        return Wrong(errors)
    return Asked(_command(typed, unit), _of(typed, "leads", ("", *LEADERS)))


def _command(typed: Typed, unit: str | None) -> Command:
    kind = _of(typed, "kind", KINDS)
    if kind in RESPECT:
        return convert(_incident(typed, unit, kind), Report)
    said = {
        "unit": unit,
        "kind": kind,
        "what": _words(typed, "what"),
        "idea": _words(typed, "idea") or None,
        "speaker": _of(typed, "speaker", SPEAKERS),
        "urgent": typed.get("urgent") == "yes",
        "who": _of(typed, "who", WHO[::-1]),
        "for_another": typed.get("for_another") == "yes",
        "language": _of(typed, "interpreter", ("", *TONGUES)) or None,
        "came": _of(typed, "came", CAME),
        "contact": _words(typed, "contact") or None,
    }
    return convert(said, Raise)


def _incident(typed: Typed, unit: str | None, kind: str) -> dict[str, object]:
    """How to reach a named speaker is locked away with the place, for those who deal with it."""
    return {
        "kind": kind,
        "unit": unit,
        "what": "\n\n".join(filter(None, (_words(typed, "what"), _words(typed, "idea"))))[:LONGEST],
        "where": _words(typed, "contact") or None,
        "danger": typed.get("urgent") == "yes",
        "speaker": _of(typed, "speaker", SPEAKERS),
    }


def _wrong(typed: Typed, say: Says) -> Iterable[tuple[str, str]]:
    choices = {"kind": KINDS, "speaker": SPEAKERS, "who": WHO, "came": CAME, "interpreter": TONGUES, "leads": LEADERS}
    for name, options in choices.items():
        if typed.get(name) and typed[name] not in options:
            yield name, say("wrong.choice")
    if not _words(typed, "what"):
        yield "what", say("wrong.what")
    for name, most in (("what", LONGEST), ("idea", LONGEST), ("contact", SHORT)):
        if error := _amiss(_words(typed, name), most, say):
            yield name, error
    speaker, contact = _of(typed, "speaker", SPEAKERS), _words(typed, "contact")
    if speaker == "confidential" and _of(typed, "kind", KINDS) in RESPECT:
        yield "speaker", say("wrong.respect_speaker")
    if speaker == "anonymous" and contact:
        yield "contact", say("wrong.contact_anonymous")
    if speaker != "anonymous" and not contact:
        yield "contact", say("wrong.contact_missing")


def _amiss(words: str, most: int, say: Says) -> str:
    if "\ufffd" in words or "\0" in words:
        return say("wrong.letters")
    return say("wrong.long", most=most) if len(words) > most else ""


def _words(typed: Typed, name: str) -> str:
    return typed.get(name, "").replace("\r\n", "\n").strip()


def _of(typed: Typed, name: str, options: tuple[str, ...]) -> str:
    """One of the options; the first where none was chosen."""
    return typed.get(name) or options[0]
