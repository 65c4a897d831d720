"""Two people who type the same card at the same moment make a ballot of it."""

from pathlib import Path
from threading import Barrier, Thread

from services.ballot_box import BallotBox

TIMES = 20


def test_two_who_type_a_card_at_the_same_moment_find_each_other(tmp_path: Path) -> None:
    box = BallotBox(tmp_path / "ballots.db", bytes(32))
    box.deal({"part": [str(card) for card in range(TIMES)]})
    together = Barrier(2)

    def types(who: str) -> None:
        for card in range(TIMES):
            together.wait()
            box.type_in("part", str(card), who, {"harm": 4})

    both = [Thread(target=types, args=(who,)) for who in ("nora", "tom")]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert box.count("part") == TIMES
    box.close()
