"""Pictures say what they show, to the eye, in grey, and to the ear."""

from datetime import UTC, datetime
from xml.etree.ElementTree import Element, fromstring
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from services.web.pictures import (
    AimMark,
    Band,
    Bar,
    Box,
    Dot,
    Flag,
    Heard,
    Lines,
    MonthBox,
    Part,
    Stack,
    aims,
    grid,
    heard_bar,
    lanes,
    run_chart,
    sentence,
    stacked,
    year_strip,
)
from services.web.pictures.span import DAY
from services.web.pictures.year import LOOKS

CHICAGO = ZoneInfo("America/Chicago")


def at(day: str, zone: ZoneInfo | None = None) -> int:
    return round(datetime.fromisoformat(day).replace(tzinfo=zone or UTC).timestamp()) * 1_000_000


START, END, TODAY = at("2025-01-06"), at("2025-07-10"), at("2025-07-03")
COLE = Bar("Dana Cole", "holds", at("2025-03-14"), at("2025-04-30"), "until the vendor's quote")
COMMITTEE = Bar("Capital committee", "waits", at("2025-04-30"), at("2025-06-10"), "Waiting on the committee")
NOW = Bar("Dana Cole", "holds", at("2025-06-10"), None, "since 10 June")


def drawn(*bars: Bar, start: int = START, end: int = END, today: int = TODAY, zone: ZoneInfo | None = None) -> Element:
    markup = lanes(bars, start=start, end=end, today=today, zone=zone or UTC)
    assert isinstance(markup, Markup)
    return fromstring(markup)


def wide(picture: Element) -> Element:
    return picture.findall("svg")[0]


def words(drawing: Element) -> list[str]:
    return [text.text or "" for text in drawing.iter("text")]


def bars(drawing: Element) -> list[Element]:
    return [group for group in drawing.iter("g") if "lanes__bar" in group.get("class", "").split()]


def test_each_holder_has_a_lane_in_the_order_they_came() -> None:
    assert [word for word in words(wide(drawn(COLE, COMMITTEE, NOW))) if " " in word and "2025" not in word][:2] == [
        "Dana Cole",
        "Capital committee",
    ]


def test_days_stand_in_the_bar() -> None:
    assert "47 d" in words(wide(drawn(COLE)))


def test_days_of_a_short_bar_stand_beside_it() -> None:
    short = Bar("4 West", "holds", at("2025-03-01"), at("2025-03-04"), "three days")
    drawing = wide(drawn(short))
    (number,) = [text for text in drawing.iter("text") if text.text == "3 d"]
    assert number.get("text-anchor") is None


def test_days_that_fit_nowhere_are_left_to_the_label() -> None:
    first = Bar("4 West", "holds", at("2025-03-01"), at("2025-03-02"), "a day")
    second = Bar("4 West", "holds", at("2025-03-03"), at("2025-05-03"), "two months")
    assert "1 d" not in words(wide(drawn(first, second)))


def test_waiting_is_hatched_and_holding_is_solid() -> None:
    held, waited = (bar.findall("path")[0].get("fill", "") for bar in bars(wide(drawn(COLE, COMMITTEE))))
    assert held.startswith("#")
    assert waited == "url(#lanes-wide-hatch)"


def test_what_goes_on_ends_in_a_point() -> None:
    ended, going = (bar.findall("path")[0].get("d", "") for bar in bars(wide(drawn(COLE, NOW))))
    assert ended.count("L") == 1
    assert going.count("L") == 2


def test_months_are_named_with_their_year_at_the_start_and_in_january() -> None:
    drawing = wide(drawn(COLE, start=at("2024-11-20"), end=at("2025-04-02")))
    assert [word for word in words(drawing) if word[:3].isalpha() and word != "Dana Cole"] == [
        "Dec 2024",
        "Jan 2025",
        "Feb",
        "Mar",
        "Apr",
    ]


def test_months_begin_where_the_hospital_is() -> None:
    """Half past seven on the last evening of January in Chicago is already February in UTC."""
    start, end = at("2025-01-06"), at("2025-02-01T01:30")
    january = Bar("4 West", "holds", start, end, "January")
    assert len(_lines(drawn(january, start=start, end=end, today=end))) == 2
    assert len(_lines(drawn(january, start=start, end=end, today=end, zone=CHICAGO))) == 1


def _lines(picture: Element) -> list[Element]:
    (months,) = [group for group in wide(picture).findall("g") if group.get("class") == "lanes__months"]
    return months.findall("path")


def test_the_picture_says_itself_in_words() -> None:
    (said,) = wide(drawn(COLE, COMMITTEE, NOW)).findall("desc")
    assert said.text == (
        "Dana Cole held it for 47 days, 14 Mar 2025 to 30 Apr 2025. "
        "Capital committee was waited on for 41 days, 30 Apr 2025 to 10 Jun 2025. "
        "Dana Cole held it for 23 days, since 10 Jun 2025."
    )


def test_both_drawings_are_named_for_those_who_hear_them() -> None:
    for drawing in drawn(COLE).findall("svg"):
        named = [child.get("id") for child in drawing if child.tag in {"title", "desc"}]
        assert drawing.get("role") == "img"
        assert drawing.get("aria-labelledby", "").split() == named


def test_what_people_wrote_stays_words() -> None:
    nasty = Bar('<script>"x"</script>', "holds", at("2025-02-01"), None, "</title><img src=x onerror=y>")
    markup = lanes([nasty], start=START, end=END, today=TODAY)
    assert "<script" not in markup
    assert "<img" not in markup


def test_nothing_held_is_said() -> None:
    assert "Nobody has held this yet" in lanes([], start=START, end=END, today=TODAY)


def test_what_lies_outside_is_left_out() -> None:
    before = Bar("Old ward", "holds", at("2024-01-01"), at("2024-02-01"), "long ago")
    assert "Old ward" not in words(wide(drawn(before, COLE)))


def test_a_long_name_is_cut_in_its_lane_and_whole_in_the_words() -> None:
    name = "Department of Biomedical Engineering and Clinical Technology"
    drawing = wide(drawn(Bar(name, "holds", at("2025-02-01"), None, "x")))
    assert any(word.endswith("…") for word in words(drawing))
    assert name in (drawing.findall("desc")[0].text or "")


def test_today_is_marked_only_inside() -> None:
    assert "lanes__today" in lanes([COLE], start=START, end=END, today=TODAY)
    assert "lanes__today" not in lanes([COLE], start=START, end=END, today=END + DAY)


MOMENTS = st.integers(at("2023-01-01"), at("2026-12-31"))
KINDS = st.sampled_from(("holds", "waits"))
BARS = st.builds(
    Bar,
    lane=st.text(min_size=1, max_size=40).filter(str.isprintable),
    kind=KINDS,
    began=MOMENTS,
    ended=st.none() | MOMENTS,
    label=st.just("x"),
)


@given(st.lists(BARS, max_size=12), MOMENTS, MOMENTS, MOMENTS)
def test_whatever_happened_stays_inside_the_picture(stints: list[Bar], one: int, other: int, today: int) -> None:
    start, end = sorted((one, other))
    picture = fromstring(lanes(stints, start=start, end=end, today=today))
    for drawing in picture.findall("svg"):
        _, _, width, _ = map(float, drawing.get("viewBox", "").split())
        places = [float(text.get("x", "nan")) for text in drawing.iter("text")]
        assert all(0 <= place <= width for place in places)
        ids = [part.get("id") for part in drawing.iter() if part.get("id")]
        assert len(ids) == len(set(ids))


def test_no_style_travels_in_a_picture() -> None:
    assert "style" not in lanes([COLE, COMMITTEE, NOW], start=START, end=END, today=TODAY)
    assert "style" not in heard_bar(Heard(1, 2, 3, 4, 5, 6))


def shares(counts: Heard) -> list[float]:
    (bar,) = fromstring(heard_bar(counts)).findall("svg")
    return [float(rect.get("width", "").rstrip("%")) for rect in bar.findall("rect")]


def test_the_bar_is_shared_by_the_counts() -> None:
    assert shares(Heard(heard=3, no_reply=1)) == [75, 25]


def test_what_is_owed_stands_apart() -> None:
    assert shares(Heard(heard=1, owed=1)) == pytest.approx([49.4, 49.4])
    assert shares(Heard(owed=4)) == [100]


def test_every_end_is_in_the_legend_even_when_none_came_to_it() -> None:
    (legend,) = fromstring(heard_bar(Heard(heard=21))).findall("ul")
    assert ["".join(item.itertext()) for item in legend] == [
        "21 heard",
        "0 disagreed",
        "0 no reply",
        "0 cannot be reached",
        "0 withdrawn",
        "0 owed an answer",
    ]


def test_the_bar_says_itself_in_words() -> None:
    (said,) = fromstring(heard_bar(Heard(21, 2, 5, 1, 0, 4))).iter("desc")
    assert said.text == "21 heard, 2 disagreed, 5 no reply, 1 cannot be reached, 0 withdrawn; 4 owed an answer."


def test_no_voices_is_an_empty_bar() -> None:
    (bar,) = fromstring(heard_bar(Heard())).findall("svg")
    assert [rect.get("fill") for rect in bar.findall("rect")] == ["none"]


def test_two_pictures_share_a_page() -> None:
    both = heard_bar(Heard(heard=1), key="ward") + heard_bar(Heard(heard=1), key="house")
    ids = [part.get("id") for part in fromstring(f"<div>{both}</div>").iter() if part.get("id")]
    assert len(ids) == len(set(ids))


AIMS = ("Safety", "Timeliness", "Patient-centeredness")


def test_each_aim_of_a_decision_has_a_mark_of_its_own_shape() -> None:
    effects = ("harms", "trade_off", "")
    markup = aims([AimMark(name, effect) for name, effect in zip(AIMS, effects, strict=True)])
    drawing = fromstring(markup)
    assert [name for name in words(drawing) if name in AIMS] == list(AIMS)
    said = drawing.findtext("desc")
    assert said == "Safety: harms. Timeliness: trade-off. Patient-centeredness: not rated."
    assert "".join(aims([AimMark("<Safety>", "harms")])).count("<Safety>") == 0


def test_what_decisions_do_to_an_aim_stands_side_by_side_and_in_words() -> None:
    parts = (Part("harms", "harms", "alarm"), Part("neutral", "neutral", "plain"), Part("", "not rated", "dotted"))
    counted = [Stack("Safety", {"harms": 1, "neutral": 3, "": 1}), Stack("Equity", {})]
    bars_of = stacked(counted, parts, title="What they do", key="weighed")
    drawing = fromstring(f"<div>{bars_of}</div>")[0]
    assert words(drawing) == ["Safety", "1", "3", "1", "Equity"]
    assert drawing.findtext("desc") == "Safety: 1 harms, 3 neutral, 1 not rated. Equity: nothing."


def test_a_year_says_each_month_to_the_eye_and_to_the_ear() -> None:
    standings = ("executive", "late", "deputy", "team", "missed", "paused", "open", "not_due")
    boxes = [
        MonthBox(f"M{n}", how, "7" if n < 4 else "", f"Month {n}: {how}", ((0.2, 0.5),))
        for n, how in enumerate(standings)
    ]
    picture = fromstring(year_strip(boxes))
    for drawing in picture.findall("svg"):
        assert [box.get("fill") for box in drawing.iter("rect") if box.get("rx") == "4" and "stroke" in box.attrib] == [
            f"url(#{drawing.find('title').get('id').removesuffix('-title')}-{how})"  # type: ignore[union-attr]  # it is there
            for how in standings
        ]
        assert "Month 4: missed." in (drawing.findtext("desc") or "")
    assert "days of a pause" in "".join(picture.itertext())


def test_no_two_standings_look_the_same_without_their_colours() -> None:
    looks = [(look.marks, look.dashes, look.ground) for look in LOOKS.values()]
    assert len(set(looks)) == len(looks)


def test_a_grid_tells_each_state_by_its_own_mark_and_says_what_it_shows() -> None:
    states = ("in_place", "gap", "lapsed", "set_aside", "absent", "not_begun")
    bands = [Band("The task", tuple(Box(f"Part {n} <b>", state) for n, state in enumerate(states)))]
    picture = fromstring(f"<p>{grid(bands)}</p>")
    for drawing in picture.findall("svg"):
        marks = [path.get("d") for path in drawing.iter("path")]
        assert len(set(marks)) == len(marks) == len(states)
        (said,) = [one.text or "" for one in drawing.iter("desc")]
        assert said.startswith("1 in place, 1 missing, with an owner and a day, 1 lapsed")
    assert sentence([]) == ""


def test_a_long_name_in_a_grid_ends_in_an_ellipsis_and_is_told_whole() -> None:
    (drawing, _) = fromstring(f"<p>{grid([Band('A', (Box('w' * 60, 'gap'),))])}</p>").findall("svg")
    assert any((text.text or "").endswith("…") for text in drawing.iter("text"))
    assert any((title.text or "").startswith("w" * 60) for title in drawing.iter("title"))


def test_a_run_chart_marks_what_is_more_than_chance_by_its_shape_and_tells_every_value() -> None:
    values = (5, 4, 6, 2, 1)
    dots = tuple(Dot(START + n * DAY, value, f"Day {n} <b>: {value}", n > 2) for n, value in enumerate(values))
    lines = Lines(dots=dots, median=4.0, goal=2.0, open=Dot(START + 9 * DAY, 3, "3 days so far"))
    flags = [Flag(START + DAY, "rounds", "Rounds held"), Flag(START - 90 * DAY, "change", "long before")]
    markup = run_chart(lines, flags, start=START, end=START + 10 * DAY, title="Falls", said="As it was.", key="falls")
    picture = fromstring(markup)
    assert "Day 0 <b>" not in markup
    for drawing in picture.findall("svg"):
        shapes = [dot.get("d") for dot in drawing.iter("path") if dot.get("class") == "run__dot"]
        assert (len(shapes), len(set(shapes)), shapes[3] == shapes[4] != shapes[0]) == (5, 2, True)
        assert drawing.findtext("desc") == "As it was."
        said = [title.text for title in drawing.iter("title")]
        assert "Day 4 <b>: 1" in said
        assert "long before" not in said
    legend = [" ".join("".join(part.itertext()).split()) for part in picture.iter("li")]
    assert legend == [
        "a value",
        "in a row that is more than chance",
        "still running",
        "median 4",
        "aimed for 2",
        "rounds held",
    ]


def test_the_levels_of_a_run_chart_hold_its_highest_value() -> None:
    for most, top in ((0.3, "0.4"), (7, "8"), (60, "80"), (100, "100")):
        drawn = run_chart(Lines(dots=(Dot(START, most, ""),)), [], start=START, end=START + DAY, title="", said="")
        assert f">{top}</text>" in drawn
