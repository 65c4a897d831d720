"""A photo of a voice: nothing but the picture is kept, only who reads the voice sees it, and it goes with the voice."""

import io
import re

import pytest
from PIL import Image
from werkzeug.test import TestResponse

from services.admission import admit
from services.erasing.carrying import carry_on
from tests.web.alder import Alder
from tests.web.behind import guard
from tests.web.conftest import Browser, Enter
from tests.web.summer import summer
from tests.web.taken import PLACE, bomb, taken
from workflows.concern.commands import Raise
from workflows.subject.commands import Erase


@pytest.fixture
def voice(hospital: Alder) -> str:
    summer(hospital)
    guard(hospital)
    return hospital.does("nora", Raise(unit="4-west", what="The hoist has a torn sling."))


def add(
    browser: Browser, voice: str, sent: bytes, name: str = "photo.jpg", shows: str = "A torn sling"
) -> TestResponse:
    form = browser.get(f"/voice/{voice}/photo").text
    token = re.findall(r'name="csrf_token" value="([^"]+)"', form)
    data = {"csrf_token": token[0] if token else "", "shows": shows, "file": (io.BytesIO(sent), name)}
    return browser.client.post(f"/voice/{voice}/photo", data=data, content_type="multipart/form-data")


def shown(browser: Browser, voice: str) -> list[str]:
    return re.findall(r'<img class="photo" src="([^"]+)"', browser.get(f"/voice/{voice}").text)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_only_the_picture_is_kept_and_shown_to_who_reads_the_voice(
    hospital: Alder, voice: str, enter: Enter, kind: str
) -> None:
    nora = enter("nora")
    assert PLACE in taken(kind)
    assert add(nora, voice, taken(kind)).status_code == 303
    (path,) = shown(enter("marco"), voice)
    picture = enter("marco").get(path)
    assert picture.mimetype == "image/jpeg"
    assert PLACE not in picture.data
    with Image.open(io.BytesIO(picture.data)) as seen:
        assert (seen.size, dict(seen.getexif())) == ((60, 40), {})
    assert enter("kim").get(path).status_code == 404
    kept = b"".join(file.read_bytes() for file in hospital.house.directory.glob("*.sqlite*"))
    assert picture.data[200:260] not in kept, "it lies sealed"
    assert 'alt="A torn sling"' in nora.get(f"/voice/{voice}").text


def test_a_photo_goes_with_its_voice(hospital: Alder, voice: str, enter: Enter) -> None:
    nora = enter("nora")
    add(nora, voice, taken())
    (path,) = shown(nora, voice)
    digest = path.rpartition("/")[2]
    sealed = hospital.house.attachments.get(digest)
    assert sealed
    hospital.does("iris", Erase(about=voice, basis="law", approver=hospital.who["clara"]))
    carry_on(hospital.house)
    assert hospital.house.attachments.get(digest) is None
    kept = b"".join(file.read_bytes() for file in hospital.house.directory.glob("attachments.sqlite*"))
    assert sealed[:100] not in kept
    assert enter("marco").get(path).status_code == 404


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        (b"", "Choose a photo first|no photo that can be read"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no photo that can be read"),
        (b"GIF89a" + bytes(40), "no photo that can be read"),
        (taken()[:400], "damaged|no photo that can be read"),
        (bomb(), "no photo that can be read|too many pixels"),
        (taken("PNG", (9_000, 5_000)), "too many pixels"),
    ],
)
def test_what_is_no_photo_is_told_and_not_kept(voice: str, enter: Enter, sent: bytes, why: str) -> None:
    nora = enter("nora")
    told = add(nora, voice, sent)
    assert told.status_code == 422
    assert re.search(why, told.text)
    assert shown(nora, voice) == []


def test_a_large_file_is_refused_and_there_are_five_at_most(voice: str, enter: Enter) -> None:
    nora = enter("nora")
    large = {"CONTENT_LENGTH": "12000000"}
    assert nora.client.post(f"/voice/{voice}/photo", environ_overrides=large).status_code == 413
    for size in range(5):
        assert add(nora, voice, taken(size=(10 + size, 10))).status_code == 303
    assert add(nora, voice, taken()).status_code == 409
    assert len(shown(nora, voice)) == 5


def test_whoever_may_not_add_one_finds_no_form(voice: str, enter: Enter) -> None:
    for login in ("kim", "ruth"):
        assert enter(login).get(f"/voice/{voice}/photo").status_code == 404


def test_a_photo_of_a_voice_that_waits_is_seen_before_and_after_it_enters(hospital: Alder, enter: Enter) -> None:
    summer(hospital)
    waiting = hospital.does("nora", Raise(unit="4-west", what="The hoist has a torn sling.", speaker="anonymous"))
    marco = enter("marco")
    assert add(marco, waiting, taken()).status_code == 303
    (path,) = shown(marco, waiting)
    seen = marco.get(path).data
    assert hospital.house.attachments.get(path.rpartition("/")[2]) is None, "it waits with its voice"
    admit(hospital.house)
    voice = hospital.house.intake.stream_of(waiting)
    assert voice
    (after,) = shown(marco, voice)
    assert marco.get(after).data == seen
    assert hospital.house.intake.photos.find(after.rpartition("/")[2]) is None
