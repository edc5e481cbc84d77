"""What this room brings to the search: how each number is computed, a finished example, the way to begin."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import translation
from django.utils.translation import gettext as _

from cordee.apps.diagnosis.method import families, plain_text
from cordee.apps.library.addresses import current_pack
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Lang
from cordee.core.search.entries import Entry
from cordee.core.search.stems import LANGUAGES

MEASURE = "diagnosis:measure"


def entries() -> Iterator[Entry]:
    """Give the help pages of the diagnosis, in each language; none while no pack is loaded: they need its numbers."""
    pack = current_pack()
    if pack is not None:
        yield from entries_of(pack)


def entries_of(pack: Pack) -> Iterator[Entry]:
    """Give the same with the numbers of a pack."""
    for lang in LANGUAGES:
        with translation.override(lang):
            yield from [*_pages(lang), *_measures(pack, lang)]


def _pages(lang: Lang) -> list[Entry]:
    start = _("Répondez seul ou à plusieurs : une forme courte d’une douzaine de minutes, une forme complète.")
    example = _("Un résultat complet, sur les réponses d’une alliance inventée : maturité, cohérence, prochains pas.")
    method = _("D’où vient chaque nombre : scores, paliers, intervalles, accord, écarts de perception.")
    return [
        Entry("help", "diagnosis.start", lang, _("Se situer : l’autodiagnostic"), start, "", "diagnosis:start"),
        Entry("help", "diagnosis.example", lang, _("Un exemple de résultat"), example, "", "diagnosis:example"),
        Entry("help", "diagnosis.method", lang, _("Comment c’est calculé"), method, "", "diagnosis:method"),
    ]


def _measures(pack: Pack, lang: Lang) -> list[Entry]:
    return [
        Entry(
            "help",
            f"measure.{one.slug}",
            lang,
            one.title,
            one.summary,
            plain_text(one.slug, pack, lang),
            MEASURE,
            (one.slug,),
        )
        for one in families(lang)
    ]
