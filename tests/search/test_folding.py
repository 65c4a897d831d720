"""Words as they are compared."""

import pytest

from services.search.folding import MOST, folded, holds, terms


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Pump", "the PUMP ran twice as fast"),
        ("jabon", "No hay jabón en el baño"),
        ("JABÓN", "no hay jabon"),
        ("gloves", "a torn glove"),
        ("glove", "we ran out of gloves"),
        ("antibiot", "the antibiotics came late"),
        ("gloves", "faltan guantes en la sala"),
        ("guantes", "no gloves in the room"),
        ("room 12", "the door of room 12"),
        ("pump room", "Room 4: one pump for three beds"),
        ("the lift", "Lift"),
    ],
)
def test_it_is_found(asked: str, said: str) -> None:
    assert holds(terms(asked), [said])


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("pump lift", "the pump ran"),
        ("1", "room 12"),
        ("or", "orthopaedics"),
        ("lass", "glass"),
    ],
)
def test_it_is_not_found(asked: str, said: str) -> None:
    assert not (terms(asked) and holds(terms(asked), [said]))


def test_words_may_stand_in_different_texts_of_one_record() -> None:
    assert holds(terms("gel bottles"), ["The hand gel is empty", "Two bottles"])


@pytest.mark.parametrize("asked", ["", "  ", "of the", "…", "de la"])
def test_nothing_is_asked_for(asked: str) -> None:
    assert terms(asked) == ()


def test_a_question_may_be_as_long_as_it_likes() -> None:
    assert len(terms(" ".join(map(str, range(100, 200))))) == MOST


def test_accents_fall_and_letters_stay() -> None:
    assert folded("Cañón, naïve ﬁle; 5ml_glass") == ["canon", "naive", "file", "5ml", "glass"]
