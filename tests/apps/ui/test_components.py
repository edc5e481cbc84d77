"""Each component draws what it promises, says its state without colour, and escapes what people typed."""

from collections.abc import Callable
from typing import Any

import pytest
from django import forms
from django.urls import NoReverseMatch

from cordee.apps.ui.templatetags import ui

Draw = Callable[..., str]

LEVELS = [{"value": n, "label": f"Niveau {n}", "text": f"Texte {n}"} for n in range(5)]
OTHERS = [{"value": "dont_know", "label": "Je ne sais pas"}]
HOSTILE = '"><script>alert(1)</script>'


def test_a_button_submits_by_default_and_passes_attributes_on(draw: Draw) -> None:
    html = draw('<c-button name="go" value="1" hx-post="/x/">Continuer</c-button>')
    for part in ('type="submit"', 'class="button button-primary', 'name="go"', 'value="1"', 'hx-post="/x/"'):
        assert part in html
    assert "disabled" in draw("<c-button disabled>Non</c-button>")


def test_a_link_button_is_a_link(draw: Draw) -> None:
    html = draw('<c-link-button href="/a/" variant="secondary" icon="download">Prendre</c-link-button>')
    assert html.strip().startswith('<a href="/a/" class="button button-secondary')
    assert 'aria-hidden="true"' in html


def test_inline_components_add_no_space_around_them(draw: Draw) -> None:
    html = draw('(<c-term id="x">mot</c-term>, <c-facet facet="vision">visée</c-facet>)')
    assert html.startswith("(<a ")
    assert "</a>, <span" in html
    assert html.endswith("</span>)")


def test_a_linked_card_is_one_link_with_its_title(draw: Draw) -> None:
    html = draw('<c-card heading="Titre" href="/la/" tone="vision" eyebrow="Lire">Texte</c-card>')
    assert html.count("<a ") == 1
    assert '<h3 class="card-title"><a href="/la/">Titre</a></h3>' in html
    assert "<a " not in draw('<c-card heading="Titre" level="2" href="">Texte</c-card>')


def test_a_card_shows_its_foot(draw: Draw) -> None:
    assert "Le pied" in draw('<c-card heading="T">x<c-slot name="footer">Le pied</c-slot></c-card>')
    assert "card-footer" not in draw('<c-card heading="T">x</c-card>')


@pytest.mark.parametrize(("facet", "shape"), [("vision", "<circle"), ("action", "<rect"), ("means", "<path")])
def test_a_facet_has_a_shape_and_a_word(draw: Draw, facet: str, shape: str) -> None:
    html = draw(f'<c-facet facet="{facet}" />')
    assert shape in html
    assert {"vision": "vision", "action": "action", "means": "moyens"}[facet] in html


def test_five_levels_and_the_other_answers_are_one_group(draw: Draw) -> None:
    html = draw(
        '<c-level-cards facet="means" name="q1" legend="Combien ?" :levels="levels" :others="others" chosen="3" />',
        levels=LEVELS,
        others=OTHERS,
    )
    assert html.count('type="radio"') == html.count('name="q1"') == 6
    assert html.count("checked") == 1
    assert 'value="3" checked' in html
    assert "<legend" in html
    assert "Moyens" in html


@pytest.mark.parametrize("chosen", [0, "0"])
def test_level_zero_can_be_chosen(draw: Draw, chosen: object) -> None:
    html = draw(
        '<c-level-cards facet="vision" name="q" :levels="levels" :chosen="chosen" />', levels=LEVELS, chosen=chosen
    )
    assert 'value="0" checked' in html


@pytest.mark.parametrize("chosen", ["", None])
def test_nothing_is_chosen_before_an_answer(draw: Draw, chosen: object) -> None:
    html = draw(
        '<c-level-cards facet="vision" name="q" :levels="levels" :chosen="chosen" />', levels=LEVELS, chosen=chosen
    )
    assert "checked" not in html


def test_a_refused_answer_says_why_next_to_its_group(draw: Draw) -> None:
    html = draw('<c-level-cards facet="vision" name="q" :levels="levels" error="Choisissez." />', levels=LEVELS)
    assert 'aria-describedby="q-error"' in html
    assert 'id="q-error"' in html
    assert "Choisissez." in html


def test_the_hint_is_folded(draw: Draw) -> None:
    html = draw('<c-level-cards facet="vision" name="q" :levels="levels" hint="Une scène." />', levels=LEVELS)
    assert "<details" in html
    assert "Une scène." in html
    assert "<details" not in draw('<c-level-cards facet="vision" name="q" :levels="levels" />', levels=LEVELS)


def test_chips_of_one_choice_or_several(draw: Draw) -> None:
    choices = [("a", "Association"), ("b", "Entreprise")]
    one = draw(
        '<c-choice-chips name="p" legend="Qui" :choices="choices" chosen="b" why="Parce que" />', choices=choices
    )
    assert one.count('type="radio"') == 2
    assert one.count("checked") == 1
    assert 'aria-describedby="p-why' in one
    many = draw(
        '<c-choice-chips name="p" legend="Qui" :choices="choices" :chosen="chosen" :multiple="True" />',
        choices=choices,
        chosen=["a", "b"],
    )
    assert many.count('type="checkbox"') == 2
    assert many.count("checked") == 2


def test_progress_says_it_in_words(draw: Draw) -> None:
    html = draw('<c-progress :done="2" :total="7" label="3 sur 7" remaining="encore 8 min" saved="enregistré" />')
    assert '<progress class="progress-bar" value="2" max="7"' in html
    for words in ("3 sur 7", "encore 8 min", "enregistré", 'role="status"'):
        assert words in html


@pytest.mark.parametrize("tone", ["info", "success", "warning", "danger"])
def test_each_tone_of_message_has_its_own_drawing(draw: Draw, tone: str) -> None:
    drawings = {each: draw(f'<c-icon name="{each}" />') for each in ("info", "success", "warning", "danger")}
    assert drawings[tone] in draw(f'<c-callout tone="{tone}" heading="H">x</c-callout>')
    assert len(set(drawings.values())) == 4


class Sample(forms.Form):
    name = forms.CharField(label="Nom")
    kind = forms.ChoiceField(label="Genre", choices=[("a", "A")], widget=forms.RadioSelect, help_text="Pour comparer.")
    agreed = forms.BooleanField(label="D’accord", required=False)


def test_a_form_is_drawn_with_its_labels_hints_and_errors(draw: Draw) -> None:
    html = draw("{{ form }}", form=Sample({"name": ""}))
    assert '<label class="field-label" for="id_name">Nom' in html
    assert 'id="id_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert "<fieldset" in html
    assert "<legend" in html
    assert 'id="id_kind_helptext"' in html
    assert html.index('id="id_agreed"') < html.index('for="id_agreed"'), "a box comes before its words"


def test_one_field_of_a_form(draw: Draw) -> None:
    html = draw('<c-field :field="field" />', field=Sample()["name"])
    assert 'id="id_name"' in html
    assert "Genre" not in html


def test_the_summary_of_errors_leads_to_each_field(draw: Draw) -> None:
    html = draw('<c-error-summary :form="form" />', form=Sample({"name": ""}))
    assert 'href="#id_name"' in html
    assert 'href="#id_kind"' in html
    assert 'role="alert"' in html
    assert "n’est perdu" in html
    assert draw('<c-error-summary :form="form" />', form=Sample()).strip() == ""


def test_a_table_names_its_rows_and_columns(draw: Draw) -> None:
    html = draw('<c-table caption="Effectifs" :headers="h" :rows="r" />', h=["Axe", "n"], r=[["Clarté", 3]])
    assert "<caption>Effectifs</caption>" in html
    assert html.count('scope="col"') == 2
    assert '<th scope="row">Clarté</th><td>3</td>' in html
    assert 'tabindex="0"' in html


def test_the_breadcrumb_ends_on_this_page(draw: Draw) -> None:
    html = draw('<c-breadcrumb :items="items" />', items=[("Accueil", "/"), ("Ici", "")])
    assert '<a href="/">Accueil</a>' in html
    assert '<span aria-current="page">Ici</span>' in html


def test_parts_of_a_page(draw: Draw) -> None:
    html = draw('<c-section-nav label="Parties" :items="items" current="#b" />', items=[("A", "#a"), ("B", "#b")])
    assert html.count("aria-current") == 1
    assert html.index("#a") < html.index("aria-current")


@pytest.mark.parametrize(("reached", "filled"), [(0, 1), (4, 5), (None, 0)])
def test_a_stage_fills_the_steps_reached(draw: Draw, reached: int | None, filled: int) -> None:
    html = draw('<c-stage :reached="reached" name="Absent" />', reached=reached)
    assert html.count("stage-reached") == filled
    assert html.count("stage-step ") == 5


def test_a_next_step_folds_its_reasons(draw: Draw) -> None:
    html = draw(
        '<c-next-step rank="1" heading="Doter" effort="une heure" href="/o/" link="Ouvrir" why="Vision 3">'
        "Faire</c-next-step>"
    )
    for part in ("Doter", "une heure", "Vision 3", "<details", 'href="/o/"', "Faire"):
        assert part in html


def test_a_copied_value_can_be_selected_without_script(draw: Draw) -> None:
    html = draw('<c-copy-field id="k" label="Lien" value="https://a.example/r/x" hint="Gardez-le." />')
    assert 'value="https://a.example/r/x" readonly' in html
    assert 'data-copy="k"' in html
    assert "hidden>" in html


def test_htmx_is_held_to_the_strict_policy(draw: Draw) -> None:
    html = draw("<c-htmx />")
    for part in ('"allowEval": false', '"includeIndicatorStyles": false', '"historyCacheSize": 0', "defer"):
        assert part in html


def test_a_term_without_glossary_is_plain_text(draw: Draw, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*args: Any, **kwargs: Any) -> str:
        raise NoReverseMatch

    monkeypatch.setattr(ui, "reverse", nowhere)
    assert draw('<c-term id="x">mot</c-term>') == '<span class="term">mot</span>'
    monkeypatch.setattr(ui, "reverse", lambda route, args: f"/{route}/{args[0]}/")
    assert draw('<c-term id="x">mot</c-term>') == (
        '<a class="term" href="/words:by_id/x/" data-card="/words:card/x/">mot</a>'
    )


@pytest.mark.parametrize(
    "source",
    [
        '<c-card :heading="text" :eyebrow="text" :href="text">{{ text }}</c-card>',
        '<c-card heading="{{ text }}" href="{{ text }}">x</c-card>',
        '<c-choice-chips name="n" :legend="text" :why="text" :error="text" :choices="pairs" :chosen="text" />',
        '<c-level-cards facet="vision" name="n" :legend="text" :hint="text" :error="text" :word="text" />',
        '<c-copy-field id="k" :label="text" :value="text" :hint="text" />',
        '<c-table :caption="text" :headers="cells" :rows="rows" />',
        '<c-callout :heading="text">{{ text }}</c-callout>',
        '<c-next-step :heading="text" :why="text" :effort="text" :href="text" :link="text">x</c-next-step>',
        '<c-stat :value="text">{{ text }}</c-stat>',
        '<c-breadcrumb :items="pairs" />',
        '<c-progress :label="text" :remaining="text" :saved="text" />',
        '<c-error-summary :errors="pairs" />',
    ],
)
def test_what_people_typed_stays_text(draw: Draw, source: str) -> None:
    html = draw(source, text=HOSTILE, pairs=[(HOSTILE, HOSTILE)], cells=[HOSTILE], rows=[[HOSTILE, HOSTILE]])
    assert "<script" not in html.replace('<script type="application/ld+json">', "")
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    ("value", "chosen", "expected"),
    [(3, "3", True), ("3", 3, True), (0, "", False), (0, None, False), ("a", ["b", "a"], True), (1, (2, 3), False)],
)
def test_values_are_compared_as_they_read(value: object, chosen: object, expected: bool) -> None:
    assert ui.among(value, chosen) is expected
