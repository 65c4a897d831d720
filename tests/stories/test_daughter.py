"""A patient's daughter with a phone, in Spanish, whose complaint gets its letter. Through the browser."""

import pytest
from playwright.sync_api import expect

from tests.stories.test_night_nurse import Ward, ward

__all__ = ["ward"]
pytestmark = pytest.mark.browser

SAID = "Nadie nos explicó el drenaje de mi madre."
RESULTS = "Desde hoy hay una tarjeta del drenaje en cada pared, y alguien la explica con usted."


def test_a_daughters_complaint_gets_its_letter(ward: Ward) -> None:

    page = ward.opens("/speak/4-west?lang=es")
    page.get_by_label("¿Qué pasó?").fill(SAID)
    page.get_by_label("Dos personas juntas, y solo si hace falta").check()
    page.get_by_label("Su nombre, y cómo le podemos llamar").fill("Ana Ruiz, 555 0177")
    page.get_by_text("Más sobre usted").click()
    page.get_by_label("Soy familia o amigo").check()
    page.get_by_role("button", name="Enviar").click()
    expect(page.get_by_role("heading", name="Gracias. Ya lo tenemos.")).to_be_visible()
    code = ward.code()

    page = ward.at_the_desk("ines", "/triage")
    page.get_by_role("link", name=SAID).click()
    page.get_by_role("button", name="A complaint").click()
    expect(page.get_by_text("Was it settled where it was said?")).to_be_visible()
    page.get_by_role("link", name="Open a grievance").click()
    expect(page.get_by_label("What do they complain of?")).to_have_value(SAID)
    page.get_by_label("Spanish").check()
    page.get_by_role("button", name="Open the grievance").click()
    expect(page.get_by_text("Patient advocate writes and sends the letter")).to_be_visible()

    ward.here.on("2025-01-11")
    page = ward.at_the_desk("rosa", "/grievances")
    page.get_by_role("link", name=SAID).click()
    page.get_by_role("link", name="Write the letter").click()
    page.get_by_label("Whom can they turn to?").fill("Rosa Vega, defensora del paciente, 555 0142")
    page.get_by_label("What was done to look into it?").fill("Hablamos con los dos turnos.")
    page.get_by_label("What came of it?").fill(RESULTS)
    page.get_by_label("It is done", exact=True).check()
    page.get_by_label("On which day was it completed?").fill("2025-01-11")
    page.get_by_role("button", name="Keep this letter").click()
    page.get_by_role("link", name="The whole letter, to print").click()
    expect(page.get_by_role("heading", name="Carta sobre su queja")).to_be_visible()
    expect(page.get_by_text("Rosa Vega, defensora del paciente, 555 0142")).to_be_visible()
    expect(page.get_by_text("11 de enero de 2025").first).to_be_visible()
    page.get_by_role("link", name="Back to the grievance").click()
    page.get_by_role("link", name="The letter is on its way").click()
    page.get_by_label("By letter").check()
    page.get_by_label("To whom, and to which address?").fill("Ana Ruiz, 12 Mill Road")
    page.get_by_role("button", name="It is on its way").click()
    expect(page.get_by_text("Letter is out").first).to_be_visible()
    page.get_by_role("link", name="Close it").click()
    page.get_by_role("button", name="Close it").click()
    expect(page.get_by_text("Nothing: it is over.")).to_be_visible()

    page = ward.looks(code, "es")
    expect(page.get_by_text(RESULTS)).to_be_visible()
    page.get_by_role("button", name="Sí, me escucharon").click()
    expect(page.get_by_text("Usted dijo que le escucharon.").first).to_be_visible()
    ward.knows_nobody()
