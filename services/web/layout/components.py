"""The design system's own macros, callable from strict templates.

Its macros chain through names that were not given, ours must not: so they live in an environment of their
own, and a strict template calls `nhsuk("input", {...})` and gets markup back.
"""

from collections.abc import MutableMapping
from functools import cache
from typing import Any

from jinja2 import ChainableUndefined, Environment, PackageLoader
from jinja2.runtime import Macro
from markupsafe import Markup

_MISSING = object()
_OF_EVERY_DICT = frozenset(dir(dict))


class _Components(Environment):
    """As the library's, in two thirds of the time: a form asks its macros for a thousand things, of dicts nearly always."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is not dict or attribute in _OF_EVERY_DICT:
            return super().getattr(obj, attribute)
        found = obj.get(attribute, _MISSING)
        return self.undefined(obj=obj, name=attribute) if found is _MISSING else found

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One dict instead of a chain, which every import of a macro walks."""
        return {**self.globals, **(d or {})}


@cache
def _components() -> Environment:
    return _Components(
        loader=PackageLoader("nhsuk_frontend_jinja"),
        undefined=ChainableUndefined,
        autoescape=True,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def nhsuk(name: str, params: dict[str, Any]) -> Markup:
    """The component in folder `name`. Text in `params` is escaped, `html` must be Markup."""
    module = _components().get_template(f"nhsuk/components/{name}/macro.jinja").module
    (macro,) = (part for part in vars(module).values() if isinstance(part, Macro))
    return Markup("{}").format(macro(params))
