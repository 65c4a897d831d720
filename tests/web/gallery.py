"""Every part of the web face on a few pages, with a unit's believable week on them."""

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from msgspec.structs import replace

from services.web import layout
from services.web.layout import Card, Choice, Field, Frame, Moment, Notice, Place, Reader, Tab
from services.web.pictures import Bar, Heard

TODAY = date(2025, 7, 3)
PLACES = (
    Place("Speak up", "/speak"),
    Place("My answers", "/answers", 2),
    Place("My desk", "/desk", 3),
    Place("Unit", "/unit/4-west", current=True),
    Place("Hospital", "/hospital"),
    Place("Evidence", "/evidence"),
    Place("Help", "/help"),
    Place("Set-up", "/setup"),
)
FRAME = Frame(
    hospital="Alder Creek Community Hospital",
    places=PLACES,
    sample=True,
    moment=Moment(action="/unit/4-west", today=TODAY, keep=(("filter", "mine"),)),
    reader=Reader("Lena Ortiz", "unit champion, nights", "/sign-out", "token"),
)
TABS = tuple(
    Tab(name, f"#{name.lower()}", name == "Board") for name in ("Board", "Rounds", "Team and plan", "Results", "Replay")
)
COUNTS = Heard(heard=21, disagreed=2, no_reply=5, unreachable=1, withdrawn=0, owed=4)


def moment(month: int, day: int) -> int:
    return round(datetime(2025, month, day, 15, tzinfo=UTC).timestamp()) * 1_000_000


LIFT = (
    Bar("4 West", "holds", moment(1, 17), moment(2, 13), "4 West: listed, looked for a free lift"),
    Bar("Dana Cole, VP Finance", "holds", moment(2, 13), moment(2, 20), "Dana Cole: accepted at rounds"),
    Bar("Dana Cole, VP Finance", "holds", moment(3, 14), moment(4, 30), "Dana Cole: vendor quote, then budget"),
    Bar("Capital committee", "waits", moment(2, 20), moment(3, 14), "Waiting on the capital committee to 14 March"),
    Bar("4 West", "holds", moment(4, 30), moment(5, 6), "4 West: checked the removal, lift locked at night"),
    Bar("Biomedical engineering", "waits", moment(5, 6), moment(6, 10), "Waiting on a second key"),
    Bar("Dana Cole, VP Finance", "holds", moment(6, 10), None, "Dana Cole: since 10 June"),
)
SPAN = {"start": moment(1, 6), "end": moment(7, 10), "today": moment(7, 3)}

OWED = (
    Card(
        131,
        "#131",
        "Fax nobody reads: discharge orders wait overnight",
        "owed",
        desk="Dr Osei",
        held="9 days",
        due="due tomorrow",
        owed=2,
    ),
    Card(
        97,
        "#97",
        "Escalation card exists, but nobody answers pages 2 to 5",
        "owed",
        desk="Ruth Adeyemi, CNO",
        held="16 days",
        due="2 days over",
        overdue=True,
        owed=1,
    ),
)
WAITING = (
    Card(
        118,
        "#118",
        "One bariatric lift for three units",
        "barrier",
        desk="Dana Cole, VP Finance",
        held="47 days",
        first="12 May",
        now="30 Jun",
        moved=2,
        due="3 days over",
        overdue=True,
        also="ICU, Emergency",
        owed=2,
    ),
    Card(
        124,
        "#124",
        "Look-alike heparin vials in the same drawer",
        "in_work",
        desk="Pharmacy",
        held="3 days",
        now="Fri 11 Jul",
        due="due in 8 days",
        also="ICU, Emergency, 5 North",
    ),
    Card(
        126,
        "#126",
        "Bariatric slings do not come back from laundry",
        "waiting",
        desk="Dana Cole, VP Finance",
        waiting="capital committee to 14 Jul",
        note="Cole answers for it",
        held="12 days",
        now="14 Jul",
    ),
    Card(
        128,
        "#128",
        "Call light in bed 12 rings at the wrong desk",
        "claimed",
        desk="4 West",
        held="2 days",
        due="check by 9 Jul",
        ours=True,
    ),
    Card(129, "#129", "No interpreter tablet after 19:00", "reopened", desk="Ruth Adeyemi, CNO", held="5 days"),
    Card(133, "#133", "Nobody knows who orders drain dressings", "listed"),
)
DONE = (
    Card(112, "#112", "Bladder scanner charger missing", "resolved", desk="Marco Bell", held="1 day", owed=1),
    Card(109, "#109", "Linen cart blocks the crash cart", "resolved", desk="Lena Ortiz", held="4 days", owed=3),
)
STATES = [
    "raised",
    "listed",
    "in_work",
    "barrier",
    "waiting",
    "claimed",
    "owed",
    "reason_owed",
    "overdue",
    "resolved",
    "heard",
    "disagreed",
    "no_reply",
    "unreachable",
    "withdrawn",
    "declined",
    "reopened",
    "closed",
]
FIELDS = (
    Field(
        "what",
        "What did you see or hear?",
        "No patient names. Say it as you would at the desk.",
        "words",
        error="Say in a sentence what happened",
        required=True,
    ),
    Field("idea", "What would help?", kind="words", value="Two more chargers, on a chain"),
    Field(
        "route",
        "Is someone in danger now?",
        kind="choice",
        required=True,
        choices=(
            Choice("no", "No"),
            Choice("event", "Something happened already", "Give the event system's number below"),
        ),
        value="no",
    ),
    Field("number", "Event number", kind="number"),
    Field(
        "holder",
        "Whose desk?",
        kind="person",
        required=True,
        choices=(Choice("cole", "Dana Cole, VP Finance"), Choice("adeyemi", "Ruth Adeyemi, CNO")),
        error="Choose who answers for it",
    ),
    Field("due", "Answer promised by", kind="date", required=True, value="2025-07-14"),
    Field("place", "Where exactly?", kind="text", value="Bed 12"),
    Field("name", "My name may be shown", "You will be told either way.", "flag"),
)


NAMES = ("board", "issue", "form", "parts", "past")


@cache
def environment() -> Environment:
    made = Environment(autoescape=True)
    layout.dress(made)
    made.loader = ChoiceLoader([layout.templates(), FileSystemLoader(Path(__file__).parent)])
    return made


def page(name: str, frame: Frame = FRAME) -> str:
    """One of board, issue, form, parts."""
    return (
        environment()
        .get_template("gallery.html")
        .render(
            frame=frame,
            page=name,
            tabs=TABS,
            counts=COUNTS,
            lift=LIFT,
            span=SPAN,
            owed=OWED,
            waiting=WAITING,
            done=DONE,
            states=STATES,
            fields=FIELDS,
        )
    )


@cache
def pages() -> dict[str, str]:
    """Each page by one of NAMES, and the board as known on a past day."""
    past = replace(FRAME, moment=Moment("/unit/4-west", TODAY, "as_of", date(2025, 5, 12)))
    told = replace(
        FRAME,
        notices=(
            Notice("Your answer was delivered to two people.", "done"),
            Notice("The barrier is still open. Say who removes it before closing.", "refused"),
            Notice("Rounds were moved to Friday."),
        ),
    )
    return {name: page(name) for name in ("board", "issue", "form")} | {
        "parts": page("parts", told),
        "past": page("board", past),
    }
