"""What illustrates effects, as blocks of a document: words, pictures with consent, the name of other pieces."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cordee.apps.evaluation.models import Illustration
from cordee.apps.evidence.pictures import small_picture
from cordee.apps.library.addresses import language
from cordee.core.document import Block, Paragraph, Photo, Quote
from cordee.core.punctuation import named

MOST_PICTURES = 30
"""How many pictures a report holds; those after are named, as any other piece."""


class Album:
    """Turns illustrations into blocks, and counts the pictures of one report."""

    def __init__(self) -> None:
        self.pictures = 0

    def shown(self, one: Illustration) -> list[Block]:
        """Return what a report shows of an illustration that may be shown in it."""
        if one.kind == Illustration.Kind.TESTIMONY and one.words:
            return [Quote(one.words, _by(one)), *_piece(one)]
        picture = self._picture(one)
        if picture is not None:
            self.pictures += 1
            caption = " · ".join(filter(None, (one.words, _by(one), _name(one))))
            return [Photo(f"illustration-{one.public}", caption, one.words or str(one.get_kind_display()), picture)]
        said = " · ".join(filter(None, (one.words, _by(one))))
        words = Paragraph(named(one.get_kind_display(), said, language()))
        return [*([words] if said else []), *_piece(one)]

    def _picture(self, one: Illustration) -> bytes | None:
        if one.evidence is None or self.pictures >= MOST_PICTURES:
            return None
        return small_picture(one.evidence)


def _by(one: Illustration) -> str:
    return ", ".join(filter(None, (one.who, date_format(one.dated) if one.dated else "")))


def _piece(one: Illustration) -> list[Block]:
    name = _name(one)
    return [Paragraph(_("Pièce : %(title)s") % {"title": name})] if name else []


def _name(one: Illustration) -> str:
    """Return the name of the piece behind an illustration: its title, that of the file when its words are its title."""
    if one.evidence is None:
        return ""
    latest = max(one.evidence.revisions.all(), key=lambda each: each.number, default=None)
    has_own_title = one.evidence.title.strip() != one.words[:200].strip()
    return one.evidence.title if has_own_title or latest is None else latest.name
