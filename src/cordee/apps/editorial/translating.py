"""Giving wagtail-localize a translation that is already written, piece by piece, as a translator would type it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeVar

import polib  # type: ignore[import-untyped]
from wagtail.models import Locale
from wagtail_localize.models import OverridableSegment, SegmentOverride, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from cordee.apps.editorial.models import Prose

AnyProse = TypeVar("AnyProse", bound=Prose)
Strings = Mapping[str, Sequence[StringSegmentValue]]
"""Where in a page → the strings there, in order."""


class UnlikePages(ValueError):
    """A page and its translation do not have the same pieces, so that one cannot translate the other."""


def translate(page: AnyProse, model: Prose) -> AnyProse:
    """Publish the translation of a page into the language of `model`, with the words of `model`.

    Both must have the same pieces under the same ids; raises UnlikePages. An editor then finds each string translated,
    and later each one that changed in the source.
    """
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=model.locale)
    given, wanted = strings_of(model), strings_of(page)
    if {path: len(strings) for path, strings in given.items()} != {path: len(s) for path, s in wanted.items()}:
        raise UnlikePages(f"{page.slug}: {sorted(set(given) ^ set(wanted)) or 'links or lines differ'}")
    translation.import_po(catalogue(wanted, given))
    override_links(source, model.locale, wanted, given)
    made, _created = source.create_or_update_translation(model.locale, publish=False, fallback=True)
    made.get_latest_revision().publish()
    found: AnyProse = type(page).objects.get(pk=made.pk)
    return found


def strings_of(page: Prose) -> Strings:
    """Return the strings of a page that a translator sees."""
    found: dict[str, list[StringSegmentValue]] = defaultdict(list)
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue) and not segment.is_empty():
            found[segment.path].append(segment)
    return found


def catalogue(wanted: Strings, given: Strings) -> polib.POFile:
    """Write the catalogue that a translator would send back."""
    made = polib.POFile()
    for path, strings in wanted.items():
        for source, target in zip(strings, given[path], strict=True):
            made.append(polib.POEntry(msgid=source.string.data, msgctxt=path, msgstr=target.string.data))
    return made


def override_links(source: TranslationSource, locale: Locale, wanted: Strings, given: Strings) -> None:
    """Let each link lead where it does in the other language."""
    for segment in OverridableSegment.objects.filter(source=source).select_related("context"):
        place = place_of(segment)
        target = links(wanted.get(place, ()), given.get(place, ())).get(segment.data)
        if target and target != segment.data:
            SegmentOverride.objects.update_or_create(
                context=segment.context, locale=locale, defaults={"data_json": json.dumps(target)}
            )


def links(wanted: Sequence[StringSegmentValue], given: Sequence[StringSegmentValue]) -> dict[str, str]:
    """Return where each link of some strings leads in their translation."""
    found = {}
    for source, target in zip(wanted, given, strict=True):
        for name, attributes in (source.attrs or {}).items():
            if "href" in attributes and name in (target.attrs or {}):
                found[attributes["href"]] = target.attrs[name]["href"]
    return found


def place_of(segment: OverridableSegment) -> str:
    """Return where the text of a link is: what comes before its address, which stands between quotes."""
    return str(segment.context.path.split(".'", 1)[0])
