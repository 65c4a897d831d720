"""The structure HL7 publishes for a Questionnaire of R4 is checked against and not shipped: where it lies in the folder that
HEARD_CASES names (the definition `Questionnaire` of hl7.org/fhir/R4/fhir.schema.json and what it refers to)."""

import os
from pathlib import Path

OFFICIAL = Path(os.environ.get("HEARD_CASES", "")) / "fhir-r4-questionnaire.schema.json"

collect_ignore = [] if OFFICIAL.is_file() else ["test_official.py"]
