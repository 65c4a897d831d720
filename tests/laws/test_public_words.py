"""The words of the public pages: in every language the same keys, and plain enough for anybody."""

import re
import string

import pytest

from services.clerk.access import RoleTerms
from services.documents import read
from services.web.public.catalogue import LANGUAGES, says
from tests.laws.tree import TOP

TEMPLATES = [*(TOP / "services/web/pages").glob("*/*.html"), TOP / "services/web/layout/outside.html"]
MOST_GRADE = 8.0
"""Of Flesch and Kincaid: what is read after eight years of school."""
LEAST_EASE = 65.0
"""Of Fernández Huerta, as INFLESZ grades it: from here on "fairly easy"."""


def sentences(language: str) -> list[str]:
    """Every sentence of four words or more; shorter ones are labels."""
    filled = [re.sub(r"\{\w+\}", "ten", text) for text in says(language).words.values()]
    found = [part.strip() for text in filled for part in re.split(r"(?<=[.!?:])\s+", text)]
    return [one for one in found if len(one.split()) >= 4]


def words(sentence: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", sentence)


def syllables_en(word: str) -> int:
    """Groups of vowels, less a silent e at the end."""
    bare = re.sub(r"(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$", "", word.lower()) or word.lower()
    return max(1, len(re.findall(r"[aeiouy]+", bare)))


def syllables_es(word: str) -> int:
    """Strong vowels, and weak ones that stand apart: by an accent, or among consonants."""
    return max(
        1,
        len(
            re.findall(r"[aeoáéó]|[íú]|(?<![aeoáéóiu])[iuü](?![aeoáéó])", re.sub("[qg]u(?=[eéií])", "q", word.lower()))
        ),
    )


def grade(language: str) -> float:
    said = sentences(language)
    all_words = [word for one in said for word in words(one)]
    syllables = sum(map(syllables_en, all_words))
    return 0.39 * len(all_words) / len(said) + 11.8 * syllables / len(all_words) - 15.59


def ease(language: str) -> float:
    said = sentences(language)
    all_words = [word for one in said for word in words(one)]
    syllables = sum(map(syllables_es, all_words))
    return 206.84 - 60 * syllables / len(all_words) - 1.02 * len(all_words) / len(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_in_every_language_with_the_same_fields(language: str) -> None:
    first, other = says(LANGUAGES[0]).words, says(language).words
    assert first.keys() == other.keys()
    for key, text in first.items():
        fields = [{name for _, name, _, _ in string.Formatter().parse(one) if name} for one in (text, other[key])]
        assert fields[0] == fields[1], key


def test_every_key_that_a_template_says_is_there_and_every_key_is_said() -> None:
    said = {
        key for path in TEMPLATES for key in re.findall(r"""say\(["']([\w.]+)["']""", path.read_text(encoding="utf-8"))
    }
    assert {key for key in said if not key.endswith(".")} <= says("en").words.keys()
    code = "".join(path.read_text(encoding="utf-8") for path in (TOP / "services/web").rglob("*.py"))
    made = (
        "speak.kind.",
        "speak.who.",
        "speak.came.",
        "speak.speaker.",
        "speak.leads.",
        "heard.next.",
        "story.",
        "role.",
        "wrong.photo.",
        "ballot.mode.",
        "ballot.card.",
        "ballot.card_hint.",
    )
    unsaid = [
        key for key in says("en").words if key not in said and f'"{key}"' not in code and not key.startswith(made)
    ]
    assert unsaid == []


def test_whoever_has_a_role_in_the_hospital_is_called_something_in_every_language() -> None:
    held = {role for role, row in read("roles", dict[str, RoleTerms]).items() if row.held == "hospital"}
    called = {key.removeprefix("role.") for key in says("en").words if key.startswith("role.")}
    assert called == {*held, "somebody"}


def test_english_is_read_after_eight_years_of_school() -> None:
    assert grade("en") <= MOST_GRADE


def test_spanish_is_fairly_easy() -> None:
    assert ease("es") >= LEAST_EASE


@pytest.mark.parametrize(
    ("word", "count"), [("people", 2), ("answer", 2), ("code", 1), ("closed", 1), ("emergency", 4)]
)
def test_english_syllables(word: str, count: int) -> None:
    assert syllables_en(word) == count


@pytest.mark.parametrize(("word", "count"), [("respuesta", 3), ("código", 3), ("día", 2), ("quien", 1), ("guardia", 2)])
def test_spanish_syllables(word: str, count: int) -> None:
    assert syllables_es(word) == count
