"""What a hospital lets its roles do otherwise than the table that comes with Heard: what each gets beside, what is taken from
it, and roles of its own. It is written as what differs, so that a later Heard brings its new rights along.

Some rights do not spread, whoever adopts them: `amiss` says so in a sentence, and `table` leaves out what an older document
holds of it. Imports the table alone.
"""

from collections import Counter
from collections.abc import Collection, Mapping

from msgspec import Struct
from msgspec.structs import replace

from services.clerk.access import GIVEN, RoleTerms, actions, load, spelled
from workflows.kernel.grammar import Refused, refused

GUARDED = spelled(
    "read.respect",
    "read.privileged",
    "read.trail",
    "read.subjects",
    "read.resistance",
    "read.grievances",
    "read.notices",
    "work.import",
    "work.set_up",
    "work.read_held",
    "work.issue_keys",
    "work.export_person",
    "hospital.*",
    "unit.appoint",
    "unit.dismiss",
    "concern.hide",
    "concern.unhide",
    "concern.lift_wall",
    "identity.*",
    "subject.*",
    "hold.*",
    "trail.*",
    "privilege.*",
    "respect.*",
    "conduct.*",
    "grievance.*",
    "notice.*",
) - {"hospital.deputise"}
"""What is kept in confidence, and what gives power over others: it can be taken from a role and is given to no other. Whoever
may hide a voice reads what is hidden."""

NO_MORE = frozenset(
    {
        "administrator",
        "association",
        "board_member",
        "counsel",
        "executive_assistant",
        "privacy_officer",
        "professionalism_lead",
        "surveyor",
    }
)
"""Who is trusted with something because they do and read nothing else."""

SET_UP = spelled("hospital.adopt_setting", "hospital.appoint", "hospital.dismiss", "work.set_up")
UNIT_READS = spelled("read.board", "read.issue", "read.timeline", "read.answers", "read.visits", "read.rounds")
KEPT: Mapping[str, frozenset[str]] = {
    "quality_director": SET_UP,
    "front_line": UNIT_READS | spelled("concern.raise"),
    "physician": UNIT_READS | spelled("concern.raise"),
}
"""What cannot be taken: somebody can always put a setting right, and whoever works on a unit reads what became of what was
said there."""


class Grant(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What differs of one role; of one of the hospital's own, all of it."""

    title: str | None = None
    called: tuple[str, ...] | None = None
    held: str | None = None
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


Grants = dict[str, Grant]


def of_people(roles: Mapping[str, RoleTerms]) -> dict[str, RoleTerms]:
    """The roles that people are given."""
    return {name: terms for name, terms in roles.items() if terms.held in GIVEN}


def may(terms: RoleTerms) -> frozenset[str]:
    """Everything a role may do."""
    return spelled(*terms.may)


def may_be_given(role: str) -> frozenset[str]:
    """What a role can have here: all that came with it, and what spreads."""
    ours = of_people(load())
    mine = may(ours[role]) if role in ours else frozenset()
    if role in NO_MORE:
        return mine
    return mine | frozenset().union(*map(may, ours.values())) - GUARDED


def table(grants: Grants) -> dict[str, RoleTerms]:
    """The table in force. What is no action of this Heard, or does not spread, is left out."""
    ours = load()
    merged = {name: _merged(name, ours[name], grants.get(name)) for name in ours}
    own = {
        name: _merged(name, RoleTerms(grant.title or name, grant.held, ()), replace(grant, title=None))
        for name, grant in grants.items()
        if name not in ours and grant.held is not None
    }
    return merged | own


def _merged(role: str, terms: RoleTerms, grant: Grant | None) -> RoleTerms:
    if grant is None or terms.held not in GIVEN:
        return terms
    gets = frozenset(grant.also) & may_be_given(role)
    keeps = may(terms) - (frozenset(grant.without) - KEPT.get(role, frozenset()))
    return replace(
        terms,
        title=grant.title or terms.title,
        called=terms.called if grant.called is None else grant.called,
        may=tuple(sorted(keeps | gets)),
    )


def amiss(wished: Grants, now: Mapping[str, RoleTerms], held: Collection[str], own: Collection[str]) -> Refused | None:
    """Why rights cannot be like this. `now` is the table in force, `held` the roles somebody has today, `own` those of whoever
    asks."""
    ours, then = load(), table(wished)
    for role, grant in wished.items():
        if found := _amiss(role, grant, ours.get(role)):
            return found
    if gone := [role for role in held if role not in then]:
        return refused("rights.role_held", role=now[gone[0]].title if gone[0] in now else gone[0])
    if "quality_director" not in held:
        return refused("rights.no_director")
    wider = (role for role in own if role in now and may(then[role]) - may(now[role]))
    if (mine := next(wider, None)) is not None:
        return refused("rights.for_oneself", role=now[mine].title)
    return _nobody_left(then) or _called_twice(then)


def _amiss(role: str, grant: Grant, ours: RoleTerms | None) -> Refused | None:
    title = ours.title if ours else grant.title or role
    if unknown := [one for one in (*grant.also, *grant.without) if one not in actions()]:
        return refused("rights.unknown", what=unknown[0])
    if ours is None:
        if grant.title is None or grant.held is None or grant.without:
            return refused("rights.own_role", role=title)
    elif ours.held not in GIVEN:
        return refused("rights.fixed", role=title)
    elif grant.held is not None:
        return refused("rights.held", role=title)
    if beyond := sorted(frozenset(grant.also) - may_be_given(role)):
        if role in NO_MORE:
            return refused("rights.no_more", role=title, what=beyond[0])
        return refused("rights.guarded", role=title, what=beyond[0])
    if kept := sorted(frozenset(grant.without) & KEPT.get(role, frozenset())):
        return refused("rights.kept", role=title, what=kept[0])
    return None


def _nobody_left(then: Mapping[str, RoleTerms]) -> Refused | None:
    """What people may do, somebody still may."""
    ours, theirs = (frozenset().union(*map(may, of_people(roles).values())) for roles in (load(), then))
    return next((refused("rights.nobody", what=lost) for lost in sorted(ours - theirs)), None)


def _called_twice(then: Mapping[str, RoleTerms]) -> Refused | None:
    """No role goes by the name of another."""
    names = Counter(
        name for terms in then.values() for name in {one.casefold() for one in (terms.title, *terms.called)}
    )
    return next((refused("setting.said_twice", what=name) for name, times in names.items() if times > 1), None)
