"""Every letter has a glyph or is replaced by a sign that shows; no text can be taken for a command, or overflow."""

import unicodedata

import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.apps.reports import building

from cordee.apps.reports import glyphs
from cordee.apps.reports.pdf import to_pdf
from cordee.apps.reports.typesetting import FONTS, STANDARD

PAGE = """#set document(title: "x")
#set text(font: sys.inputs.family, weight: int(sys.inputs.weight), style: sys.inputs.style)
#sys.inputs.words"""
LOOKS = [
    ("Instrument Sans", "400", "normal"),
    ("Instrument Sans", "600", "normal"),
    ("Instrument Sans", "400", "italic"),
    ("Bricolage Grotesque", "600", "normal"),
    ("Bricolage Grotesque", "700", "normal"),
]
TRICKS = [
    '#panic("x")',
    "*bold* _em_ `raw` $x^2$ @ref <label> // gone /* gone */",
    "\\ \\u{1F600} ~ -- --- ... #",
    "= Heading",
    "- list\n+ list\n/ term: x",
    '#{sys.inputs} #read("report.typ") #import "look.typ": *',
    "https://example.org/?a=1&b=2",
    "«\u202fde\u202f» ; : ? ! 100\u202f%",
    "'\"`´’‘“”",
    "\u0000\u0007\ufeff\u200b\u00ad\u2028",
    "emoji 👩‍👩‍👧 🎉 ok",
    "مرحبا بالعالم",
    "שלום עולם",
    "漢字とかな",
    "Привет, Ελλάδα",
    "e\u0301 a\u0308 o\u0302",
    "ﬁn ﬂeur",
    "A" * 500,
    "mot " * 125,
]


def typeset_plainly(words: str, look: tuple[str, str, str], *, embedded: bool = True) -> None:
    """Typeset words alone, under PDF/UA-1; raise for a letter without a glyph."""
    family, weight, style = look
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=embedded, font_paths=[FONTS])
    compiler = typst.Compiler(
        PAGE.encode(),
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"words": words, "family": family, "weight": weight, "style": style},
    )
    compiler.compile(format="pdf", pdf_standards=[STANDARD], timestamp=0)


@pytest.mark.parametrize("look", LOOKS, ids=" ".join)
def test_every_letter_said_to_be_drawable_is_drawn_in_every_look(look: tuple[str, str, str]) -> None:
    letters = sorted(glyphs._drawable_letters())
    assert len(letters) > 5_000
    typeset_plainly(" ".join(letters), look)


@pytest.mark.parametrize("look", LOOKS, ids=" ".join)
def test_common_letters_need_no_font_but_ours(look: tuple[str, str, str]) -> None:
    assert glyphs.COMMON_SIGN in glyphs.COMMON
    assert set("ÀÉÇàéçœŒ’«»…") <= glyphs.COMMON
    typeset_plainly(" ".join(sorted(glyphs.COMMON)), look, embedded=False)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
def test_any_text_can_be_typeset_once_it_is_made_drawable(text: str) -> None:
    typeset_plainly(glyphs.breakable(glyphs.drawable(text)) or "x", LOOKS[2])


@given(st.text())
def test_what_can_be_drawn_is_kept(text: str) -> None:

    composed = unicodedata.normalize("NFC", text)
    kept = glyphs.drawable(text)
    assert [letter for letter in kept if letter != glyphs.SIGN] == [
        letter for letter in composed if letter in glyphs._drawable_letters() and letter != glyphs.SIGN
    ]


@given(st.text(alphabet=st.characters(exclude_characters=glyphs.BREAK)))
def test_breaks_change_no_letter_and_leave_no_long_word(text: str) -> None:
    broken = glyphs.breakable(text)
    assert broken.replace(glyphs.BREAK, "") == text
    assert all(len(run) <= glyphs.LONGEST_RUN for word in broken.split() for run in word.split(glyphs.BREAK))


def test_what_cannot_be_drawn_shows() -> None:
    assert glyphs.drawable("Bravo 🎉 !") == "Bravo ▯ !"
    assert glyphs.drawable("a\u0000b\ufe0fc") == "abc"


def test_a_document_is_made_typesettable_but_for_the_addresses_it_links() -> None:
    address = "https://example.org/" + "a" * 40
    made = glyphs.typesettable({"href": address, "list": [address, ("🎉", 3)], "none": None})
    assert made["href"] == address
    assert made["list"][0].replace(glyphs.BREAK, "") == address != made["list"][0]
    assert made["list"][1] == ["▯", 3]
    assert made["none"] is None


@pytest.mark.parametrize("trick", TRICKS, ids=range(len(TRICKS)))
def test_evidence_is_text_and_nothing_else(trick: str) -> None:
    pdf = to_pdf(building.report(given=building.express({"relevance.needs.vision": trick})))
    shown = building.plain(glyphs.drawable(trick)).strip()
    if trick.isascii() and "\u0000" not in trick:
        assert building.plain(f"«\u202f{shown}\u202f»").replace(" ", "") in building.text_of(pdf).replace(" ", "")


def test_five_hundred_letters_everywhere_fit_the_page() -> None:
    words = ("Une preuve longue, avec des chiffres 12 345 et une adresse https://example.org/" + "x" * 400)[:500]
    pdf = building.reader(to_pdf(building.report("full", given=building.full(words))))
    assert 12 <= len(pdf.pages) <= 30
    for page in pdf.pages:
        width = float(page.mediabox.width)
        ends: list[float] = []
        page.extract_text(visitor_text=lambda text, _cm, tm, _font, _size, ends=ends: ends.append(tm[4]))
        assert max(ends) < width - 40


def test_the_sign_is_explained_when_it_stands_for_something() -> None:
    explained = "Le signe ▯ tient la place d’un caractère"
    with_emoji = building.express({"relevance.needs.vision": "Bravo 🎉"})
    assert explained in building.text_of(to_pdf(building.report(given=with_emoji)))
    assert explained not in building.text_of(to_pdf(building.report()))


def test_a_letter_the_installed_fonts_lack_still_gives_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    known = glyphs._drawable_letters() | {"🎉"}
    monkeypatch.setattr(glyphs, "_drawable_letters", lambda: known)
    pdf = to_pdf(building.report(given=building.express({"relevance.needs.vision": "Œuvre 🎉 finie"})))
    assert "Œuvre ? finie" in building.text_of(pdf)
