"""Whatever one hospital calls its own is nothing next door: not in an address, and not in any field of any command."""

import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import Any, NamedTuple, get_args

import pytest
from msgspec import inspect

from services.house import House
from tests.trust.bodies import body_of
from tests.trust.rights import expected
from tests.trust.served import HERE, ROLES, SECRET, Served, served
from tests.trust.test_endpoints import address_of
from workflows import lexicon, unit
from workflows.kernel.grammar import Command, UnitSlug
from workflows.kernel.ids import is_id

EXPECTED = expected()
UNIT_OF_THEIRS = "attic-of-alder"
SLUG = get_args(UnitSlug)[1].pattern
OF_ITS_OWN = ("unit.open", "hospital.open")
"""What gives a new thing the name it says: next door may be one of the same."""


class Swap(NamedTuple):
    """One field of a command, and what of theirs stands in it."""

    command: type[Command]
    field: inspect.Field
    theirs: str


class Neighbours(NamedTuple):
    """Two hospitals; `ids` are what the first calls its own."""

    theirs: Served
    ours: Served
    ids: frozenset[str]


@pytest.fixture(scope="module")
def doors(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neighbours]:
    place = tmp_path_factory.mktemp("doors")
    with served(place / "alder", "alder") as theirs, served(place / "birch", "birch") as ours:
        for one in (theirs, ours):
            one.give(unit.commands.Reopen(), f"unit-{HERE}")
        theirs.give(unit.commands.Open(slug=UNIT_OF_THEIRS, name="Attic"))
        yield Neighbours(theirs, ours, frozenset(_ids(theirs)))


def _ids(theirs: Served) -> Iterator[str]:
    """Of things, people and units, and of what lies sealed: attachments and keys. A panel and a pace are named by their place
    alone, which both have."""
    of_a_place = ("panel", "pace")
    noted = ((name, one) for name, one in theirs.told.items() if name not in of_a_place)
    yield from (one for _, one in noted if is_id(one, one.partition("-")[0]))
    yield from theirs.who.values()
    yield from (f"voice-{one.partition('-')[2]}" for one in theirs.told.values() if one.startswith("concern-"))
    yield from (UNIT_OF_THEIRS, f"unit-{UNIT_OF_THEIRS}")
    yield theirs.house.attachments.put(b"A picture under seal")
    yield theirs.house.vault.mint("open")[0]


def _swaps(ids: frozenset[str]) -> Iterator[Swap]:
    """Every field that takes an id, with one of theirs of each kind that it takes."""
    for command in lexicon.COMMAND_TYPES.values():
        if command.VERB in OF_ITS_OWN:
            continue
        for field in inspect.type_info(command).fields:  # type: ignore[attr-defined]  # a command is a struct
            taken = (one for pattern in _patterns(field.type) for one in _fitting(pattern, sorted(ids)))
            for theirs in {_kind(one): one for one in taken}.values():
                yield Swap(command, field, theirs)


def _fitting(pattern: str, ids: list[str]) -> Iterator[str]:
    """A unit is named by its slug, and by nothing else that happens to look like one; what takes any number takes no ids."""
    if pattern == SLUG:
        yield UNIT_OF_THEIRS
    elif not re.fullmatch(pattern, "INC-12"):
        yield from (one for one in ids if re.fullmatch(pattern, one))


def _kind(one: str) -> str:
    return re.sub(r"[0-9a-z]{26}$|[0-9a-f]{64}$", "", one)


def _patterns(kind: inspect.Type) -> Iterator[str]:
    match kind:
        case inspect.Metadata(type=bare):
            yield from _patterns(bare)
        case inspect.UnionType(types=types):
            yield from (found for one in types for found in _patterns(one))
        case inspect.VarTupleType(item_type=item):
            yield from _patterns(item)
        case inspect.StrType(pattern=str(pattern)):
            yield pattern
        case _:
            return


def _body(swap: Swap, ours: Mapping[str, str]) -> dict[str, Any]:
    """All that the command needs of ours, and in that one field what is theirs."""
    given = "cno" if swap.command.VERB.startswith("hospital.") else "front_line"
    many = any(isinstance(one, inspect.VarTupleType) for one in _kinds(swap.field.type))
    return body_of(swap.command, ours, given) | {swap.field.encode_name: [swap.theirs] if many else swap.theirs}


def _kinds(kind: inspect.Type) -> Iterator[inspect.Type]:
    bare = kind.type if isinstance(kind, inspect.Metadata) else kind
    yield from (found for one in bare.types for found in _kinds(one)) if isinstance(bare, inspect.UnionType) else [bare]


def _who_may(verb: str) -> str:
    """Somebody of ours who may give the command; for what the machine alone may, whoever sees most."""
    return next((role for role in ("quality_director", *ROLES) if role in EXPECTED[verb]), "quality_director")


def _holds(house: House, ids: frozenset[str]) -> list[str]:
    """What of these stands in any file of the hospital."""
    files = b"\n".join(path.read_bytes() for path in house.directory.rglob("*") if path.is_file())
    return sorted(one for one in ids if one.encode() in files)


def test_no_field_of_any_command_takes_what_is_theirs(doors: Neighbours) -> None:
    swaps = list(_swaps(doors.ids))
    assert len({(swap.command, swap.field.name) for swap in swaps}) > 60
    assert len({_kind(swap.theirs) for swap in swaps}) > 14
    before, wrong = doors.ours.house.ledger.head()[0], []
    clients = {role: doors.ours.client(role) for role in {_who_may(swap.command.VERB) for swap in swaps}}
    for swap in swaps:
        answer = clients[_who_may(swap.command.VERB)].post(
            address_of(swap.command, doors.ours.told), _body(swap, doors.ours.told), {}
        )
        echoed = swap.theirs in answer.text and UNIT_OF_THEIRS not in swap.theirs
        if answer.status not in (403, 404, 409) or SECRET in answer.text or echoed:
            wrong.append((swap.command.VERB, swap.field.name, swap.theirs, answer))
    for client in clients.values():
        client.close()
    assert wrong == [], "\n".join(f"{a} {b} {c[:40]} {d.status} {d.text[:150]}" for a, b, c, d in wrong)
    assert doors.ours.house.ledger.head()[0] == before
    assert _holds(doors.ours.house, doors.ids) == []
    assert _holds(doors.theirs.house, doors.ids) != [], "they would be found"


def test_no_command_is_given_to_what_is_theirs_or_for_it(doors: Neighbours) -> None:
    before = doors.ours.house.ledger.head()[0]
    with closing(doors.ours.client("quality_director")) as client:
        for command in lexicon.COMMAND_TYPES.values():
            if command.VERB.startswith(("unit.", "hospital.", "hold.", "panel.", "pace.")):
                continue  # by names that every hospital has
            sent = body_of(command, doors.ours.told, "front_line")
            if not lexicon.begins(command):
                answer = client.post(address_of(command, doors.theirs.told), sent, {})
                assert answer.status in (403, 404), (command.VERB, answer)
                assert SECRET not in answer.text
            for theirs in sorted(doors.ids):
                if theirs.startswith(("person-", "party-", "voice-", "unit-")) and command.VERB == "concern.raise":
                    answer = client.post(address_of(command, doors.ours.told), sent, {"On-Behalf-Of": theirs})
                    assert answer.status == 409, (theirs, answer)
    assert doors.ours.house.ledger.head()[0] == before
