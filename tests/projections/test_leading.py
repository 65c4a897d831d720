"""Who leads, with a title and without; what share of them gave their word; how far ways of working were taken up."""

from projections.leading import Share, by_kind, given, leaders, persons, share, ways
from projections.lives import Stint
from projections.standards import StandardRow
from projections.units import UnitRow
from workflows.kernel.grammar import Ref
from workflows.kernel.roles import Held
from workflows.standard.state import Attestation, Standard
from workflows.unit.state import Recognised


def unit(slug: str, *held: tuple[str, str], follows: tuple[str, ...] = ()) -> UnitRow:
    return UnitRow(
        slug=slug,
        name=slug,
        is_open=True,
        roles=tuple(Held(person, role, "2025-01-01") for person, role in held),
        number=1,
        recorded=1,
        leaders=tuple(Recognised(person, Ref(1, "what"), 1) for person in follows),
    )


def attested(
    item: str,
    *,
    person: str | None = None,
    place: str | None = None,
    of: str | None = None,
    marks: tuple[str, ...] = (),
) -> Stint[StandardRow]:
    said = Attestation(
        words=None, more=None, marks=marks, owner=None, keeper="role-ceo", day=None, evidence=(), by=None, at=0
    )
    standard = Standard(item=item, unit=place, person=person, of=of, few=False, began=1, said=said)
    row = StandardRow(state="in_place", since=1, standard=standard)
    return Stint(1, f"standard-{item}-{person or place}", "", row, 1, None, 1, None)


UNITS = (
    unit("", ("ann", "ceo")),
    unit("4w", ("ann", "executive_partner"), ("bo", "team_leader"), ("cy", "front_line"), follows=("cy", "bo")),
    unit("icu", follows=("ann", "dee")),
)
ROLES = ("ceo", "executive_partner", "team_leader")


def test_one_who_leads_by_position_is_counted_once_and_not_as_recognised() -> None:
    found = leaders(UNITS, ROLES)
    assert persons(found, formal=True) == {"ann", "bo"}
    assert persons(found, formal=False) == {"cy", "dee"}


def test_the_share_is_of_those_who_lead() -> None:
    rows = [attested("pledge", person="bo"), attested("pledge", person="eve"), attested("other", person="ann")]
    assert share({"ann", "bo"}, given(rows, "pledge")) == Share(1, 2)
    assert (Share(1, 2).percent, Share(0, 0).percent) == (50, None)


def test_ways_are_taken_up_by_kind() -> None:
    huddle = attested("way", marks=("habit", "who_gives_care"))
    rows = [huddle, attested("way_adopted", place="4w", of=huddle.stream)]
    (way,) = ways(rows)
    assert (way.kind, way.whom, way.adopted()) == ("habit", "who_gives_care", ("4w",))
    assert by_kind([way], 2) == {"habit": Share(1, 2)}
