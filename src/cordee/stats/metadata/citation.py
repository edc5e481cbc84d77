"""How to cite an edition: a sentence in both languages, a CITATION.cff, an entry for BibTeX."""

import json
import re

from cordee.core.packs.text import Lang
from cordee.stats.metadata.described import Described
from cordee.stats.metadata.licences import licence_called

BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        **{mark: f"\\{mark}" for mark in "&%$#_"},
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)

UNPRINTABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
MESSAGE = "Si vous utilisez ces chiffres, citez cette édition. If you use these figures, please cite it."


def citation_in(lang: Lang, described: Described) -> str:
    """Return the sentence, as the APA style writes a data set: who, year, title, version, kind, publisher, link."""
    edition = described.edition
    french = lang == "fr"
    kind = "jeu de données" if french else "data set"
    issue = f"édition {edition.id}" if french else f"edition {edition.id}"
    publisher = f" {edition.publisher}." if edition.publisher else ""
    link = f" {described.link}" if described.link else ""
    title = edition.title.in_(lang)
    return f"{edition.prepared_by} ({described.year}). {title} ({issue}) [{kind}].{publisher}{link}"


def citation_text(described: Described) -> str:
    """Return the sentence in French, then in English."""
    return f"{citation_in('fr', described)}\n{citation_in('en', described)}\n"


def citation_cff(described: Described) -> str:
    """Return `CITATION.cff`, Citation File Format 1.2.0. Every text is written as in JSON, which YAML reads."""
    edition, licence = described.edition, licence_called(described.edition.licence)
    lines = [
        "cff-version: 1.2.0",
        "type: dataset",
        f"message: {_quoted(MESSAGE)}",
        f"title: {_quoted(edition.title.fr)}",
        f"abstract: {_quoted(edition.title.en)}",
        "authors:",
        f"  - name: {_quoted(edition.prepared_by)}",
        f"version: {_quoted(edition.id)}",
        f"date-released: {_quoted(described.day)}",
    ]
    lines += ["keywords:", *(f"  - {_quoted(word)}" for word in described.keywords)]
    lines += [f"license: {_quoted(licence.id)}"] if licence else []
    lines += [f"doi: {_quoted(edition.doi)}"] if edition.doi else []
    lines += [f"url: {_quoted(edition.address)}"] if edition.address else []
    return "\n".join(lines) + "\n"


def citation_bib(described: Described) -> str:
    """Return an entry `@dataset` of BibLaTeX, in UTF-8."""
    edition = described.edition
    fields = {
        "author": f"{{{edition.prepared_by.translate(BIBTEX)}}}",
        "title": edition.title.fr.translate(BIBTEX),
        "date": described.day,
        "version": edition.id,
        "publisher": described.publisher.translate(BIBTEX),
        "doi": edition.doi,
        "url": edition.address,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@dataset{{{edition.id},", *lines, "}"]) + "\n"


def _quoted(text: str) -> str:
    """Write a text as JSON does, with an escape for each character that YAML does not take as it is.

    >>> print(_quoted("l’été" + chr(127)))
    "l’été\\u007f"
    """
    return UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
