"""Which waves are planned, asked, counted, and which units do they ask? One row for each wave ("" its unit), and one for each
unit it asks; no answer is in any."""

from collections.abc import Mapping

from assessments.campaign import Wave
from assessments.campaign.wave import WaveStage
from projections.lives import Projection, Row, Scene
from workflows.kernel.moments import Moment

SHELVES: tuple[WaveStage, ...] = ("draft", "locked", "open", "counted", "published", "withdrawn")


class WaveRow(Row, frozen=True, kw_only=True):
    """`unit`: one that is asked; "" for the wave itself."""

    wave: Wave
    unit: str = ""

    @property
    def since(self) -> Moment:
        return self.wave.since

    @property
    def shelf(self) -> WaveStage:
        return self.wave.stage


def fold(_: Mapping[str, object], scene: Scene) -> Mapping[str, Row]:
    if not isinstance(scene.state, Wave):
        return {}
    return {unit: WaveRow(wave=scene.state, unit=unit) for unit in ("", *scene.state.units)}


WAVES = Projection(name="waves", row=WaveRow, fold=fold, nouns=frozenset({"campaign"}), filters=(("unit", "shelf"),))
