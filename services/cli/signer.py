"""`heard signer`: whoever signs the heads of a hospital's ledger, out of reach of whoever serves it."""

import grp
from pathlib import Path

import click

from services.cli.terminal import Failed, Several
from services.proof.attending import attend, stoppable
from services.proof.checkpoint import origin_of
from services.proof.signer import Signer

DIRECTORY = click.Path(file_okay=False, path_type=Path)
SOCKET = click.Path(dir_okay=False, path_type=Path)


@click.group(cls=Several)
def signer() -> None:
    """Sign heads of a hospital's ledger, each only where it continues all that were signed before."""


@signer.command("serve")
@click.argument("hospital", metavar="SLUG")
@click.option(
    "--state", metavar="DIR", type=DIRECTORY, required=True, help="Where it keeps its key and what it signed."
)
@click.option("--socket", "at", metavar="FILE", type=SOCKET, required=True, help="Where it is asked.")
@click.option("--group", metavar="GROUP", help="Whose members may ask it, beside its own user.")
def serve(hospital: str, *, state: Path, at: Path, group: str | None) -> None:
    """Sign for the hospital of this short name, as a user of its own. The signer that `heard serve` starts by itself runs as
    the same user; this one is asked instead where the hospital's directory holds a link `signer.sock` to FILE.
    """
    stoppable()
    try:
        number = grp.getgrnam(group).gr_gid if group else None
    except KeyError as error:
        raise Failed(f"There is no group {group} on this machine.") from error
    kept = Signer(state, origin_of(hospital))
    click.echo(f"Signs as {kept.verifier}")
    click.echo(f"In the hospital's directory: ln -s {at.absolute()} signer.sock. Ctrl-C stops it.")
    attend(kept, at, number)
