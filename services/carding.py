"""The cards with which people answer: how many are made of each group, who may have one, and where they lie.

Of an anonymous campaign: two stores without a common key, `house.draws` knows who has drawn, `house.ballots` with which cards
one may answer. Of a confidential one a card is a link, and follows from whose it is; so those who have not answered can be
reminded.
"""

import hmac
from collections import Counter, defaultdict
from collections.abc import Iterable

from assessments.campaign import Asking
from assessments.campaign.positions import pile_for, position_of
from assessments.campaign.rosters import Cards, Roster
from assessments.scoring import rounded_rate
from services import clock, code
from services.house import House
from services.roster import Ended
from workflows.kernel.roles import TEAM


def boxes(stream: str, campaign: Asking) -> tuple[str, ...]:
    """The parts of the ballot box that are this campaign's: one for each pile of people whose ballots nothing tells apart."""
    roster = campaign.roster
    return (stream,) if roster is None else tuple(_box(stream, pile) for pile in range(len(roster.piles)))


def ballots(house: House, stream: str, campaign: Asking) -> int:
    """How many have answered an open campaign; of one with cards or links as it was at the day's first question, so that nobody
    can watch whether somebody answers."""
    return house.ballots.count(stream) if campaign.roster is None else sum(by_group(house, stream, campaign))


def by_group(house: House, stream: str, campaign: Asking) -> tuple[int, ...]:
    """The same of each group of one with cards or links."""
    day = clock.day_of(house.now(), house.plate.zone)
    each = zip(groups(campaign), boxes(stream, campaign), strict=True)
    told: Counter[int] = Counter()
    for group, box in each:
        told[group] += house.ballots.told(box, day)
    return tuple(told[group] for group in range(len(told)))


def groups(campaign: Asking) -> tuple[int, ...]:
    """The group of each part of the box."""
    return tuple(pile.group for pile in campaign.roster.piles) if campaign.roster else (0,)


def people(house: House, campaign: Asking) -> dict[str, int]:
    """Who may answer, and in which pile: by where they work today and as what, so that whoever comes later can; whoever came to
    them with a unit that went on elsewhere was not asked. Nobody of an open one."""
    roster = campaign.roster
    if roster is None:
        return {}
    roles: dict[tuple[str, str], list[str]] = defaultdict(list)
    first: dict[str, str] = {}
    for person, role, unit in house.posts.given():
        if role in TEAM and unit in roster.units:
            roles[person, unit].append(role)
            first.setdefault(person, unit)
    return {person: _pile(roster, unit, roles[person, unit]) for person, unit in first.items()}


def _pile(roster: Roster, unit: str, roles: Iterable[str]) -> int:
    group = roster.groups[roster.units.index(unit)]
    piles = {at: pile.positions for at, pile in enumerate(roster.piles) if pile.group == group}
    return list(piles)[pile_for(position_of(tuple(roles)), list(piles.values()))]


def working_in(house: House, units: Iterable[str]) -> dict[str, int]:
    """How many work in each of these units today; whoever works in several is counted in the first of them."""
    staff: dict[str, set[str]] = {unit: set() for unit in units}
    for person, role, where in house.posts.given():
        if role in TEAM and where in staff:
            staff[where].add(person)
    counted: set[str] = set()
    found = {}
    for unit, people in staff.items():
        found[unit] = len(people - counted)
        counted |= people
    return found


def rates(house: House, stream: str, campaign: Asking) -> dict[int, int]:
    """Of each group so many percent of those who could answer have, in steps of five; of none where fewer than enough have."""
    roster = campaign.roster
    if roster is None:
        return {}
    there = enumerate(by_group(house, stream, campaign))
    found = {group: rounded_rate(number, roster.eligible_in(group), 0, campaign.least) for group, number in there}
    return {group: min(100, rate) for group, rate in found.items() if rate is not None}


def group_of(house: House, campaign: Asking, person: str) -> int | None:
    pile = people(house, campaign).get(person)
    return None if pile is None else groups(campaign)[pile]


def stock(house: House, stream: str, campaign: Asking) -> None:
    """Makes the cards on record, if they were not made yet: all of them before the first is drawn. Or the links of all who
    have none yet."""
    if campaign.roster is None:
        return
    if campaign.roster.mode == "anonymous":
        made = dict(zip(boxes(stream, campaign), (pile.cards for pile in campaign.roster.piles), strict=True))
        house.draws.stock(stream, made, house.ballots.deal)
        return
    for person, pile in people(house, campaign).items():
        house.ballots.admit(_box(stream, pile), [own(house, stream, person)])


def own(house: House, stream: str, person: str) -> str:
    """The code of somebody's own link to a confidential campaign. It follows from who they are and a secret of the vault: the
    ballot box knows its hash and no name, and nothing is kept of the link itself."""
    secret = house.vault.secret("own links")
    return code.derived(hmac.digest(secret, f"{stream}|{person}".encode(), "sha256"))


def missing(house: House, stream: str, campaign: Asking) -> tuple[str, ...]:
    """Who is reminded: of an anonymous campaign all who may answer, of a confidential one those who have not. For the mail that
    goes to them, and for no page."""
    asked = people(house, campaign)
    if campaign.mode == "anonymous":
        return tuple(asked)
    spent = house.ballots.is_spent
    return tuple(one for one, pile in asked.items() if not spent(_box(stream, pile), own(house, stream, one)))


def draw(house: House, stream: str, campaign: Asking, person: str, page: str) -> str:
    """A card for somebody, and the same again for the same page. DrawnAlready; Ended where none is left for them."""
    pile = people(house, campaign).get(person)
    if pile is None:
        raise Ended
    stock(house, stream, campaign)
    return house.draws.draw(stream, _box(stream, pile), person, page)


def reconciled(house: House, stream: str, campaign: Asking) -> tuple[Cards, ...]:
    """Of each pile how many cards were made and drawn, and with how many was answered; nothing of one without a roster."""
    return () if campaign.roster is None else tuple(_cards(house, campaign, box) for box in boxes(stream, campaign))


def _cards(house: House, campaign: Asking, box: str) -> Cards:
    made, spent = house.ballots.cards(box)
    return Cards(made, house.draws.drawn(box) if campaign.mode == "anonymous" else None, spent)


def throw_away(house: House, stream: str, campaign: Asking) -> None:
    """Ballots, cards, and who had drawn one."""
    every = boxes(stream, campaign)
    if campaign.mode == "anonymous":
        house.draws.clear(stream, every)  # first: while cards lie in the box, all of it is tried again
    for box in every:
        house.ballots.empty(box)


def is_left(house: House, stream: str, campaign: Asking) -> bool:
    """Whether anything of it still lies in the box; whoever drew is forgotten before that is emptied."""
    every = boxes(stream, campaign)
    return any(house.ballots.count(box) or house.ballots.cards(box)[0] for box in every)


def _box(stream: str, pile: int) -> str:
    return f"{stream}.{pile}"
