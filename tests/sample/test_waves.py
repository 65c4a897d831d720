"""The whole hospital is asked three times: its pages tell the arc of the year, what few say stays theirs, and what people write
was looked at first."""

import html
import re

from assessments.campaign import Wave
from services.house import House
from services.surveyed import found
from tests.sample.test_places import signed_in


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_a_wave_in_spring_one_in_june_and_one_in_december_tell_the_year(alder: House) -> None:
    ines = signed_in(alder, "ines")
    waves = list(dict.fromkeys(re.findall(r"/wave/campaign-\w+", ines.get("/surveys").text)))
    assert len(waves) == 3
    last = words(ines.get(waves[0]).text)
    assert "ICU + Sleep lab" in last, "six people are never shown alone"
    assert "Physicians: 11 of 12 who could, of Emergency." in last
    assert "[…] comes when she says she comes." in last
    assert "2 of 3 have said what follows" in last
    for name in ("Dana", "room nine", "We are six", "Bay 4"):
        assert name not in last.split("In their own words")[1].split("What nobody can find out")[0]
    june = words(ines.get(waves[1]).text)
    assert "In their own words" not in june, "four wrote: too few"
    assert "4 wrote something" in words(ines.get(f"{waves[1].replace('/wave/', '/campaign/')}/comments").text)


def test_units_see_what_changed_and_what_is_not_certain(alder: House) -> None:
    told = {unit: words(signed_in(alder, "ines").get(f"/unit/{unit}/surveys").text) for unit in ("4-west", "emergency")}
    assert re.search(r"Makes it safe to speak .{0,400}?Fell by 15 since", told["emergency"])
    assert re.search(r"Guards learning .{0,200}?Rose by 15 since", told["4-west"])
    assert not any("In their own words" in page for page in told.values()), (
        "twelve wrote, and some of it is about respect"
    )


def test_no_tile_of_the_scorecard_is_without_what_people_say(alder: House) -> None:
    for unit in ("4-west", "icu", "emergency"):
        page = words(signed_in(alder, "ines").get(f"/scorecard?unit={unit}").text)
        assert page.count("What people here say") >= 4, unit
        assert "No survey yet asks" not in page


def test_a_scale_weighs_each_of_its_sentences_the_same_and_is_told_only_where_all_of_them_are(alder: House) -> None:
    """Reckoned again from what is told of each sentence."""
    stream = next(one for one in alder.ledger.streams("campaign") if _is_published_wave(alder, one))
    wave = alder.clerk.memory.get(stream).state
    assert isinstance(wave, Wave)
    told = found(alder, stream, wave)
    assert told is not None
    for group in (told.whole, *told.groups):
        said = {one.item.id: one for one in group.items}
        for scale in group.scales:
            items = [said[name] for name in scale.composite.items]
            exact = [one.percent for one in items if one.percent is not None and not one.bound]
            assert (scale.share is not None) == (len(exact) == len(items)), scale.composite.id
            if scale.share is not None:
                assert abs(scale.share.percent - sum(exact) / len(exact)) <= 0.5
                assert scale.share.low < scale.share.percent < scale.share.high
                assert scale.agreement is not None
    for one in told.reliability:
        assert isinstance(one.alpha, float), "81 people answered"
        assert isinstance(one.icc_1, float)
        assert one.icc_2 == "too_few_groups"
        assert 0 < one.alpha < 1


def _is_published_wave(alder: House, stream: str) -> bool:
    state = alder.clerk.memory.get(stream).state
    return isinstance(state, Wave) and state.published
