"""A photo with a voice that nobody asks who it is: where the hospital takes any, as nothing but the picture, once."""

import io
import re
from itertools import product

import msgspec
import pytest
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from services import admission, photos
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from tests.web.taken import PLACE, bomb, noise, taken
from tests.web.test_pages_speak import WORDS, code_in, hidden, says, voice
from workflows.concern.state import Voice
from workflows.hospital.commands import AdoptTerms
from workflows.kernel.terms import Terms

NAME = "hoist-by-nora-bell.jpg"


@pytest.fixture
def takes(hospital: Alder) -> Alder:
    """The hospital takes photos on its public pages."""
    document = msgspec.json.encode(Terms(photos_on_public_pages=True))
    hospital.does("operator", AdoptTerms(digest=hospital.house.attachments.put(document)), "hospital")
    return hospital


def blank(nobody: Browser, **typed: str) -> dict[str, str]:
    form = {"kind": "concern", "unit": "4-west", "what": WORDS, "speaker": "anonymous"}
    return hidden(nobody.get("/speak/4-west")) | form | typed


def send(nobody: Browser, form: dict[str, str], sent: bytes) -> TestResponse:
    boundary, body = encode_multipart(form | {"photo": FileStorage(io.BytesIO(sent), NAME)})
    return nobody.client.post("/speak/4-west", data=body, content_type=f"multipart/form-data; boundary={boundary}")


def entered(hospital: Alder) -> Voice:
    admission.admit(hospital.house)
    (stream,) = hospital.house.ledger.streams("concern")
    found: Voice = hospital.house.clerk.memory.get(stream).state.voice
    return found


def test_no_photo_is_asked_for_or_taken_until_the_hospital_says_so(nobody: Browser, hospital: Alder) -> None:
    assert 'type="file"' not in nobody.get("/speak/4-west").text
    refused = send(nobody, blank(nobody), taken())
    assert refused.status_code == 422
    assert "We take no photos here now" in refused.text
    assert hospital.house.intake.waiting() == []
    assert nobody.client.post("/speak", data={"what": "x" * 70_000}).status_code == 413


def test_nothing_but_the_picture_is_kept_and_it_enters_with_its_voice(
    nobody: Browser, takes: Alder, enter: Enter
) -> None:
    assert 'type="file"' in nobody.get("/speak/4-west").text
    assert code_in(send(nobody, blank(nobody), taken(size=(3_000, 2_000))))
    (photo,) = voice(takes).photos
    drawn = photos.opened(takes.house, photo)
    assert drawn
    assert drawn.startswith(b"\xff\xd8\xff")
    (item,) = takes.house.waiting_room.items()
    (path,) = re.findall(r'<img class="photo" src="([^"]+)"', enter("marco").get(f"/voice/{item.id}").text)
    assert enter("marco").get(path).data == drawn
    assert entered(takes).photos == (photo,)
    assert photos.opened(takes.house, photo) == drawn
    kept = b"".join(file.read_bytes() for file in takes.house.directory.glob("*.sqlite*"))
    assert not [trace for trace in (PLACE, b"nora-bell", drawn[200:260]) if trace in kept]


def test_a_large_photo_is_put_down_in_no_temporary_file(
    nobody: Browser, takes: Alder, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_down = list[object]()
    monkeypatch.setattr("tempfile.SpooledTemporaryFile.rollover", put_down.append)
    assert code_in(send(nobody, blank(nobody), noise(PLACE)))
    assert put_down == []


def test_a_lost_reply_and_a_retry_keep_one_photo(nobody: Browser, takes: Alder) -> None:
    form = blank(nobody)
    codes = {code_in(send(nobody, form, taken())) for _ in range(2)}
    assert len(voice(takes).photos) == 1
    admission.admit(takes.house)
    codes.add(code_in(send(nobody, form, taken())))
    assert len(codes) == 1
    assert len(entered(takes).photos) == 1
    assert takes.house.intake.waiting() == []


@pytest.mark.parametrize("speaker", ["confidential", "named"])
def test_a_voice_that_does_not_wait_has_its_photo_at_once(nobody: Browser, takes: Alder, speaker: str) -> None:
    form = blank(nobody, speaker=speaker, contact="Nora Bell, 555 0101")
    for _ in range(2):
        assert code_in(send(nobody, form, taken()))
    (photo,) = entered(takes).photos
    assert photos.opened(takes.house, photo)
    assert takes.house.intake.photos.find(photo.id) is None


NO_PHOTOS = (
    (b"GIF89a" + bytes(40), "no photo that can be read"),
    (taken()[:400], "no photo that can be read|damaged"),
    (bomb(), "no photo that can be read|too many pixels"),
    (bytes(photos.MOST_BYTES + 1), "too large"),
)


def test_what_is_no_photo_is_told_and_the_words_stay_typed(nobody: Browser, takes: Alder) -> None:
    for sent, why in NO_PHOTOS:
        told = send(nobody, blank(nobody), sent)
        assert told.status_code == 422
        assert re.search(why, told.text)
        assert WORDS in told.text
    assert takes.house.intake.waiting() == []


def test_with_a_matter_of_respect_none_is_taken(nobody: Browser, takes: Alder) -> None:
    assert "We take no photo with this" in send(nobody, blank(nobody, kind="visitor"), taken()).text
    assert 'type="file"' not in nobody.get("/speak/4-west?kind=retaliation").text
    assert takes.house.intake.waiting() == []


def test_a_form_that_comes_back_asks_for_its_photo_again(nobody: Browser, takes: Alder) -> None:
    assert "choose it again" in send(nobody, blank(nobody, what=""), taken()).text
    assert "choose it again" not in says(nobody, what="").text


def test_the_words_have_their_own_cap_beside_a_photo(nobody: Browser, takes: Alder) -> None:
    assert "Make this shorter" in send(nobody, blank(nobody, what="x" * 70_000), taken()).text
    assert send(nobody, blank(nobody, what="x" * 600_000), taken()).status_code == 413
    assert nobody.client.post("/speak/4-west", data=blank(nobody, what="x" * 70_000)).status_code == 413
    large = {"CONTENT_LENGTH": "12000000"}
    assert nobody.client.post("/speak/4-west", environ_overrides=large).status_code == 413


MALFORMED = (
    b"",
    b"--",
    b"--x\r\n\r\n--x--",
    b'--x\r\nContent-Disposition: form-data; name="code"\r\n',
    b"--x\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--x--\r\n",
    b"--x\r\nContent-Disposition:\r\n\r\n\r\n--x--\r\n",
    b'--x\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n' + bytes(90_000),
    b"--x\r\n" + b"A: b\r\n" * 9_000,
    b"--x\r\nContent-Disposition: attachment; name=\xff\r\n\r\n\xff\r\n--x--\r\n",
)


BOUNDARIES = ("; boundary=x", "; boundary=", "", "; boundary=\xe9")


def test_a_form_that_cannot_be_read_is_told_in_plain_words(nobody: Browser, takes: Alder) -> None:
    plain = re.compile("could not read what you sent|was old|larger than this page takes|did not arrive whole")
    for body, boundary in product(MALFORMED, BOUNDARIES):
        told = nobody.client.post("/speak/4-west", data=body, content_type=f"multipart/form-data{boundary}")
        assert told.status_code in (400, 409, 413), (body, boundary)
        assert plain.search(told.text), told.text
    assert takes.house.intake.waiting() == []
