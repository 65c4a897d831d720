"""What happens by itself while a hospital is served: views and search catch up, policies follow, time passes, anonymous acts
enter, whoever is on call is called, everybody hears once a day how much waits on them,
whoever comes to rounds is invited, mail goes out."""

import sys
import time
import traceback
from collections.abc import Callable, Sequence
from datetime import timedelta
from threading import Event, Thread
from typing import Self
from zoneinfo import ZoneInfo

from services import admission, balloting, clock, committing, heading, prompting, sentences
from services.appointments.inviting import Inviting
from services.digest import Digests
from services.erasing.carrying import carry_on
from services.errands.trouble import TROUBLE, sentence
from services.house import House
from services.paging import Paging
from services.proof.stamping import stamp
from services.proof.stamps import Authority, NotStamped, Stamped
from workflows.kernel.moments import MICRO, Day, as_datetime

SECONDS = 1.0
PATIENCE = 5.0
TICK_EVERY = 15 * 60 * MICRO
WITNESS_EVERY = 10 * MICRO
STIR_EVERY = 60 * MICRO
"""The intake is written to, and keys are written ahead, on a beat of their own: the times of the files tell of nobody."""
ADMITTED_AT = (6, 14, 22)
"""Hours (in the hospital's zone) at which what waits in the intake enters the ledger, all at once."""


class Beat:
    """A thread for each step, so that a long one holds up no other. A context manager: beats between enter and exit. Trouble
    is said once, and tried again."""

    def __init__(self, house: House, authorities: Sequence[Authority] = ()) -> None:
        self._house = house
        self._authorities = authorities
        self._over = Event()
        self._ticked: int | None = None
        self._stirred: int | None = None
        self._signed = 0
        self._witnessed: int | None = None
        self._cosigned = 0
        self._stamped: Day | None = None
        self._erased_by = 0
        self._admitted = self._shift()
        self._said: set[str] = set()
        steps = (
            self._pull,
            self._follow,
            self._tick,
            self._admit,
            self._stir,
            self._sign,
            self._witness,
            self._stamp,
            self._erase,
            self._read_for_search,
            Paging(house).page,
            Digests(house).send,
            Inviting(house).invite,
            house.posting.send,
        )
        self._threads = [Thread(target=self._run, args=(step,), name="beat", daemon=True) for step in steps]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Steps under way are given `PATIENCE` together; what the clock had not come to it does next time."""
        self._over.set()
        deadline = time.monotonic() + PATIENCE
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))

    def _run(self, step: Callable[[], object]) -> None:
        while not self._over.is_set():
            self._try(step)
            self._over.wait(SECONDS)

    def _pull(self) -> None:
        self._house.reader.pull()

    def _follow(self) -> None:
        self._house.policies.pull()

    def _tick(self) -> None:
        now = self._house.now()
        if self._ticked is None or now - self._ticked >= TICK_EVERY:
            self._house.policies.tick()
            self._ticked = now

    def _erase(self) -> None:
        """What a lifted hold lets go, and what another process asked for."""
        if (head := self._house.ledger.head()[0]) != self._erased_by:
            carry_on(self._house)
            self._erased_by = head

    def _read_for_search(self) -> None:
        self._house.search.follow(within=SECONDS)

    def _admit(self) -> None:
        if (shift := self._shift()) != self._admitted:
            admitted = admission.admit(self._house)
            committing.count(self._house)
            balloting.count(self._house)
            heading.count(self._house, f"{shift[0]} {shift[1]}")
            prompting.prompt(self._house)
            self._admitted = shift
            for refused in admitted.refused:
                self._say(f"Something anonymous could not enter and goes on waiting: {sentences.sentence(refused)}")

    def _stir(self) -> None:
        now = self._house.now()
        if self._stirred is None or now - self._stirred >= STIR_EVERY:
            self._house.intake.stir()
            self._house.vault.stock()
            self._stirred = now

    def _sign(self) -> None:
        """Whoever rewrites what is older than a beat contradicts what the signer keeps, and is signed nothing more."""
        if (head := self._house.ledger.head()[0]) != self._signed:
            self._house.proof.checkpoint(keeps=False)
            self._signed = head

    def _witness(self) -> None:
        """Whoever rewrites what is older than this contradicts what the witnesses keep. One that did not answer is asked again,
        also where nothing was entered since."""
        now, head = self._house.now(), self._house.ledger.head()[0]
        is_due = self._witnessed is None or now - self._witnessed >= WITNESS_EVERY
        if self._house.proof.policy and is_due and head != self._cosigned:
            self._witnessed = now
            checkpoint, asked = self._house.proof.asked()
            self._cosigned = 0 if asked.missing else checkpoint.size
            for missing in asked.missing:
                self._say(missing)

    def _stamp(self) -> None:
        """Once a day, by each authority that is named; one that does not answer is asked again the next day."""
        day = clock.day_of(self._house.now(), self._house.plate.zone)
        if self._authorities and day != self._stamped:
            self._stamped = day
            head, note = self._house.proof.checkpoint()
            if made := tuple(filter(None, (self._stamp_of(note, one) for one in self._authorities))):
                self._house.stamps.add(head.size, Stamped(note, made))

    def _stamp_of(self, note: str, by: Authority) -> bytes | None:
        """None, and why, where it gives none: the others are asked all the same."""
        try:
            return stamp(note, by)[0]
        except NotStamped as error:
            self._say(str(error))
            return None

    def _shift(self) -> tuple[str, int]:
        """Changes at each of the fixed hours and at no other time."""
        local = as_datetime(self._house.now()).astimezone(ZoneInfo(self._house.plate.zone))
        shifted = local - timedelta(hours=ADMITTED_AT[0])
        passed = sum(hour - ADMITTED_AT[0] <= shifted.hour for hour in ADMITTED_AT)
        return shifted.date().isoformat(), passed

    def _try(self, step: Callable[[], object]) -> None:
        try:
            step()
        except TROUBLE as error:
            self._say(sentence(error))
        except Exception:  # noqa: BLE001 - people go on being served; the operator reads what stopped
            self._say(traceback.format_exc())

    def _say(self, trouble: str) -> None:
        if trouble not in self._said and not self._over.is_set():
            self._said.add(trouble)
            print(trouble, file=sys.stderr, flush=True)
