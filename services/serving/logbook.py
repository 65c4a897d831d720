"""What an operator reads: a line for each thing worth knowing, with the moment in UTC. No login, no address, no words of
anybody stand in it; who signed in stands as an opaque id."""

import logging
import sys
from datetime import UTC, datetime


class _Line(logging.Formatter):
    """`2026-03-02T15:00:00Z WARNING services.web.signing_in.way_in sign-in: refused`, on one line whatever is said."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(int(record.created), UTC)
        said = super().format(record).replace("\r", " ").replace("\n", " ⏎ ")
        return f"{at:%Y-%m-%dT%H:%M:%SZ} {record.levelname} {record.name} {said}"


def keep() -> None:
    """From now on our own lines go to the error output, where whoever runs the machine collects them."""
    ours = logging.getLogger("services")
    if not ours.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(_Line())
        ours.addHandler(handler)
    ours.setLevel(logging.INFO)
    ours.propagate = False
    logging.getLogger("waitress").setLevel(logging.ERROR)  # its warnings quote headers, and with them addresses
