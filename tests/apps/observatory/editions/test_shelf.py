"""The shelf: what is on it, newest first, read once, and what is not an edition left out."""

import json
import logging
import shutil
from pathlib import Path

import pytest

from cordee.apps.observatory.editions.shelf import edition_called, editions, select
from cordee.core.packs.text import Text
from cordee.stats.editions.publishing import withdraw

CITIZENS = "barometre-demonstration-citoyens"
MAYORS = "barometre-demonstration-maires"


@pytest.fixture
def own(published_shelf: Path, empty_shelf: Path) -> Path:
    """A shelf of one's own with the edition of the mayors, to write on."""
    shutil.copytree(published_shelf / MAYORS, empty_shelf / MAYORS)
    return empty_shelf


def test_a_shelf_that_is_not_there_is_empty(empty_shelf: Path) -> None:
    assert editions() == ()
    assert edition_called(CITIZENS) is None


@pytest.mark.usefixtures("shelf")
def test_the_demonstration_is_on_the_shelf_and_says_that_it_is_synthetic() -> None:
    found = editions()
    assert {one.card.id for one in found} == {CITIZENS, MAYORS, "barometre-demonstration-associations"}
    assert all(one.card.synthetic and one.withdrawal is None for one in found)
    dates = [one.card.published_at for one in found]
    assert dates == sorted(dates, reverse=True)


@pytest.mark.usefixtures("shelf")
def test_questions_say_their_words_their_base_and_what_is_counted() -> None:
    edition = edition_called(CITIZENS)
    assert edition is not None
    first = edition.questions[0]
    assert (first.key, first.kind, first.values, first.scale) == ("alliance", "proportion", ("1", "2"), "1-5")
    assert first.labels["5"].in_("fr") == "contre-productif"
    assert "synthetic" in first.base.en
    mark = edition.question("fragility_mobility")
    assert mark is not None
    assert (mark.kind, mark.values, mark.labels) == ("mean", (), {})
    assert len(edition.questions) == 21
    assert edition.question("nothing") is None
    assert edition.categories("wave") == ("2019", "2021", "2024")
    assert len(edition.categories("region")) == 13
    assert edition.labels("wave")["2024"].en == "October 2024"


@pytest.mark.usefixtures("shelf")
def test_figures_are_chosen_by_their_exact_domains() -> None:
    edition = edition_called(CITIZENS)
    assert edition is not None
    (whole,) = select(edition.figures, "alliance", ("1", "2"), wave="2024")
    assert whole.n == 2400
    assert whole.estimate is not None
    assert len(select(edition.figures, "alliance", wave="2024")) == 6
    (region,) = select(edition.figures, "alliance", region="11", wave="2024")
    assert region.n < whole.n
    assert select(edition.figures, "alliance", region="11") == ()
    differences = [one for one in edition.differences if one.domains == {"wave": "2024", "region": "11 vs rest"}]
    assert {one.distinguishable for one in differences} <= {True, False}
    assert len(differences) == 21


@pytest.mark.usefixtures("shelf")
def test_what_is_hidden_has_no_number_but_its_count() -> None:
    edition = edition_called(MAYORS)
    assert edition is not None
    hidden = [one for one in edition.figures if one.status == "suppressed"]
    assert hidden
    for one in hidden:
        assert one.n < 30
        assert (one.estimate, one.se, one.lower, one.upper, one.n_eff, one.deff, one.df) == (None,) * 7


@pytest.mark.usefixtures("shelf")
def test_an_edition_is_read_once() -> None:
    assert edition_called(CITIZENS) is edition_called(CITIZENS)


def test_a_withdrawn_edition_stays_with_its_reason(own: Path) -> None:
    before = edition_called(MAYORS)
    withdraw(own / MAYORS, "Ana", "2026-01-01T00:00:00+00:00", Text(fr="Une erreur de base.", en="A wrong base."))
    after = edition_called(MAYORS)
    assert before is not None
    assert after is not None
    assert before.withdrawal is None
    assert after.withdrawal is not None
    assert after.withdrawal.reason.en == "A wrong base."
    assert len(after.figures) == len(before.figures)


def test_what_is_no_edition_is_left_out_and_told(own: Path, caplog: pytest.LogCaptureFixture) -> None:
    (own / ".half").mkdir()
    (own / "notes").mkdir()
    broken = own / "broken"
    broken.mkdir()
    (broken / "edition.json").write_text("{")
    renamed = own / "another-name"
    shutil.copytree(own / MAYORS, renamed)
    with caplog.at_level(logging.ERROR, logger="cordee.apps.observatory.editions.shelf"):
        assert [one.card.id for one in editions()] == [MAYORS]
    assert "edition left out: broken" in caplog.text


def test_a_name_is_never_a_path(own: Path) -> None:
    card = json.loads((own / MAYORS / "edition.json").read_text())
    assert edition_called(f"../editions/{MAYORS}") is None
    assert edition_called(card["id"]) is not None
