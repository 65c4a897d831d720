"""A group of words whose every failure is told as a sentence."""

import os
import sys
from typing import Any, NoReturn

import click
from environs import EnvError

from services.bootstrap import NoHospital
from services.errands.trouble import TROUBLE, sentence

LONGEST = 1_000
"""Letters of a sentence of help: all of it."""
TOLD = (*TROUBLE, NoHospital, EnvError)


class Failed(click.ClickException):
    """It could not be done; the message says why."""


class Missaid(Failed):
    """It was not said rightly; the message says how to say it."""

    exit_code = 2


class Several(click.Group):
    """A group whose help says each word with its whole first sentence: one that breaks off teaches nothing."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, word.get_short_help_str(LONGEST)) for name, word in words if word and not word.hidden]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


class Terminal(Several):
    """A group whose words fail in sentences; HEARD_DEBUG lets what was met through as it is."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Ends the process with a status: 0, 1 or 2."""
        try:
            status = super().main(*args, **{**extra, "standalone_mode": False})
        except click.ClickException as error:
            click.echo(_spoken(error), err=True)
            sys.exit(error.exit_code)
        except click.Abort:
            click.echo("Stopped.", err=True)
            sys.exit(1)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever listened has left
            sys.exit(1)
        sys.exit(status if isinstance(status, int) else 0)

    def invoke(self, ctx: click.Context) -> Any:
        if os.environ.get("HEARD_DEBUG"):
            return super().invoke(ctx)
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.Abort, click.ClickException, BrokenPipeError):
            raise
        except TOLD as error:
            raise Failed(sentence(error)) from error
        except Exception as error:
            said = f"Something unexpected happened ({type(error).__name__}: {error}). HEARD_DEBUG=1 shows where."
            raise Failed(said) from error


def _spoken(error: click.ClickException) -> str:
    """What was not said rightly, and where one reads how to say it."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    if isinstance(error, click.UsageError) and error.ctx is not None:
        return f"{error.format_message().rstrip('.')}. `{error.ctx.command_path} --help` says more."
    return error.format_message()
