"""One file to take away: the same twice, to read (`own.html`) and for programs (`own.json`)."""

import io
import zipfile

import msgspec
from flask import render_template

from services.web.pages.copying.gathered import Everything


def bundle(found: Everything) -> bytes:
    """A zip in memory: what one person said is small."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("own.json", msgspec.json.format(msgspec.json.encode(found)))
        packed.writestr("own.html", render_template("pages/copying/own.html", found=found))
    return file.getvalue()
