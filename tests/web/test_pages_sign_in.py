"""Signing in on the pages: what is owed before one is in, how long it lasts, and what others cannot do about it."""

import json
import re
from hashlib import sha1
from importlib.resources import files
from pathlib import Path

import pytest

from services.clerk.access import GIVEN
from services.people.breached import FILE
from services.serving.server import face
from services.web.app import create_app
from tests.web.alder import PASSWORD, Alder, alder
from tests.web.authenticator import code_shown
from tests.web.conftest import Browser, Enter
from workflows.hospital import commands as place
from workflows.kernel.moments import MICRO
from workflows.unit.commands import Appoint

OWN = "four small wet lamps"
MINUTE = 60 * MICRO


@pytest.fixture
def real(tmp_path: Path) -> Alder:
    """Not a sample: roles ask for a second step."""
    return alder(tmp_path / "real", sample=False)


def typed_on(page: str) -> str:
    """The secret as it is typed into an app."""
    typed = re.search(r'class="typed">([A-Z2-7 ]+)<', page)
    assert typed
    return typed[1]


def code(typed: str, here: Alder) -> str:
    return code_shown(typed, here.clock())


def signs_in(browser: Browser, login: str, password: str, **more: str) -> str:
    """Gives where it leads."""
    return browser.send("/sign-in", login=login, password=password, **more).headers.get("Location", "")


def test_a_password_somebody_gave_is_replaced_first(hospital: Alder, nobody: Browser) -> None:
    hospital.house.accounts.open(hospital.who["nora"], "nora", "given by somebody")
    assert signs_in(nobody, "nora", "given by somebody", next="/raise") == "/password"
    for elsewhere in ("/raise", "/answers", "/second-step", "/sign-in/code"):
        assert nobody.get(elsewhere).location == "/password"
    easy = nobody.send("/password", password="hospital2026!")  # noqa: S106 - a bad one on purpose
    assert (easy.status_code, "Many people would guess" in easy.text) == (422, True)
    assert nobody.send("/password", password=OWN).location == "/raise"
    assert nobody.get("/raise").status_code == 200
    assert hospital.house.accounts.sign_in("nora", "given by somebody") is None


def test_a_new_password_asks_for_the_old_one_and_ends_other_sign_ins(hospital: Alder, enter: Enter) -> None:
    hospital.account("nora")
    here, elsewhere = enter("nora"), enter("nora")
    wrong = here.send("/password", current="mistyped it", password=OWN)
    assert wrong.status_code == 422
    assert here.send("/password", current=PASSWORD, password=OWN).status_code == 303
    assert here.get("/raise").status_code == 200
    assert elsewhere.get("/raise").status_code == 303


def test_a_role_that_asks_for_a_second_step_gets_one(real: Alder) -> None:
    with real.house:
        ines = Browser(create_app(real.house).test_client())
        real.account("ines")
        assert signs_in(ines, "ines", PASSWORD) == "/second-step"
        assert ines.get("/units").location == "/second-step"
        page = ines.get("/second-step").text
        app, hidden = typed_on(page), dict(re.findall(r'name="(\w+)" value="([^"]*)">', page))
        wrong = ines.client.post("/second-step", data=hidden | {"code": "000000"})
        assert wrong.status_code == 422
        assert typed_on(wrong.text) == app
        done = ines.client.post("/second-step", data=hidden | {"code": code(app, real)})
        assert "Write these codes down" in done.text
        assert ines.get("/units").status_code == 200
        recovery = re.findall(r'class="typed">([0-9a-z-]{29})<', done.text)

        again = Browser(create_app(real.house).test_client())
        assert signs_in(again, "ines", PASSWORD, next="/units") == "/sign-in/code"
        for elsewhere in ("/units", "/second-step", "/password"):
            assert again.get(elsewhere).location == "/sign-in/code"
        assert again.send("/sign-in/code", code=code(app, real)).status_code == 422
        real.clock.moment += MINUTE
        assert again.send("/sign-in/code", code=code(app, real)).location == "/units"
        assert again.get("/units").status_code == 200

        lost = Browser(create_app(real.house).test_client())
        signs_in(lost, "ines", PASSWORD)
        assert lost.send("/sign-in/code", code=recovery[0]).location == "/"
        assert lost.get("/units").status_code == 200


def test_a_hospital_that_asks_everybody_asks_every_role(tmp_path: Path) -> None:
    """By a file of its own: on the pages, and over the API."""
    directory = tmp_path / "asks-everybody"
    directory.mkdir()
    asks = json.loads(files("config").joinpath("sign_in.json").read_bytes()) | {"second_factor": ["member"]}
    (directory / "sign_in.json").write_text(json.dumps(asks), encoding="utf-8")
    here = alder(directory, sample=False)
    with here.house:
        app = face(here.house)
        for role, held in ((name, one.held) for name, one in here.house.access.roles.items() if one.held in GIVEN):
            here.who[role] = here.house.people.add(role).id
            given = {"person": here.who[role], "role": role, "since": "2025-01-06"}
            if role == "surveyor":
                here.does("operator", place.ReceiveSurveyor(person=here.who[role], hours=2), "hospital")
            elif held == "unit":
                here.does("operator", Appoint(**given), "unit-4-west")
            else:
                here.does("operator", place.Appoint(**given), "hospital")
            here.account(role)
            somebody = Browser(app.test_client())
            assert signs_in(somebody, role, PASSWORD) == "/second-step", role
            assert somebody.get("/answers").location == "/second-step", role
            program = app.test_client().post("/api/v1/session", json={"login": role, "password": PASSWORD})
            assert program.status_code == 403, role


def test_where_everybody_is_not_asked_a_nurse_comes_in_with_one(real: Alder) -> None:
    with real.house:
        real.account("nora")
        assert signs_in(Browser(create_app(real.house).test_client()), "nora", PASSWORD) == "/"


def test_codes_are_not_guessed(real: Alder) -> None:
    with real.house:
        ines = Browser(create_app(real.house).test_client())
        real.account("ines")
        signs_in(ines, "ines", PASSWORD)
        page = ines.get("/second-step").text
        hidden = dict(re.findall(r'name="(\w+)" value="([^"]*)">', page))
        ines.client.post("/second-step", data=hidden | {"code": code(typed_on(page), real)})
        thief = Browser(create_app(real.house).test_client())
        signs_in(thief, "ines", PASSWORD)
        answers = [thief.send("/sign-in/code", code=f"{n:06}").status_code for n in range(8)]
        assert answers == [422] * 5 + [429] * 3


def test_a_half_finished_sign_in_is_short(hospital: Alder, nobody: Browser) -> None:
    hospital.house.accounts.open(hospital.who["nora"], "nora", "given by somebody")
    signs_in(nobody, "nora", "given by somebody")
    hospital.clock.moment += 11 * MINUTE
    assert nobody.get("/password").location == "/sign-in?next=%2Fpassword"


@pytest.mark.parametrize(("own", "minutes"), [("", 15), ("yes", 60)])
def test_how_long_one_stays_in_depends_on_the_machine(hospital: Alder, nobody: Browser, own: str, minutes: int) -> None:
    hospital.account("nora")
    signs_in(nobody, "nora", PASSWORD, own=own)
    hospital.clock.moment += minutes * MINUTE
    assert nobody.get("/raise").status_code == 200
    hospital.clock.moment += minutes * MINUTE + 1
    assert nobody.get("/raise").status_code == 303


def test_at_the_latest_a_sign_in_ends_after_half_a_day(hospital: Alder, nobody: Browser) -> None:
    hospital.account("nora")
    signs_in(nobody, "nora", PASSWORD)
    for _ in range(12 * 6 - 1):
        hospital.clock.moment += 10 * MINUTE
        assert nobody.get("/raise").status_code == 200
    hospital.clock.moment += 10 * MINUTE
    assert nobody.get("/raise").status_code == 303


def test_another_role_brings_another_token_and_its_limits(hospital: Alder, nobody: Browser) -> None:
    hospital.account("nora")
    signs_in(nobody, "nora", PASSWORD, own="yes")
    before = nobody.client.get_cookie("heard")
    hospital.does(
        "operator", Appoint(person=hospital.who["nora"], role="unit_champion", since="2025-01-06"), "unit-icu"
    )
    assert nobody.get("/raise").status_code == 200
    after = nobody.client.get_cookie("heard")
    assert before
    assert after
    hospital.clock.moment += 11 * MICRO
    assert nobody.get("/raise").status_code == 200
    nobody.client.set_cookie("heard", before.value)
    assert nobody.get("/raise").status_code == 303
    nobody.client.set_cookie("heard", after.value)
    hospital.does(
        "operator", place.Appoint(person=hospital.who["nora"], role="counsel", since="2025-01-06"), "hospital"
    )
    nobody.get("/raise")
    hospital.clock.moment += 16 * MINUTE
    assert nobody.get("/raise").status_code == 303


def test_a_session_that_was_planted_is_not_the_one_that_is_signed_in(hospital: Alder, nobody: Browser) -> None:
    hospital.account("nora")
    nobody.get("/sign-in")
    planted = nobody.client.get_cookie("heard")
    assert planted
    signs_in(nobody, "nora", PASSWORD)
    attacker = Browser(nobody.client.application.test_client())
    attacker.client.set_cookie("heard", planted.value)
    assert attacker.get("/raise").status_code == 303


def test_guessing_is_slowed_and_locks_out_nobody_who_has_been_here_before(hospital: Alder, nobody: Browser) -> None:
    hospital.account("nora")
    signs_in(nobody, "nora", PASSWORD)
    nobody.send("/raise")
    thief = Browser(nobody.client.application.test_client())
    answers = [thief.send("/sign-in", login="nora", password=f"guess number {n}") for n in range(8)]
    assert [answer.status_code for answer in answers] == [422] * 5 + [429] * 3
    assert answers[-1].headers["Retry-After"] == "900"
    unknown = [thief.send("/sign-in", login="nobody", password=f"guess number {n}") for n in range(8)]
    assert [answer.status_code for answer in unknown] == [422] * 5 + [429] * 3
    assert unknown[0].text.count("do not go together") == answers[0].text.count("do not go together")
    nobody.client.delete_cookie("heard")
    assert signs_in(nobody, "nora", PASSWORD, next="/raise") == "/raise"


def test_two_tabs_that_sign_in_one_after_the_other_both_get_in(hospital: Alder, nobody: Browser) -> None:
    hospital.account("nora")
    old = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)">', nobody.get("/sign-in?next=/raise").text))
    assert signs_in(nobody, "nora", PASSWORD, next="/answers") == "/answers"
    late = nobody.client.post("/sign-in", data=old | {"login": "nora", "password": PASSWORD})
    assert (late.status_code, late.location) == (303, "/raise")
    assert nobody.get("/raise").status_code == 200


def test_a_sign_in_page_that_grew_old_asks_again(hospital: Alder, nobody: Browser) -> None:
    hospital.account("nora")
    old = nobody.client.post("/sign-in", data={"login": "nora", "password": PASSWORD, "next": "/raise"})
    assert old.status_code == 403
    assert "grew old" in old.text
    assert 'value="/raise"' in old.text
    assert nobody.get("/raise").status_code == 303


def test_a_stolen_password_is_refused_where_there_is_a_list(hospital: Alder, nobody: Browser) -> None:
    hospital.house.accounts.open(hospital.who["nora"], "nora", "given by somebody")
    signs_in(nobody, "nora", "given by somebody")
    stolen = sha1(OWN.encode(), usedforsecurity=False).hexdigest().upper()
    (hospital.house.directory / FILE).write_text(f"{stolen}:7\n", encoding="utf-8")
    refused = nobody.send("/password", password=OWN)
    assert (refused.status_code, "was stolen somewhere" in refused.text) == (422, True)
    assert nobody.send("/password", password=OWN + " and more").status_code == 303
