"""The data dictionary of REDCap: a CSV of eighteen columns, one row for each field, its choices as `1, Label | 2, Label`.

Which item of which scale a field is, and whether it is turned round, stands in its annotation, where REDCap keeps notes it does
not read itself. `columns` names the columns, `logic` speaks the branching logic, `writing` and `reading` the whole.
"""

from assessments.exchange.redcap.reading import read
from assessments.exchange.redcap.writing import written

__all__ = ["read", "written"]
