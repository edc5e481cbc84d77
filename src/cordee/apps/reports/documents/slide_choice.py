"""What stands on each of five slides: chosen by what a section means, for somebody who has five minutes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from cordee.apps.reports.documents import words
from cordee.apps.ui.documents.written import lang_of
from cordee.core.days import written_day
from cordee.core.document import Block, Document, Paragraph, Picture, Points, Quote, Section, Slide, Table, Tone
from cordee.core.packs.text import Lang

MIDDLE = (Slide.CHANGED, Slide.FIGURES, Slide.JUDGED)


@dataclass(frozen=True, slots=True)
class SlideContent:
    """A slide before it is drawn: its title, its sentences, the words of somebody, a table or a picture, its notes."""

    title: str
    lines: tuple[str, ...]
    quotes: tuple[Quote, ...]
    shown: Table | Picture | None
    notes: tuple[str, ...]


def five_slides(document: Document) -> list[SlideContent]:
    """Return the content of the five slides, in their order, whatever there is in the document."""
    chosen = _marked(document) if any(section.slide for section in document.sections) else _cut(document)
    return [_content(document, slide, chosen.get(slide, ())) for slide in Slide]


def _marked(document: Document) -> dict[Slide, Sequence[Section]]:
    return {slide: [section for section in document.sections if section.slide is slide] for slide in Slide}


def _cut(document: Document) -> dict[Slide, Sequence[Section]]:
    """Share the short version between the slides of the middle, when no section says where it stands."""
    short = document.short().sections or document.sections
    size = -(-len(short) // len(MIDDLE)) or 1
    return {slide: short[place * size : (place + 1) * size] for place, slide in enumerate(MIDDLE)}


def _content(document: Document, slide: Slide, sections: Sequence[Section]) -> SlideContent:
    lang = lang_of(document)
    around, said = _around(document, slide, lang), tuple(_sentences(sections, lang))
    lines = (*around, *said) if slide is Slide.WHAT else (*said, *around)
    quotes = tuple(block for section in sections for block in section.blocks if isinstance(block, Quote))
    shown = None if slide is Slide.WHAT else _best_shown(sections)
    title = document.title if slide is Slide.WHAT else words.SLIDES[slide].in_(lang)
    told = (f"{section.title}. {section.lead}".strip() for section in sections)
    spoken = (f"{quote.text} – {quote.who}" for quote in quotes)
    notes = (*(lines if slide is Slide.WHAT else ()), *told, *_warnings(sections), *spoken, source_of(document, lang))
    return SlideContent(title, lines or (words.NOTHING.in_(lang),), quotes, shown, notes)


def _around(document: Document, slide: Slide, lang: Lang) -> tuple[str, ...]:
    """Return what the first and the last slides say besides their sections."""
    if slide is Slide.WHAT:
        day = words.MADE_ON.in_(lang).format(day=written_day(document.made_on, lang))
        return tuple(filter(None, (document.subtitle, day, *document.notices)))
    if slide is Slide.NEXT:
        return (words.WHERE_ALL_IS.in_(lang),)
    return ()


def _sentences(sections: Sequence[Section], lang: Lang) -> Iterable[str]:
    """Give the sentence of each part under its name, what it warns of first, and its words when it has no figure."""
    parts = [section for section in sections if section.level == 1] or list(sections)
    for section in parts:
        if section.lead:
            yield f"{section.title}{words.COLON[lang]} {section.lead}" if len(parts) > 1 else section.lead
        yield from _warnings([section])
        if not any(isinstance(block, Table | Picture) for block in section.blocks):
            yield from _plain_words(section.blocks)


def _warnings(sections: Iterable[Section]) -> Iterable[str]:
    """Give what sections warn of before they show anything."""
    for section in sections:
        for block in takewhile(lambda one: not isinstance(one, Table | Picture), section.blocks):
            if isinstance(block, Paragraph) and block.tone is Tone.WARNING:
                yield block.text


def _plain_words(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Points):
            yield from block.items
        elif isinstance(block, Paragraph) and block.tone is Tone.PLAIN:
            yield block.text


def _best_shown(sections: Iterable[Section]) -> Table | Picture | None:
    """Return the first table made for little room, else the first table or picture."""
    shown = [block for section in sections for block in section.blocks if isinstance(block, Table | Picture)]
    brief = (one for one in shown if isinstance(one, Table) and any(column.brief for column in one.columns))
    return next(brief, shown[0] if shown else None)


def source_of(document: Document, lang: Lang) -> str:
    """Say where all that a slide says comes from."""
    day = written_day(document.made_on, lang)
    return words.SOURCE_WHOLE.in_(lang).format(title=document.title, day=day)
