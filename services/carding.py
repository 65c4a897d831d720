"""The cards with which people answer: how many are made of each group, who may have one, and where they lie.

Two stores without a common key: `house.draws` knows who has drawn, `house.ballots` with which cards one may answer.
"""

from assessments.campaign import Campaign
from services.house import House
from services.roster import Ended
from workflows.kernel.roles import TEAM


def boxes(stream: str, campaign: Campaign) -> tuple[str, ...]:
    """The parts of the ballot box that are this campaign's: one for each group that is counted together."""
    roster = campaign.roster
    return (stream,) if roster is None else tuple(_box(stream, group) for group in range(len(roster.cards)))


def ballots(house: House, stream: str, campaign: Campaign) -> int:
    return sum(house.ballots.count(box) for box in boxes(stream, campaign))


def group_of(house: House, campaign: Campaign, person: str) -> int | None:
    """In which group somebody answers: by where they work today, so that whoever comes later can answer. None: elsewhere."""
    roster = campaign.roster
    if roster is None:
        return None
    works = {unit for role, unit in house.rights.actor(person).roles if role in TEAM}
    return next((group for unit, group in zip(roster.units, roster.groups, strict=True) if unit in works), None)


def stock(house: House, stream: str, campaign: Campaign) -> None:
    """Makes the cards on record, if they were not made yet: all of them before the first is drawn."""
    if campaign.roster is not None:
        made = dict(zip(boxes(stream, campaign), campaign.roster.cards, strict=True))
        house.draws.stock(stream, made, house.ballots.deal)


def draw(house: House, stream: str, campaign: Campaign, person: str, page: str) -> str:
    """A card for somebody, and the same again for the same page. DrawnAlready; Ended where none is left for them."""
    group = group_of(house, campaign, person)
    if group is None:
        raise Ended
    stock(house, stream, campaign)
    return house.draws.draw(stream, _box(stream, group), person, page)


def reconciled(house: House, stream: str, campaign: Campaign) -> dict[str, int]:
    """How many cards were made and drawn, and with how many was answered; nothing of an open campaign."""
    if campaign.roster is None:
        return {}
    every = boxes(stream, campaign)
    spent = sum(house.ballots.cards(box)[1] for box in every)
    drawn = sum(house.draws.drawn(box) for box in every)
    return {"made": sum(campaign.roster.cards), "drawn": drawn, "spent": spent}


def throw_away(house: House, stream: str, campaign: Campaign) -> None:
    """Ballots, cards, and who had drawn one."""
    every = boxes(stream, campaign)
    for box in every:
        house.ballots.empty(box)
    if campaign.roster is not None:
        house.draws.clear(stream, every)


def is_left(house: House, stream: str, campaign: Campaign) -> bool:
    """Whether anything of it is still in the box, or in the hands of the drawing side."""
    every = boxes(stream, campaign)
    return any(house.ballots.count(box) or house.ballots.cards(box)[0] for box in every)


def _box(stream: str, group: int) -> str:
    return f"{stream}.{group}"
