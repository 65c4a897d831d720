"""`/answer/<campaign>`: what a campaign asks, for whoever has its address, or a card. No name, no cookie; a form is one ballot,
however often its button is pressed, and so is a card."""

import logging
import re
import sqlite3
from collections.abc import Iterable, Mapping

from flask import Blueprint, Response, abort, request

from assessments.campaign import Asking, Wave
from assessments.campaign.comments import LONGEST
from assessments.instrument import Answers, Instrument, Item, asked, faults
from services import carding, clock, commenting
from services import code as codes
from services.instruments import asked_by
from services.web.owned import the_house
from services.web.public import flood, form_pass
from services.web.public.flood import FLOOD, WRONG_CODES
from services.web.public.outside import number, reader, shown, spoken
from workflows.kernel.ids import is_id

ballot = Blueprint("ballot", __name__)
log = logging.getLogger(__name__)

CAP = 30_000
"""Bytes of a form."""
ITEM = "item."
COMMENT = "comment"
SEND, KEEP, SHOW = "send", "keep", "show"
"""What the buttons of the form do: cast the ballot; keep what was chosen so far; show what was kept."""
NUMBER = re.compile(r"\d{1,2}", re.ASCII)


@ballot.get("/answer/<campaign>")
def ask(campaign: str) -> Response:
    return _asked(campaign).page({}, codes.mint())


@ballot.post("/answer/<campaign>")
def cast(campaign: str) -> Response:
    """A ballot with an answer that cannot be is not counted in part: the page comes back as it was filled in."""
    request.max_content_length = CAP
    slip = _asked(campaign)
    if form_pass.is_foreign():
        abort(403)
    say, typed = slip.say, dict(request.form)
    answers, wrong = _answers(slip.instrument, typed)
    code = codes.read(typed.get("code", ""))
    if code is None or not form_pass.holds(the_house(), code, typed.get("pass", "")):
        return slip.page(answers, codes.mint(), say("wrong.page_old"), 409)
    if FLOOD.here().asks_work(request.remote_addr or "") and not flood.is_done(code, typed.get("work", "")):
        return slip.page(answers, code, say("wrong.work", number=number(say)), 429, work=flood.BITS)
    deed = typed.get("deed", SEND) if slip.state.roster else SEND
    if wrong or faults(slip.instrument, answers):
        return slip.page({}, code, say("ballot.wrong"), 422)
    if not answers and deed != SHOW:
        return slip.page({}, code, say("ballot.nothing"), 422)
    comment = slip.comment(typed)
    if len(comment) > LONGEST:
        return slip.page(answers, code, say("ballot.too_long", most=LONGEST), 422)
    box, name = slip.box(code, typed.get("card", ""))
    if box is None:
        often = WRONG_CODES.here().too_many()
        return slip.page(answers, code, say("heard.wrong_often" if often else "ballot.no_card"), 429 if often else 422)
    try:
        return _done(slip, deed, (box, name), (answers, comment), code)
    except sqlite3.DatabaseError as error:
        log.warning("ballot: %s", error)
        return slip.page(answers, code, say("ballot.busy"), 503)


def _done(slip: "Slip", deed: str, place: tuple[str, str], said: tuple[Answers, str], code: str) -> Response:
    """Sent; or, under a card that was not used yet, kept for later or shown again."""
    box, say = the_house().ballots, slip.say
    if deed != SEND and box.is_spent(*place):
        return shown("ballot/done.html", say, unit=slip.unit, spent=True)
    if deed == KEEP:
        box.keep(*place, *said)
        return shown("ballot/kept.html", say, closes=spoken(slip.state.closes, say), campaign=slip.stream)
    if deed == SHOW:
        kept = box.kept(*place)
        if kept is None:
            return slip.page(said[0], code, say("ballot.kept_none"), 422)
        return slip.page(kept[0], code, comment=kept[1])
    first = box.put(*place, *said)
    if slip.state.roster is not None:
        box.forget(*place)
    return shown("ballot/done.html", say, unit=slip.unit, spent=not first and slip.state.roster is not None)


def _answers(instrument: Instrument, typed: Mapping[str, str]) -> tuple[Answers, bool]:
    """What was chosen, and whether something was sent that is no choice of this page."""
    sent = {name.removeprefix(ITEM): value for name, value in typed.items() if name.startswith(ITEM) and value}
    chosen = {name: int(value) for name, value in sent.items() if NUMBER.fullmatch(value)}
    known = {item.id for item in instrument.items}
    return chosen, len(chosen) < len(sent) or not known.issuperset(chosen)


class Slip:
    """The page of one campaign for one reader."""

    def __init__(self, stream: str, state: Asking, instrument: Instrument) -> None:
        self.stream = stream
        self.state = state
        self.instrument = instrument
        self.say = reader()
        spoken_here = any(one.language == self.say.language for one in instrument.languages)
        self.language = self.say.language if spoken_here else instrument.languages[0].language

    @property
    def unit(self) -> str:
        """Its name; those of several with a plus between; of a wave the hospital's."""
        return the_house().plate.name if isinstance(self.state, Wave) else _together(self.state.units)

    @property
    def counted_as_one(self) -> list[str]:
        """Units that are never shown apart, together."""
        roster = self.state.roster
        return [_together(units) for units in roster.parts if len(units) > 1] if roster else []

    def box(self, code: str, card: str) -> tuple[str | None, str]:
        """Where a ballot goes, and under which name: the form's, or the card's where there are cards; None for what is none."""
        if self.state.roster is None:
            return self.stream, code
        name = codes.read(card) or ""
        return the_house().ballots.part_of(carding.boxes(self.stream, self.state), name), name

    def comment(self, typed: Mapping[str, str]) -> str:
        """What was written in words of one's own, where that is invited: printable, and each line by itself."""
        if self.state.comments is None:
            return ""
        lines = typed.get(COMMENT, "").splitlines()
        return "\n".join("".join(filter(str.isprintable, line)).strip() for line in lines).strip()

    def page(
        self,
        answers: Answers,
        code: str,
        error: str = "",
        status: int = 200,
        *,
        work: int = 0,
        comment: str | None = None,
    ) -> Response:
        """With what was answered and written already; its code is everybody's own."""
        return shown(
            "ballot/ballot.html",
            self.say,
            status,
            title=self.instrument.title[self.language],
            introduction=self.instrument.introduction.get(self.language, ""),
            campaign=self.stream,
            unit=self.unit,
            closes=spoken(self.state.closes, self.say),
            least=self.state.least,
            mode=self.state.mode,
            invites=self.state.comments is not None,
            comment=request.form.get(COMMENT, "") if comment is None else comment,
            longest=LONGEST,
            together_least=commenting.least_of(self.instrument),
            together=self.counted_as_one,
            apart=isinstance(self.state, Wave),
            positions=isinstance(self.state, Wave) and self.state.by_position,
            release=isinstance(self.state, Wave) and self.state.announced,
            card=request.form.get("card", "")[:200] if self.state.roster else None,
            tongue=self.language,
            items=[
                (one.id, one.text[self.language], self._options(one, answers))
                for one in asked(self.instrument, answers)
            ],
            code=code,
            form_pass=form_pass.made(the_house(), code),
            error=error,
            work=work,
        )

    def _options(self, item: Item, answers: Answers) -> list[dict[str, object]]:
        scale = self.instrument.scale_of(item)
        options = (*scale.options, scale.away) if scale.away else scale.options
        return [
            {"value": str(one.value), "text": one.text[self.language], "checked": answers.get(item.id) == one.value}
            for one in options
        ]


def _together(units: Iterable[str]) -> str:
    memory = the_house().clerk.memory
    return " + ".join(getattr(memory.get(f"unit-{one}").state, "name", one) for one in units)


def _asked(campaign: str) -> Slip:
    """404 where nothing is asked; 410 once it is over."""
    state = the_house().clerk.memory.get(campaign).state if is_id(campaign, "campaign") else None
    if not isinstance(state, Asking):
        abort(404)
    instrument = asked_by(the_house(), state)
    day = clock.day_of(the_house().now(), the_house().plate.zone)
    if instrument is None or state.stage != "open" or day >= state.closes:
        abort(410)
    return Slip(campaign, state, instrument)
