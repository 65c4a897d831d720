"""The grammar of every test of the core: `given(facts).when(command).then(events) | then_refused(key) | then_nothing()`.

Events are told in the order they happened, to the one stream of their noun that a test needs (`the("issue")`), or as a pair
`(stream, event)`. What the core reads back has only the names of its sealed parts, as from the ledger, so that a state that
looks at words is found out. `then` gives the command again: that must change nothing, unless it is `REPEATABLE`.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from services import documents
from workflows import lexicon
from workflows.kernel.ball import Ball
from workflows.kernel.grammar import Act, By, ByKind, Command, Event, Fact, Header, Refused, Via
from workflows.kernel.ids import noun_of, spell
from workflows.kernel.moments import Day, moment_of
from workflows.kernel.noun import Case, Nothing, Writes
from workflows.kernel.standards import Standards
from workflows.kernel.terms import Terms

TODAY: Day = "2025-03-03"
STANDARDS = documents.read("standards", Standards)
NURSE, LEADER, PARTNER = "person-nurse", "person-leader", "person-partner"
_NOUNS = {noun.name: noun for noun in lexicon.NOUNS}

Told = Event | tuple[str, Event]
Outcome = tuple[Writes, ...] | Refused


def the(noun: str, n: int = 1) -> str:
    """The n-th stream of a noun; `the("unit")` is `unit-4w`, there is one hospital."""
    return {"unit": "unit-4w", "hospital": "hospital", "hold": "hold"}.get(noun) or spell(noun, n)


def act(
    kind: ByKind = "person",
    who: str | None = LEADER,
    *,
    day: Day = TODAY,
    via: Via = "page",
    roles: Iterable[str] = (),
    behalf: str | None = None,
    terms: Terms | None = None,
    occurred: str | None = None,
) -> Act:
    """The circumstances of a command on `day`, by a team leader unless said otherwise."""
    return Act(
        by=By(kind, who if kind == "person" else None),
        at=moment_of(day),
        day=day,
        terms=terms or Terms(),
        standards=STANDARDS,
        via=via,
        roles=frozenset(roles),
        behalf=behalf,
        occurred=day if via == "import" else occurred,
    )


def by_voice(day: Day = TODAY) -> Act:
    return act("voice", None, day=day)


def by_clock(day: Day = TODAY) -> Act:
    return act("clock", None, day=day, via="clock")


def by_import(day: Day = TODAY) -> Act:
    return act("import", None, day=day, via="import")


@dataclasses.dataclass(frozen=True)
class House:
    """What has happened so far: the state of every stream, and how many facts there are."""

    states: Mapping[str, Any]
    seq: int = 0

    def told(self, stream: str, event: Event, when: Act) -> "House":
        noun = _NOUNS[noun_of(stream)]
        before = self.states.get(stream, Nothing())
        unit = getattr(event, "unit", before.unit)
        head = Header(stream=stream, version=1, name=event.NAME, v=event.V, by=when.by, via=when.via, salt=b"")
        fact = Fact(self.seq + 1, unit, None, when.happened, head, as_stored(event))
        after = noun.evolve(before, fact)
        noun.balls(after)
        return House({**self.states, stream: after}, self.seq + 1)

    def wrote(self, outcome: tuple[Writes, ...], when: Act) -> "House":
        house = self
        for writes in outcome:
            for event in writes.events:
                house = house.told(writes.stream, event, when)
        return house

    def asked(self, command: Command, to: str | None, when: Act) -> Outcome:
        """Decides as the clerk does: load what the rule wants until it wants no more."""
        fresh = {noun: spell(noun, 1_000 + self.seq) for noun in command.CREATES}
        stream = to or command.stream() or fresh[command.CREATES[0]]
        rule, loaded = lexicon.rule_for(command), frozenset[str]()
        case = Case(stream, fresh, {}, when.standards)
        while wanted := rule.needs(command, case) - loaded:
            loaded |= wanted
            case = Case(stream, fresh, {name: self.states.get(name, Nothing()) for name in loaded}, when.standards)
        return rule.decide(command, case, when)

    def balls(self, stream: str) -> tuple[Ball, ...]:
        return _NOUNS[noun_of(stream)].balls(self.states.get(stream, Nothing()))


def as_stored(event: Event) -> Event:
    """The event as it is read back: every text is the name of its part."""
    words = {name: name for name in sealed_fields(type(event)) if getattr(event, name) is not None}
    return msgspec.structs.replace(event, **words)


def sealed_fields(kind: type[Event]) -> tuple[str, ...]:
    fields = msgspec.inspect.type_info(kind).fields  # type: ignore[attr-defined]  # every event is a struct
    return tuple(field.name for field in fields if _sealed(field.type))


def _sealed(kind: msgspec.inspect.Type) -> bool:
    if isinstance(kind, msgspec.inspect.UnionType):
        return any(_sealed(one) for one in kind.types)
    return isinstance(kind, msgspec.inspect.Metadata) and bool(kind.extra and kind.extra.get("sealed"))


def given(*told: Told, when: Act | None = None) -> "Given":
    """A house in which all this has happened, on one day (`when`)."""
    return Given(House({})).given(*told, when=when)


@dataclasses.dataclass(frozen=True)
class Given:
    house: House

    def given(self, *told: Told, when: Act | None = None) -> "Given":
        house = self.house
        for one in told:
            stream, event = one if isinstance(one, tuple) else (the(one.NAME.partition(".")[0]), one)
            house = house.told(stream, event, when or act(day="2025-02-03"))
        return Given(house)

    def when(self, command: Command, by: Act | None = None, *, to: str | None = None) -> "When":
        begins = bool(command.CREATES) or command.stream() is not None
        stream = to or (None if begins else the(command.VERB.partition(".")[0]))
        return When(self.house, command, stream, by or act())

    def state(self, stream: str) -> Any:
        return self.house.states.get(stream, Nothing())

    def balls(self, stream: str) -> tuple[Ball, ...]:
        return self.house.balls(stream)


@dataclasses.dataclass(frozen=True)
class When:
    house: House
    command: Command
    to: str | None
    by: Act

    def then(self, *expected: Told) -> Given:
        """These events and no others; the same command again adds none."""
        after = self.then_something()
        outcome = self.house.asked(self.command, self.to, self.by)
        assert not isinstance(outcome, Refused)
        written = [(writes.stream, event) for writes in outcome for event in writes.events]
        assert [event for _, event in written] == [one[1] if isinstance(one, tuple) else one for one in expected]
        assert {one for one in expected if isinstance(one, tuple)} <= set(written)
        return after

    def then_something(self) -> Given:
        """Whatever was decided has happened; the same command again adds nothing."""
        outcome = self.house.asked(self.command, self.to, self.by)
        assert not isinstance(outcome, Refused), outcome
        assert outcome, "nothing was decided"
        after = self.house.wrote(outcome, self.by)
        if not self.command.REPEATABLE and not self.command.CREATES:
            again = after.asked(self.command, self.to, self.by)
            assert isinstance(again, Refused) or again == (), f"said twice, done twice: {again}"
        return Given(after)

    def then_refused(self, key: str, **fields: str | int) -> Given:
        outcome = self.house.asked(self.command, self.to, self.by)
        assert isinstance(outcome, Refused), outcome
        assert outcome.key == key, outcome
        assert fields.items() <= outcome.fields.items()
        return Given(self.house)

    def then_nothing(self) -> Given:
        assert self.house.asked(self.command, self.to, self.by) == ()
        return Given(self.house)
