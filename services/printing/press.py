"""A paper set as PDF: tagged for whoever listens to it (PDF/UA), the same bytes for the same paper, within bounds."""

from functools import cache
from importlib.resources import files
from threading import Lock
from typing import TYPE_CHECKING

import msgspec

from services.printing.paper import Paper

if TYPE_CHECKING:
    from typst import Fonts

MOST = 400_000
"""Bytes of a description: some three thousand lines, a second and 150 MB to set. What is longer is taken out as a file."""
_ONE = Lock()
"""One paper at a time, so that memory is that of one."""


class TooLong(Exception):
    """The paper would have hundreds of pages."""


def pdf(paper: Paper) -> bytes:
    """TooLong for more than `MOST`. Letters that come with no font of the press are looked for on the machine; what is found
    nowhere stands as an empty box, and the paper is then not fit for PDF/UA."""
    described = msgspec.json.encode(paper)
    if len(described) > MOST:
        raise TooLong(f"{paper.title}: {len(described):,} bytes are more than the {MOST:,} that are printed at once.")
    with _ONE:
        return _set(paper, described.decode())


def _set(paper: Paper, described: str) -> bytes:
    import typst  # noqa: PLC0415 - tens of megabytes that a server which prints nothing never loads

    templates = str(files("services.printing"))
    for machine in (False, True):
        try:
            return _compiled(templates, paper, described, machine=machine, heard=True)
        except typst.TypstError as error:
            if "could not be displayed" not in error.message:
                raise
    return _compiled(templates, paper, described, machine=True, heard=False)


def _compiled(templates: str, paper: Paper, described: str, *, machine: bool, heard: bool) -> bytes:
    """`machine`: with its fonts, too; `heard`: refused unless every letter of it can be told aloud."""
    import typst  # noqa: PLC0415 - as above

    compiler = typst.Compiler(
        f"{templates}/{paper.template}.typ",
        root=templates,
        font_paths=_fonts(machine),
        sys_inputs={"paper": described},
        package_path=templates,
        package_cache_path=templates,
    )
    made = compiler.compile(format="pdf", timestamp=paper.moment, pdf_standards="ua-1" if heard else [])
    assert isinstance(made, bytes)
    return made


@cache
def _fonts(machine: bool) -> "Fonts":
    """Those of the press, and those of the machine too."""
    import typst  # noqa: PLC0415 - as above

    return typst.Fonts(include_system_fonts=machine)
