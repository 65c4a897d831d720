"""What a record says is erased is gone: from the ledger, the vault, the attachments and the directory. Said again it does
nothing, so it may be said after every crash."""

from collections.abc import Iterator

from services.house import House
from workflows.subject.events import Erased


def destroy(house: House, erased: Erased) -> None:
    """The keys first: from then on no copy of the words can be read, wherever it lies."""
    words = tuple(_place(one) for one in erased.words)
    if any(house.vault.key(key) is not None for key in erased.keys):
        house.vault.destroy(*erased.keys)
    if house.ledger.sealed(words):
        house.ledger.erase(words)
    for photo in erased.photos:
        if house.attachments.get(photo) is not None:
            house.attachments.remove(photo)
        house.intake.photos.drop(photo)
    if erased.basis is not None:
        house.people.forget_voice(erased.about)
        house.intake.forget(erased.about)


def replay(house: House) -> None:
    """Everything on record is destroyed that is not gone yet: after a crash in between, after a restored backup."""
    with house.erasing:
        for record in records(house):
            destroy(house, record)


def records(house: House) -> Iterator[Erased]:
    for stream in house.ledger.streams("subject"):
        for row in house.ledger.stream_rows(stream):
            if isinstance(event := house.clerk.mapper.fact(row).event, Erased):
                yield event


def _place(words: str) -> tuple[int, str]:
    seq, _, part = words.partition(".")
    return int(seq), part
