"""What is asked where, until when, and what follows from what was answered? One row for each campaign, and one for
each unit whose people answer with those of its own; no answer is in any."""

from collections.abc import Mapping

from assessments.campaign.state import Campaign, Stage
from projections.lives import Projection, Row, Scene
from workflows.kernel.moments import Moment

SHELVES: tuple[Stage, ...] = ("open", "counted", "debriefed", "withdrawn")


class CampaignRow(Row, frozen=True, kw_only=True):
    """`joins`: the unit whose people answer with those of the campaign's own; "" for the campaign itself."""

    campaign: Campaign
    joins: str = ""

    @property
    def unit(self) -> str:
        return self.joins or self.campaign.unit

    @property
    def since(self) -> Moment:
        return self.campaign.since

    @property
    def shelf(self) -> Stage:
        return self.campaign.stage


def fold(_: Mapping[str, object], scene: Scene) -> Mapping[str, Row]:
    if not isinstance(scene.state, Campaign):
        return {}
    joining = [unit for unit in scene.state.units if unit != scene.state.unit]
    return {unit: CampaignRow(campaign=scene.state, joins=unit) for unit in ("", *joining)}


CAMPAIGNS = Projection(
    name="campaigns", row=CampaignRow, fold=fold, nouns=frozenset({"campaign"}), filters=(("unit", "shelf"),)
)
