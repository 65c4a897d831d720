"""A process that is killed in the middle loses nothing it acknowledged and leaves nothing half done."""

from contextlib import closing
from itertools import count

import pytest

from services.ledger.contract import Done
from tests.ledger.crash import kill_at_random, writer
from tests.ledger.place import Place
from tests.ledger.soundness import flaws


@pytest.mark.heavy
def test_kill_9_loses_no_acknowledged_fact(place: Place, full: bool) -> None:
    place.open().close()
    met = count(1)

    def check(acknowledged: list[str]) -> None:
        with closing(place.open_reader()) as reader:
            lost = [id_ for id_ in acknowledged if not isinstance(reader.done(id_, b"one"), Done)]
        assert lost == []
        if next(met) % 10 == 0:
            assert flaws(place) == []

    rounds = 200 if full else 20
    assert kill_at_random(place, writer, check, rounds) >= rounds // 2
    assert flaws(place) == []
