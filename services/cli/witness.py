"""`heard witness`: keep an eye on the logs of other hospitals."""

from pathlib import Path

import click

from services import clock
from services.cli.terminal import Failed, Several
from services.proof.note import Unsigned, Verifier, verifier_of
from services.proof.witness import Witness
from services.serving import witnessing
from workflows.kernel.moments import MICRO


@click.group(cls=Several)
def witness() -> None:
    """Cosign the heads of other hospitals' logs, each only where it continues all that were seen before."""


@witness.command("serve")
@click.argument("directory", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", required=True, help="What it is called in policies: an address without https://, for example.")
@click.option(
    "--log", "logs", metavar="KEY", multiple=True, required=True, help="A hospital's key, as `heard head` shows it."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8100, show_default=True, help="The port, 0 for a free one."
)
def serve(directory: Path, *, name: str, logs: tuple[str, ...], host: str, port: int) -> None:
    """Serve a witness that keeps its key and what it saw in DIR. Nothing of what was entered reaches it."""
    kept = Witness(directory, name, [_log(key) for key in logs], lambda: clock.now() // MICRO)
    with witnessing.listening(kept, host, port) as server:
        click.echo(
            f"A line for the policies of those who ask it: witness NAME {kept.verifier} http://{host}:{server.port}"
        )
        click.echo("Ctrl-C stops it.")
        server.run()


def _log(key: str) -> Verifier:
    try:
        return verifier_of(key)
    except Unsigned as error:
        raise Failed(f"{key}: {error}") from error
