"""Out and back in again: what comes back is what went out, or it was said what did not."""

from typing import Any, Literal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.exchange import READERS, WRITERS, Draft, Form
from assessments.instrument import Instrument, Scale, asked, published, read
from tests.assessments.exchange.instruments import instruments

FORMS: tuple[Form, ...] = ("fhir", "redcap")
OWN = sorted(published())

Parts = dict[str, Any]


def back(instrument: Instrument, form: Form) -> tuple[Instrument, set[str], set[str]]:
    """What comes back, and the places of what was lost on the way out and on the way in."""
    document, out = WRITERS[form](instrument)
    draft = READERS[form](document)
    assert isinstance(draft, Draft), draft
    found = read(draft.document)
    assert isinstance(found, Instrument), found
    return found, {one.place for one in out}, {one.place for one in draft.lost}


def parts(instrument: Instrument) -> Parts:
    """An instrument as places and what stands there, as deep as anything is reported."""
    plain: Parts = msgspec.to_builtins(instrument)
    found: Parts = {
        name: plain[name] for name in ("id", "version", "title", "introduction", "source", "note", "scoring")
    }
    found |= {"wording": plain["wording"], "missing": plain["missing"], "validation": plain["validation"]}
    found |= {f"licence/{name}": said for name, said in plain["licence"].items()}
    found |= {f"languages/{at}/record": one["record"] for at, one in enumerate(plain["languages"])}
    found |= {f"languages/{at}": one["language"] for at, one in enumerate(plain["languages"])}
    found |= {f"composites/{at}": one for at, one in enumerate(plain["composites"])}
    return found


def unsaid(instrument: Instrument) -> set[str]:
    """Of its scales, what neither form can say: which answers are positive, and what no item is answered on."""
    used = {item.scale for item in instrument.items}
    return {
        f"scales/{at}/positive" if scale.id in used else f"scales/{at}"
        for at, scale in enumerate(instrument.scales)
        if scale.positive or scale.id not in used
    }


def answered_on(instrument: Instrument, at: int) -> tuple[Any, ...]:
    """How an item is answered: values, their words, which of them is none."""
    scale: Scale = instrument.scale_of(instrument.items[at])
    return scale.id, scale.options, scale.away


def silent(lost: set[str], place: str) -> bool:
    """Whether nothing was said of this place, nor of what it lies in."""
    return not any(place == one or place.startswith(f"{one}/") for one in lost)


@pytest.mark.parametrize("form", FORMS)
@given(instrument=instruments(), data=st.data())
def test_nothing_is_dropped_in_silence(form: Form, instrument: Instrument, data: st.DataObject) -> None:
    found, lost, _ = back(instrument, form)
    before, after = parts(instrument), parts(found)
    if form == "redcap":  # one language, and no title
        before["introduction"] = {"en": before["introduction"]["en"]} if before["introduction"] else {}
        before["id"] = after["id"]
    changed = {place for place in before if before[place] != after.get(place) and silent(lost, place)}
    assert changed == set()
    assert unsaid(instrument) <= lost
    assert [one.id for one in found.items] == [one.id for one in instrument.items]
    for at, (one, other) in enumerate(zip(instrument.items, found.items, strict=True)):
        assert (one.topic, one.reverse, one.respect) == (other.topic, other.reverse, other.respect)
        spoken: Literal["en"] = "en"
        assert (one.text == other.text) if form == "fhir" else (one.text.get(spoken) == other.text.get(spoken))
        if form == "fhir":
            assert answered_on(instrument, at) == answered_on(found, at)
        else:
            assert instrument.scale_of(one).values == found.scale_of(other).values
    answers = data.draw(ballots(instrument))
    assert [one.id for one in asked(found, answers)] == [one.id for one in asked(instrument, answers)]


def ballots(instrument: Instrument) -> st.SearchStrategy[dict[str, int]]:
    """Answers of any kind, also to what is not asked."""

    def values(at: int) -> list[int]:
        scale = instrument.scale_of(instrument.items[at])
        return [*scale.values, *((scale.away.value,) if scale.away else ())]

    every = {item.id: st.sampled_from(values(at)) for at, item in enumerate(instrument.items)}
    return st.fixed_dictionaries({}, optional=every)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", OWN)
def test_our_own_come_back(form: Form, name: str) -> None:
    instrument = published()[name]
    found, out, _ = back(instrument, form)
    assert [one.id for one in found.items] == [one.id for one in instrument.items]
    assert [one.reverse for one in found.items] == [one.reverse for one in instrument.items]
    assert [one.respect for one in found.items] == [one.respect for one in instrument.items]
    assert {"scoring", "missing"} <= out
    assert {f"composites/{at}" for at, _ in enumerate(instrument.composites)} <= out


@given(instruments())
def test_what_came_back_is_written_the_same_again(instrument: Instrument) -> None:
    once, _, _ = back(instrument, "fhir")
    twice, _, _ = back(once, "fhir")
    assert msgspec.structs.replace(twice, digest="") == msgspec.structs.replace(once, digest="")
