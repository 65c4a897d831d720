"""The Questionnaire of FHIR R4 (4.0.1). What an answer is worth is carried by `ordinalValue`, so what is turned round when
scored is said there; words in further languages by `translation`; who is asked what by `enableWhen`, with groups within groups
where several things must hold of which each may hold in several ways.

`judging` says whether a document is one at all, `texts` moves words, `writing` and `reading` the whole, `scales` the answers.
"""

from assessments.exchange.fhir.reading import read
from assessments.exchange.fhir.writing import written

__all__ = ["read", "written"]
