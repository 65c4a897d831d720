"""flask-smorest as this house wants it: problems instead of its own errors, bodies read strictly, nothing app-wide.

The library documents errors as plain JSON and answers every HTTP error of the application, pages included; both are put
right here and nowhere else.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial
from threading import Lock
from typing import Any, NoReturn

import flask
from flask_smorest import Api
from flask_smorest.blueprint import Blueprint
from marshmallow import RAISE, Schema, ValidationError
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import HTTPException, default_exceptions

from services.api import body, problems
from services.api.problems import faulty

Doc = dict[str, Any]
View = Callable[..., flask.Response]


class Parser(FlaskParser):
    """Reads bodies strictly; says what is wrong where; a query is no place for guesses either."""

    def __init__(self) -> None:
        super().__init__()
        self.DEFAULT_UNKNOWN_BY_LOCATION = {**self.DEFAULT_UNKNOWN_BY_LOCATION, "query": RAISE, "json": RAISE}

    def load_json(self, req: flask.Request, schema: Schema) -> Any:  # noqa: ARG002 - the library's signature
        return body.of(req)

    def handle_error(
        self,
        error: ValidationError,
        req: flask.Request,  # noqa: ARG002 - the library's signature
        schema: Schema,  # noqa: ARG002 - the library asks for it
        *,
        error_status_code: int | None,
        error_headers: Mapping[str, str] | None,  # noqa: ARG002 - the library asks for it
    ) -> NoReturn:
        ((where, messages),) = error.messages_dict.items()
        raise faulty(_SPOKEN.get(where, where), messages, error_status_code or 422) from error


_SPOKEN = {"json": "body", "headers": "header"}


class Operation:
    """A view and what is read before it is asked, put together when it is first asked for or described: there are hundreds
    of them, and a hospital opens in a third of the time."""

    def __init__(self, prepare: Callable[[], View]) -> None:
        self._prepare = prepare

    def __call__(self, **address: str) -> flask.Response:
        return self.prepared(**address)

    @cached_property
    def prepared(self) -> View:
        return self._prepare()


class Room(Blueprint):
    """A blueprint whose errors are problems, whatever the application does with those of pages."""

    ARGUMENTS_PARSER = Parser()

    def __init__(self, name: str, description: str, prefix: str) -> None:
        self._undocumented: list[Callable[[], None]] = []
        Blueprint.__init__(self, name, __name__, url_prefix=prefix, description=description)
        for code in default_exceptions:
            self.register_error_handler(code, problems.of_exception)
        self.register_error_handler(HTTPException, problems.of_exception)
        for unavailable in problems.UNAVAILABLE:
            self.register_error_handler(unavailable, problems.unavailable)

    def operation(
        self,
        method: str,
        path: str,
        view: View,
        doc: Doc,
        *,
        headers: type[Schema] | None = None,
        query: type[Schema] | None = None,
        sent: type[Schema] | None = None,
        parameters: list[Doc] | None = None,
    ) -> None:
        """One documented operation. `view` is handed what the schemas load, in this order, then the path's parts by name;
        its docstring is the summary, `doc` the rest (`operationId`, `tags`, `responses`, …)."""
        takes = ((sent, "json", 422), (query, "query", 422), (headers, "headers", 400))
        Blueprint.add_url_rule(
            self,
            path,
            doc["operationId"].replace(".", "_"),
            Operation(partial(self._prepared, view, doc, takes)),
            methods=[method],
            parameters=parameters,
            tags=doc.get("tags"),
        )

    def _prepared(self, view: View, doc: Doc, takes: Iterable[tuple[type[Schema] | None, str, int]]) -> View:
        for schema, where, status in takes:
            if schema is not None:
                required = any(field.required for field in schema().fields.values())
                reads = Blueprint.arguments(self, schema, location=where, error_status_code=status, required=required)
                view = reads(view)
        told: View = Blueprint.doc(**doc)(view)
        return told

    def _store_endpoint_docs(self, endpoint: str, obj: "Operation", *told: Any, **options: Any) -> None:
        self._undocumented.append(
            lambda: Blueprint._store_endpoint_docs(self, endpoint, obj.prepared, *told, **options)
        )

    def register_views_in_doc(self, api: "ProblemApi", *where: Any, **named: Any) -> None:
        """Put off until somebody asks."""
        api.describe_later(partial(self._describe, api, *where, **named))

    def _describe(self, api: "ProblemApi", *where: Any, **named: Any) -> None:
        while self._undocumented:
            self._undocumented.pop(0)()
        Blueprint.register_views_in_doc(self, api, *where, **named)


class ProblemApi(Api):
    """The registrar of rooms and keeper of the OpenAPI document. Every error is documented by name, none by default.

    To write the document takes longer than all the rest of starting: that is done when it is first read."""

    DEFAULT_ERROR_RESPONSE_NAME = ""

    def __init__(self, app: flask.Flask, about: Doc) -> None:
        self._undescribed: list[Callable[[], None]] = []
        self._describing = Lock()
        Api.__init__(self, app, spec_kwargs=about)

    def admit(self, room: Room) -> None:
        Api.register_blueprint(self, room)

    def describe_later(self, describe: Callable[[], None]) -> None:
        """Something that belongs into the document, in the order it is said."""
        self._undescribed.append(describe)

    def document(self) -> Doc:
        with self._describing:
            while self._undescribed:
                self._undescribed.pop(0)()
        described: Doc = self.spec.to_dict()
        return described

    def _register_error_handlers(self) -> None:
        """Rooms answer for themselves; the application's other errors are not ours."""

    def _register_responses(self) -> None:
        """Problems are documented where they can occur (see `documented`)."""
