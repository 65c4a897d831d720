"""Words of this place are explained where they stand and together under Help, without any script."""

import re
from html import unescape
from pathlib import Path

from services.web.layout import templates
from services.web.phrases.explaining import glossary, word
from tests.web.conftest import Enter

USED = re.compile(r"""\bword\(["'](\w+)["'],""")


def test_every_word_that_a_page_explains_has_its_explanation_and_stands_there_once() -> None:
    loader, used = templates(), set()
    for name in loader.list_templates():
        if name.endswith(".html"):
            found = USED.findall((Path(loader.searchpath[0]) / name).read_text(encoding="utf-8"))
            assert len(found) == len(set(found)), f"{name} explains one twice"
            used |= set(found)
    assert used <= glossary().keys()
    assert len(used) > 15


def test_a_word_says_what_it_means_beside_it_and_leads_to_it_in_help(enter: Enter) -> None:
    told = str(word("barrier", "a <barrier>"))
    assert 'aria-describedby="says-barrier">a &lt;barrier&gt;</a>' in told
    assert f">{glossary()['barrier'][1]}</span>" in unescape(told)
    nora = enter("nora")
    helping = unescape(nora.get("/help").text)
    for key, (term, says) in glossary().items():
        assert f'id="word-{key}"' in helping, key
        assert f">{term}</dt>" in helping
        assert says in helping
    assert 'href="/help#word-practice"' in nora.get("/unit/4-west/team").text
