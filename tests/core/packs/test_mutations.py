"""Hundreds of packs broken at random: each is refused with a fault, or read with every change of meaning told."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from tests.core.packs.replay import tells_all

from cordee.core.packs.difference import difference
from cordee.core.packs.folder import read_folder
from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.layout import Files, kind_of
from cordee.core.packs.reading.pack_reading import read_pack
from cordee.core.packs.text import DECIMAL

Json = Any
Mutation = Callable[[Random, str], str]
NOISE = [
    *(
        "\u200b",
        "\u202e",
        "\x00",
        "\t",
        "é",
        "e\u0301",
        "🧗",
        "\ufeff",
        "\x85",
        "\u2028",
        " ",
        "\n",
        '"',
        "'",
        "#",
        ":",
        "- ",
    ),
    *(
        "{",
        "}",
        "[",
        "]",
        "&a ",
        "*a ",
        "!t ",
        "<<: ",
        "%",
        "@",
        "|",
        ">",
        "\\",
        "null",
        "true",
        "0",
        "~",
        "---\n",
        ",",
    ),
]


def _line(random: Random, lines: list[str]) -> int:
    return random.randrange(len(lines))


def delete_a_line(random: Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    del lines[_line(random, lines)]
    return "".join(lines)


def repeat_a_line(random: Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    at = _line(random, lines)
    return "".join([*lines[:at], lines[at], *lines[at:]])


def swap_two_lines(random: Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    one, other = _line(random, lines), _line(random, lines)
    lines[one], lines[other] = lines[other], lines[one]
    return "".join(lines)


def shift_a_line(random: Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    at = _line(random, lines)
    lines[at] = random.choice([lines[at][1:], lines[at][2:], " " + lines[at], "  " + lines[at]])
    return "".join(lines)


def change_a_digit(random: Random, text: str) -> str:
    places = [found.start() for found in re.finditer(r"\d", text)]
    if not places:
        return text
    at = random.choice(places)
    return text[:at] + str(random.randrange(10)) + text[at + 1 :]


def change_a_kind(random: Random, text: str) -> str:
    """Replace the value of a key by one of another kind."""
    values = list(re.finditer(r"(?m)(?<=: )[^\n{\[]+$", text))
    if not values:
        return text
    found = random.choice(values)
    other = random.choice(["12", '"12"', "null", "true", "[]", "{}", "[a]", "{fr: a}", "0.5", '""', "yes", "-"])
    return text[: found.start()] + other + text[found.end() :]


def rename_a_word(random: Random, text: str) -> str:
    """Change one letter of a key, or of a name."""
    words = list(re.finditer(r"[a-z_]{2,}(?=:)|(?<=: )[a-z][a-z_.-]+|(?<=\[)[a-z][a-z_.-]+", text))
    if not words:
        return text
    at = random.randrange(*random.choice(words).span())
    return text[:at] + random.choice("abeixz_") + text[at + 1 :]


def add_noise(random: Random, text: str) -> str:
    at = random.randrange(len(text))
    return text[:at] + random.choice(NOISE) + text[at:]


def delete_a_letter(random: Random, text: str) -> str:
    at = random.randrange(len(text))
    return text[:at] + text[at + 1 :]


def cut_the_end(random: Random, text: str) -> str:
    return text[: random.randrange(len(text))]


MUTATIONS: list[Mutation] = [
    delete_a_line,
    repeat_a_line,
    swap_two_lines,
    shift_a_line,
    change_a_digit,
    change_a_kind,
    rename_a_word,
    add_noise,
    delete_a_letter,
    cut_the_end,
]


def mutated(files: Files, seed: int, mutation: Mutation) -> tuple[str, str]:
    random = Random(seed)
    name = random.choice([name for name in sorted(files) if kind_of(name)])
    return name, mutation(random, files[name].decode())


def says_the_same(old: str, new: str) -> bool:
    """Say whether two texts mean the same to a reader that knows nothing of packs, and converts nothing.

    Comments, blank lines, quotes, the order of keys and another writing of a number do not count; nor does a key that
    is said to have nothing.
    """
    return meaning(old) == meaning(new)


def meaning(text: str) -> Json:
    yaml = YAML(typ="base", pure=True)  # type: ignore[no-untyped-call]
    return _meaning(yaml.load(io.StringIO(text)))


DEFAULTS = {"is_self": ("false",), "circle": ("steering",), "organisation": ("organisation-1",)}


def _meaning(value: Json) -> Json:
    if isinstance(value, dict):
        said = {key: _meaning(one) for key, one in value.items() if one not in DEFAULTS.get(key, ())}
        return {key: one for key, one in said.items() if one not in ("null", [], {})}
    if isinstance(value, list):
        return [_meaning(one) for one in value]
    return Decimal(value) if re.fullmatch(DECIMAL, str(value)) else str(value)


@dataclass(frozen=True, repr=False)
class Original:
    """A sound pack and its files; hypothesis would show them whole beside every failure."""

    pack: Pack
    files: Files


def judge(original: Original, name: str, text: str) -> str:
    """Read a broken pack, and say what became of it; fail if it was read silently wrong."""
    reading = read_pack({**original.files, name: text.encode("utf-8", "surrogatepass")})
    if reading.faults:
        assert reading.pack is None
        for one in reading.faults:
            assert one.in_("fr").encode()
            assert one.in_("en").encode()
            assert one.file
            assert 0 <= one.line <= text.count("\n") + 2 or one.file != name
        return "refused"
    assert reading.pack is not None
    changes = difference(original.pack, reading.pack)
    assert tells_all(original.pack, reading.pack, changes)
    assert bool(changes) == (original.pack != reading.pack)
    if changes:
        return "read, and told"
    assert says_the_same(original.files[name].decode(), text), "the text changed, and nobody said so"
    return "read, and the same"


@pytest.fixture(scope="module")
def small(sample: Pack, sample_files: Files) -> Original:
    """The sample pack."""
    return Original(sample, sample_files)


@settings(
    max_examples=200, deadline=None, phases=(Phase.reuse, Phase.generate), suppress_health_check=list(HealthCheck)
)
@given(seed=st.integers(0, 2**32), mutation=st.sampled_from(MUTATIONS))
def test_a_broken_sample_is_refused_or_told(seed: int, mutation: Mutation, small: Original) -> None:
    name, text = mutated(small.files, seed, mutation)
    event(f"{mutation.__name__}: {judge(small, name, text)}")


@settings(max_examples=25, deadline=None, phases=(Phase.reuse, Phase.generate), suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32), first=st.sampled_from(MUTATIONS), second=st.sampled_from(MUTATIONS))
def test_a_sample_broken_twice_is_refused_or_told(
    seed: int, first: Mutation, second: Mutation, small: Original
) -> None:
    name, text = mutated(small.files, seed, first)
    judge(small, name, second(Random(seed + 1), text or " "))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a: 1\nb: 2\n", "# said\n\nb: '2'\na: 1.0\n"),
        ("a: {b: x, c: y}\n", 'a:\n  c: "y"\n  b: x\n'),
        ("a: x\n", "a: x\nb: []\nc: null\n"),
    ],
)
def test_the_judge_knows_what_means_the_same(old: str, new: str) -> None:
    assert says_the_same(old, new)


@pytest.mark.parametrize(
    ("old", "new"), [("a: x\n", "a: y\n"), ("a: [1, 2]\n", "a: [2, 1]\n"), ("a: x\n", "a: x\nb: y\n")]
)
def test_the_judge_knows_what_does_not(old: str, new: str) -> None:
    assert not says_the_same(old, new)


def test_the_judge_is_not_fooled_by_a_pack_read_silently_wrong(small: Original) -> None:
    name = "tools/raci-grid.yaml"
    text = small.files[name].decode()
    more = Original(small.pack, {**small.files, name: (text + "licence: said\n").encode()})
    with pytest.raises(AssertionError, match="nobody said so"):
        judge(more, name, text)


REFERENCE = Path(__file__).parents[3] / "packs" / "alliances"


@pytest.fixture(scope="module")
def reference() -> Original:
    """The reference pack."""
    files = read_folder(REFERENCE)
    pack = read_pack(files).pack
    assert pack is not None
    return Original(pack, files)


@settings(max_examples=25, deadline=None, phases=(Phase.reuse, Phase.generate), suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32), mutation=st.sampled_from(MUTATIONS))
def test_a_broken_reference_pack_is_refused_or_told(seed: int, mutation: Mutation, reference: Original) -> None:
    name, text = mutated(reference.files, seed, mutation)
    judge(reference, name, text)
