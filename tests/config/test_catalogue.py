"""The catalogues: read from templates and code, merged without loss, compiled, complete, and never stale."""

import re
from pathlib import Path

import polib
import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import ngettext, override

from cordee.config import catalogue
from cordee.config.catalogue import Key, UnreadableMessage, Use, messages_of

PAGE = """{% load i18n %}
<p title="{% translate "Dans un attribut" %}">{% translate "Simple" %} {{ _("Filtre") }}</p>
<c-card heading="{% translate 'Dans un composant' %}" />
{% blocktranslate count n=n trimmed %}
  Un jour
{% plural %}
  {{ n }} jours
{% endblocktranslate %}
{% translate "Mai" context "mois" %}{# {% translate "En commentaire" %} #}
"""
CODE = """
from django.utils.translation import gettext as _, gettext_lazy, ngettext, npgettext, pgettext
A = _("Bonjour") + gettext_lazy("Paresseux")
B = _("En deux "
      "morceaux")
C = ngettext("Un mois", "{n} mois", 2)
D = pgettext("verbe", "Agir") + npgettext("mot", "Un", "Des", 3)
E = other._("Pas la nôtre")
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "code.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/letter.txt").write_text('{% translate "En lettres" %}', encoding="utf-8")
    (tmp_path / "licence.txt").write_text('{% translate "Hors des pages" %}', encoding="utf-8")
    return tmp_path


def test_messages_are_found_wherever_they_are(house: Path) -> None:
    found = messages_of(house).uses
    assert {(key.text, use.plural, key.context): sorted(use.files) for key, use in found.items()} == {
        ("Dans un attribut", "", ""): ["page.html"],
        ("Simple", "", ""): ["page.html"],
        ("Filtre", "", ""): ["page.html"],
        ("Dans un composant", "", ""): ["page.html"],
        ("Un jour", "%(n)s jours", ""): ["page.html"],
        ("Mai", "", "mois"): ["page.html"],
        ("En lettres", "", ""): ["templates/letter.txt"],
        ("Bonjour", "", ""): ["code.py"],
        ("Paresseux", "", ""): ["code.py"],
        ("En deux morceaux", "", ""): ["code.py"],
        ("Un mois", "{n} mois", ""): ["code.py"],
        ("Agir", "", "verbe"): ["code.py"],
        ("Un", "Des", "mot"): ["code.py"],
    }


@pytest.mark.parametrize("call", ['_(f"Bonjour {name}")', "_(name)", '_("a".upper())', '_("a" + "b")', "_()"])
def test_a_computed_message_is_refused_with_its_file(tmp_path: Path, call: str) -> None:
    (tmp_path / "code.py").write_text(f"x = 1\nA = {call}\n")
    with pytest.raises(UnreadableMessage, match=r"code\.py: line 2"):
        messages_of(tmp_path)


def written(folder: Path, language: str) -> polib.POFile:
    return catalogue.update(language, messages_of(folder), folder / "locale")


def test_the_texts_of_letters_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "room" / "templates").mkdir(parents=True)
    (tmp_path / "room" / "templates" / "letter.txt").write_text('{% translate "Bonjour" %}', encoding="utf-8")
    (tmp_path / "notes.txt").write_text('{% translate "Jamais lu" %}', encoding="utf-8")
    assert [key.text for key in messages_of(tmp_path).uses] == ["Bonjour"]


def test_a_new_catalogue_waits_for_its_translations(house: Path) -> None:
    english = written(house, "en")
    assert len(catalogue.untranslated(english)) == len(english) > 9
    assert catalogue.po_path("en", house / "locale").exists()
    assert english.metadata["Plural-Forms"] == "nplurals=2; plural=(n != 1);"


def test_translations_survive_an_update_and_lost_messages_leave(house: Path) -> None:
    english = written(house, "en")
    english.find("Simple").msgstr = "Plain"
    english.find("Bonjour").msgstr = "Hello"
    catalogue.po_path("en", house / "locale").write_text(str(english), encoding="utf-8")
    (house / "code.py").write_text(CODE.replace('_("Bonjour")', '_("Bonsoir")'), encoding="utf-8")
    again = written(house, "en")
    assert again.find("Simple").msgstr == "Plain"
    assert again.find("Bonjour") is None
    assert again.find("Bonsoir").msgstr == ""


def test_a_doubtful_translation_stays_doubtful(house: Path) -> None:
    english = written(house, "en")
    english.find("Simple").msgstr = "Plain"
    english.find("Simple").flags = ["fuzzy"]
    catalogue.po_path("en", house / "locale").write_text(str(english), encoding="utf-8")
    assert "Simple" in catalogue.untranslated(written(house, "en"))


def test_an_update_twice_changes_nothing(house: Path) -> None:
    written(house, "en")
    files = [catalogue.po_path("en", house / "locale"), catalogue.po_path("en", house / "locale").with_suffix(".mo")]
    before = [file.read_bytes() for file in files]
    written(house, "en")
    assert [file.read_bytes() for file in files] == before
    assert not catalogue.is_stale("en", messages_of(house), house / "locale")


@pytest.mark.parametrize("change", ["message", "compiled", "missing"])
def test_a_stale_catalogue_is_seen(house: Path, change: str) -> None:
    written(house, "en")
    compiled = catalogue.po_path("en", house / "locale").with_suffix(".mo")
    if change == "message":
        (house / "code.py").write_text('A = _("Nouveau")\n')
    elif change == "compiled":
        compiled.write_bytes(b"")
    else:
        compiled.unlink()
    assert catalogue.is_stale("en", messages_of(house), house / "locale")


def test_the_french_catalogue_holds_plurals_word_for_word(house: Path) -> None:
    french = written(house, "fr")
    assert {entry.msgid for entry in french} == {"Un jour", "Un mois", "Un"}
    assert french.find("Un").msgstr_plural == {0: "Un", 1: "Des"}
    assert catalogue.untranslated(french) == []


def test_zero_is_singular_in_french_and_plural_in_english() -> None:
    singular, plural = "Effacées au bout d’un jour", "Effacées au bout de %(days)s jours"
    with override("fr"):
        assert ngettext(singular, plural, 0) == singular
        assert ngettext(singular, plural, 2) == plural
    with override("en"):
        assert ngettext(singular, plural, 0) == "Erased after %(days)s days"


# --- The catalogues of the product --------------------------------------------------------------------


@pytest.mark.parametrize("language", catalogue.PLURAL_RULES)
def test_the_catalogues_are_up_to_date(language: str) -> None:
    assert not catalogue.is_stale(language, messages_of()), "run: python -m django catalogue"


def test_every_message_is_translated() -> None:
    assert catalogue.untranslated(catalogue.read("en")) == []


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"%\(\w+\)s|\{\w*\}|%%|%[sd]", text))


def test_translations_keep_the_placeholders() -> None:
    wrong = []
    for entry in catalogue.read("en").translated_entries():
        last = entry.msgid_plural or entry.msgid
        translation = entry.msgstr_plural[1] if entry.msgid_plural else entry.msgstr
        if placeholders(last) != placeholders(translation):
            wrong.append((last, translation))
    assert wrong == []


def test_english_keeps_none_of_the_french_typography() -> None:
    texts = [text for e in catalogue.read("en") for text in (e.msgstr, *e.msgstr_plural.values())]
    assert [text for text in texts if re.search(r"\s[;:?!](?!\S)|[«»\u202f]", text)] == []


def test_one_message_has_one_plural(tmp_path: Path) -> None:
    (tmp_path / "code.py").write_text('A = ngettext("Un", "Deux", 1) + _("Un")\nB = ngettext("Un", "Trois", 1)\n')
    with pytest.raises(UnreadableMessage, match="two plurals"):
        messages_of(tmp_path)


def test_a_text_with_and_without_plural_is_one_message(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('A = _("Un")\n')
    (tmp_path / "b.py").write_text('B = ngettext("Un", "Deux", 1)\n')
    (tmp_path / "c.py").write_text('C = _("Un")\n')
    assert messages_of(tmp_path).uses == {Key("Un"): Use("Deux", {"a.py", "b.py", "c.py"})}


@pytest.fixture
def own_house(house: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the command work on a small house of its own."""
    monkeypatch.setattr(catalogue, "SOURCE", house)
    monkeypatch.setattr(catalogue, "LOCALE", house / "locale")
    return house


def test_the_command_writes_then_has_nothing_left_but_to_translate(
    own_house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("catalogue")
    said = capsys.readouterr().out
    assert "13 à traduire" in said
    assert "Dans un attribut" in said
    with pytest.raises(CommandError, match=r"Complétez .*en.*django\.po"):
        call_command("catalogue", "--check")


def test_the_command_is_content_once_all_is_translated(own_house: Path) -> None:
    call_command("catalogue")
    english = catalogue.read("en")
    for entry in english:
        entry.msgstr, entry.msgstr_plural = (entry.msgid, {}) if not entry.msgid_plural else ("", {0: "One", 1: "Many"})
    catalogue.po_path("en").write_text(str(english), encoding="utf-8")
    call_command("catalogue")
    call_command("catalogue", "--check")


def test_the_command_fails_on_a_stale_catalogue_and_writes_nothing(own_house: Path) -> None:
    with pytest.raises(CommandError, match="périmé"):
        call_command("catalogue", "--check")
    assert not (own_house / "locale").exists()
