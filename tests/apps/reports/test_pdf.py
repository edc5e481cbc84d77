"""The PDF read back: its tags, its metadata, its words and numbers, in both languages."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests.apps.reports import building

from cordee.apps.reports.pdf import to_pdf
from cordee.charts.describe import describe
from cordee.charts.numbers import Lang
from cordee.core.days import written_day
from cordee.core.numerals import number, percent

FRENCH_WORDS = re.compile(
    r"\b(le|la|les|une|des|du|est|sont|avec|pour|vous|votre|vos|sur|pas|ce|cette|qui|aux|niveau|approche)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module", params=["fr", "en"])
def lang(request: pytest.FixtureRequest) -> Lang:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def pdf(lang: Lang) -> bytes:
    return to_pdf(building.report(lang=lang))


def root_of(pdf: bytes) -> Any:
    return building.reader(pdf).trailer["/Root"]


def elements(pdf: bytes) -> Iterator[Any]:
    """Walk the tree of tags, in the order of reading."""

    def walk(node: Any) -> Iterator[Any]:
        if "/S" in node:
            yield node
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            inner = kid.get_object()
            if isinstance(inner, dict):
                yield from walk(inner)

    yield from walk(root_of(pdf)["/StructTreeRoot"])


def tags(pdf: bytes) -> list[str]:
    return [element["/S"] for element in elements(pdf)]


# --- what a reader's software needs ---------------------------------------------------------------


def test_it_says_that_it_is_accessible_and_in_which_language(pdf: bytes, lang: Lang) -> None:
    root = root_of(pdf)
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == {"fr": "fr-FR", "en": "en-GB"}[lang]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()


def test_it_has_a_title_an_author_and_the_day_of_the_reading(pdf: bytes, lang: Lang) -> None:
    metadata = building.reader(pdf).metadata
    assert metadata is not None
    titles = {
        "fr": "Diagnostic de maturité, forme express, 23 novembre 2026",
        "en": "Maturity diagnosis, express form, 23 November 2026",
    }
    assert metadata.title == titles[lang]
    assert metadata.author == "Cordée"
    assert metadata.creation_date is not None
    assert metadata.creation_date.date() == building.DAY
    assert written_day(building.DAY, lang) in metadata.subject


def test_headings_go_down_one_level_at_a_time(pdf: bytes) -> None:
    levels = [int(tag[2:]) for tag in tags(pdf) if re.fullmatch(r"/H[1-6]", tag)]
    assert levels.count(1) >= 6
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


def test_every_table_names_its_columns(pdf: bytes) -> None:
    found = tags(pdf)
    assert found.count("/Table") == 9, "the scores, seven approaches, the stages"
    assert found.count("/TH") >= 7 + 7 * 3 + 3


def test_the_figure_is_said_in_words(pdf: bytes, lang: Lang) -> None:
    figure = building.report(lang=lang).told.figure
    (drawing,) = [element for element in elements(pdf) if element["/S"] == "/Figure"]
    assert building.plain(drawing["/Alt"]) == building.plain(f"{figure.title}. {describe(figure)}")


def test_each_section_is_a_bookmark(pdf: bytes, lang: Lang) -> None:
    outline = building.reader(pdf).outline
    titles = [entry.title for entry in outline if not isinstance(entry, list)]
    assert titles[0] == {"fr": "Ce sur quoi cela repose", "en": "What this rests on"}[lang]
    assert len(titles) >= 8
    assert building.pack().instrument.axes[0].name.in_(lang) in [
        entry.title for nested in outline if isinstance(nested, list) for entry in nested if not isinstance(entry, list)
    ]


def test_pages_are_numbered_and_few(pdf: bytes, lang: Lang) -> None:
    pages = building.reader(pdf).pages
    assert 5 <= len(pages) <= 9
    word, of = {"fr": ("page", "sur"), "en": ("page", "of")}[lang]
    for place, page in enumerate(pages, 1):
        assert f"{word} {place} {of} {len(pages)}" in building.plain(page.extract_text())


def test_the_full_form_stays_readable() -> None:
    assert 9 <= len(building.reader(to_pdf(building.report("full"))).pages) <= 16


def test_sources_can_be_followed(pdf: bytes) -> None:
    annotations = [note.get_object() for page in building.reader(pdf).pages for note in page.get("/Annots", [])]
    addresses = {note["/A"]["/URI"] for note in annotations if "/A" in note}
    assert {source.address for source in building.report().sources} == addresses


# --- what it says ---------------------------------------------------------------------------------


def test_the_table_has_the_numbers_worked_by_hand(pdf: bytes, lang: Lang) -> None:
    text = building.text_of(pdf)
    instrument = building.pack().instrument
    for axis, cells in building.TABLE.items():
        numbers = [cell.replace(".", ",").replace("%", " %") if lang == "fr" else cell for cell in cells]
        facets, maturity, coherence = numbers[:3], numbers[3], numbers[4:]
        row = " ".join([instrument.axis(axis).name.in_(lang), *facets, maturity])
        assert row in text, row
        if coherence:
            assert re.search(re.escape(row) + r" \w+ " + re.escape(coherence[0]), text), row


def test_the_numbers_are_those_of_the_reading(pdf: bytes, lang: Lang) -> None:
    report, text = building.report(lang=lang), building.text_of(pdf)
    for axis in report.axes:
        maturity, coherence = axis.reading.maturity.value, axis.reading.coherence.value
        if maturity is not None and coherence is not None:
            assert f"{axis.view.name} " in text
            assert number(maturity, lang) in text
            assert building.plain(percent(coherence, lang)) in text


def test_every_sentence_of_the_page_is_there(pdf: bytes, lang: Lang) -> None:
    report, text = building.report(lang=lang), building.text_of(pdf).replace(" ", "")
    told = report.told
    said = [
        told.headline,
        told.standing,
        report.certainty,
        *(strength.text for strength in told.strengths),
        *(one.reading for one in told.conversations),
        *(one.to_discuss for one in told.conversations),
        *(step.first_step for step in told.steps),
        *(step.why for step in told.steps),
        *(step.contraindication for step in told.steps),
        *(removal for step in told.steps for removal in step.removals),
        *(item.view.question for item in report.items),
        *(item.view.text for item in report.items),
        *(axis.view.explanation for axis in report.axes),
        *report.method,
        *report.limits,
        report.release.sha256,
    ]
    assert [sentence for sentence in said if not stands(re.sub(r"\s", "", sentence), text)] == []


def stands(sentence: str, text: str) -> bool:
    """Tell whether a sentence is printed; where a page ends within it, its two parts are."""
    parts = ((sentence[:cut], sentence[cut:]) for cut in range(20, len(sentence) - 20))
    return sentence in text or any(before in text and after in text for before, after in parts)


def test_several_people_get_their_intervals_and_distributions() -> None:
    report = building.of_several("en")
    text = building.text_of(to_pdf(report))
    maturity = report.axes[0].reading.maturity
    assert maturity.lower is not None
    assert maturity.upper is not None
    assert f"{number(maturity.lower, 'en')} to {number(maturity.upper, 'en')}" in text
    assert "Distribution from 0 to 4: 2 · 1 · 1 · 1 · 1" in text


def test_nothing_answered_is_said_without_an_empty_drawing() -> None:
    pdf = to_pdf(building.report(given=building.nothing()))
    assert "/Figure" not in tags(pdf)
    text = building.text_of(pdf)
    assert "Trop tôt pour conclure" in text
    assert "Vos prochains pas" not in text


def test_the_english_file_holds_no_french() -> None:
    report = building.report(lang="en")
    text = building.text_of(to_pdf(report))
    for source in report.sources:
        for words in (source.title, source.publisher or "", source.address):
            text = text.replace(building.plain(words), "")
    # Names of organisations and of public programmes stay as they are.
    kept = {story.name.en for story in building.pack().stories} | {
        partner for story in building.pack().stories for partner in story.partners
    }
    for name in sorted(kept, key=len, reverse=True):
        text = text.replace(building.plain(name), "")
    body = text.split("Sources and licence")[0]
    assert {word.lower() for word in FRENCH_WORDS.findall(body)} == set()


def test_hidden_evidence_is_nowhere_in_the_file() -> None:
    given = building.express("Preuve confidentielle")
    shown, hidden = (
        building.text_of(to_pdf(building.report(given=given, shows_evidence=visible))) for visible in (True, False)
    )
    assert "Preuve confidentielle" in shown
    assert "Preuve confidentielle" not in hidden
    assert "le lien de partage ne les ouvre pas" in hidden


def test_topics_chosen_as_important_are_marked() -> None:
    given = building.express(importance={"clarity.roles": 4, "relevance.needs": 2})
    text = building.text_of(to_pdf(building.report(given=given)))
    name = building.pack().instrument.topic("clarity.roles").name.fr
    assert f"{name} (sujet choisi comme important)" in text
    assert text.count("sujet choisi comme important") == 1


# --- the file itself ------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["express", "full"])
def test_the_same_report_gives_the_same_bytes(form: str) -> None:
    assert to_pdf(building.report(form)) == to_pdf(building.report(form))


def test_only_our_own_fonts_are_used_for_our_own_words(pdf: bytes) -> None:
    fonts = {
        font.get_object()["/BaseFont"].split("+")[-1]
        for page in building.reader(pdf).pages
        for font in page["/Resources"].get_object()["/Font"].get_object().values()
    }
    assert fonts
    assert all(name.startswith(("InstrumentSans", "BricolageGrotesque")) for name in fonts), fonts
