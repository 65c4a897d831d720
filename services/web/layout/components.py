"""The design system's own macros, callable from strict templates.

Its macros chain through names that were not given, ours must not: so they live in an environment of their
own, and a strict template calls `nhsuk("input", {...})` and gets markup back.
"""

from functools import cache
from typing import Any

from jinja2 import ChainableUndefined, Environment, PackageLoader
from jinja2.runtime import Macro
from markupsafe import Markup


@cache
def _components() -> Environment:
    return Environment(
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
