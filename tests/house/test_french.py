"""The French of a file is found in every kind of file, and nothing else of it is ever touched."""

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.typography import OBJECT, corrected, corrections
from house.french import catalogues, markdown, python_code, templates, yaml_files
from house.french.masks import hidden, only, shown
from house.french.tree import prose_of


def mended(prose: str, source: str) -> str:
    """The source with the faults of its prose mended; the thin space is shown as an underscore."""
    return corrected(source, corrections(prose)).replace("\u202f", "_")


def visible(prose: str) -> str:
    """The words that are taken for French."""
    return " ".join(prose.replace(OBJECT, " ").split())


@given(st.text(max_size=40), st.integers(0, 20), st.integers(0, 20))
def test_masks_keep_every_place(text: str, first: int, second: int) -> None:
    span = (min(first, second, len(text)), min(max(first, second), len(text)))
    assert len(hidden(text, [span])) == len(only(text, [span])) == len(text)
    assert shown(hidden(text, [span]), text, [span]) == text
    assert only(text, [span])[span[0] : span[1]] == text[span[0] : span[1]]


class TestMarkdown:
    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            ("Prêt ? `a ? b : c` !", "Prêt_? `a ? b : c`_!"),
            ("```sh\nx ? y : z ;\n```\nFini !\n", "```sh\nx ? y : z ;\n```\nFini_!\n"),
            ("~~~\na !\n~~~\nb !", "~~~\na !\n~~~\nb_!"),
            ("[mot](https://example.org/a?b=c) : suite", "[mot](https://example.org/a?b=c)_: suite"),
            ("| a | b |\n| :--- | ---: |\n| oui ! | non |", "| a | b |\n| :--- | ---: |\n| oui_! | non |"),
            ("<!-- note : secret ! --> Fin !", "<!-- note : secret ! --> Fin_!"),
            ("voir https://example.org/?q=1 ; puis", "voir https://example.org/?q=1_; puis"),
            ("une image ![vue](a.png) : belle", "une image ![vue](a.png)_: belle"),
        ],
    )
    def test_words_are_mended_and_code_is_not(self, source: str, expected: str) -> None:
        assert mended(markdown.prose(source), source) == expected


class TestYaml:
    def test_only_values_under_fr_are_french(self) -> None:
        source = 'a: {fr: "Qui ?", en: "Who ?"}\nb: "Rien ?"\n'
        assert visible(yaml_files.prose(source)) == '"Qui ?"'

    def test_lists_and_maps_below_fr_are_french_too(self) -> None:
        source = "text:\n  fr:\n    - Oui !\n    - {note: Non !}\n  en: [Yes !]\n"
        expected = "text:\n  fr:\n    - Oui_!\n    - {note: Non_!}\n  en: [Yes !]\n"
        assert mended(yaml_files.prose(source), source) == expected

    @pytest.mark.parametrize("style", ["|", ">-"])
    def test_block_texts_keep_their_code(self, style: str) -> None:
        source = f"fr: {style}\n  Prêt ? Voici `a ? b : c`.\n  Fin !\nother: x !\n"
        expected = f"fr: {style}\n  Prêt_? Voici `a ? b : c`.\n  Fin_!\nother: x !\n"
        assert mended(yaml_files.prose(source), source) == expected

    def test_quotes_of_yaml_survive_an_apostrophe(self) -> None:
        source = "fr: 'C''est l''heure !'\n"
        assert mended(yaml_files.prose(source), source) == "fr: 'C’est l’heure_!'\n"

    def test_comments_and_empty_files_are_left_alone(self) -> None:
        assert visible(yaml_files.prose("# quoi ?\n")) == ""
        assert yaml_files.prose("") == ""

    def test_several_documents_are_read(self) -> None:
        source = "fr: Un !\n---\nfr: Deux !\n"
        assert mended(yaml_files.prose(source), source) == "fr: Un_!\n---\nfr: Deux_!\n"


class TestTemplates:
    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            ("<p>Prêt ?</p>", "<p>Prêt_?</p>"),
            ("{{ name }} : {{ value }} %", "{{ name }}_: {{ value }}_%"),
            ('{% translate "Pourquoi ?" %}', '{% translate "Pourquoi_?" %}'),
            ("{% trans 'Pourquoi ?' as why %}", "{% trans 'Pourquoi_?' as why %}"),
            ("{% blocktranslate %}Prêt ?{% endblocktranslate %}", "{% blocktranslate %}Prêt_?{% endblocktranslate %}"),
            ('<c-card :items="[1] ;" title="Prêt ?" />', '<c-card :items="[1] ;" title="Prêt_?" />'),
            ('<a aria-label="Aller !" href="a ?b !">Ici !</a>', '<a aria-label="Aller_!" href="a ?b !">Ici_!</a>'),
            ('<p title="{% translate "Oui !" %}">x</p>', '<p title="{% translate "Oui_!" %}">x</p>'),
            ("<style>a { b : c ; }</style>Fin !", "<style>a { b : c ; }</style>Fin_!"),
            ("<script>x ? y : z ;</script>", "<script>x ? y : z ;</script>"),
            (
                "{# note : non ! #}{% comment %}a !{% endcomment %}b !",
                "{# note : non ! #}{% comment %}a !{% endcomment %}b_!",
            ),
            ("<b>mot</b> : suite", "<b>mot</b>_: suite"),
            ("{% if a != b %}Oui !{% endif %}", "{% if a != b %}Oui_!{% endif %}"),
        ],
    )
    def test_what_visitors_read_is_mended_and_markup_is_not(self, source: str, expected: str) -> None:
        assert mended(templates.prose(source), source) == expected


class TestPython:
    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ('x = _("Pret ?")', 'x = _("Pret_?")'),
            ('x = tell("Pret ?", "Ready ?")', 'x = tell("Pret_?", "Ready ?")'),
            ('x = Text(fr="Pret ?", en="Ready ?")', 'x = Text(fr="Pret_?", en="Ready ?")'),
            ('x = {"fr": "Pret ?", "en": "Ready ?"}', 'x = {"fr": "Pret_?", "en": "Ready ?"}'),
            ('x = "Déjà prêt ?"', 'x = "Déjà prêt_?"'),
            ('x = "plain ?"', 'x = "plain ?"'),
            ('x = re.compile(r"à ? : ;")', 'x = re.compile(r"à ? : ;")'),
            ('x = f"Prêt à {a or b} ?"', 'x = f"Prêt à {a or b}_?"'),
            ('x = _("%(n)s réponses : oui") % {"n": 1}', 'x = _("%(n)s réponses_: oui") % {"n": 1}'),
            ('é = _("Un" ), "à : b" if é else "c : d"', 'é = _("Un" ), "à_: b" if é else "c : d"'),
            ('x = gettext_lazy("Un ?"\n    "Deux !")', 'x = gettext_lazy("Un_?"\n    "Deux_!")'),
            ("# Une remarque : oui !", "# Une remarque : oui !"),
        ],
    )
    def test_french_strings_are_mended_and_code_is_not(self, line: str, expected: str) -> None:
        source = f'"""Une phrase : entière !"""\n\n{line}\n'
        result = mended(python_code.prose(source), source)
        assert result == f'"""Une phrase : entière !"""\n\n{expected}\n'
        ast.parse(result)

    def test_notes_under_a_name_are_not_screens(self) -> None:
        source = '"""Says."""\nA = 1\n"""Une note : à part."""\n'
        assert visible(python_code.prose(source)) == ""


class TestCatalogues:
    ENGLISH = (
        '#\nmsgid ""\nmsgstr "Language: en\\n"\n\n'
        'msgid "Prêt ?"\nmsgstr "Ready ?"\n\n'
        'msgid "un %"\nmsgid_plural "des %"\nmsgstr[0] "one %"\nmsgstr[1] "some %"\n'
    )

    def test_messages_are_french_and_translations_are_not(self) -> None:
        expected = self.ENGLISH.replace("Prêt ?", "Prêt_?").replace('"un %"', '"un_%"').replace('"des %"', '"des_%"')
        assert catalogues.mended(self.ENGLISH, french=False).replace("\u202f", "_") == expected

    def test_plurals_of_the_french_catalogue_are_french(self) -> None:
        expected = self.ENGLISH.replace(" ?", "_?").replace(" %", "_%")
        assert catalogues.mended(self.ENGLISH, french=True).replace("\u202f", "_") == expected

    def test_a_message_cut_between_a_word_and_its_mark_is_mended(self) -> None:
        source = '#\nmsgid ""\nmsgstr ""\n\nmsgid ""\n"Une longue phrase "\n"!"\nmsgstr "A long one!"\n'
        assert 'msgid "Une longue phrase\u202f!"' in catalogues.mended(source, french=False)

    def test_the_line_of_a_fault_is_told(self) -> None:
        assert list(catalogues.faulty_messages(self.ENGLISH, french=False)) == [
            (5, "Prêt ?"),
            (8, "un %"),
            (8, "des %"),
        ]

    def test_a_catalogue_without_fault_is_not_written_again(self) -> None:
        source = 'msgid   "Prêt"\nmsgstr "Ready"\n'
        assert catalogues.mended(source, french=False) == source


@pytest.mark.parametrize(
    ("name", "prose"),
    [
        ("README.fr.md", markdown.prose),
        ("docs/measures/axes.fr.md", markdown.prose),
        ("docs/measures/fr/axes.md", markdown.prose),
        ("docs/measures/en/axes.md", None),
        ("README.md", None),
        ("packs/alliances/glossary.yaml", yaml_files.prose),
        ("docs/example.yaml", None),
        ("src/cordee/apps/ui/templates/ui/page.html", templates.prose),
        ("src/cordee/apps/ui/views.py", python_code.prose),
        ("tests/core/test_typography.py", None),
        ("src/cordee/locale/en/LC_MESSAGES/django.po", None),
        ("src/cordee/apps/ui/static/ui/page.css", None),
    ],
)
def test_each_prose_of_file_has_its_way_of_being_read(name: str, prose: object) -> None:
    assert prose_of(Path(name)) is prose
