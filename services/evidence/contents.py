"""What a bundle says of itself, for programs: `bundle.json`, held against the schema that lies beside it."""

import json
from functools import cache
from importlib.resources import files

import msgspec
from jsonschema import Draft202012Validator
from msgspec import Struct, field

FORMAT = "heard-evidence/1"


class Contents(Struct, frozen=True, kw_only=True):
    """As `schema.json` says."""

    format: str
    hospital: str
    kind: str
    name: str
    since: int | None = field(name="from")
    until: int | None
    size: int
    entries: int
    withheld: int
    texts: int
    proofs: int
    documents: int
    heads: int


@cache
def schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads((files("services.evidence") / "schema.json").read_bytes()))


def valid(contents: Contents) -> bytes:
    """As bytes; `jsonschema.ValidationError` where it is not as the schema says, for then no bundle leaves the house."""
    written = msgspec.json.encode(contents)
    schema().validate(json.loads(written))
    return msgspec.json.format(written) + b"\n"
