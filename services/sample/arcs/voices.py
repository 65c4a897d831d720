"""What became of voices: disputed, translated, refused with a reason, never agreed, anonymous."""

from collections.abc import Iterator

from services.sample.stage import Stage
from workflows.concern import commands as c
from workflows.grievance import commands as g
from workflows.issue import commands as i

Days = Iterator[int]


def pages(stage: Stage) -> Days:
    """A disputed answer: a card exists, nobody answers the pages. A different leader finds the real fix."""
    yield 92
    voice = stage.says(
        "sam",
        c.Raise(
            unit="4-west",
            what="Between two and five at night nobody answers pages.",
            idea="A list with the attending's number.",
        ),
    )
    issue = stage.says(
        "tom", i.List(unit="4-west", title="Pages unanswered 02:00–05:00", from_concern=voice, category="communication")
    )
    yield 94
    second = stage.says("nora", c.Raise(unit="4-west", what="I paged four times on Sunday night."))
    third = stage.says("lena", c.Raise(unit="4-west", what="Residents do not call back at night."))
    wrong = stage.says("nora", c.Raise(unit="4-west", what="The night printer jams on labels."))
    for one in (second, third, wrong):
        stage.says("tom", c.Merge(issue=issue), one)
    yield 96
    stage.says("tom", c.Unmerge(), wrong)
    yield 97
    stage.says("tom", i.Resolve(evidence="The escalation card hangs at every phone."), issue)
    stage.says("tom", i.Answer(answer="There is an escalation card at every phone.", outcome="explained"), issue)
    for one in (voice, second, third):
        stage.says("lena", c.Deliver(how="huddle"), one)
    yield 99
    stage.says("sam", c.Dispute(why="The card exists. Nobody answers pages from two to five."), voice)
    stage.says("nora", c.SayHeard(), second)
    stage.says("tom", c.HandOn(holder="role-cmo"), voice)
    yield 108
    stage.says(
        "okafor",
        c.Answer(
            answer="You are right. From tonight the attending's number is on the list, and they pick up.",
            outcome="done",
        ),
        voice,
    )
    stage.says("tom", i.Resolve(evidence="Three test pages at night, all answered within five minutes."), issue)
    yield 109
    stage.says("lena", c.Deliver(how="in_person"), voice)
    yield 112
    stage.says("sam", c.SayHeard(), voice)
    stage.says("tom", c.Answer(answer="Labels go to the day printer now.", outcome="done"), wrong)
    stage.says("lena", c.Deliver(how="huddle"), wrong)


def daughter(stage: Stage) -> Days:
    """A patient's daughter, in Spanish: nobody explained the drain. It is not settled at the bed, so it becomes a grievance,
    with a letter on the fifth day; a card hangs on every wall afterwards."""
    yield 186
    said = "Nadie nos explicó el drenaje de mi madre. Nos sentimos ignoradas."
    raised = c.Raise(unit="emergency", what=said, speaker="confidential", who="family", language="es", came="paper")
    voice = stage.says("rosa", raised)
    stage.says("walt", c.Triage(route="complaint"), voice)
    title = "Nobody explains drains to families"
    issue = stage.says("amir", i.List(unit="emergency", title=title, from_concern=voice, category="patient_voice"))
    yield 187
    grievance = stage.says("carmen", g.Open(unit="emergency", concern=voice, complaint=said, language="es"))
    stage.says("carmen", g.Acknowledge(how="phone"), grievance)
    yield 189
    stage.says(
        "amir", g.NoteStep(what="Asked both shifts: the drain is explained in English, or not at all."), grievance
    )
    stage.says("amir", i.Resolve(evidence="The drain card hangs on the wall of all twelve rooms."), issue)
    yield 191
    stage.says(
        "carmen",
        g.WriteLetter(
            contact="Carmen Ibarra, defensora del paciente, 555 0142",
            steps="Hablamos con el personal de los dos turnos y con usted por teléfono.",
            results="Le pedimos perdón. Desde hoy hay una tarjeta del drenaje en cada pared, en español y en inglés, "
            "y alguien la explica con usted.",
            outcome="done",
            completed=stage.today,
        ),
        grievance,
    )
    stage.says("carmen", g.SendLetter(how="letter", to="A la hija de la paciente, por correo"), grievance)
    yield 194
    stage.says("rosa", c.SayHeard(), voice)
    stage.says("carmen", g.Close(), grievance)


def still_open(stage: Stage) -> Days:
    """A complaint of this week, whose letter is owed, and a voice of yesterday at which nobody has looked yet."""
    yield 360
    said = "My mother waited four hours for something against the pain."
    contact = "Joan Abel, 555 0107"
    voice = stage.speaks(c.Raise(unit="icu", what=said, speaker="confidential", who="family", contact=contact))
    stage.says("walt", c.Triage(route="complaint"), voice)
    yield 361
    grievance = stage.says("carmen", g.Open(unit="icu", concern=voice, complaint=said, language="en"))
    stage.says("carmen", g.Acknowledge(how="phone"), grievance)
    yield 364
    rings = "The bell of room 11 rings at a desk where nobody sits after eight."
    stage.speaks(c.Raise(unit="4-west", what=rings, speaker="anonymous", who="patient"))


def an_honest_no(stage: Stage) -> Days:
    """An ask refused, with a reason that was heard; and one loop that ends in disagreement."""
    yield 280
    voice = stage.says("eli", c.Raise(unit="icu", what="We need a second ward clerk at night."))
    issue = stage.says(
        "grace", i.List(unit="icu", title="Second ward clerk at night", from_concern=voice, category="staffing")
    )
    yield 288
    reason = "Two calls an hour do not carry a post. The day clerk now prepares the night packs."
    stage.says("ruth", i.Decline(reason=reason), issue)
    stage.says("ruth", i.Answer(answer="No, and here is why.", outcome="not_possible", reason=reason), issue)
    stage.says("marco", c.Deliver(how="in_person"), voice)
    yield 291
    stage.says("eli", c.SayHeard(), voice)


def no_agreement(stage: Stage) -> Days:
    """Three answers from three leaders, and a nurse who does not agree: both texts stand side by side."""
    yield 296
    voice = stage.says("kim", c.Raise(unit="emergency", what="The fast track closes when we need it most."))
    answers = (
        ("amir", "The fast track closes at eleven because triage does."),
        ("okafor", "I looked at three weekends: two patients an hour after eleven."),
        ("ruth", "We will count for another quarter before we decide."),
    )
    for number, (leader, answer) in enumerate(answers):
        yield 300 + 8 * number
        stage.says(leader, c.Answer(answer=answer, outcome="explained"), voice)
        stage.says("amir", c.Deliver(how="in_person"), voice)
        yield 303 + 8 * number
        following = "role-cno" if number == 1 else None if number else "role-cmo"
        stage.says("kim", c.Dispute(why="That is not what happens on a Saturday night.", to=following), voice)


def anonymous(stage: Stage) -> Days:
    """Somebody who stays nobody: it waits in the intake, enters late, and is answered on the wall."""
    yield 160
    stage.says("lena", c.Raise(unit="4-west", what="We sign for checks we had no time to do.", speaker="anonymous"))
    yield 163
    memory = stage.house.clerk.memory
    for voice in stage.house.ledger.streams("concern"):
        if memory.get(voice).state.voice.speaker == "anonymous":
            stage.says(
                "tom",
                c.Answer(answer="Nobody signs what was not done. The list is shorter from today.", outcome="done"),
                voice,
            )
            stage.says("tom", c.Deliver(how="page"), voice)
