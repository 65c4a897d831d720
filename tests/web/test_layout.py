"""The frame and its parts: strict about names, safe with words, plain about the moment."""

from datetime import date

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup
from msgspec.structs import replace

from services.web.layout import Card, Choice, Field, Moment, Notice, Place, asked
from services.web.layout.components import nhsuk
from services.web.layout.field import Kind
from tests.web.gallery import FRAME, STATES, TODAY, environment, page, pages

NASTY = "</textarea><script>alert('x')</script>\" onfocus=\"y"
IMPORTS = """{% import "layout/form.html" as form %}{% import "layout/board.html" as board %}
{% import "layout/parts.html" as parts %}"""


def rendered(source: str, **context: object) -> str:
    return environment().from_string(IMPORTS + source).render(context)


def field(spec: Field) -> str:
    return rendered("{{ form.field(spec) }}", spec=spec)


def test_an_unknown_name_in_a_template_is_refused() -> None:
    with pytest.raises(UndefinedError):
        rendered("{{ nobody }}")


@pytest.mark.parametrize("name", ["board", "issue", "form", "parts"])
def test_every_page_is_made_of_known_names(name: str) -> None:
    assert "<main" in page(name)


def test_a_page_needs_neither_reader_nor_places_nor_moment() -> None:
    bare = replace(FRAME, places=(), reader=None, moment=None, sample=False)
    shown = page("form", bare)
    assert "Sign out" not in shown
    assert "nobody here is real" not in shown
    assert 'aria-label="Places"' not in shown


def test_htmx_may_neither_evaluate_nor_style_nor_leave_nor_keep() -> None:
    told = page("board")
    for forbidden in (
        '"allowEval":false',
        '"includeIndicatorStyles":false',
        '"selfRequestsOnly":true',
        '"historyCacheSize":0',
    ):
        assert forbidden in told


def test_a_sample_hospital_says_so() -> None:
    assert "Sample hospital — nobody here is real" in page("board")


def test_the_current_place_is_named_to_everyone() -> None:
    shown = page("board", replace(FRAME, places=(Place("Unit", "/unit", current=True), Place("Help", "/help"))))
    assert shown.count('class="places__link" href="/unit" aria-current="page"') == 1
    assert 'href="/help" aria-current' not in shown


def test_a_count_says_what_it_counts() -> None:
    shown = page("board", replace(FRAME, places=(Place("My desk", "/desk", 3),)))
    assert '3<span class="nhsuk-u-visually-hidden"> waiting on you</span>' in shown


def test_a_past_moment_stands_over_the_page() -> None:
    assert "As it was known on 12 May 2025. What was recorded later is not shown." in pages()["past"]
    assert "Back to today" in pages()["past"]
    assert "Back to today" not in page("board")


def test_the_two_questions_about_a_day_read_differently() -> None:
    on = Moment("/unit/4-west", TODAY, "on", date(2025, 5, 12))
    assert on.statement == "As it was on 12 May 2025, by everything known today."
    assert on.past


def test_today_is_not_the_past() -> None:
    assert not Moment("/", TODAY).past
    assert Moment("/", TODAY).words == "today"


def test_the_moment_keeps_the_rest_of_the_question() -> None:
    assert '<input type="hidden" name="filter" value="mine">' in page("board")


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ({}, ("now", "")),
        ({"day": "", "reading": "on"}, ("now", "")),
        ({"day": "2025-05-12", "reading": "on"}, ("on", "2025-05-12")),
        ({"day": "2025-05-12", "reading": "as_of"}, ("as_of", "2025-05-12")),
        ({"day": "2025-05-12"}, ("as_of", "2025-05-12")),
        ({"as_of": "118"}, ("as_of", "118")),
        ({"on": "2025-05-12"}, ("on", "2025-05-12")),
    ],
)
def test_a_query_asks_for_a_moment(query: dict[str, str], answer: tuple[str, str]) -> None:
    assert asked(query) == answer


@pytest.mark.parametrize("kind", ["text", "words", "date", "number", "choice", "person", "flag"])
def test_what_people_wrote_stays_words(kind: Kind) -> None:
    spec = Field(
        "n",
        NASTY,
        NASTY,
        kind,
        (Choice(NASTY, NASTY, NASTY),),
        NASTY,
        NASTY,
    )
    shown = field(spec)
    assert "<script" not in shown
    assert 'onfocus="y' not in shown


def test_markup_is_shown_as_markup_only_where_it_says_it_is() -> None:
    assert "<b>bold</b>" in rendered("{{ parts.table('t', ['a'], rows) }}", rows=[[Markup("<b>bold</b>")]])
    assert "&lt;b&gt;" in rendered("{{ parts.table('t', ['a'], rows) }}", rows=[["<b>bold</b>"]])


def test_a_number_in_a_table_is_shown_even_when_it_is_none() -> None:
    assert ">0<" in rendered("{{ parts.table('t', ['a', 'b'], rows) }}", rows=[["x", 0]]).replace(" ", "").replace(
        "\n", ""
    )


def test_what_need_not_be_answered_says_so() -> None:
    assert "Idea (optional)" in field(Field("idea", "Idea"))
    assert "optional" not in field(Field("what", "What", required=True))


def test_few_choices_are_all_seen_and_many_are_a_list() -> None:
    few = tuple(Choice(str(n), f"Unit {n}") for n in range(7))
    assert field(Field("u", "Unit", kind="choice", choices=few, value="3")).count('type="radio"') == 7
    assert "<select" in field(Field("u", "Unit", kind="choice", choices=(*few, Choice("8", "Unit 8"))))


@pytest.mark.parametrize(("kind", "kept"), [("choice", "checked"), ("person", "selected")])
def test_an_answer_is_kept_after_a_refusal(kind: Kind, kept: str) -> None:
    spec = Field("who", "Who", "", kind, (Choice("a", "Ann"), Choice("b", "Bo")), "b", "Not her")
    assert f'value="b" {kept}' in field(spec)


def test_an_error_is_said_at_its_question_and_at_the_top() -> None:
    wrong = Field("what", "What", error="Say what happened", required=True)
    shown = rendered("{{ form.form([spec], 'id', 'token', '/raise', 'Send') }}", spec=wrong)
    assert 'href="#what"' in shown
    assert 'id="what-error"' in shown
    assert 'aria-describedby="what-error"' in shown


def test_a_form_carries_its_command_and_its_token() -> None:
    shown = rendered("{{ form.form([], 'c-1', 't-1', '/raise', 'Send') }}")
    assert '<form class="form" method="post" action="/raise"' in shown
    assert '<input type="hidden" name="command" value="c-1">' in shown
    assert '<input type="hidden" name="csrf_token" value="t-1">' in shown


def test_a_refusal_is_announced_and_a_note_is_not_shouted() -> None:
    told = replace(FRAME, notices=(Notice("No.", "refused"), Notice("By the way.")))
    shown = page("board", told)
    assert 'class="notice notice--refused" role="alert"' in shown
    assert 'class="notice notice--note" role="status"' in shown


def test_states_differ_by_shape_or_word_and_never_by_colour_alone() -> None:
    chips = {state: rendered("{{ board.chip(state) }}", state=state).strip() for state in STATES}
    bare = {state: chip.split(">", 1)[1] for state, chip in chips.items()}
    assert len(set(bare.values())) == len(STATES)


def test_an_unknown_state_is_shown_in_its_own_words() -> None:
    assert "Handed over" in rendered("{{ board.chip('handed_over') }}")


def test_a_card_leaves_out_what_is_not_known() -> None:
    shown = rendered("{{ board.card(card) }}", card=Card(7, "/i/7", "Broken lock", "listed"))
    assert "On nobody’s desk yet" in shown
    assert "Promised" not in shown
    assert "to be told" not in shown


def test_a_moved_promise_keeps_its_first_date() -> None:
    moved = Card(7, "/i/7", "Lift", "barrier", first="12 May", now="30 Jun", moved=1)
    shown = rendered("{{ board.card(card) }}", card=moved)
    assert "12 May</s>" in shown
    assert "moved once" in shown


def test_a_component_of_the_design_system_is_called_by_its_folder() -> None:
    assert 'class="nhsuk-skip-link"' in nhsuk("skip-link", {"href": "#a", "text": "Skip"})
