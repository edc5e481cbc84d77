"""Words that people use for one another, read from the list beside this module."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from cordee.core.search.synonyms import Group

LIST = Path(__file__).with_name("everyday.txt")


@cache
def everyday_groups() -> tuple[Group, ...]:
    """Return the groups of the list."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return tuple(_group(line) for line in lines if line.strip() and not line.startswith("#"))


def _group(line: str) -> Group:
    return tuple(name.strip() for name in line.split(";") if name.strip())
