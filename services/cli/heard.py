"""All words of the terminal in one place."""

import gc
from importlib import import_module
from types import MappingProxyType

import click

from services.cli.terminal import Terminal

WORDS = MappingProxyType(
    {
        "start": "starting",
        "serve": "serving",
        "import": "importing",
        "export": "exporting",
        "head": "exporting",
        "recompute": "recomputing",
        "peers": "peers",
        "witness": "witness",
        "signer": "signer",
        "instrument": "instruments",
        "setting": "settling",
        "board": "reads",
        "timeline": "reads",
        "replay": "reads",
        "desk": "reads",
        "lessons": "reads",
        "do": "do",
        "tick": "upkeep",
        "rebuild": "upkeep",
        "migrate": "upkeep",
        "password": "upkeep",
        "leave": "leaving",
        "mail": "mail",
        "erase": "erasing",
        "backup": "erasing",
        "restore": "erasing",
        "doctor": "doctor",
        "verify": "verifying",
    }
)
"""Every word and the module that knows it, loaded when it is said: who asks for a board need not load a web server."""

KNOWN_AS = MappingProxyType({"import": "import_"})
"""A word that Python keeps for itself."""


class Words(Terminal):
    """The words in the order above."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the library's signature
        return list(WORDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        if cmd_name not in WORDS:
            return None
        word: click.Command = getattr(
            import_module(f"services.cli.{WORDS[cmd_name]}"), KNOWN_AS.get(cmd_name, cmd_name)
        )
        return word


@click.group(cls=Words, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="heard", message="Heard %(version)s")
def heard() -> None:
    """Every voice gets an answer, and every answer can be proved."""
    if not gc.isenabled():  # the word is loaded, and goes on with what it makes itself
        gc.freeze()
        gc.enable()
