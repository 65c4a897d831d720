"""What a state is called on paper: as on the page."""

from functools import cache

from jinja2 import Environment

from services.web import layout


@cache
def _states() -> dict[str, tuple[str, str, str]]:
    page = Environment(loader=layout.templates(), autoescape=True).get_template("layout/states.html")
    states: dict[str, tuple[str, str, str]] = vars(page.module)["STATES"]
    return states


def called(state: str, words: str = "") -> str:
    """`words` where it has finer ones; an unknown state in its own."""
    return words or _states().get(state, (state.replace("_", " ").capitalize(),))[0]
