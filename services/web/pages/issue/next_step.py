"""What happens next, in a sentence or two: who owes what by when."""

from projections.accountability import Holding
from services.reader.answers import IssuePage
from services.web.when import When
from services.wording import time_words
from services.wording.names import Names

WILL = {
    "resolve": "{who} resolves it",
    "accept": "{who} says yes to the barrier, or gives it back with a reason",
    "remove": "{who} removes the barrier",
    "verify": "{who} checks whether the barrier is really gone",
    "review": "{who} looks at the accepted risk again",
    "reason": "{who} still owes the reason for the no",
    "answer": "{who} answers",
    "deliver": "{who} brings the answer to the person who spoke",
}
FIRST = ("accept", "verify", "remove", "reason", "resolve", "deliver", "answer", "review")
"""Which ball is told of first."""


def sentence(page: IssuePage, names: Names, looking: When) -> str:
    """For an open issue its ball, for a resolved one what its voices still wait for."""
    owed = [stint.row for stint in page.held if stint.ended is None and stint.row.owes in WILL]
    barriers = {row.noun for row in owed} >= {"barrier"}
    candidates = [row for row in owed if not (barriers and row.owes == "resolve")]
    if not candidates:
        return _nobody(page)
    ball = min(candidates, key=lambda row: (FIRST.index(row.owes), row.since))
    return _told(ball, names, looking) + _waiting(ball, names)


def voices(page: IssuePage, names: Names, looking: When) -> str:
    """Who still waits for an answer, or to be told it by whom; "" when nobody does."""
    owed = [stint.row for stint in page.voices if stint.row.state == "owed"]
    if not owed:
        return _untold(page, names)
    longest = time_words.held(min(row.voice.raised for row in owed), looking.until)
    since = "since today" if longest == "today" else f"for {longest} now"
    if len(owed) == 1:
        return f"One person waits for an answer, {since}."
    return f"{len(owed)} people wait for an answer, the first {since}."


def _untold(page: IssuePage, names: Names) -> str:
    answers = [stint.row.answer for stint in page.voices if stint.row.state == "answered" and stint.row.answer]
    if not answers:
        return ""
    who = ", ".join(dict.fromkeys(names.of(answer.holder) for answer in answers))
    told = "one person" if len(answers) == 1 else f"{len(answers)} people"
    return f"The answer is to be told to {told}, by {who}."


def _told(ball: Holding, names: Names, looking: When) -> str:
    will = WILL[ball.owes].format(who=names.of(ball.holder))
    if ball.due is None:
        return f"{will}."
    by = time_words.short(ball.due, looking.day)
    return f"{will}, promised for {by} ({time_words.due(ball.due, looking.day)})."


def _waiting(ball: Holding, names: Names) -> str:
    return (
        f" Waiting on {names.of(ball.waiting_on)}; {names.of(ball.holder)} stays answerable." if ball.waiting_on else ""
    )


def _nobody(page: IssuePage) -> str:
    row = page.issue.row
    if row.shelf == "closed":
        return "Nothing: it is closed." if row.state == "closed" else "Nothing: the listing was undone."
    if any(stint.row.state == "delivered" for stint in page.voices):
        return "Those who raised it say whether they were heard."
    return "Everyone was heard, so it can be closed."
