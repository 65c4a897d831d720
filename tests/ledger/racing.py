"""Several writers at once: threads of the one process that writes on SQLite, sessions of their own on PostgreSQL."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager

from services.ledger.contract import Ledger
from tests.ledger.place import Place

Work = Callable[[int, Ledger], None]


@contextmanager
def racing(place: Place, writers: int, work: Work) -> Iterator[list[Future[None]]]:
    """Runs `work(number, ledger)` on so many writers while the block runs, and waits for them at its end."""
    with ExitStack() as opened:
        first = opened.enter_context(closing(place.open()))
        shared = place.store == "sqlite"
        ledgers = [first if shared or not n else opened.enter_context(closing(place.open())) for n in range(writers)]
        pool = opened.enter_context(ThreadPoolExecutor(writers))
        running = [pool.submit(work, number, ledger) for number, ledger in enumerate(ledgers)]
        yield running
        for one in running:
            one.result()
