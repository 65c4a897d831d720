"""What can be done with something as it stands, and may be done by this reader: the buttons of a page."""

from msgspec import Struct

from projections.answers import VoiceRow
from projections.barriers import BarrierRow
from projections.promises import PromiseRow
from projections.respect import RespectRow
from projections.tracking_log import IssueRow
from services.web.doing.buttons import ASK, BARRIER, ISSUE, PROMISE, RESPECT, SPREAD, TALK, VOICE, WALLS, Offer
from services.web.paths import and_back, page_of
from services.web.visit import Visit
from workflows.kernel.ids import noun_of
from workflows.promise.commands import ACCESS, OFFERED

THE_HOLDERS_OWN = frozenset(
    f"barrier.{verb}" for verb in ("accept", "return", "wait_on", "resume", "promise_new_date", "claim_removed")
)
THE_VOICES_OWN = frozenset({"concern.say_heard", "concern.dispute", "concern.withdraw", "concern.reply"})
"""What the person who spoke says, and nobody for them by a mere press."""

TOUCHING_OTHERS = frozenset({"concern.merge", "concern.move"})
"""What cannot be done before a voice has entered the record."""


class Action(Struct, frozen=True):
    """A button: what it says and where it leads. Those of `first` rank stand apart from the rest."""

    label: str
    href: str
    first: bool = False


def of_issue(visit: Visit, stream: str, row: IssueRow, *, blocked: bool, owed: bool) -> tuple[Action, ...]:
    """`blocked`: a barrier is open in its way; `owed`: a voice still waits for an answer."""
    offers = [one for one in ISSUE.get(row.state, ()) if owed or one[0] != "issue.answer"]
    offers = [one for one in offers if one[0] != "issue.give_reason" or row.reason is None]
    if row.matter.plan is None or any(one.person == visit.person for one in row.matter.authors):
        offers = [one for one in offers if one[0] != "issue.co_author"]
    offers = [one for one in offers if not blocked or one[0] not in ("issue.resolve", "issue.close")]
    found = _allowed(visit, offers, stream, row.unit)
    found = (*found, *_learning(visit, stream, row.unit), *_redacting(visit, stream), *apart(visit, stream))
    if row.state == "closed" and visit.may("story.publish", row.unit):
        return (
            *found,
            Action("Tell the story", f"/do/story/publish?unit={row.unit}&about={stream}&next=/issue/{stream}"),
        )
    if row.state != "open" or not visit.may("barrier.log", row.unit):
        return found
    log = Action("Log a barrier", f"/do/barrier/log?unit={row.unit}&issues={stream}&next=/issue/{stream}")
    return (*found, log)


def _learning(visit: Visit, stream: str, unit: str) -> tuple[Action, ...]:
    may = visit.may("learning.open", unit)
    return (Action("Learn from it", f"/do/learning/open?unit={unit}&about={stream}"),) if may else ()


def of_barrier(visit: Visit, stream: str, row: BarrierRow) -> tuple[Action, ...]:
    offers = list(BARRIER.get(row.state, ()))
    if row.waiting:
        offers = [
            ("barrier.resume", "The waiting is over", True),
            *(one for one in offers if one[0] != "barrier.wait_on"),
        ]
    if not _speaks_for(visit, row.holder, row.unit):
        offers = [one for one in offers if one[0] not in THE_HOLDERS_OWN]
    return _allowed(visit, offers, stream, row.unit or None)


def _speaks_for(visit: Visit, holder: str, unit: str) -> bool:
    """Committees and outside parties have nobody of their own here, so any leader speaks for them."""
    return holder.startswith(("party-", "unit-")) or visit.holds(holder, unit)


def of_promise(visit: Visit, stream: str, row: PromiseRow) -> tuple[Action, ...]:
    """Yes or no to what was asked for is said by whoever was asked."""
    offers = list({"ask": ASK, OFFERED: SPREAD, ACCESS: TALK}.get(row.pledge.kind, PROMISE))
    if not _speaks_for(visit, row.pledge.holder, row.unit):
        offers = [one for one in offers if one[0] not in ("promise.grant", "promise.refuse", "promise.offer_time")]
    return _allowed(visit, offers, stream, row.unit or None)


def of_voice(visit: Visit, stream: str, row: VoiceRow) -> tuple[Action, ...]:
    """Also for whoever guards privacy: a passage of its words taken out."""
    return (*_of_voice(visit, stream, row), *_adding(visit, stream, row), *_redacting(visit, stream))


def _adding(visit: Visit, stream: str, row: VoiceRow) -> tuple[Action, ...]:
    may = visit.may("concern.add_photo", row.unit or None, stream)
    return (Action("Add a photo", f"/voice/{stream}/photo"),) if may else ()


def _redacting(visit: Visit, stream: str) -> tuple[Action, ...]:
    """Not of what waits, which has no facts yet, nor of what is privileged, which is erased whole."""
    takes = noun_of(stream) != "waiting" and visit.house.rights.compartment(stream) != "privileged"
    return (Action("Take a passage out", f"/privacy/redact/{stream}"),) if takes and visit.may("subject.redact") else ()


def _of_voice(visit: Visit, stream: str, row: VoiceRow) -> tuple[Action, ...]:
    lacks = row.answer is not None and row.answer.lacks_reason
    past = {
        "concern.give_reason": not lacks,
        "concern.hide": row.voice.hidden is not None,
        "concern.unhide": row.voice.hidden is None,
        "concern.ask_speaker": row.voice.asked or row.voice.speaker == "unknown",
    }
    offers = [one for one in VOICE.get(row.state, ()) if not past.get(one[0])]
    if row.state == "owed" and row.answer is not None:
        given = ("concern.deliver", "The answer so far reached them", True)
        offers = [given, ("concern.entrust", "Somebody else brings it", False), *offers]
    if visit.house.people.speaker_of(stream) != visit.person:
        offers = [one for one in offers if one[0] not in THE_VOICES_OWN]
    if stream.startswith("waiting-"):
        offers = [one for one in offers if one[0] not in TOUCHING_OTHERS]
    offers += [one for one in WALLS if one[0] == "concern.wall" or visit.house.people.walled(stream)]
    found = (*_allowed(visit, offers, stream, row.unit or None), *apart(visit, stream))
    found = (*_first_look(visit, stream, row), *found)
    if not row.unit or stream.startswith("waiting-"):
        return found
    if row.voice.issue is None and row.state in ("owed", "answered") and visit.may("issue.list", row.unit):
        href = f"/do/issue/list?unit={row.unit}&from_concern={stream}"
        return (Action("List it as an issue", href, first=True), *found)
    if row.voice.issue and visit.may("concern.unmerge", row.unit):
        return (*found, Action("Take it out of its issue", f"/do/concern/unmerge?to={stream}"))
    return found


def of_respect(visit: Visit, stream: str, row: RespectRow) -> tuple[Action, ...]:
    return _allowed(visit, list(RESPECT.get(row.state, ())), stream, None)


def of_report(visit: Visit, stream: str, stage: str) -> tuple[Action, ...]:
    """What its reporter can still do."""
    offers = [("respect.withdraw", "Take it back", False)] if stage in ("waiting", "answered") else []
    found = _allowed(visit, offers, stream, None)
    return tuple(Action(one.label, and_back(one.href, "/answers")) for one in found)


def _first_look(visit: Visit, stream: str, row: VoiceRow) -> tuple[Action, ...]:
    """What it is comes before what is done about it."""
    if row.state != "owed" or not visit.may("concern.triage", row.unit or None, stream):
        return ()
    return (Action("Say what it is", f"/triage/{stream}", first=row.voice.route is None and row.voice.issue is None),)


def apart(visit: Visit, stream: str) -> tuple[Action, ...]:
    """Setting it apart as privileged, or taking it out again; what waits is set apart once it has entered."""
    verb, label = "designate", "Set apart as privileged"
    if stream in visit.house.clerk.privileged():
        verb, label = "drop_out", "Take out of the privileged"
    if noun_of(stream) == "waiting" or not visit.may(f"privilege.{verb}"):
        return ()
    return (Action(label, f"/do/privilege/{verb}?about={stream}&next={page_of(stream)}"),)


def _allowed(visit: Visit, offers: list[Offer], stream: str, unit: str | None) -> tuple[Action, ...]:
    return tuple(
        Action(label, f"/do/{verb.replace('.', '/')}?to={stream}", first)
        for verb, label, first in offers
        if visit.may(verb, unit, stream)
    )
