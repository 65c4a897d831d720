"""Papers for whoever runs the machine: made where the pages are, which a terminal that prints nothing never loads."""

from services.house import House


def packet(house: House, issue: str) -> tuple[tuple[str, bytes], ...]:
    """The trace of an issue, as the file that lies in its evidence."""
    from services.web.papers import operators  # noqa: PLC0415 - see above

    return (("packet.pdf", operators.packet(house, issue)),)
