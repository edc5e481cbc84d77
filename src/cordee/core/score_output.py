"""A reading as plain values for JSON: a stable structure, full precision, and never a NaN (docs/score-output.md)."""

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from cordee.core.distribution import Distribution
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Lang, Text
from cordee.core.reading import Reading
from cordee.core.wording import Wording

LANGUAGES: tuple[Lang, ...] = ("fr", "en")
FORMAT = "cordee-score/1"
"""Raised when a key changes its meaning or goes; keys may be added without notice."""


def score_document(reading: Reading, pack: Pack) -> dict[str, Any]:
    """Return a reading as lists, blocks, text, numbers, booleans and null, with the sentences of its pack.

    Every estimate is a block `value, n, se, lower, upper, df, refused, interval_refused`. Numbers are as computed, not
    rounded. Errors: none for a reading of this pack.
    """
    plain = _plain(reading)
    plain["pack"] = {"id": plain["pack"], "version": plain.pop("version")}
    plain["headline"]["text"] = {lang: Wording(pack, lang).headline(reading.headline) for lang in LANGUAGES}
    plain["recommendations"] = plain.pop("advice")
    names = {rule.id: rule.name for rule in pack.recommendations}
    for advice in plain["recommendations"]:
        advice["name"] = _both(names.get(advice["recommendation"]))
    return {"format": FORMAT, **plain}


def _both(text: Text | None) -> dict[str, str] | None:
    return {"fr": text.fr, "en": text.en} if text else None


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        block = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {**block, "dont_know_share": value.dont_know_share} if isinstance(value, Distribution) else block
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.value if isinstance(value, Enum) else value
