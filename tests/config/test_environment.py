"""Reading settings: each kind accepts what it promises, and refuses the rest with its name and a remedy."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.config.environment import BadSetting, Environment, is_web_origin


def environment(**variables: str) -> Environment:
    return Environment(variables)


def test_a_missing_variable_gives_its_default() -> None:
    env = environment()
    assert env.text("A", default="x") == "x"
    assert env.flag("B", default=True) is True
    assert env.integer("C", default=4, least=1, most=9) == 4
    assert env.words("D") == []
    assert env.declared == {"A": "x", "B": "1", "C": "4", "D": ""}


@pytest.mark.parametrize("word", ["1", "true", "YES", "on", " oui ", "vrai"])
def test_yes_in_two_languages(word: str) -> None:
    assert environment(F=word).flag("F", default=False) is True


@pytest.mark.parametrize("word", ["0", "false", "No", "off", "non", "", "  "])
def test_no_in_two_languages(word: str) -> None:
    assert environment(F=word).flag("F", default=True) is False


def test_a_doubtful_word_is_neither_yes_nor_no() -> None:
    with pytest.raises(BadSetting) as refusal:
        environment(CORDEE_DEBUG="peut-être").flag("CORDEE_DEBUG", default=False)
    for part in ("CORDEE_DEBUG", "peut-être", "1 (oui) ou 0 (non)", "docs/settings.md"):
        assert part in str(refusal.value)


@pytest.mark.parametrize("found", ["0", "10", "-3", "4.5", "quatre", "", "²", "1e1"])
def test_a_number_stays_within_its_bounds(found: str) -> None:
    with pytest.raises(BadSetting, match="de 1 à 9"):
        environment(N=found).integer("N", default=1, least=1, most=9)


@given(st.integers(min_value=1, max_value=9))
def test_every_number_within_the_bounds_is_read(number: int) -> None:
    assert environment(N=f" {number} ").integer("N", default=1, least=1, most=9) == number


def test_words_are_separated_by_commas() -> None:
    assert environment(W=" a.example , b.example,, ").words("W") == ["a.example", "b.example"]


def test_one_word_of_a_list_whatever_its_case() -> None:
    assert environment(L="debug").one_of("L", default="INFO", allowed=("DEBUG", "INFO")) == "DEBUG"
    with pytest.raises(BadSetting, match="DEBUG, INFO"):
        environment(L="loud").one_of("L", default="INFO", allowed=("DEBUG", "INFO"))


def test_a_folder_is_created_private(tmp_path: Path) -> None:
    folder = environment(F=str(tmp_path / "a" / "b")).folder("F", default="var")
    assert folder == tmp_path / "a" / "b"
    assert folder.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BadSetting, match="un dossier où écrire"):
        environment(F=str(tmp_path / "file" / "below")).folder("F", default="var")


@pytest.mark.parametrize("address", ["https://cordee.example.org", "http://127.0.0.1:8000", "http://[::1]:8000"])
def test_an_address_loses_the_slash_at_its_end(address: str) -> None:
    assert environment(U=f"{address}/").web_address("U", default="") == address


@pytest.mark.parametrize(
    "address",
    [
        "cordee.example.org",
        "ftp://a.example",
        "https://a.example/path",
        "https://a.example?x",
        "https://",
        "http://a:b",
        "https://user@a.example",
        "http://a:99999",
    ],
)
def test_an_address_with_anything_else_is_refused(address: str) -> None:
    with pytest.raises(BadSetting, match="sans chemin"):
        environment(U=address).web_address("U", default="")


@given(st.text())
def test_no_text_makes_the_reading_of_an_address_crash(text: str) -> None:
    assert is_web_origin(text) in (True, False)
