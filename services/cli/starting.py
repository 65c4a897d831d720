"""`heard start`: from nothing to a working board. Asks what it is not told; the same answers twice add nothing."""

from pathlib import Path

import click
from msgspec import Struct
from msgspec.structs import replace

from services.bootstrap import PLATE, NoHospital, found, plate_of, settings
from services.cli.asking import Questions, local_zone
from services.cli.place import SAMPLE, directory_of
from services.cli.reach import send
from services.cli.showing import show
from services.errands.errand import Begin, ImportLog
from services.errands.trouble import sentence
from services.house import Plate
from services.starting.judging import judge, nothing_there
from services.starting.plan import Fault, NotSo, Plan, slug_of, unit_plan, wrong_slug, wrong_zone
from services.starting.roster import decoded
from services.starting.template import OURS, Template, begun_with, ours, read


class Said(Struct, frozen=True, kw_only=True):
    """What the command line says."""

    name: str | None
    slug: str | None
    zone: str | None
    units: tuple[str, ...]
    people: str | None
    partners: tuple[str, ...]
    place: str | None
    template: str | None


@click.command()
@click.option("--name", help="What the hospital is called.")
@click.option("--slug", help="Its short name: small letters, digits, hyphens; it stays for ever.")
@click.option("--zone", help="Its time zone, as in America/Chicago; this machine's unless said.")
@click.option(
    "--unit", "units", multiple=True, metavar="NAME", help="A unit: '4 West', or '4w=4 West'. May be repeated."
)
@click.option("--people", metavar="FILE", help="CSV with the columns name, role, unit and, if there is one, mail.")
@click.option(
    "--partner", "partners", multiple=True, metavar="UNIT=NAME", help="A unit's executive partner. May be repeated."
)
@click.option(
    "--template",
    metavar="FILE",
    help=f"What an association hands on: units, practices, terms, standards. `{OURS}` is a small hospital’s.",
)
@click.option("--hospital", "place", metavar="DIR", help="The directory to keep it in; HEARD_HOME/<slug> unless said.")
@click.option("--yes", "unasked", is_flag=True, help="Ask nothing; what is not said is left out.")
def start(unasked: bool, **said: object) -> None:
    """Make a hospital, or add units, people and partners to the one there is."""
    given = Said(**said)  # type: ignore[arg-type] # click hands over what the options above declare
    ask = Questions(unasked=unasked)
    there = _there(given)
    template = _template(given.template)
    plan = _plan(given, plate_of(there) if there else None, ask, template)
    plan = _with_partners(begun_with(plan, template) if template else plan, ask)
    directory = (there or (Path(given.place) if given.place else settings().home / plan.slug)).absolute()
    if not (directory / PLATE).exists():
        _found(directory, plan)
    show(send(directory, Begin(plan)))
    if given.zone is None and there is None and unasked:
        elsewhere = f"heard start --hospital {directory}-2 --zone America/Chicago"
        click.echo(f"Its days begin and end in {plan.zone}, as on this machine. If that is wrong: {elsewhere}")
    _offer(directory, ask)


def _offer(directory: Path, ask: Questions) -> None:
    """The log they already have, then the door."""
    if file := ask.maybe("Import the tracking log you have? The file, CSV or XLSX (empty for later)"):
        rejects = f"{Path(file).stem}.rejects.csv"
        show(send(directory, ImportLog(file=str(Path(file).absolute()), rejects=str(Path(rejects).absolute()))))
    click.echo(f"Next: heard serve --hospital {directory}")


def _there(given: Said) -> Path | None:
    """The hospital this adds to: the one in the directory given, or the only one where no other is named."""
    if given.place is not None:
        return Path(given.place) if (Path(given.place) / PLATE).exists() else None
    if given.slug is not None or given.name is not None:
        named = settings().home / (given.slug or slug_of(given.name or ""))
        return named if (named / PLATE).exists() else None
    try:
        only = directory_of(settings(), None)
    except NoHospital:
        return None
    return None if plate_of(only).sample else only


def _template(file: str | None) -> Template | None:
    if file is None:
        return None
    return ours() if file == OURS else read(Path(file).read_bytes())


def _plan(given: Said, there: Plate | None, ask: Questions, template: Template | None) -> Plan:
    name = there.name if there else given.name or ask.text("What is the hospital called?", "--name")
    slug = (
        there.slug
        if there
        else given.slug or ask.text("Its short name, for ever?", "--slug", slug_of(name), wrong_slug)
    )
    zone = there.zone if there else given.zone or ask.text("Its time zone?", "--zone", local_zone(), wrong_zone)
    theirs = tuple(f"{one.slug}={one.name}" for one in template.units) if template else ()
    units = given.units or theirs or tuple(ask.several("A unit (empty when there are no more)"))
    plan = Plan(
        name=name,
        slug=slug,
        zone=zone,
        units=tuple(unit_plan(one) for one in units),
        partners=tuple(_partner(one) for one in given.partners),
    )
    if given.people:
        return replace(plan, people=decoded(Path(given.people).read_bytes()))
    return replace(plan, people=_people(plan, ask, is_new=there is None))


def _people(plan: Plan, ask: Questions, *, is_new: bool) -> str | None:
    """The text of a file that is typed; one that is wrong is asked for again, so that no earlier answer is lost."""
    while file := ask.maybe("File of people, a CSV with name, role, unit and mail (empty for later)"):
        try:
            people = decoded(Path(file).read_bytes())
            if is_new:
                judge(replace(plan, people=people, partners=()), nothing_there())
        except (NotSo, OSError) as error:
            click.echo(f"{sentence(error)}\nPut it right and name it again.")
        else:
            return people
    return None


def _with_partners(plan: Plan, ask: Questions) -> Plan:
    """Asks for the partner of each new unit, unless partners were said."""
    if plan.partners:
        return plan
    named = [
        (one.name, ask.maybe(f"Executive partner of {one.name} (empty if in the file, or for later)"))
        for one in plan.units
    ]
    return replace(plan, partners=tuple((unit, name) for unit, name in named if name))


def _found(directory: Path, plan: Plan) -> None:
    """Puts the plate up, once nothing is wrong with the plan."""
    if plan.slug == SAMPLE:
        raise NotSo(Fault(0, "slug", "`sample` is the short name of the sample hospital; choose another."))
    judge(plan, nothing_there())
    shared = settings().database is not None
    found(directory, Plate(plan.slug, plan.name.strip(), plan.zone, shared=shared))


def _partner(said: str) -> tuple[str, str]:
    unit, equals, name = said.partition("=")
    if not equals or not unit.strip() or not name.strip():
        raise click.UsageError(f"--partner {said!r}: write it as '4 West=Dana Cole'.")
    return unit.strip(), name.strip()
