"""What changed because somebody spoke? One row for each success story."""

from collections.abc import Mapping
from typing import Literal

from projections.lives import Projection, Row, Scene
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Moment
from workflows.story import Story

StoryState = Literal["published", "taken_back"]


class StoryRow(Row, frozen=True, kw_only=True):
    state: StoryState
    story: Story

    @property
    def since(self) -> Moment:
        return self.story.since

    @property
    def unit(self) -> str:
        return self.story.unit

    @property
    def about(self) -> str:
        return self.story.about

    @property
    def shelf(self) -> StoryState:
        return self.state

    @property
    def title(self) -> Ref:
        return self.story.words


def fold(_: Mapping[str, object], scene: Scene) -> Mapping[str, Row]:
    story = scene.state
    return (
        {"": StoryRow(state="taken_back" if story.why else "published", story=story)}
        if isinstance(story, Story)
        else {}
    )


STORIES = Projection(name="stories", row=StoryRow, fold=fold, nouns=frozenset({"story"}), filters=(("shelf",),))
