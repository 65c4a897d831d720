"""Scores made again from the ledger and the sealed ballots are those that were shown."""

from assessments.campaign import NOUN, Campaign
from services import surveyed
from tests.web.alder import Alder
from tests.web.surveyed import surveyed as surveys
from workflows.kernel.noun import Nothing


def test_replayed_from_its_facts_a_campaign_gives_the_same_figures(hospital: Alder) -> None:
    campaign = surveys(hospital, "2025-07-10")["counted"]
    house = hospital.house
    shown = surveyed.result(house, campaign, house.clerk.memory.get(campaign).state)
    state: object = Nothing()
    for row in house.ledger.rows(0, house.ledger.head()[0]):
        fact = house.clerk.mapper.fact(row)
        if fact.stream == campaign:
            state = NOUN.evolve(state, fact)
    assert isinstance(state, Campaign)
    again = surveyed.result(house, campaign, state)
    assert shown is not None
    assert shown.items
    assert again == shown
    assert again is not None
    assert again.provenance is not None
    assert again.provenance.ballots == house.clerk.memory.get(campaign).state.digest
