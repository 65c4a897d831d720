"""A fact of the ledger: what happened, recorded when, by whom."""

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct

from services.api.shapes.words import Instant, Position, Words, instant
from workflows.kernel import grammar
from workflows.kernel.grammar import By, Ref, Via
from workflows.kernel.moments import Moment


class Fact(Struct, frozen=True, kw_only=True):
    """`seq` is its place in the hospital's log, `unit_seq` in its unit's. Recorded `at`, happened `occurred` (as precisely as
    it was said; null: when it was recorded). `event` holds what the event named `name` says, its words opened."""

    seq: Position
    stream: str
    version: int
    name: str
    v: int
    at: Instant
    happened: Instant
    occurred: str | None
    unit: str | None
    unit_seq: int | None
    by: By
    behalf: str | None
    via: Via
    cause: Position | None
    rule: str | None
    event: dict[str, Any]


def fact(told: grammar.Fact, words: Words) -> Fact:
    head = told.head
    said = {part.part: words(Ref(told.seq, part.part)) for part in head.sealed}
    return Fact(
        seq=told.seq,
        stream=head.stream,
        version=head.version,
        name=head.name,
        v=head.v,
        at=instant(told.at),
        happened=instant(told.happened),
        occurred=head.occurred,
        unit=told.unit,
        unit_seq=told.unit_seq,
        by=head.by,
        behalf=head.behalf,
        via=head.via,
        cause=head.cause,
        rule=head.rule,
        event={**msgspec.to_builtins(told.event), **said},
    )


def shown_on(told: grammar.Fact, on: Moment | None) -> bool:
    """Whether a timeline shows it: open to all who may read there, and happened by the moment asked about."""
    return told.head.compartment == "open" and (on is None or told.happened <= on)


def sealed_in(facts: Iterable[grammar.Fact]) -> list[Ref]:
    return [Ref(told.seq, part.part) for told in facts for part in told.head.sealed]
