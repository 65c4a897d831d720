"""Reading is never delayed: only what is recorded of the time of an anonymous act is coarse, and its entry late."""

import time

from services import admission
from services.bootstrap import open_house
from tests.cli.terminal import Terminal
from tests.serving.speaker import WORDS, Speaker

MINUTE = 60.0


def test_an_anonymous_voice_is_read_within_a_minute_and_recorded_to_the_day(alder: Terminal) -> None:
    with alder.serving() as server:
        speaker = Speaker(server.address)
        form = speaker.form()
        sent = time.monotonic()
        assert speaker.sends("/speak/4-west", **form)[0] == 200
        board = alder("board", "4-west", "--json").found
        desk = alder("desk", "Tom Hale", "--json").found
        assert time.monotonic() - sent < MINUTE
        speaker.close()
    assert [row["said"] for row in board["tables"]["Owed an answer"]] == [WORDS]
    assert WORDS in str(desk["tables"])
    with open_house(alder.place) as house:
        assert not list(house.ledger.streams("concern")), "nothing of it is in the ledger yet"
        today = house.intake.waiting()[0].day
        admission.admit(house)
        (stream,) = house.ledger.streams("concern")
        (fact,) = [house.clerk.mapper.fact(row) for row in house.ledger.stream_rows(stream)]
    assert fact.head.occurred == today
