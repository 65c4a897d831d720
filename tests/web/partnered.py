"""The other half of the summer on 4 West: Dana and the team meet, late and not at all; a pause; chairs, and one who leads."""

from tests.web.alder import Alder
from tests.web.strands import Strand
from workflows.hospital.commands import Pause
from workflows.partnership import commands as partnership
from workflows.rounds import commands as rounds
from workflows.unit import commands as unit

CAME: tuple[tuple[str, partnership.Colour], ...] = (
    ("2025-02-12", "executive"),
    ("2025-04-04", "executive"),
    ("2025-04-24", "deputy"),
)
WILLING = partnership.Sign(learn_from=True, listen_to=True, work_with=True)


def partnered(here: Alder, told: dict[str, str]) -> Strand:
    """Told beside the rest of the summer: `summer(here, partnered)`."""
    yield "2025-01-07"
    interest = "I sign for things I have never seen."
    name = partnership.Nominate(
        unit="4-west", executive=here.who["dana"], rank="vice_president", clinician=False, interest=interest
    )
    stream = told["partnership"] = here.does("marco", name)
    here.does("ines", partnership.Confirm(), stream)
    here.does("dana", WILLING, stream)
    for day, colour in CAME:
        yield day
        here.does("marco", partnership.HoldMeeting(colour=colour, attendees=(here.who["marco"],)), stream)
    yield "2025-06-09"
    here.house.reader.pull()
    here.house.policies.tick()
    yield "2025-06-26"
    here.does("ines", Pause(since="2025-06-02", until="2025-06-10", reason="The river is in the basement."), "hospital")
    here.does("marco", partnership.ScheduleMeeting(day="2025-07-10"), stream)
    for who, discipline in (("lena", "nurse"), ("sam", "patient_partner")):
        chair = unit.JoinTeam(person=here.who[who], discipline=discipline, since="2025-06-26")
        here.does("marco", chair, "unit-4-west")
    led = unit.RecogniseLeader(person=here.who["nora"], what="New nurses ask her first.")
    here.does("marco", led, "unit-4-west")
    where = rounds.Orient(where="East lift, fourth floor.", wear="Gown, no tie.", privacy="No names in the corridor.")
    here.does("marco", where, told["rounds"])
