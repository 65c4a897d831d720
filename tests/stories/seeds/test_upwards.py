"""Leaders tell others what matters, and hear what was understood."""

import json

from tests.stories.over_http import OverHttp
from tests.stories.seeds import duty


@duty("A21", "Hospital · Decisions and promises · Messages")
def test_a21_a_message_is_read_back_and_nobody_can_look_up_who_did_not(story: OverHttp) -> None:
    """Leaders tell a unit what matters; staff say what it means for them; messages a month and how much arrived are shown."""
    dana, nora, lena = (story.somebody(name) for name in ("dana", "nora", "lena"))
    words = "From Monday two of us check every heparin bag, at night too"
    message = dana.does("message.send", unit="4-west", topic="practice", words=words)
    everybody = story.somebody("ruth").does("message.send", topic="thanks", words="You spoke up 40 times in January")

    nora.does("message.read_back", message, words="I call the second nurse before I hang it")
    assert "already" in nora.cannot("message.read_back", message, words="I call the second nurse")
    lena.does("message.read_back", message)
    story.somebody("kim").does("message.read_back", everybody)
    assert story.ward.post("kim", f"/message/{message}/read_back", {}).status_code == 404

    shown = story.ward.reads("dana", "/messages", unit="4-west")
    one = next(each for each in shown["messages"] if each["id"] == message)
    assert (one["read"]["part"], one["read"]["whole"]) == (2, 4)
    assert one["said"] == ["I call the second nurse before I hang it"]
    assert shown["figures"]["month"] == 2
    assert story.ward.reads("nora", "/messages", unit="4-west")["messages"][-1]["said"] == []
    facts = story.ward.reads("ines", "/units/4-west/timeline")["facts"]
    read_back = [fact for fact in facts if fact["name"] == "message.read_back"]
    assert [fact["by"]["kind"] for fact in read_back] == ["voice", "voice"]
    assert story.ward.who["nora"] not in json.dumps(read_back)
