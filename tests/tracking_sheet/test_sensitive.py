"""Which texts are held, and which ordinary words of a ward are not."""

import pytest

from services.tracking_sheet.people import known_names
from services.tracking_sheet.sensitive import Watch
from services.tracking_sheet.vocabulary import Vocabulary

DIRECTORY = ("Dana Cole", "Ruth Adeyemi", "Lena", "Grace Hall", "Siobhán O'Brien", "Ana García-Ruiz", "Bo Ng")
OWNERS = (
    "Dr Osei / J. Alvarez RN",
    "M. Tran (materials)",
    "P. Novak",
    "biomed",
    "Champion - 4W",
    "Plumbing",
    "Tom Hale",
)


@pytest.fixture(scope="session")
def watch(vocabulary: Vocabulary) -> Watch:
    return Watch(vocabulary.words, known_names(DIRECTORY, OWNERS, vocabulary.words))


@pytest.mark.parametrize(
    "text",
    [
        "Surgeon shouted at scrub nurse when count was questioned",
        "Resident yelled at the tech",
        "SHOUTING at huddle",
        "night charge is bullying the new nurses",
        "was humiliated in front of everyone",
        "raised his voice at the bedside",
        "Verbally abusive on the phone",
        "threw instruments",
        "hung up on me twice",
        "El médico gritó a la enfermera",
        "falta de respeto en el turno de noche",
        "name-calling at handoff",
    ],
)
def test_respect_incidents_are_held(text: str, watch: Watch) -> None:
    assert watch.reason[text] == "respect"


@pytest.mark.parametrize(
    "text",
    [
        "Señora López's family said nobody explained the drain",
        "SEÑORA LÓPEZ waited",
        "señora lopez waited",
        "Dr. Osei does not answer",
        "Dr Kim was paged twice",
        "DR SMITH DID NOT COME",
        "mr smith fell",
        "told Mrs. O'Neill",
        "Nurse Kelly knows",
        "la Dra. Gómez no contesta",
        "ask Dana",
        "ask DANA",
        "cole decides",
        "waiting for O’Brien",
        "Garcia asked twice",
        "ruiz says no",
        "osei never answers",
        "per Novak",
        "see J. Petrov",
        "Maria in bed 4 fell",
        "the daughter of Carlos asked",
        "Wanda Kowalski RN reported it",
        "escalated to Grace",
        "told Ng at huddle",
        "call Plumbing",
        "Hale never answers",
        "ask tom hale about it",
    ],
)
def test_names_are_held(text: str, watch: Watch) -> None:
    assert watch.reason[text] == "name"


@pytest.mark.parametrize(
    "text", ["MRN 0012345 got the wrong dose", "MRN12345", "patient dob 3/4/51", "expediente: 99812"]
)
def test_numbers_of_patients_are_held(text: str, watch: Watch) -> None:
    assert watch.reason[text] == "patient_number"


@pytest.mark.parametrize(
    "text",
    [
        "Staffing 1:6 on Sunday evenings",
        "No interpreter after 6 pm, family asked to translate",
        "Residents do not answer pages 02:00-05:00",
        "Foley stays in because nobody owns the removal order",
        "Nurse-driven removal protocol",
        "Nurse call light broken in room 4",
        "Nurse Manager to decide",
        "MR scanner booked out",
        "MS Contin out of stock",
        "Dr on call does not answer",
        "DR room too cold",
        "drs lounge",
        "E. coli in the sink",
        "C. Diff rooms not cleaned",
        "Hall light broken",
        "Grace period for late meds",
        "Plumbing leaks",
        "hale and hearty",
        "Don gloves before entry",
        "Yellow socks run out; yellow bands too",
        "life-threatening arrhythmia alarm not heard",
        "Escalated to COO 3/4, budget approved 5/9",
        "Handoff from ED comes without last antibiotic time",
        "IV pushed too fast",
        "May 28, 2025",
        "Central Line cart",
        "Trial of clips",
        "$4,200 per year",
        "0.2 FTE pharmacist",
        "biomed",
        "Patient refused MRN band",
        "",
    ],
)
def test_ordinary_words_are_not(text: str, watch: Watch) -> None:
    assert watch.reason[text] is None


def test_a_role_in_the_owner_column_is_no_name(vocabulary: Vocabulary) -> None:
    names = known_names(
        (), ("nurse mgr", "Infection Prevention", "Champion - 4W", "VP Finance", "IT", "n/a"), vocabulary.words
    )
    assert names.sure | names.capital | names.likely == frozenset()


def test_accents_and_case_do_not_hide_a_name(vocabulary: Vocabulary) -> None:
    watch = Watch(vocabulary.words, known_names(("José Núñez",), (), vocabulary.words))
    assert {watch.reason[text] for text in ("nunez", "NÚÑEZ", "Nu\u0301n\u0303ez".replace("u\u0301", "ú"), "Jose")} == {
        "name"
    }
