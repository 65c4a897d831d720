"""What was measured, beside what was aimed at, on a machine with a name; as Markdown."""

import os
import platform
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct


class Aim(Struct, frozen=True):
    """What a figure must reach: at least `reach` (or at most, where less is better)."""

    reach: float
    unit: str = "×"
    at_most: bool = False

    def met(self, found: float) -> bool:
        return found <= self.reach if self.at_most else found >= self.reach

    def __str__(self) -> str:
        return f"{'≤' if self.at_most else '≥'} {figure(self.reach, self.unit)}"


class Line(Struct, frozen=True):
    """One figure of one path; `aim` None is only told. `beside` says what it was compared with, in figures."""

    path: str
    found: float
    unit: str = "×"
    aim: Aim | None = None
    beside: str = ""

    def verdict(self) -> str:
        if self.aim is None:
            return "–"
        return "met" if self.aim.met(self.found) else "**missed**"


def figure(value: float, unit: str) -> str:
    written = f"{value:,.0f}" if abs(value) >= 100 else f"{value:.2f}"
    return f"{written}{unit}" if unit == "×" else f"{written} {unit}"


HEAD = "| path | measured | target | | in figures |\n|---|---|---|---|---|"


def row(line: Line) -> str:
    """A row of the table under `HEAD`."""
    return f"| {line.path} | {figure(line.found, line.unit)} | {line.aim or '–'} | {line.verdict()} | {line.beside} |"


def machine(postgres: str) -> str:
    """One sentence: what it ran on, and when."""
    model = next((line.partition(":")[2].strip() for line in _cpu() if line.startswith("model name")), "unknown")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC on {model}, {os.cpu_count()} cores, {memory:.0f} GB, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"PostgreSQL {postgres}; load when it began {os.getloadavg()[0]:.1f}"
    )


def _cpu() -> list[str]:
    try:
        return Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
