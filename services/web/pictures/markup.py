"""Elements: words are escaped, what is already markup is kept."""

from collections.abc import Iterable

from markupsafe import Markup, escape


def tag(name: str, *children: str, **attributes: str | float | None) -> Markup:
    """`tag("rect", x=1, stroke_width=2)`: underscores become dashes, a trailing one is dropped, None is left out."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_short(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{given}>{joined(children)}</{name}>")  # noqa: S704 - names are ours, all else is escaped above


def joined(parts: Iterable[str]) -> Markup:
    """One after another, each escaped unless it is markup."""
    return Markup("".join(map(escape, parts)))  # noqa: S704 - escaped in this line


def _short(value: str | float) -> str:
    return f"{round(value, 2):g}" if isinstance(value, float) else str(value)
