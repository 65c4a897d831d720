"""What is known about a hospital to be, before anything is written."""

import re
import unicodedata
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct

from workflows.hospital.commands import Setting
from workflows.kernel.ids import is_slug
from workflows.kernel.practices import Practice


class UnitPlan(Struct, frozen=True):
    """A unit: its short name for ever, its display name."""

    slug: str
    name: str


class WaiverPlan(Struct, frozen=True, omit_defaults=True):
    """A rule of practice that is set aside in the whole hospital, why, and after how many `days` that is over (None: when
    somebody ends it)."""

    rule: str
    reason: str
    days: int | None = None


class Plan(Struct, frozen=True, kw_only=True):
    """Everything `start` asks. `people` is the text of a CSV file; `partners` are pairs of a unit and the name of its
    executive partner, as people write them. Of the template `called` so: `practices`, each with the days after which units take
    it up, rules that are set aside, and the texts of `terms`, `standards` and settings by their names, which a hospital that
    has adopted others keeps."""

    slug: str
    name: str
    zone: str
    units: tuple[UnitPlan, ...] = ()
    people: str | None = None
    partners: tuple[tuple[str, str], ...] = ()
    practices: tuple[tuple[Practice, int], ...] = ()
    terms: str | None = None
    standards: str | None = None
    called: str = ""
    waivers: tuple[WaiverPlan, ...] = ()
    settings: tuple[tuple[Setting, str], ...] = ()


class Fault(Struct, frozen=True):
    """What is wrong in a row of a file (1 = its header; 0 = not in the file) and what to do about it."""

    row: int
    column: str
    what: str

    def __str__(self) -> str:
        return f"row {self.row}, {self.column}: {self.what}" if self.row else self.what


class NotSo(Exception):
    """The plan cannot be carried out as it stands; nothing was written. `faults` says why, all of them at once."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


def slug_of(name: str) -> str:
    """A short name suggested for a display name: `Alder Creek` → `alder-creek`; empty when nothing of it can be kept."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:32].strip("-")
    return slug if is_slug(slug) else ""


def unit_plan(asked: str) -> UnitPlan:
    """`4 West`, or `4w=4 West` where the short name is to be another than the one suggested. NotSo otherwise."""
    given, _, name = asked.rpartition("=")
    unit = UnitPlan(given.strip() or slug_of(name), name.strip())
    if not unit.name or not is_slug(unit.slug):
        raise NotSo(
            Fault(0, "unit", f"{asked!r} needs a short name of 2 to 32 small letters, digits or hyphens: `4w=4 West`.")
        )
    return unit


def faults_of(plan: Plan) -> list[Fault]:
    """What can be seen to be wrong with the plan by itself."""
    said = (
        ("slug", wrong_slug(plan.slug)),
        ("name", "" if 1 <= len(plan.name.strip()) <= 80 else "A hospital's name has 1 to 80 characters."),
        ("zone", wrong_zone(plan.zone)),
    )
    slugs = [unit.slug for unit in plan.units]
    twice = sorted({slug for slug in slugs if slugs.count(slug) > 1})
    return [
        *(Fault(0, field, what) for field, what in said if what),
        *(Fault(0, "unit", f"Two units would have the short name {slug}; give one another.") for slug in twice),
    ]


def wrong_slug(slug: str) -> str:
    """Why this cannot be a short name; "" when it can."""
    if is_slug(slug):
        return ""
    return f"{slug!r} is no short name: 2 to 32 small letters, digits and hyphens, such as alder-creek."


def wrong_zone(zone: str) -> str:
    """Why this cannot be a time zone; "" when it can."""
    return "" if is_zone(zone) else f"{zone!r} is no time zone: write it as in America/Chicago or Europe/Zurich."


def is_zone(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return bool(zone)
