"""Whatever can lie with somebody by name can be handed to somebody else when they leave."""

import pytest

from workflows import lexicon
from workflows.kernel.noun import Noun, nothing_owed
from workflows.rules.handing import handing

BY_ROLE = ("pace", "panel", "campaign")
"""What lies with a role, whoever has it, and never with anybody by name."""

OWING = [noun for noun in lexicon.NOUNS if noun.balls is not nothing_owed]


@pytest.mark.parametrize("noun", OWING, ids=lambda noun: noun.name)
def test_every_noun_that_owes_says_how_it_is_handed_over(noun: Noun) -> None:
    command = handing(noun.name, "close", "person-next", "He left", "person-before")
    if noun.compartment == "open" and noun.name not in BY_ROLE:
        assert command is not None, "whoever leaves would leave it behind"
        assert command.VERB.partition(".")[0] == noun.name
    else:
        assert command is None, "it lies with roles alone"
