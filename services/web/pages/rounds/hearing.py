"""Something new that was heard on rounds: only noted, listed, fixed right there, or handed to whoever came."""

from services.web.doing.giving import Failed
from services.web.pages.rounds.walk import Walk
from services.web.telling.desks import headline
from workflows.barrier.commands import Log
from workflows.concern import commands as concern
from workflows.issue import commands as issue
from workflows.rounds import commands as rounds

SPEAKER: concern.Speaker = "confidential"
"""No names on rounds: whoever writes it down brings the answer back."""
LONGEST = 8000


def heard(walk: Walk) -> str | Failed:
    what, then = walk.said("what"), walk.said("then")
    if not what:
        return Failed(422, "Say in a few words what you heard.", {"what": "Say in a few words what you heard."})
    if len(what) > LONGEST:
        return Failed(422, "Shorten this to 8,000 characters.", {"what": "Shorten this to 8,000 characters."})
    return _fixed(walk, what) if then == "fixed" else _raised(walk, what, then)


def _fixed(walk: Walk, what: str) -> str | Failed:
    """Also a word of the leaders: they did something about it."""
    did = walk.said("did")
    if not did:
        return Failed(422, "Say what you did about it.", {"did": "Say what you did about it."})
    fix = concern.Fix(
        unit=walk.row.unit,
        what=what,
        idea=walk.said("idea") or None,
        did=did,
        speaker=SPEAKER,
        rounds=walk.stream,
    )
    talked = rounds.NoteExchange(kind="dialogue", by="staff")
    return (
        walk.all((fix, None, "fixed"), (talked, walk.stream, "talked"))
        or "Fixed on the spot, and the answer is on record.#new"
    )


def _raised(walk: Walk, what: str, then: str) -> str | Failed:
    voice = concern.Raise(
        unit=walk.row.unit,
        what=what,
        idea=walk.said("idea") or None,
        source="rounds",
        speaker=SPEAKER,
        rounds=walk.stream,
    )
    raised = walk.give(voice, None, "raised")
    if isinstance(raised, Failed) or then not in ("list", "partner"):
        return raised if isinstance(raised, Failed) else "Noted. An answer is owed.#new"
    line = issue.List(
        unit=walk.row.unit, title=headline(what), from_concern=raised.stream, source="rounds", rounds=walk.stream
    )
    listed = walk.give(line, None, "listed")
    if isinstance(listed, Failed) or then == "list":
        return listed if isinstance(listed, Failed) else "Listed, and an answer is owed.#new"
    log = Log(unit=walk.row.unit, what=headline(what), issues=(listed.stream,), holder=walk.row.visit.partner)
    took = rounds.NoteExchange(kind="commitment", by="executive")
    return walk.all((log, None, "logged"), (took, walk.stream, "took")) or "Listed, and handed to the partner.#new"
