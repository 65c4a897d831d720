"""Which day of a unit is replayed, in which reading, and by what is known up to which position of the log."""

from typing import Literal
from urllib.parse import urlencode

from flask import request
from msgspec import Struct
from msgspec.structs import replace

from services import clock
from services.reader import position
from services.reader.position import NotAMoment, Position
from services.web.layout import Notice
from services.web.visit import Visit
from services.web.when import When
from workflows.kernel.moments import Day, Moment, day_after

Reading = Literal["as_of", "on"]


class Stop(Struct, frozen=True, kw_only=True):
    """`day` ends at `end`; by then the log had come to `seq`. `horizon` is the position up to which anything is known here, and
    `last` its day; it is `fixed` where the address names it, so that the same address always shows the same. `beside` is a
    day to compare with."""

    slug: str
    day: Day
    reading: Reading
    seq: int
    end: Moment
    horizon: int
    last: Day
    fixed: bool
    beside: "Stop | None" = None
    odd: str = ""

    @property
    def known(self) -> When:
        """As it was known by the end of the day."""
        return When("as_of", self.day, self.end, at=Position(self.seq, self.day, self.end))

    @property
    def true(self) -> When:
        """As it was at the end of the day, by all that is known."""
        return When("on", self.day, self.end, at=Position(self.horizon), on=self.end)

    @property
    def latest(self) -> When:
        """All that is known up to the horizon."""
        return When("as_of", self.last, self.end, at=Position(self.horizon))

    @property
    def shown(self) -> When:
        return self.known if self.reading == "as_of" else self.true

    @property
    def notices(self) -> tuple[Notice, ...]:
        return (Notice(self.odd, "refused"),) if self.odd else ()

    def href(
        self, day: Day | None = None, reading: Reading | None = None, beside: Day | None = None, **also: str
    ) -> str:
        """The address of another stop of the same replay; `beside=""` compares no longer."""
        there = beside if beside is not None else self.beside.day if self.beside else ""
        pairs = {**self.kept(reading), "beside": there, "on": day or self.day, **also}
        return f"/unit/{self.slug}/replay?{urlencode({name: value for name, value in pairs.items() if value})}"

    def kept(self, reading: Reading | None = None) -> dict[str, str]:
        """What every address of this replay says, but for its day."""
        read = reading or self.reading
        return {"as_of": str(self.horizon) if self.fixed else "", "reading": read if read == "on" else ""}

    @property
    def lasting(self) -> str:
        """The address that always shows the same."""
        return replace(self, fixed=True).href()


def asked(visit: Visit, slug: str) -> Stop:
    """As the address says: `as_of` the horizon, `on` the day, `reading=on` for what was so instead of what was known, `beside`
    another day. The last day, with a sentence, for what is no moment."""
    house, args = visit.house, request.args
    zone, ledger = house.plate.zone, house.ledger
    odd, fixed = "", bool(args.get("as_of"))
    try:
        horizon = position.as_of(args.get("as_of"), ledger, zone)
    except NotAMoment as error:
        horizon, fixed, odd = position.NOW, False, str(error)
    head = ledger.head()[0] if horizon.seq is None else horizon.seq
    upto = (position.recorded(Position(head), ledger) or visit.now) if fixed else visit.now
    whole = Stop(
        slug=slug,
        day=clock.day_of(upto, zone),
        reading="on" if args.get("reading") == "on" else "as_of",
        seq=head,
        end=upto,
        horizon=head,
        last=clock.day_of(upto, zone),
        fixed=fixed,
        odd=odd,
    )
    stop = _on(visit, whole, args.get("on"))
    beside = args.get("beside")
    return replace(stop, beside=_on(visit, whole, beside)) if beside else stop


def _on(visit: Visit, whole: Stop, said: str | None) -> Stop:
    """The same on that day; on its last day where that has not come, or is none."""
    if not said:
        return whole
    zone = visit.house.plate.zone
    try:
        moment = position.on(said, zone) or whole.end
    except NotAMoment as error:
        return replace(whole, odd=str(error))
    day = clock.day_of(moment, zone)
    if day > whole.last:
        return replace(whole, odd="That day has not come yet, so this is the last one.")
    if day == whole.last:
        return whole
    end = clock.end_of(day, zone)
    return replace(whole, day=day, end=end, seq=min(visit.house.ledger.last_seq_by(end), whole.horizon))


def slid(stop: Stop, first: Day) -> str | None:
    """Where the slider leads, `n` days from the first one; None where it was not moved."""
    said = request.args.get("n", "")
    if not said.isascii() or not said.isdigit() or len(said) > 5:
        return None
    return stop.href(min(day_after(first, int(said)), stop.last))
