"""Instruments as others write them, and as we read what others wrote: nothing is dropped in silence.

Whoever writes or reads gives, beside the document, one `Finding` for every thing the other form has no place for, and for every
thing we need that the other does not say. What is read is a *draft* in our form, completed by hand before it is published.
`fhir` is the Questionnaire of R4, `redcap` the data dictionary (CSV); `conditions` says who is asked what as both can say it,
`draft` holds what a draft says where nothing was said. Imports `assessments.instrument`.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal

from assessments.exchange import fhir, redcap
from assessments.exchange.draft import Draft
from assessments.instrument import Finding, Instrument

Form = Literal["fhir", "redcap"]

WRITERS: Mapping[Form, Callable[[Instrument], tuple[bytes, tuple[Finding, ...]]]] = MappingProxyType(
    {"fhir": fhir.written, "redcap": redcap.written}
)
READERS: Mapping[Form, Callable[[bytes], Draft | tuple[Finding, ...]]] = MappingProxyType(
    {"fhir": fhir.read, "redcap": redcap.read}
)

__all__ = ["READERS", "WRITERS", "Draft", "Form", "fhir", "redcap"]
