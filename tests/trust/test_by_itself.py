"""What follows by itself: the clock and the policies, once each, however often they run."""

from tests.trust.conftest import Small
from workflows.concern.commands import Answer, Deliver, Raise, SayHeard
from workflows.issue.commands import List, Resolve


def _names(small: Small) -> list[str]:
    return [row[4] for row in small.house.ledger.rows(0, 10_000)]


def test_silence_ends_the_loop_after_fourteen_days_and_two_notices(small: Small) -> None:
    voice = small.does(small.nurse, Raise(unit="4-west", what="The ramp is dark."))
    small.does(small.leader, Answer(answer="Two lamps are up.", outcome="done"), voice)
    small.does(small.leader, Deliver(how="page"), voice)
    small.days_pass(14)
    assert _names(small).count("concern.notice_given") == 2
    assert "concern.fell_silent" not in _names(small)
    small.days_pass(1)
    assert _names(small).count("concern.fell_silent") == 1
    small.days_pass(30)
    assert _names(small).count("concern.fell_silent") == 1


def test_an_issue_closes_when_its_last_voice_was_heard(small: Small) -> None:
    voice = small.does(small.nurse, Raise(unit="4-west", what="The ramp is dark."))
    small.does(small.leader, List(unit="4-west", title="Dark ramp", from_concern=voice))
    issue = next(iter(small.house.ledger.streams("issue")))
    small.does(small.leader, Resolve(evidence="Walked it at night."), issue)
    small.does(small.leader, Answer(answer="Two lamps are up.", outcome="done"), voice)
    small.does(small.leader, Deliver(how="page"), voice)
    assert small.house.policies.pull() == 0
    small.does(small.nurse, SayHeard(), voice)
    assert small.house.policies.pull() == 1
    assert _names(small)[-1] == "issue.closed"


def test_a_lost_bookmark_repeats_nothing(small: Small) -> None:
    test_an_issue_closes_when_its_last_voice_was_heard(small)
    head = small.house.ledger.head()
    (small.directory / "policies.bookmark").unlink()
    assert small.house.policies.pull() == 0
    assert small.house.policies.tick() == 0
    assert small.house.ledger.head() == head
