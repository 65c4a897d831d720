"""A group of words whose every failure is told as a sentence."""

import os
import sys
from typing import Any

import click
from environs import EnvError

from services.bootstrap import NoHospital
from services.errands.trouble import TROUBLE, sentence

TOLD = (*TROUBLE, NoHospital, EnvError)


class Failed(click.ClickException):
    """It could not be done; the message says why."""

    def show(self, file: Any = None) -> None:
        click.echo(self.message, file=file or sys.stderr)


class Terminal(click.Group):
    """A group whose words fail in sentences; HEARD_DEBUG lets what was met through as it is."""

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
