"""The examples of docstrings run: what each function says of itself is so."""

import doctest
from importlib import import_module

import pytest

MODULES = ["glyphs", "written", "pages.layout", "pages.method"]


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name: str) -> None:
    module = import_module(f"cordee.apps.reports.{name}")
    done = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    assert done.attempted > 0
    assert done.failed == 0
