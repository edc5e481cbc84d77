"""The shape of one entry: pydantic's verdict, said with the place, the cause and the remedy."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cordee.core.packs.faults import Fault, Path, fault
from cordee.core.packs.messages.shapes import named_kind
from cordee.core.packs.messages.wording import Said, Value, suggestion
from cordee.core.packs.reading.portions import Portion
from cordee.core.packs.text import ADDRESS, HIDDEN, IDENTIFIER, ISO_DATE, LINE, VERSION, Part

Model = TypeVar("Model", bound=Part)
Finding = tuple[str, dict[str, Value]]
"""A message of the catalogue and its values."""

LANGUAGES = {"fr": Said("français", "French"), "en": Said("anglais", "English")}


def shape(model: type[Model], portion: Portion, data: object = None) -> tuple[Model | None, list[Fault]]:
    """Give an entry its shape, or say everything that is wrong with it.

    Shapes: a portion in (or `data` instead of its own); the model, or None with at least one fault.
    """
    content = portion.data if data is None else data
    try:
        return model.model_validate(content), []
    except ValidationError as error:
        return None, _explain_all(portion, content, model, error.errors(include_url=False))


def _explain_all(portion: Portion, data: object, model: type[Part], errors: Iterable[ErrorDetails]) -> list[Fault]:
    by_path: dict[Path, list[ErrorDetails]] = {}
    for error in errors:
        if _is_echo(error):
            continue
        by_path.setdefault(_real_path(data, error), []).append(error)
    return [_explain(portion, path, same, model) for path, same in by_path.items()]


def _is_echo(error: ErrorDetails) -> bool:
    """Say whether a list is said too short only because one of its entries could not be read."""
    wanted = error.get("ctx", {}).get("min_length")
    found = error["input"]
    return error["type"] == "too_short" and isinstance(found, list | tuple) and len(found) >= int(wanted or 0)


def _explain(portion: Portion, path: Path, errors: list[ErrorDetails], model: type[Part]) -> Fault:
    """Say one fault for a path; the branches of a union that all fail count as one."""
    error = errors[0]
    at_key = error["type"] == "extra_forbidden" or error["loc"][-1:] == ("[key]",)
    if {one["type"] for one in errors} == {"exact_decimal", "literal_error"}:
        explain = _found("not-decimal-or-refused")
    else:
        explain = _EXPLANATIONS.get(error["type"], _found("unexpected"))
    message, values = explain(error, path, model)
    return fault(message, portion.locate(path, at_key), path, **values)


def _real_path(data: object, error: ErrorDetails) -> Path:
    """Keep the steps of an error's location that exist in the data, plus a key that is missing.

    Pydantic adds the branch of a union, or a mark for a key, at the end: they are not in the file.
    """
    path: Path = ()
    for step in error["loc"]:
        there, data = _step_into(data, step)
        if not there:
            return (*path, step) if error["type"] == "missing" else path
        path = (*path, step)
    return path


def _step_into(data: object, step: str | int) -> tuple[bool, object]:
    if isinstance(data, dict) and step in data:
        return True, data[step]
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return True, data[step]
    return False, None


def _missing(_error: ErrorDetails, path: Path, _model: type[Part]) -> Finding:
    key = str(path[-1])
    if key in LANGUAGES:
        return "missing-translation", {"key": key, "language": LANGUAGES[key]}
    return "missing-key", {"key": key}


def _extra(_error: ErrorDetails, path: Path, model: type[Part]) -> Finding:
    key = str(path[-1])
    return "unknown-key", {"key": key, "suggestion": suggestion(key, keys_at(model, path[:-1]))}


def _not_a_block(error: ErrorDetails, path: Path, model: type[Part]) -> Finding:
    return "not-a-block", {"found": named_kind(error["input"]), "keys": ", ".join(keys_at(model, path)) or "…"}


def _not_text(error: ErrorDetails, _path: Path, _model: type[Part]) -> Finding:
    return "not-text", {"found": named_kind(error["input"])}


def _not_a_list(error: ErrorDetails, _path: Path, _model: type[Part]) -> Finding:
    return "not-a-list", {"found": named_kind(error["input"])}


def _count(error: ErrorDetails, _path: Path, _model: type[Part]) -> Finding:
    context = error.get("ctx", {})
    wanted = context.get("min_length", context.get("max_length", 0))
    return "wrong-count", {"expected": int(wanted), "found": len(error["input"])}


def _choice(error: ErrorDetails, _path: Path, _model: type[Part]) -> Finding:
    known = re.findall(r"'([^']*)'|(\d+)", str(error.get("ctx", {}).get("expected", "")))
    found = _written(error["input"])
    return "not-in-list", {"found": found, "suggestion": suggestion(found, [word or digit for word, digit in known])}


def _pattern(error: ErrorDetails, _path: Path, _model: type[Part]) -> Finding:
    pattern, found = str(error.get("ctx", {}).get("pattern")), str(error["input"])
    if pattern in _PATTERNS:
        return (_PATTERNS[pattern], {"found": found}) if found.strip() else ("empty-text", {})
    return words_finding(found, one_line=pattern == LINE)


def words_finding(words: str, one_line: bool) -> Finding:
    """Say why a text is refused.

    >>> words_finding(" ", False)[0], words_finding("x ", False)[0], words_finding("a\\u200bb", False)[0]
    ('empty-text', 'outer-space', 'hidden-character')
    """
    hidden = re.search(f"[{HIDDEN}]", words)
    if not words.strip():
        return "empty-text", {}
    if hidden:
        before = words[max(0, hidden.start() - 20) : hidden.start()]
        return "hidden-character", {"code": f"U+{ord(hidden.group()):04X}", "before": before}
    if words != words.strip():
        return "outer-space", {}
    return ("line-break", {}) if one_line else ("unexpected", {"found": words})


def _not_an_answer(error: ErrorDetails, _path: Path, _model: type[Part]) -> Finding:
    return "not-in-list", {"found": _written(error["input"]), "suggestion": listed_answers()}


def listed_answers() -> Said:
    """Say which answers exist."""
    answers = "0, 1, 2, 3, 4, dont_know, not_applicable"
    return Said(f"Possibles\u202f: {answers}.", f"Possible: {answers}.")


def _long(error: ErrorDetails, _path: Path, _model: type[Part]) -> Finding:
    return "long-identifier", {"limit": int(error.get("ctx", {}).get("max_length", 0))}


def _told(message: str) -> "Explain":
    def explain(error: ErrorDetails, _path: Path, _model: type[Part]) -> Finding:
        return message, {name: str(value) for name, value in error.get("ctx", {}).items()}

    return explain


def _found(message: str) -> "Explain":
    def explain(error: ErrorDetails, _path: Path, _model: type[Part]) -> Finding:
        return message, {"found": _written(error["input"])}

    return explain


def _written(value: object) -> str:
    """Show a refused value as its author wrote it.

    >>> _written(True), _written(7), _written(None), _written("x")
    ('true', '7', 'null', 'x')
    """
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, Mapping):
        return "{…}"
    return "[…]" if isinstance(value, list | tuple) else str(value)


def keys_at(model: type[Part], path: Path) -> list[str]:
    """List the keys that the model accepts at a path; empty where it accepts no block.

    >>> from cordee.core.packs.instrument import Axis
    >>> keys_at(Axis, ("topics", 0, "name"))
    ['fr', 'en']
    """
    found = part_at(model, path)
    return [field.alias or name for name, field in found.model_fields.items()] if found else []


def part_at(model: type[Part], path: Path) -> type[Part] | None:
    """Return the model of what stands at a path, positions aside; None where it is no block of known keys.

    >>> from cordee.core.packs.pack import Pack
    >>> part_at(Pack, ("tools", 0, "trials")).__name__
    'Trial'
    """
    found: type[Part] | None = model
    for step in path:
        if isinstance(step, str) and found is not None:
            found = _part_of(_annotation(found, step))
    return found


def _annotation(model: type[Part], key: str) -> Any:
    for name, field in model.model_fields.items():
        if key == (field.alias or name):
            return field.annotation
    return None


def _part_of(annotation: Any) -> type[Part] | None:
    """Find the model inside an annotation such as `tuple[Topic, ...]` or `Text | None`."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _part_of(inner)
        if found:
            return found
    return None


Explain = Callable[[ErrorDetails, Path, type[Part]], Finding]

_PATTERNS = {IDENTIFIER: "bad-identifier", VERSION: "bad-version", ADDRESS: "bad-address", ISO_DATE: "bad-date"}

_EXPLANATIONS: dict[str, Explain] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    "model_type": _not_a_block,
    "model_attributes_type": _not_a_block,
    "dict_type": _not_a_block,
    "string_type": _not_text,
    "string_unicode": _found("unexpected"),
    "string_pattern_mismatch": _pattern,
    "string_too_long": _long,
    "tuple_type": _not_a_list,
    "list_type": _not_a_list,
    "too_short": _count,
    "too_long": _count,
    "literal_error": _choice,
    "not_an_answer": _not_an_answer,
    "int_type": _found("not-whole"),
    "bool_type": _found("not-yes-or-no"),
    "exact_decimal": _found("not-decimal"),
    "condition_subject": _told("condition-subject"),
    "condition_bounds": _told("condition-bounds"),
    "condition_unbounded": _told("condition-unbounded"),
    "headline_placeholder": _told("headline-placeholder"),
    "headlines_once": _told("headlines-once"),
    "target_shape": _told("target-shape"),
    "branch_end": _told("branch-end"),
    "half_condition": _told("half-condition"),
    "rule_weight": _told("rule-weight"),
}
