"""Ask the typesetter which letters its fonts and ours draw, and write them down for `cordee.apps.reports.glyphs`.

    python -m tests.apps.reports.write_drawable

To run again when the typesetter or the fonts change; it takes about a minute. Marks that combine with the letter before
are left out, and so are the scripts of India and South-East Asia, whose letters change with those beside them: what is
drawn alone is not always drawn in a word, and some of them make the typesetter fail.
"""

import sys
import unicodedata
from collections.abc import Iterator

import typst

from cordee.apps.reports.glyphs import DRAWABLE
from cordee.apps.reports.typesetting import FONTS, STANDARD

FAMILIES = ("Instrument Sans", "Bricolage Grotesque")
PAGE = """#set document(title: "x")
#set text(font: sys.inputs.family)
#sys.inputs.words"""
SCRIPTS = (
    range(0x20, 0x700),  # Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic
    range(0x10A0, 0x1100),  # Georgian
    range(0x1D00, 0x3000),  # more Latin and Greek, punctuation, symbols
    range(0xA640, 0xA800),
    range(0xFB00, 0x10000),  # ligatures, Arabic forms
    range(0x1D400, 0x1FB00),
)
LEFT_OUT = {"Cn", "Cs", "Cc", "Co", "Cf", "Zl", "Zp", "Mn", "Me", "Mc"}
AT_ONCE = 64


def candidates() -> list[str]:
    """Letters worth asking about: assigned, visible, standing by themselves."""
    every = (chr(code) for script in SCRIPTS for code in script)
    return [letter for letter in every if unicodedata.category(letter) not in LEFT_OUT]


def drawn(compiler: typst.Compiler, letters: list[str]) -> Iterator[str]:
    """Keep the letters that are drawn, cutting in two the groups where one is not."""
    if all(is_typeset(compiler, " ".join(letters), family) for family in FAMILIES):
        yield from letters
    elif len(letters) > 1:
        middle = len(letters) // 2
        yield from drawn(compiler, letters[:middle])
        yield from drawn(compiler, letters[middle:])


def is_typeset(compiler: typst.Compiler, words: str, family: str) -> bool:
    """Tell whether PDF/UA-1 accepts the words, which it does when each letter has a glyph."""
    inputs = {"words": words, "family": family}
    try:
        compiler.compile(PAGE.encode(), format="pdf", pdf_standards=[STANDARD], timestamp=0, sys_inputs=inputs)
    except typst.TypstError:
        return False
    return True


def ranges(letters: list[str]) -> Iterator[str]:
    """Write runs of letters, one a line, in hexadecimal."""
    known = set(map(ord, letters))
    starts = sorted(code for code in known if code - 1 not in known)
    ends = sorted(code for code in known if code + 1 not in known)
    for first, last in zip(starts, ends, strict=True):
        yield f"{first:04x}" if first == last else f"{first:04x}-{last:04x}"


def main() -> None:
    """Ask about every candidate, write the answer, say how many there are."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])
    compiler = typst.Compiler(font_paths=fonts, ignore_system_fonts=True)
    every = candidates()
    groups = (every[start : start + AT_ONCE] for start in range(0, len(every), AT_ONCE))
    found = [letter for group in groups for letter in drawn(compiler, group)]
    head = f"# Letters that the PDF draws, with our fonts then those of typst {typst.__version__}; see glyphs.py.\n"
    DRAWABLE.write_text(head + "".join(f"{line}\n" for line in ["000a", *ranges(found)]), encoding="ascii")
    sys.stdout.write(f"{len(found)} letters\n")


if __name__ == "__main__":
    main()
