"""Elements: words are escaped, what is already markup is kept."""

from collections.abc import Iterable

from markupsafe import Markup, escape


def tag(name: str, *children: str, **attributes: str | float | None) -> Markup:
    """`tag("rect", x=1, stroke_width=2)`: underscores become dashes, a trailing one is dropped, None is left out."""
    given = joined(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _short(value))
        for key, value in attributes.items()
        if value is not None
    )
    return Markup("<{0}{1}>{2}</{0}>").format(name, given, joined(children))


def joined(parts: Iterable[str]) -> Markup:
    """One after another, each escaped unless it is markup."""
    return Markup("").join(map(escape, parts))


def _short(value: str | float) -> str:
    return f"{round(value, 2):g}" if isinstance(value, float) else str(value)
