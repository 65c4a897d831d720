"""What the OpenAPI document says beside the declarations: every status an operation can answer with, and shapes as schemas."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus

import msgspec
from flask_smorest import Api

from services.api.problems import MEDIA_TYPE, Problem
from services.api.seams import Doc

_CAUSES = {
    400: "The request cannot be read: not JSON, not UTF-8, or a header is missing or malformed.",
    401: "Nobody is signed in, or the sign-in has ended.",
    403: "The caller may see this, but may not do it.",
    404: "It does not exist, or the caller may not know whether it does.",
    409: "A rule of the house refuses this now. `key` names the rule, `detail` says what to do.",
    412: "The stream is not at the version of If-Match any more. Nothing was stored.",
    413: "The body is larger than 1 MB.",
    415: "The body is not application/json.",
    422: "A field is not as it should be (`errors` says which), or the Idempotency-Key came before with other content.",
    429: "That was tried too often. Ask again after Retry-After seconds.",
    503: "The store cannot answer now. Ask again after Retry-After seconds with the same Idempotency-Key.",
}
READ = (401, 404, 422, 503)
LIST = (401, 422, 503)
CREATE = (400, 401, 403, 409, 413, 415, 422, 503)
CHANGE = (400, 401, 403, 404, 409, 412, 413, 415, 422, 503)

_HEADERS: Mapping[int, Doc] = {
    401: {"WWW-Authenticate": {"schema": {"type": "string"}}},
    429: {"Retry-After": {"schema": {"type": "integer"}, "description": "Seconds."}},
    503: {"Retry-After": {"schema": {"type": "integer"}, "description": "Seconds."}},
}
ETAG: Doc = {
    "ETag": {"schema": {"type": "string"}, "description": "`<version>.<hash>`; If-Match compares the version."}
}
LINK: Doc = {"Link": {"schema": {"type": "string"}, "description": '`rel="next"`: the next page, if there is one.'}}


def declare(api: Api, shapes: Iterable[type[msgspec.Struct]]) -> None:
    """Enters the shapes of answers and the causes of errors among the components."""
    _, schemas = msgspec.json.schema_components([Problem, *shapes], ref_template="#/components/schemas/{name}")
    for name, schema in schemas.items():
        api.spec.components.schema(name, schema)
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for status, cause in _CAUSES.items():
        response = {"description": cause, "content": content, "headers": _HEADERS.get(status, {})}
        api.spec.components.response(HTTPStatus(status).name, response)
    bearer = {
        "type": "http",
        "scheme": "bearer",
        "description": "The token of POST /api/v1/session, or a program’s.",
    }
    api.spec.components.security_scheme("bearer", bearer)
    cookie = {
        "type": "apiKey",
        "in": "cookie",
        "name": "heard",
        "description": "The pages' own sign-in; for reads alone.",
    }
    api.spec.components.security_scheme("cookie", cookie)


def errors(statuses: Iterable[int]) -> Doc:
    return {str(status): {"$ref": f"#/components/responses/{HTTPStatus(status).name}"} for status in statuses}


def answer(shape: type[msgspec.Struct], description: str, headers: Doc | None = None) -> Doc:
    """A successful answer of that shape."""
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{shape.__name__}"}}}
    return {"description": description, "content": content, "headers": headers or {}}


def path(name: str, pattern: str, description: str) -> Doc:
    """A parameter in the path."""
    schema = {"type": "string", "pattern": pattern}
    return {"in": "path", "name": name, "required": True, "schema": schema, "description": description}
