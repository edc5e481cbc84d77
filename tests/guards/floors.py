"""The order of the floors, read from the contract in pyproject.toml, for what escapes the import linter."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ROOT / "src" / "cordee" / "apps"

_REFERENCE = re.compile(r"""{%\s*(?:include|extends)\s+["'](?P<name>[^"']+)["']""")
_COMPONENT = re.compile(r"<c-(?P<name>[a-z][a-z0-9_.-]*)")

Pair = tuple[str, str]
"""A user and what it uses, as dotted names."""


def layers() -> list[tuple[set[str], bool]]:
    """The layers of the contract « floors », from the roof down: their modules, and whether they ignore each other."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts = {each["id"]: each for each in config["tool"]["importlinter"]["contracts"]}
    return [(set(re.findall(r"[\w.]+", row)), ":" not in row) for row in contracts["floors"]["layers"]]


def module_of(name: str) -> str | None:
    """The module of the contract to which a dotted name belongs; None outside of the house."""
    known = {module for row, _ in layers() for module in row}
    parts = name.split(".")
    prefixes = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((prefix for prefix in prefixes if prefix in known), None)


def may_use(user: str, used: str) -> bool:
    """Say whether one part of the house may lean on another: itself, or a floor below."""
    above, below = module_of(user), module_of(used)
    if above is None or below is None or above == below:
        return True
    height = {module: level for level, (row, _) in enumerate(layers()) for module in row}
    if height[above] == height[below]:
        return not layers()[height[above]][1]
    return height[above] < height[below]


def faults(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs that climb the stairs."""
    return sorted({pair for pair in pairs if not may_use(*pair)})


def related_models(models: Iterable[type]) -> Iterator[Pair]:
    """Each model with the models that its own fields point to, however the relation was written."""
    for model in models:
        for field in model._meta.get_fields():
            if field.is_relation and not field.auto_created and field.related_model:
                yield f"{model.__module__}.{model.__name__}", _full_name(field.related_model)


def _full_name(model: type) -> str:
    return f"{model.__module__}.{model.__name__}"


def template_uses(apps: Path) -> Iterator[Pair]:
    """Each application with the applications whose templates its own templates include, extend or compose."""
    owners = dict(_owners(apps))
    for template in sorted(apps.glob("*/templates/**/*")):
        if template.is_file() and template.suffix in (".html", ".txt"):
            for name in names_used(template.read_text(encoding="utf-8")):
                if name in owners:
                    yield f"cordee.apps.{template.relative_to(apps).parts[0]}", f"cordee.apps.{owners[name]}"


def names_used(source: str) -> set[str]:
    """The templates that one template names: includes, parents, components."""
    named = {found["name"] for found in _REFERENCE.finditer(source)}
    return named | {_component_file(found["name"]) for found in _COMPONENT.finditer(source)}


def _component_file(name: str) -> str:
    return f"cotton/{name.rstrip('.').replace('.', '/').replace('-', '_')}.html"


def _owners(apps: Path) -> Iterator[Pair]:
    for template in apps.glob("*/templates/**/*"):
        app, _templates, *name = template.relative_to(apps).parts
        yield "/".join(name), app
