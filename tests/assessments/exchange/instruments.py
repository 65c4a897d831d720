"""Instruments by the hundred: every feature there is, in every mixture."""

from typing import Any

from hypothesis import strategies as st

from assessments.instrument import Instrument, read

WORDS = st.text(
    st.characters(min_codepoint=33, max_codepoint=0x2FF, exclude_categories=["C", "Z"]), min_size=1, max_size=12
)
OPERATORS = ("=", "!=", ">", "<", ">=", "<=")
LANGUAGES = ("en", "es")


def texts(spoken: tuple[str, ...]) -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries(dict.fromkeys(spoken, WORDS))


@st.composite
def scales(draw: st.DrawFn, name: str, spoken: tuple[str, ...]) -> dict[str, Any]:
    """Evenly spread, so that any item may be turned round."""
    first, step, count = draw(st.integers(0, 3)), draw(st.integers(1, 2)), draw(st.integers(2, 6))
    values = [first + step * at for at in range(count)]
    scale: dict[str, Any] = {
        "id": name,
        "options": [{"value": value, "text": draw(texts(spoken))} for value in values],
        "positive": draw(st.lists(st.sampled_from(values), unique=True, max_size=2)),
    }
    if draw(st.booleans()):
        scale["away"] = {"value": values[-1] + draw(st.integers(1, 5)), "text": draw(texts(spoken))}
    return scale


@st.composite
def conditions(draw: st.DrawFn, before: list[dict[str, Any]], known: dict[str, dict[str, Any]]) -> dict[str, Any]:
    found = []
    for _ in range(draw(st.integers(0, 3)) if before else 0):
        question = draw(st.sampled_from(before))
        if draw(st.integers(0, 3)) == 0:
            found.append({"question": question["id"], "operator": "exists", "answerBoolean": draw(st.booleans())})
            continue
        value = draw(st.sampled_from(known[question["scale"]]["options"]))["value"]
        operator = draw(st.sampled_from(OPERATORS))
        found.append({"question": question["id"], "operator": operator, "answerInteger": value})
    if not found:
        return {}
    return {"enableWhen": found} | ({"enableBehavior": draw(st.sampled_from(["all", "any"]))} if len(found) > 1 else {})


@st.composite
def instruments(draw: st.DrawFn) -> Instrument:
    spoken = draw(st.sampled_from([("en",), LANGUAGES]))
    shelf = [draw(scales(name, spoken)) for name in ("agree", "often", "rest")[: draw(st.integers(1, 3))]]
    known = {scale["id"]: scale for scale in shelf}
    wording = draw(st.sampled_from(["ours", "supplied"]))
    items: list[dict[str, Any]] = []
    for name in ("A1", "a1", "when-it-was", "record_id", "introduction", "x_2")[: draw(st.integers(1, 6))]:
        worded = wording == "ours" or draw(st.booleans())
        item = {
            "id": name,
            "text": draw(texts(spoken)) if worded else {},
            "scale": draw(st.sampled_from(sorted(known))),
        }
        item |= {"topic": draw(WORDS)} if draw(st.booleans()) else {}
        item |= {mark: True for mark in ("reverse", "respect") if draw(st.booleans())}
        items.append(item | draw(conditions(list(items), known)))
    document: dict[str, Any] = {
        "id": draw(st.sampled_from(["pulse", "Our-wave_2"])),
        "version": draw(st.integers(1, 40)),
        "title": draw(texts(spoken)),
        "wording": wording,
        "languages": [{"language": one, "origin": "source", "record": draw(WORDS)} for one in spoken],
        "licence": {
            "name": draw(WORDS),
            "terms": draw(WORDS),
            "permission": draw(st.sampled_from(["ask", "not-needed"])),
        },
        "source": draw(WORDS),
        "validation": {"status": "validated-elsewhere", "statement": draw(texts(spoken))},
        "scales": shelf,
        "items": items,
        "composites": [{"id": "all", "title": draw(texts(spoken)), "items": [items[0]["id"]]}]
        * draw(st.integers(0, 1)),
        "scoring": draw(st.sampled_from(["percent-positive/1", "scale-mean/1", "saq/1"])),
        "missing": draw(st.sampled_from(["any/1", "half/1"])),
        "note": {one: draw(st.lists(WORDS, min_size=1, max_size=2)) for one in spoken},
    }
    document |= {"introduction": draw(texts(spoken))} if draw(st.booleans()) else {}
    found = read(document)
    assert isinstance(found, Instrument), found
    return found
