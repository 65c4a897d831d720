"""What happened beside the summer, for its readers alone."""

from services.erasing.carrying import carry_on
from tests.web.alder import TODAY, Alder
from tests.web.strands import raising
from workflows import hold, trail
from workflows.concern import commands as concern
from workflows.hospital import commands as hospital
from workflows.identity import commands as identity
from workflows.privilege import commands as privilege
from workflows.respect import commands as respect
from workflows.subject import commands as subject


def in_confidence(here: Alder, told: dict[str, str]) -> None:
    """What happened beside the summer and only its readers know: one that is late, one at work, one addressed."""
    reports = (
        ("late", "sam", respect.Report(kind="colleague", what="He threw the chart at the new nurse.", unit="4-west")),
        (
            "threat",
            "kim",
            respect.Report(kind="colleague", what="A surgeon shouts over the count.", unit="icu", danger=True),
        ),
        (
            "retaliation",
            "nora",
            respect.Report(
                kind="retaliation",
                what="Since I spoke about the fax I get no weekend off any more.",
                who="Whoever makes the plan",
                where="On the plan for July",
                unit="4-west",
            ),
        ),
    )
    for name, login, report in reports:
        told[name] = here.on("2025-06-24" if name == "late" else "2025-06-30").does(login, report)
    here.on("2025-07-01").does(
        "pia", respect.Acknowledge(answer="I have read it and look at the plan."), told["retaliation"]
    )
    here.does("pia", respect.Weigh(tier="conversation", why="It may be a slip."), told["retaliation"])
    here.does("otis", respect.Acknowledge(answer="I have read it and talk to him this week."), told["threat"])
    here.does("otis", respect.Weigh(tier="awareness", why="It is the third report."), told["threat"])
    here.does("otis", respect.Address(note="He was shown all three."), told["threat"])
    here.does("clara", privilege.AdoptDefault(kind="concern", unit="icu", reason="Reviewed by the safety committee."))
    here.does("priya", raising("The pump ran twice as fast as it showed.", where="icu"))
    told["apart"] = here.does("sam", raising("Two alarms at once, and one of them was silent."))
    here.does("ines", privilege.Designate(about=told["apart"], reason="Part of a root cause analysis."))
    here.on(TODAY)


GUARDS = (("iris", "Iris Vane", "privacy_officer"),)


def guard(here: Alder) -> None:
    """A privacy officer and counsel come to the hospital."""
    for login, name, role in GUARDS:
        here.who[login] = here.house.people.add(name).id
        here.does("operator", hospital.Appoint(person=here.who[login], role=role, since=TODAY), "hospital")


def guarded(here: Alder, told: dict[str, str]) -> None:
    """What they do: one record is erased, one is held and must wait, a name is asked for, something left the building."""
    guard(here)
    gone = here.does("nora", concern.Raise(unit="4-west", what="A patient's name stood in my last concern."))
    here.does("clara", hold.Place(about=told["fax"], reason="Doe against the hospital, file 17."))
    for about in (gone, told["fax"]):
        here.does("iris", subject.Erase(about=about, basis="asked_by_the_person", approver=here.who["clara"]))
    carry_on(here.house)
    told["opening"] = here.does("iris", identity.Ask(voice=told["disputed"], reason="A diversion must be reported."))
    leaves = trail.Disclose(what="privileged", to="safety_organization", reason="Second quarter, as agreed.", count=12)
    here.does("clara", leaves)
