"""What people write beside their answers: invited when it opens, gathered with the ballots, looked at one by one, shown."""

import pytest

from assessments.campaign import commands as c
from assessments.campaign import events as e
from assessments.campaign.comments import without
from assessments.disclosure import put_together
from tests.assessments.test_campaign import CLOSES, DIGEST, QUALITY
from tests.given import Given, by_clock, given, the
from workflows.kernel.grammar import Event

ASKED = the("campaign")
OPENED = e.Opened(unit="w4", instrument="today", version=1, instrument_digest=DIGEST, closes=CLOSES, least="10")
COUNT = c.Count(ballots=20, digest=DIGEST, comments=12, comments_least=10, comments_digest=DIGEST)
GATHERED = e.CommentsGathered(comments=12, least=10, digest=DIGEST)
INVITED = (OPENED, e.CommentsInvited())
COUNTED = (*INVITED, e.BallotsCounted(ballots=20, digest=DIGEST), GATHERED)


def house(*more: Event) -> Given:
    return given(*((ASKED, one) for one in more))


def looked(number: int, verdict: c.Verdict = "show") -> e.CommentReviewed:
    return e.CommentReviewed(comment=number, verdict=verdict, without=(), reason=None)


def test_they_are_gathered_only_where_they_were_invited() -> None:
    when = by_clock(CLOSES)
    counted = (ASKED, e.BallotsCounted(ballots=20, digest=DIGEST))
    house(*INVITED).when(COUNT, when).then(counted, (ASKED, GATHERED))
    house(OPENED).when(COUNT, when).then(counted)


def test_each_is_looked_at_without_its_names_or_stays_under_seal_with_a_reason() -> None:
    show = c.ReviewComment(comment=3, verdict="show", without=(4, 2, 4))
    house(*COUNTED).when(show, QUALITY).then(
        (ASKED, e.CommentReviewed(comment=3, verdict="show", without=(2, 4), reason=None))
    )
    hide = c.ReviewComment(comment=3, verdict="hide", reason="It says who it is")
    house(*COUNTED, looked(3)).when(hide, QUALITY).then(
        (ASKED, e.CommentReviewed(comment=3, verdict="hide", without=(), reason="It says who it is"))
    )
    house(*COUNTED).when(c.ReviewComment(comment=3, verdict="hide"), QUALITY).then_refused("campaign.why_not_shown")
    house(*COUNTED).when(c.ReviewComment(comment=13, verdict="show"), QUALITY).then_refused("campaign.no_such_comment")


def test_all_are_shown_at_once_and_never_those_of_few() -> None:
    every = tuple(looked(number) for number in range(1, 13))
    house(*COUNTED, *every).when(c.ShowComments(), QUALITY).then((ASKED, e.CommentsShown()))
    house(*COUNTED, *every[1:]).when(c.ShowComments(), QUALITY).then_refused("campaign.comments_wait")
    few = (*INVITED, e.CommentsGathered(comments=9, least=10, digest=DIGEST), *every[:9])
    house(*few).when(c.ShowComments(), QUALITY).then_refused("campaign.too_few_comments")
    house(OPENED).when(c.ShowComments(), QUALITY).then_refused("campaign.no_comments")


@pytest.mark.parametrize(
    ("people", "alone", "apart"),
    [
        ({"a": 12, "b": 11}, {"a", "b"}, {"a", "b"}),
        ({"a": 12, "b": 11, "c": 3}, {"a", "b", "c"}, {"a"}),
        ({"a": 12, "b": 11, "c": 14}, {"a", "c"}, {"a", "c"}),
        ({"a": 12, "b": 3}, {"a"}, set()),
        ({"a": 4, "b": 3}, set(), set()),
    ],
)
def test_beside_a_group_stands_what_enough_of_it_wrote_where_the_group_is_told(
    people: dict[str, int], alone: set[str], apart: set[str]
) -> None:
    """What is told among that of all is never of fewer than ten, and no group that is held back is told by what it wrote."""
    called = put_together(people, 10, alone)
    assert {place for place, name in called.items() if place == name} == apart
    rest = sum(number for place, number in people.items() if called[place] != place)
    assert rest == 0 or rest >= 10 or sum(people.values()) < 10


def test_words_that_are_taken_out_leave_one_gap() -> None:
    assert without("Dana Cole never  came to\nthe night", (1, 2, 7)) == "[…] never came to the […]"
