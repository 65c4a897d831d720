"""The timeline as CSV, a row for each entry: the thing it happened to, and the others it names."""

import csv
import io

from services.exporting.timeline.told import Timeline
from services.tracking_sheet.rejects import MARK, inert

HEAD = ("entry", "day", "time", "precision", "recorded", "event", "role", "kind", "thing", "said", "names")


def written(timeline: Timeline) -> bytes:
    """UTF-8 that spreadsheets read as such and run nothing of."""
    stream = io.StringIO(newline="")
    stream.write(MARK)
    writer = csv.writer(stream)
    writer.writerow(HEAD)
    for number, entry in enumerate(timeline.entries, start=1):
        (thing, _), *others = entry.related
        said = " ".join(f"{name}={value}" for name, value in entry.said.items())
        names = " ".join(f"{qualifier}={other}" for other, qualifier in others)
        when = (str(number), entry.day, entry.time, entry.precision, entry.recorded)
        writer.writerow(inert((*when, entry.name, entry.role, thing.rpartition("-")[0], thing, said, names)))
    return stream.getvalue().encode()
