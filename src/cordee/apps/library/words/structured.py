"""A word and the glossary told to search engines, in the terms of schema.org."""

from __future__ import annotations

from django.urls import reverse
from django.utils.safestring import SafeString

from cordee.apps.library.addresses import language
from cordee.apps.library.words.listing import Listing
from cordee.apps.library.words.queries import TermPage
from cordee.apps.ui.structured_data import data_block

SCHEMA = "https://schema.org"


def defined_term(page: TermPage, address: str, vocabulary: str) -> SafeString:
    """Tell a word as a `DefinedTerm` of its set."""
    root = address.removesuffix(page.entry.url)
    return data_block({
        "@context": SCHEMA,
        "@type": "DefinedTerm",
        "@id": address,
        "name": page.entry.name,
        "alternateName": list(page.synonyms),
        "description": page.entry.definition,
        "inLanguage": language(),
        "termCode": page.entry.id,
        "url": address,
        "inDefinedTermSet": _set(root, vocabulary),
    })  # fmt: skip


def defined_term_set(listing: Listing, root: str, vocabulary: str) -> SafeString:
    """Tell the glossary as a `DefinedTermSet` with its words. `root` is the address of the site, without a slash."""
    entries = [entry for letter in listing.letters for entry in letter.entries]
    terms = [{"@type": "DefinedTerm", "name": entry.name, "url": root + entry.url} for entry in entries]
    return data_block({
        "@context": SCHEMA,
        **_set(root, vocabulary),
        "inLanguage": language(),
        "hasDefinedTerm": terms,
    })  # fmt: skip


def _set(root: str, vocabulary: str) -> dict[str, str]:
    return {"@type": "DefinedTermSet", "@id": root + reverse("words:list"), "name": vocabulary}
