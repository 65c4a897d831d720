"""The instruments that come with the house: our own wording, and the structure of well-known ones without their text."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from assessments.instrument.reading import read
from assessments.instrument.shape import Instrument


@cache
def published() -> Mapping[str, Instrument]:
    """By id, the newest version of each; read once, for a published version never changes."""
    newest: dict[str, Instrument] = {}
    for document in documents().values():
        instrument = read(document)
        assert isinstance(instrument, Instrument), instrument
        if instrument.id not in newest or newest[instrument.id].version < instrument.version:
            newest[instrument.id] = instrument
    return MappingProxyType(newest)


@cache
def as_published(called: str, version: int) -> Instrument | None:
    """This very version, however many came after it."""
    found = documents().get(f"{called}-{version}.json")
    instrument = read(found) if found else None
    return instrument if isinstance(instrument, Instrument) else None


@cache
def documents() -> Mapping[str, bytes]:
    """Every document by the name of its file, as it lies there."""
    shelf = sorted(files("assessments").joinpath("instruments").iterdir(), key=lambda file: file.name)
    return MappingProxyType({file.name: file.read_bytes() for file in shelf if file.name.endswith(".json")})
