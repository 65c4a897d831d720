"""Instruments as data: what a survey asks, in which words, on which scales, and by which rules answers become scores.

`shape` holds the types, `instrument.schema.json` what a document must look like, `reading` judges a document and gives its
instrument or what is wrong with it, `soundness` judges what no schema can, `branching` says who is asked what and which
answers cannot be, `canonical` gives the bytes that a digest is taken of, `published` the
instruments that come with the house, `own` what a hospital may add.
May import msgspec and jsonschema; of the house nothing.
"""

from assessments.instrument.branching import Answers, Fault, asked, faults, holds
from assessments.instrument.canonical import canonical, digest
from assessments.instrument.own import not_its_own
from assessments.instrument.published import as_published, published
from assessments.instrument.reading import read
from assessments.instrument.shape import Composite, Instrument, Item, Language, Licence, Option, Scale, Texts, When
from assessments.instrument.soundness import Finding
from assessments.instrument.wording import lacking, supplied

__all__ = [
    "Answers",
    "Composite",
    "Fault",
    "Finding",
    "Instrument",
    "Item",
    "Language",
    "Licence",
    "Option",
    "Scale",
    "Texts",
    "When",
    "as_published",
    "asked",
    "canonical",
    "digest",
    "faults",
    "holds",
    "lacking",
    "not_its_own",
    "published",
    "read",
    "supplied",
]
