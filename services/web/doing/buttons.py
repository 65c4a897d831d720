"""The buttons something has as it stands, in the order they are read: by the state of its row where it has several."""

Offer = tuple[str, str, bool]
"""Verb, label, whether it is of first rank."""

ISSUE: dict[str, tuple[Offer, ...]] = {
    "open": (
        ("issue.answer", "Answer", True),
        ("issue.resolve", "It is resolved", True),
        ("issue.assign", "Hand on", False),
        ("issue.plan", "Plan", False),
        ("issue.co_author", "Put my name to the plan", True),
        ("issue.triage", "Weigh", False),
        ("issue.prioritise", "Give it a place", False),
        ("issue.defer", "Put off", False),
        ("issue.decline", "Say no", False),
        ("issue.move", "Move", False),
        ("issue.mark_same", "Same as …", False),
        ("issue.correct", "Correct", False),
        ("issue.unlist", "Undo the listing", False),
    ),
    "deferred": (
        ("issue.reopen", "Take up again", True),
        ("issue.answer", "Answer", False),
        ("issue.correct", "Correct", False),
    ),
    "resolved": (
        ("issue.answer", "Answer", True),
        ("issue.close", "Close", False),
        ("issue.reopen", "Take up again", False),
        ("issue.correct", "Correct", False),
    ),
    "declined": (
        ("issue.answer", "Answer", True),
        ("issue.give_reason", "Give the reason", True),
        ("issue.close", "Close", False),
        ("issue.reopen", "Take up again", False),
    ),
    "closed": (("issue.reopen", "Take up again", False), ("issue.correct", "Correct", False)),
}

_WITH_HOLDER: tuple[Offer, ...] = (
    ("barrier.assign", "Hand on", False),
    ("barrier.entrust", "Somebody else answers for it", False),
    ("barrier.block_also", "Another issue waits too", False),
    ("barrier.accept_as_risk", "Accept as a risk", False),
    ("barrier.move", "Move", False),
    ("barrier.correct", "Correct", False),
    ("barrier.withdraw", "Take it back", False),
)
BARRIER: dict[str, tuple[Offer, ...]] = {
    "offered": (("barrier.accept", "It is mine", True), ("barrier.return", "Give it back", True), *_WITH_HOLDER),
    "working": (
        ("barrier.claim_removed", "Say it is removed", True),
        ("barrier.promise_new_date", "Promise another day", True),
        ("barrier.wait_on", "I wait on …", True),
        ("barrier.return", "Give it back", False),
        *_WITH_HOLDER,
    ),
    "returned": (("barrier.assign", "Find another holder", True), *_WITH_HOLDER[1:]),
    "claimed": (
        ("barrier.verify", "It is gone", True),
        ("barrier.reject", "It is still there", True),
        ("barrier.correct", "Correct", False),
    ),
    "risk": (
        ("barrier.accept_as_risk", "Look at it again later", True),
        ("barrier.entrust", "Somebody else answers for it", False),
        ("barrier.correct", "Correct", False),
    ),
}

PROMISE: tuple[Offer, ...] = (
    ("promise.keep", "It is kept", True),
    ("promise.renegotiate", "Promise another day", True),
    ("promise.hand_on", "Hand it on", False),
)
TALK: tuple[Offer, ...] = (
    ("promise.offer_time", "Offer a time", True),
    ("promise.refuse", "Say no", False),
    ("promise.hand_on", "Hand it on", False),
    ("promise.release", "No longer needed", False),
)
ASK: tuple[Offer, ...] = (
    ("promise.grant", "Say yes", True),
    ("promise.refuse", "Say no", True),
    ("promise.renegotiate", "Promise another day", False),
    ("promise.hand_on", "Hand it on", False),
)
"""What was asked for is kept by nobody before somebody said yes to it."""
SPREAD: tuple[Offer, ...] = (
    ("promise.grant", "We do it, in our own way", True),
    ("promise.refuse", "It is not for us", True),
    ("promise.renegotiate", "Say it another day", False),
)
"""What another unit offers."""

_ANSWERER: tuple[Offer, ...] = (
    ("concern.ask_speaker", "Ask them something", False),
    ("concern.reply", "Say more", False),
    ("concern.hand_on", "Hand the answer on", False),
    ("concern.merge", "Same as an issue …", False),
    ("concern.move", "Move", False),
    ("concern.correct", "Correct", False),
    ("concern.end_cannot_be_reached", "Cannot be reached", False),
    ("concern.hide", "Hide it from the boards", False),
    ("concern.unhide", "Show it on the boards again", False),
)
VOICE: dict[str, tuple[Offer, ...]] = {
    "owed": (
        ("concern.answer", "Answer", True),
        ("concern.acknowledge", "I have read it", False),
        *_ANSWERER,
        ("concern.withdraw", "Take it back", False),
    ),
    "noted": (("concern.answer", "Answer", True), ("concern.acknowledge", "I have read it", False)),
    "answered": (
        ("concern.deliver", "It reached them", True),
        ("concern.give_reason", "Give the reason", True),
        ("concern.entrust", "Somebody else tells them", False),
        ("concern.end_cannot_be_reached", "Cannot be reached", False),
        ("concern.withdraw", "Take it back", False),
    ),
    "delivered": (
        ("concern.say_heard", "I was heard", True),
        ("concern.dispute", "It does not hold", True),
        ("concern.end_cannot_be_reached", "Cannot be reached", False),
    ),
    "heard": (("concern.reopen", "Something new is known", False),),
    "no_reply": (("concern.reopen", "Something new is known", False),),
}
WALLS: tuple[Offer, ...] = (
    ("concern.wall", "It is about somebody who leads here", False),
    ("concern.lift_wall", "Somebody may read it again", False),
)


RESPECT: dict[str, tuple[Offer, ...]] = {
    "reported": (
        ("respect.acknowledge", "Give a first response", True),
        ("respect.hand_on", "Hand on", False),
        ("respect.correct", "Correct", False),
    ),
    "responded": (
        ("respect.weigh", "Choose the step", True),
        ("respect.hand_on", "Hand on", False),
        ("respect.correct", "Correct", False),
    ),
    "weighed": (
        ("respect.converse", "The conversation was held", True),
        ("respect.address", "It has been addressed", True),
        ("respect.weigh", "Choose a firmer step", False),
        ("respect.hand_on", "Hand on", False),
        ("respect.correct", "Correct", False),
    ),
    "addressed": (("respect.close", "Close", True), ("respect.recur", "It has happened again", False)),
    "closed": (("respect.recur", "It has happened again", False),),
}
