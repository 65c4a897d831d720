"""What is asked where, until when, and what follows from what was answered? One row for each campaign; no answer is in any."""

from collections.abc import Mapping

from assessments.campaign.state import Campaign, Stage
from projections.lives import Projection, Row, Scene
from workflows.kernel.moments import Moment

SHELVES: tuple[Stage, ...] = ("open", "counted", "debriefed", "withdrawn")


class CampaignRow(Row, frozen=True, kw_only=True):
    campaign: Campaign

    @property
    def unit(self) -> str:
        return self.campaign.unit

    @property
    def since(self) -> Moment:
        return self.campaign.since

    @property
    def shelf(self) -> Stage:
        return self.campaign.stage


def fold(_: Mapping[str, object], scene: Scene) -> Mapping[str, Row]:
    return {"": CampaignRow(campaign=scene.state)} if isinstance(scene.state, Campaign) else {}


CAMPAIGNS = Projection(
    name="campaigns", row=CampaignRow, fold=fold, nouns=frozenset({"campaign"}), filters=(("unit", "shelf"),)
)
