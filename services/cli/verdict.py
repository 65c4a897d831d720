"""How a check goes, and what came of it, in words."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from services import clock
from services.verification import Step, Verdict
from services.wording.time_words import number_of

PLAINLY_EVERY = 100_000
"""Facts or documents between two lines where nobody watches."""

BROKEN = (
    "Change nothing here. `heard restore` makes a hospital of the newest copy elsewhere, and `heard verify` says whether "
    "that one holds."
)
ALONE = (
    "No head that was kept elsewhere was held against it (--checkpoint). Without one, a whole history that was rewritten "
    "with the signer's key cannot be told from a true one."
)


@contextmanager
def progress() -> Iterator[Callable[[Step], None]]:
    """Hears each step: a bar where somebody watches, else a line now and then."""
    if not sys.stderr.isatty():
        yield _plainly
        return
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        known = {what: bars.add_task(what, start=False, visible=False) for what in ("facts", "documents")}

        def hear(step: Step) -> None:
            bars.start_task(known[step.what])
            bars.update(known[step.what], completed=step.done, total=step.of, visible=True)

        yield hear


def _plainly(step: Step) -> None:
    if step.done % PLAINLY_EVERY == 0:
        click.echo(f"{step.done:,} of {step.of:,} {step.what}", err=True)


def told(found: Verdict, zone: str) -> Iterator[str]:
    counts, first = found.counts, found.first
    if first is not None:
        where = f"The first position that does not hold is fact {first.seq:,}: " if first.seq else "It does not hold: "
        yield f"{where}{first.said}."
        yield from (f"FAILED {flaw.said}" for flaw in found.flaws)
    if found.since is not None:
        until = clock.as_written(found.since, zone)
        yield f"The first {found.after:,} facts were read by the check that was interrupted on {until}."
    texts = number_of(counts.texts, "sealed text")
    yield f"VERIFIED {number_of(counts.facts, 'fact')}, each as it was entered"
    yield f"VERIFIED {texts}, each the one that was sealed; {counts.opened:,} open with their keys"
    yield f"ERASED WITH RECORD {counts.erased:,}"
    yield f"VERIFIED {number_of(counts.documents, 'document')} and {number_of(counts.heads, 'head')}"
    yield f"FAILED {found.failed:,}"
    yield from found.left_out
    if found.failed:
        yield BROKEN
    elif not found.outside:
        yield ALONE
