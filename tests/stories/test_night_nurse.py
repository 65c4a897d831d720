"""A night nurse who stays anonymous and hears back; a daughter who reads Spanish. Through the browser, on a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from services import admission
from tests.web.alder import Alder, alder
from tests.web.standing import Standing, standing

pytestmark = pytest.mark.browser

PAGES = "Between two and five nobody calls back when we page."
ROTA = "From Sunday a second resident is in the house, and the list hangs at the desk."


class Ward:
    """A phone at the ward, and a desk where a leader signs in."""

    def __init__(self, stands: Standing, page: Page) -> None:
        self.here: Alder = stands.here
        self._stands = stands
        self.page = page

    def opens(self, path: str) -> Page:
        """As somebody the house does not know."""
        self.page.context.clear_cookies()
        self.page.goto(self._stands.address + path)
        return self.page

    def at_the_desk(self, login: str, path: str) -> Page:
        self.opens("/heard")
        self._stands.let_in(self.page.context, login)
        self.page.goto(self._stands.address + path)
        return self.page

    def looks(self, code: str, language: str = "en") -> Page:
        page = self.opens(f"/heard?lang={language}#{code}")
        page.locator("form button").click()
        return page

    def code(self) -> str:
        found = self.page.locator("[data-code]").get_attribute("data-code")
        assert found
        return found

    def leaves(self) -> set[str]:
        """What the record shows of each of its entries."""
        ledger = self.here.house.ledger
        return {entry.leaf.hex() for entry in ledger.entries(0, ledger.head()[0])}

    def knows_nobody(self) -> None:
        assert self.page.context.cookies() == [], "the house knows nobody who speaks"


@pytest.fixture
def ward(page: Page, tmp_path: Path) -> Iterator[Ward]:
    here = alder(tmp_path / "alder-creek")
    with here.house, standing(here) as stands:
        yield Ward(stands, page)


def test_a_night_nurse_stays_anonymous_and_hears_back(ward: Ward) -> None:
    page = ward.opens("/speak/4-west")
    expect(page.get_by_text("Is someone getting worse right now?")).to_be_visible()
    page.get_by_label("What happened?").fill(PAGES)
    page.get_by_label("What would help?").fill("A second resident at night.")
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_role("heading", name="Thank you. We have it.")).to_be_visible()
    code = ward.code()
    page.get_by_role("button", name="I have kept my code").click()
    expect(page.get_by_role("heading", name="Good. We do not show the code again.")).to_be_visible()
    ward.knows_nobody()

    page = ward.at_the_desk("marco", "/unit/4-west")
    page.get_by_role("link", name=PAGES).click()
    expect(page.get_by_text("somebody, anonymously")).to_be_visible()
    page.locator(".deeds__more > summary").click()
    page.get_by_role("link", name="Ask them something").click()
    page.get_by_label("What do you want to know?").fill("Is it every night, or the weekend?")
    page.get_by_role("button", name="Ask this").click()

    page = ward.looks(code)
    expect(page.get_by_text("Is it every night, or the weekend?")).to_be_visible()
    page.get_by_label("What do you want to reply?").fill("Saturday and Sunday.")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("Thank you. They can read it now.")).to_be_visible()
    ward.knows_nobody()

    admission.admit(ward.here.house)
    page = ward.at_the_desk("marco", "/unit/4-west")
    page.get_by_role("link", name=PAGES).click()
    expect(page.get_by_text("Saturday and Sunday.").first).to_be_visible()
    page.get_by_role("link", name="Answer", exact=True).click()
    page.get_by_label("What is your answer?").fill(ROTA)
    page.get_by_label("It is done", exact=True).check()
    page.get_by_role("button", name="Give this answer").click()

    page = ward.looks(code)
    expect(page.get_by_text(ROTA)).to_be_visible()
    page.get_by_role("button", name="Yes, I was heard").click()
    expect(page.get_by_text("You said that you were heard. This is closed.")).to_be_visible()
    page.get_by_text("Proof that it is on record").click()
    expect(page.locator(".proof")).to_be_visible()
    assert page.locator(".proof").inner_text() in ward.leaves(), "whoever checks the record sees the same number"

    admission.admit(ward.here.house)
    page = ward.at_the_desk("marco", "/unit/4-west")
    expect(page.get_by_text("1 heard", exact=True)).to_be_visible()


def test_a_daughter_speaks_and_hears_back_in_spanish(ward: Ward) -> None:
    page = ward.opens("/speak/4-west?lang=es")
    expect(page.get_by_text("¿Alguien está peor en este momento?")).to_be_visible()
    page.get_by_label("¿Qué pasó?").fill("Nadie explicó el drenaje de mi madre.")
    page.get_by_text("Más sobre usted").click()
    page.get_by_label("Soy familia o amigo").check()
    page.get_by_label("Hablo por otra persona").check()
    page.get_by_label("¿Quiere que alguien traduzca para usted?").select_option("es")
    page.get_by_role("button", name="Enviar").click()
    expect(page.get_by_role("heading", name="Gracias. Ya lo tenemos.")).to_be_visible()
    code = ward.code()

    page = ward.at_the_desk("marco", "/unit/4-west")
    page.get_by_role("link", name="Nadie explicó el drenaje de mi madre.").click()
    expect(page.get_by_text("Family or friend").first).to_be_visible()
    expect(page.get_by_text("Interpreter").first).to_be_visible()
    page.get_by_role("link", name="Answer", exact=True).click()
    page.get_by_label("What is your answer?").fill("Mañana a las diez se lo explicamos con una intérprete.")
    page.get_by_label("It is done", exact=True).check()
    page.get_by_role("button", name="Give this answer").click()

    page = ward.looks(code, "es")
    expect(page.get_by_text("Mañana a las diez se lo explicamos con una intérprete.")).to_be_visible()
    page.get_by_role("button", name="Sí, me escucharon").click()
    expect(page.get_by_text("Usted dijo que le escucharon.").first).to_be_visible()
