"""What is guarded: a voice without an account and the name that two people opened, one hidden, one erased, one that a hold
keeps, a photo, a number in the event system, a leader who does not see what is about him."""

import io
from collections.abc import Iterator

from PIL import Image, ImageDraw

from services.clerk.access import OPERATOR
from services.erasing.carrying import carry_on
from services.sample.cast import CODE
from services.sample.stage import Stage
from workflows import hold, trail
from workflows.concern import commands as c
from workflows.identity import commands as identity
from workflows.subject import commands as subject

Days = Iterator[int]


def from_the_poster(stage: Stage) -> Days:
    """A son, in Spanish, from the poster: a question each way, his name opened by two, an answer that waits for him."""
    yield 347
    said = "Mi padre llama por la noche y tardan mucho en venir. Anoche se cayó."
    contact = "Luis Ortega, 555 0199"
    raised = c.Raise(unit="4-west", what=said, speaker="confidential", who="family", language="es", contact=contact)
    voice = stage.speaks(raised, CODE)
    stage.says("walt", c.Triage(route="concern"), voice)
    yield 348
    stage.says("tom", c.AskSpeaker(question="¿Fue antes o después de las dos?"), voice)
    yield 349
    stage.speaks(c.Reply(words="Las dos veces después de las dos. ¿Saben los médicos que se cayó?"), to=voice)
    yield 350
    opening = stage.says(
        "clara", identity.Ask(voice=voice, reason="The fall must be told to the family, and nobody knows whom to call.")
    )
    stage.says("pia", identity.Agree(), opening)
    stage.says("clara", identity.Show(), opening)
    yield 356
    answer = "Los médicos lo saben y hablaron con su padre. De noche hay ahora una persona más; el timbre suena en dos lugares."
    stage.says("tom", c.Answer(answer=answer, outcome="done"), voice)


def hidden_and_kept_from(stage: Stage) -> Days:
    """One voice names a patient and is hidden; one is about the team leader, who does not find it."""
    yield 340
    named = stage.says("sam", c.Raise(unit="4-west", what="Mrs. Abel in room 9 was left on the floor by the lift."))
    stage.says("lena", c.Hide(why="It names a patient; it is answered all the same."), named)
    stage.says(
        "tom", c.Answer(answer="A second pair of hands is called before the lift is used.", outcome="done"), named
    )
    stage.says("lena", c.Deliver(how="in_person"), named)
    about = stage.says("nora", c.Raise(unit="4-west", what="The rota is changed after it was agreed, by our leader."))
    stage.says("ines", c.Wall(person=stage.people["tom"]), about)
    yield 342
    stage.says(
        "ines", c.Answer(answer="From June the rota stands for four weeks; I read every change.", outcome="done"), about
    )
    stage.says("ines", c.Deliver(how="in_person"), about)
    yield 344
    stage.says("nora", c.SayHeard(), about)
    yield 363
    reason = "Whoever saw the fall by the lift must be asked before Friday."
    stage.says("clara", identity.Ask(voice=named, reason=reason))


def erased_and_held(stage: Stage) -> Days:
    """ICU, December: a patient's name stood in a concern; another concern is in front of a court."""
    yield 346
    named = stage.says("priya", c.Raise(unit="icu", what="Mr Alvarez in bed 4 waited an hour for the monitor."))
    held = stage.says("priya", c.Raise(unit="icu", what="The monitor alarm was off all night in bed 2."))
    yield 349
    stage.says("clara", hold.Place(about=held, reason="Doe against Alder Creek, file 17."))
    for about in (named, held):
        stage.says("pia", subject.Erase(about=about, basis="entered_by_mistake", approver=stage.people["clara"]))
    carry_on(stage.house)
    stage.house.looks.note(OPERATOR, trail.Note(how="verified", what="ledger"))
    to = "To the patient safety organization, for its yearly look at falls."
    stage.says("pia", trail.Disclose(what="voices", to="safety_organization", reason=to, count=14))


def seen_and_numbered(stage: Stage) -> Days:
    """Nora's photo of two labels; the first look says that it belongs into the event system, whose number both then know."""
    yield 357
    voice = stage.says("nora", c.Raise(unit="4-west", what="Two strengths carry the same blue label again."))
    stage.attaches("nora", voice, _two_labels(), shows="Two vials with the same blue label.")
    stage.says("walt", c.Triage(route="event"), voice)
    yield 359
    stage.says("ines", c.LinkEvent(number="EV-20418"), voice)


def _two_labels() -> bytes:
    """A drawing, since nobody here is real."""
    picture = Image.new("RGB", (640, 400), "#e9eef0")
    draw = ImageDraw.Draw(picture)
    for left, strength in ((90, "5,000 / mL"), (370, "1,000 / mL")):
        draw.rounded_rectangle((left, 60, left + 180, 360), 24, fill="#ffffff", outline="#8a9ba3", width=4)
        draw.rectangle((left, 150, left + 180, 290), fill="#2563b0")
        draw.text((left + 36, 178), "HEPARIN", fill="#ffffff", font_size=26)
        draw.text((left + 34, 226), strength, fill="#ffffff", font_size=22)
    kept = io.BytesIO()
    picture.save(kept, "PNG")
    return kept.getvalue()
