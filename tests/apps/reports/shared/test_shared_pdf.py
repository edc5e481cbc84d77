"""The PDF of a 360°: its tags, its metadata, its length, and alliances of every shape."""

import re
from datetime import UTC, datetime

import pytest
from tests.apps.campaigns.reading_together import group, table
from tests.apps.reports import building
from tests.apps.reports.shared import sharing
from tests.apps.reports.shared.sharing import AGREED
from tests.apps.reports.test_pdf import FRENCH_WORDS, root_of, tags

from cordee.apps.campaigns.models import Regime
from cordee.apps.reports.shared.pdf import to_pdf
from cordee.charts.numbers import Lang

LONG = "Communauté d’agglomération intercommunale de la Vallée-de-la-Haute-Sommière-et-du-Plateau-Ardéchois"
ONE_CIRCLE = group("teams", 7, (3, 2, 1))
FEW = group("teams", 3, (3, 2, 1))


@pytest.fixture(scope="module", params=["fr", "en"])
def lang(request: pytest.FixtureRequest) -> Lang:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def pdf(lang: Lang) -> bytes:
    return to_pdf(sharing.example(lang))


def test_it_says_that_it_is_accessible_and_in_which_language(pdf: bytes, lang: Lang) -> None:
    root = root_of(pdf)
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == {"fr": "fr-FR", "en": "en-GB"}[lang]
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()


def test_it_names_the_360_and_no_person(pdf: bytes, lang: Lang) -> None:
    metadata = building.reader(pdf).metadata
    assert metadata is not None
    titles = {
        "fr": "360°\u202f: Printemps 2026, 30 juin 2026",
        "en": "360°: Printemps 2026, 30 June 2026",
    }
    assert metadata.title == titles[lang]
    assert metadata.author == "Cordée"
    assert metadata.creation_date == datetime(2026, 6, 30, tzinfo=UTC), "the day, never the hour of closing"


def test_headings_go_down_one_level_at_a_time(pdf: bytes) -> None:
    levels = [int(tag[2:]) for tag in tags(pdf) if re.fullmatch(r"/H[1-6]", tag)]
    assert levels.count(1) >= 12
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


def test_each_figure_is_said_in_words(pdf: bytes) -> None:
    assert tags(pdf).count("/Figure") == 3, "coherence, crossed views, the questions that divide"


def test_the_express_form_holds_in_sixteen_pages(pdf: bytes) -> None:
    assert 10 <= len(building.reader(pdf).pages) <= 16


def test_the_same_report_gives_the_same_bytes(pdf: bytes, lang: Lang) -> None:
    assert to_pdf(sharing.example(lang)) == pdf


def test_the_english_file_holds_no_french() -> None:
    report = sharing.example("en", title="Spring 2026", alliance="Valley Footbridges")
    text = building.text_of(to_pdf(report)).split("Sources and licence")[0]
    stories = building.pack().stories
    kept = {story.name.en for story in stories} | {partner for story in stories for partner in story.partners}
    kept.add("Le RAMEAU")
    for name in sorted(kept, key=len, reverse=True):
        text = text.replace(building.plain(name), "")
    assert {word.lower() for word in FRENCH_WORDS.findall(text)} == set()


def test_nothing_shown_says_why_and_holds_no_number_of_anyone(lang: Lang) -> None:
    report = sharing.report(table(FEW), lang)
    assert report.shows_nothing
    pdf = to_pdf(report)
    text = building.text_of(pdf)
    assert building.plain(report.told.nothing) in text
    assert "/Figure" not in tags(pdf)
    assert len(building.reader(pdf).pages) <= 3
    assert building.pack().instrument.topic("clarity.roles").items[0].question.in_(lang) not in text


def test_one_circle_has_no_other_to_be_compared_with(lang: Lang) -> None:
    report = sharing.report(table(ONE_CIRCLE), lang)
    text = building.text_of(to_pdf(report))
    assert report.told.crossed.refusal
    assert building.plain(report.told.crossed.refusal) in text


def test_twenty_organisations_signed_with_long_names_are_laid_out(lang: Lang) -> None:
    homes = {f"home-{number}": f"{LONG} n° {number}" for number in range(20)}
    people = {
        person: levels
        for place, home in enumerate(homes)
        for person, levels in group(("steering", "teams")[place % 2], 2, (4 - place % 5, 2, place % 3), home).items()
    }
    read = table(people)
    stored = sharing.signed_layers(read, homes)
    report = sharing.report(
        read, lang, regime=Regime.ATTRIBUTED, stored=stored, alliance=LONG, title=LONG, organisations=homes
    )
    text = building.text_of(to_pdf(report))
    assert "n° 19" in text
    assert building.plain(report.confidentiality[0]) in text


def test_what_was_decided_is_beside_the_answers_with_the_voices_that_do_not_join() -> None:
    text = building.text_of(to_pdf(sharing.example("en", consensuses=AGREED)))
    assert "What you decided together" in text
    assert "Level 2" in text
    assert "We name a referent by September." in text
    assert "Does not join: Mission locale, level 1 Too early for us." in text
    assert "Does not join: a voice that did not sign Not before the budget." in text
    assert "Agreed to differ" in text
