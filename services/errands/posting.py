"""What the outbox holds, for the operator: what waits, what failed, and what is to become of it."""

from services.errands.errand import Answer, Post
from services.house import House
from services.wording.time_words import number_of


def post(house: House, errand: Post) -> Answer:
    match errand.then:
        case "again":
            return Answer((f"{_messages(house.outbox.again())} will be tried again.",))
        case "forget":
            return Answer((f"{_messages(house.outbox.forget())} will never be sent.",))
        case None:
            return _told(house)


def _told(house: House) -> Answer:
    """Names are told here, on the machine, as far as somebody must put their address right."""
    failed = house.outbox.failures()
    names = house.people.names(one.whom for one in failed)
    rows = [{"to": names.get(one.whom, one.whom), "why": one.why} for one in failed]
    found = {"sends": house.outbox.mail is not None, "waiting": house.outbox.waiting(), "failed": rows}
    said = f"{_messages(house.outbox.waiting())} waiting, {_messages(len(failed))} that could not be sent"
    off = () if house.outbox.mail else ("Nothing is sent: HEARD_SMTP names no mail server.",)
    return Answer((*off, f"{said}.", *(f"  {row['to']}: {row['why']}" for row in rows)), found)


def _messages(count: int) -> str:
    return number_of(count, "message")
