"""The index as bytes, so that it is made once and read by every process."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import numpy as np

from cordee.core.packs.text import Lang
from cordee.core.search.index import Catalogue, LanguageIndex, Spelling
from cordee.core.search.stems import LANGUAGES

FORMAT = 1
"""Raised whenever what is stored, or the way in which words are read, changes: old indexes are then made again."""


def stored(catalogue: Catalogue) -> bytes:
    """Return the catalogue as bytes: a NumPy archive of arrays and one JSON document; nothing in it can run."""
    arrays: dict[str, Any] = {}
    said: dict[str, Any] = {"size": catalogue.size, "facets": {}, "languages": {}}
    for facet, values in catalogue.facets.items():
        said["facets"][facet] = list(values)
        for number, places in enumerate(values.values()):
            arrays[f"facet/{facet}/{number}"] = places
    for lang, index in catalogue.languages.items():
        said["languages"][lang] = _said(index)
        arrays |= {f"{lang}/starts": index.starts, f"{lang}/places": index.places, f"{lang}/weights": index.weights}
    arrays["said"] = np.frombuffer(json.dumps(said, ensure_ascii=False).encode(), np.uint8)
    out = BytesIO()
    np.savez_compressed(out, **arrays)
    return out.getvalue()


def _said(index: LanguageIndex) -> dict[str, Any]:
    return {
        "texts": index.texts,
        "rows": list(index.rows),
        "titles": [[list(name), list(places)] for name, places in index.titles.items()],
        "spellings": [[word, one.written, one.count] for word, one in index.spellings.items()],
        "synonyms": [[list(name), [list(other) for other in others]] for name, others in index.synonyms.items()],
    }


def read_back(document: bytes) -> Catalogue:
    """Return the catalogue that was stored."""
    with np.load(BytesIO(document), allow_pickle=False) as arrays:
        said = json.loads(arrays["said"].tobytes())
        facets = {
            facet: {value: arrays[f"facet/{facet}/{number}"] for number, value in enumerate(values)}
            for facet, values in said["facets"].items()
        }
        languages = {lang: _read_language(lang, said["languages"][lang], arrays) for lang in LANGUAGES}
    return Catalogue(said["size"], facets, languages)


def _read_language(lang: Lang, said: dict[str, Any], arrays: Any) -> LanguageIndex:
    return LanguageIndex(
        lang,
        said["texts"],
        {stem: row for row, stem in enumerate(said["rows"])},
        arrays[f"{lang}/starts"],
        arrays[f"{lang}/places"],
        arrays[f"{lang}/weights"],
        {tuple(name): tuple(places) for name, places in said["titles"]},
        {word: Spelling(written, count) for word, written, count in said["spellings"]},
        {tuple(name): tuple(tuple(other) for other in others) for name, others in said["synonyms"]},
    )
