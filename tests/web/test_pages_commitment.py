"""Cards: a leader deals them, anybody with one says that they are in, and takes it back."""

from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter


def test_a_leader_deals_cards_and_anybody_with_one_says_it_without_signing_in(
    hospital: Alder, nobody: Browser, enter: Enter
) -> None:
    marco = enter("marco")
    assert marco.send("/unit/4-west/cards", count="none").status_code == 200
    page = marco.send("/unit/4-west/cards", count="3").text
    made = [part.split("<", 1)[0] for part in page.split('<p class="code">')[1:]]
    assert len(made) == 3
    assert made[0] not in marco.get("/unit/4-west/cards").text
    assert enter("nora").get("/unit/4-west/cards").status_code == 404

    said = nobody.client.post("/commit", data={"code": made[0], "does": "in"})
    assert "It says: I am in." in said.text
    assert "Set-Cookie" not in said.headers
    assert "It says: I am in." in nobody.client.post("/commit", data={"code": made[0].lower()}).text
    assert nobody.client.post("/commit", data={"code": "wrong"}).status_code == 404
    assert "Take it back" in said.text
    nobody.client.post("/commit", data={"code": made[0], "does": "out"})
    assert hospital.house.intake.cards.counts() == {"4-west": (0, 3)}
