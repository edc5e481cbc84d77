"""The file of the installation: absent, broken, replaced while the site runs."""

import logging
import os
from pathlib import Path

import pytest
from tests.apps.observatory.statistics.making import COUNTRY, GOOD, RATE, put

from cordee.apps.observatory.statistics import shelf
from cordee.apps.observatory.statistics.faults import StatisticsRefused
from cordee.apps.observatory.statistics.shelf import measurements, measurements_in, read_file


def test_without_a_file_there_is_nothing_and_no_warning(
    statistics_file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert measurements() == ()
    statistics_file.mkdir()
    assert measurements() == ()
    assert not caplog.records


def test_the_measurements_of_a_territory_are_its_own(statistics_file: Path) -> None:
    put(statistics_file, *GOOD)
    assert [one.statistic.id for one in measurements_in("53")] == ["taux-invente", "revenu-invente"]
    assert [one.territory for one in measurements_in("FR")] == ["FR"]
    assert measurements_in("11") == ()


def test_a_file_with_one_fault_gives_nothing_and_is_warned_about_once(
    statistics_file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    put(statistics_file, RATE, COUNTRY | {"year": "x"})
    with caplog.at_level(logging.WARNING):
        assert [measurements(), measurements(), measurements_in("53")] == [(), (), ()]
    (warned,) = caplog.records
    assert warned.levelname == "WARNING"
    assert "statistics.csv" in warned.getMessage()
    assert "Line 3: ‘x’ is not a year" in warned.getMessage()


def test_a_file_is_read_once_and_again_when_it_is_replaced(
    statistics_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []
    monkeypatch.setattr(shelf, "read_file", lambda path: read.append(path) or read_file(path))
    put(statistics_file, RATE)
    assert measurements() == measurements()
    assert len(read) == 1
    put(statistics_file.with_name("next.csv"), RATE | {"value": "6.60"}).replace(statistics_file)
    os.utime(statistics_file, ns=(1, 1))
    assert [str(one.value) for one in measurements()] == ["6.60"]
    put(statistics_file, RATE | {"value": "x"})
    assert measurements() == ()
    put(statistics_file, RATE, COUNTRY)
    assert len(measurements()) == 2
    statistics_file.unlink()
    assert measurements() == ()


def test_a_file_that_cannot_be_opened_says_so_in_both_languages(tmp_path: Path) -> None:
    with pytest.raises(StatisticsRefused) as refusal:
        read_file(tmp_path / "absent.csv")
    assert "ne se lit pas" in refusal.value.in_("fr")
    assert "cannot be read" in refusal.value.in_("en")
