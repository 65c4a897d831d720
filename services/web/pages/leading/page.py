"""`/leading`: what leaders commit to, understand and spread, for whoever answers for the hospital; `/pledge`: one's own
word, for everybody."""

from flask import Blueprint, request
from msgspec import Struct
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from projections import leading as reckoned
from projections.leading import COMMITMENT, RESPECT, TOPICS, WAY, WORD, Leader, Share
from projections.lives import Stint
from projections.standards import StandardRow
from services.web import when
from services.web.doing.actions import Action
from services.web.doing.attesting import Attesting
from services.web.doing.giving import Failed, answered, fresh_key, given, sent_on
from services.web.framing import hospital_tabs, shown
from services.web.pages.leading import charters, spreading
from services.web.telling import attested
from services.web.telling.attested import Part, Telling
from services.web.visit import Visit, here
from services.web.when import When
from services.wording import time_words
from workflows.kernel.standards import Standards
from workflows.standard.commands import Pledge, TakeBack

leading = Blueprint("leading", __name__)

BACK = "/leading"


class Topic(Struct, frozen=True, kw_only=True):
    """What leaders are to understand, and what share of them does."""

    key: str
    title: str
    share: Share


@leading.get("/leading")
def show() -> str:
    visit = here()
    visit.must("read.hospital")
    looking = when.when(visit)
    house = visit.house.clerk.standards.now()[1]
    with visit.look(looking) as look:
        units = [one.row for one in look.units()]
        rows = [*look.standards(items=reckoned.items(house))]
        wards = [row for row in units if row.slug and row.is_open]
        parts = [*look.standards(units=[row.slug for row in units if row.slug])]
        offers = look.offered([one.stream for one in rows if one.row.item == WAY])
    words = visit.open([*attested.refs(rows, {}), *(one.row.words for one in offers)])
    telling = Telling(visit, looking, words, {})
    found = reckoned.leaders(units, house.leaders)
    word = reckoned.given(rows, WORD)
    topics = [_topic(house, rows, found, key) for key in house.of_group(TOPICS)]
    return shown(
        "leading/leading.html",
        place="Hospital",
        notices=looking.notices,
        moment=when.control(visit, looking),
        tabs=hospital_tabs(visit, "Leading"),
        commitment=_attested(telling, rows, COMMITMENT),
        commits=_attests(visit, house, looking, COMMITMENT),
        respect=_attested(telling, rows, RESPECT),
        sets_respect=_attests(visit, house, looking, RESPECT),
        shares=[(_said(share), words) for share, words in _shares(found, word)],
        gave=sorted(visit.names.of(person) for person in word),
        topics=[(one.title, _said(one.share)) for one in topics],
        leaders=_table(telling, found, rows, topics),
        heads=("Leader", "Where", *(one.title for one in topics)),
        spread=spreading.told(telling, rows, [row.slug for row in wards], offers),
        charters=charters.told(telling, house, units, parts),
    )


def _attested(telling: Telling, rows: list[Stint[StandardRow]], key: str) -> Part | None:
    found = next((one for one in rows if one.row.item == key), None)
    return telling.one(found) if found else None


def _attests(visit: Visit, house: Standards, looking: When, key: str) -> str:
    """Where those who may say it for the hospital do; "" for everybody else."""
    item = house.items.get(key)
    may = item is not None and not looking.past and item.is_for(visit.actor.here(None))
    return f"/attest/{key}?next={BACK}" if may else ""


def _shares(found: tuple[Leader, ...], word: frozenset[str]) -> list[tuple[Share, str]]:
    return [
        (reckoned.share(reckoned.persons(found, formal=True), word), "who lead by position gave their word"),
        (reckoned.share(reckoned.persons(found, formal=False), word), "whom others follow without a title gave it"),
    ]


def _topic(house: Standards, rows: list[Stint[StandardRow]], found: tuple[Leader, ...], key: str) -> Topic:
    everybody = reckoned.persons(found, formal=True) | reckoned.persons(found, formal=False)
    return Topic(key=key, title=house.items[key].title, share=reckoned.share(everybody, reckoned.given(rows, key)))


def _said(share: Share) -> str:
    """So: "7 of 12 (58 %)"."""
    return f"{share.done} of {share.of} ({share.percent} %)" if share.percent is not None else "nobody yet"


def _table(
    telling: Telling, found: tuple[Leader, ...], rows: list[Stint[StandardRow]], topics: list[Topic]
) -> list[tuple[str | Action, ...]]:
    """Who understands what, by name; where it is missing, whoever may attest it does so from here."""
    visit = telling.visit
    there = {one.key: reckoned.given(rows, one.key) for one in topics}
    everybody = {one.person: one for one in found}
    return [
        (
            visit.names.of(person),
            visit.names.unit(one.unit or None),
            *("Yes" if person in there[topic.key] else _missing(telling, person, topic) for topic in topics),
        )
        for person, one in sorted(everybody.items(), key=lambda pair: visit.names.of(pair[0]))
    ]


def _missing(telling: Telling, person: str, topic: Topic) -> str | Action:
    visit = telling.visit
    item = visit.house.clerk.standards.now()[1].items[topic.key]
    if telling.looking.past or not item.is_for(visit.actor.here(None)):
        return "Not yet"
    return Action("Not yet", f"/attest/{topic.key}?person={person}&next={BACK}")


@leading.get("/pledge")
def ask() -> Response:
    return _own(here(), None)


@leading.post("/pledge")
def give_word() -> Response:
    """One's own word, given or (`back`) taken back."""
    visit = here()
    one = _attesting(visit)
    if request.form.get("back"):
        said = MultiDict(request.form)
        said.update({"item": WORD, "person": visit.person})
        outcome = given(visit, TakeBack, None, said)
    else:
        outcome = one.give(visit, request.form)
    if isinstance(outcome, Failed):
        return _own(visit, outcome)
    return sent_on("standard.take_back" if request.form.get("back") else one.kind.VERB, "/pledge")


def _attesting(visit: Visit) -> Attesting:
    item = visit.house.clerk.standards.now()[1].items[WORD]
    return Attesting(key=WORD, item=item, kind=Pledge, person=visit.person)


def _own(visit: Visit, failed: Failed | None) -> Response:
    visit.must("read.own")
    with visit.look(When("now", visit.today, visit.now)) as look:
        rows = [*look.standards(items=(COMMITMENT, WORD))]
    mine = [one for one in rows if one.row.item == COMMITMENT or one.row.standard.person == visit.person]
    words = visit.open(attested.refs(mine, {}))
    telling = Telling(visit, When("now", visit.today, visit.now), words, {})
    own = next((one for one in mine if one.row.item == WORD and one.row.state != "absent"), None)
    page = shown(
        "leading/pledge.html",
        place="",
        notices=failed.notices if failed else (),
        commitment=_attested(telling, mine, COMMITMENT),
        own=telling.one(own, "Your word") if own else None,
        since=time_words.short(telling.looking.day, visit.today),
        fields=_attesting(visit).fields(visit, MultiDict(), failed.wrong if failed else {}),
        key=fresh_key(),
        back_key=fresh_key(),
    )
    return answered(page, failed)
