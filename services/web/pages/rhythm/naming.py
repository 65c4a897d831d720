"""What a hospital calls its values, and what can help or hinder, as questions. Keys stay: what was entered names them."""

from collections.abc import Mapping

from services.web.layout import Field
from services.web.pages.settings.sheet import key_for

VALUES = ("values", "One more value", "For example: Courage")
FACTORS = ("factors", "One more thing that helps or hinders", "For example: Handover")
OUT = "Leave it empty and it is offered no more."


def fields(which: tuple[str, str, str], now: Mapping[str, str], typed: Mapping[str, str]) -> tuple[Field, ...]:
    """A question for each name, and for one more."""
    name, more, hint = which
    named = (
        Field(f"{name}_{key}", title, OUT, value=typed.get(f"{name}_{key}", title), optional="")
        for key, title in now.items()
    )
    return (*named, Field(f"{name}_new", more, hint, value=typed.get(f"{name}_new", "")))


def told(which: tuple[str, str, str], now: Mapping[str, str], typed: Mapping[str, str]) -> dict[str, str]:
    """The names as they were typed; those the page did not ask about stay."""
    name, *_ = which
    said = {key: typed.get(f"{name}_{key}", title).strip() for key, title in now.items()}
    if more := typed.get(f"{name}_new", "").strip():
        said[key_for(more, said)] = more
    return {key: title for key, title in said.items() if title}
