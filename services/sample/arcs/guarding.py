"""What the privacy officer and counsel do: words that had to go are gone, others must wait for a hold."""

from collections.abc import Iterator

from services.erasing.carrying import carry_on
from services.sample.stage import Stage
from workflows import hold, subject
from workflows.concern import commands as c

Days = Iterator[int]


def erased_and_held(stage: Stage) -> Days:
    """ICU, December: a patient's name stood in a concern; another concern is in front of a court."""
    yield 346
    named = stage.says("priya", c.Raise(unit="icu", what="Mr Alvarez in bed 4 waited an hour for the monitor."))
    held = stage.says("priya", c.Raise(unit="icu", what="The monitor alarm was off all night in bed 2."))
    yield 349
    stage.says("clara", hold.Place(about=held, reason="Doe against Alder Creek, file 17."))
    for about in (named, held):
        stage.says("pia", subject.Erase(about=about, basis="entered_by_mistake", approver=stage.people["clara"]))
    carry_on(stage.house)
