"""The PDF of the minutes read back: its tags, its title, its words, in both languages; who may take it away."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from tests.apps.meetings import building as sessions
from tests.apps.reports import building
from tests.apps.reports.test_pdf import elements, root_of, tags
from tests.apps.world import build_world

from cordee.apps.meetings.minutes import Minutes, minutes_of
from cordee.apps.meetings.models import Meeting
from cordee.apps.meetings.operations import running, voting
from cordee.apps.meetings.telling import Session
from cordee.apps.reports.minutes_pdf import minutes_file_name, minutes_pdf
from cordee.charts.describe import describe
from cordee.charts.numbers import Lang

OTHER = "clarity.roles.action"


@pytest.fixture
def ended(db: None) -> Meeting:
    """A session with two votes, one of which may not be shown, a consensus, a dissent, an action."""
    world = build_world()
    by = world.accounts["facilitator"]
    meeting = sessions.opened(sessions.closed(world.alliance), by)
    for item, levels in ((sessions.SPLIT, (1, 2, 2, 3, 3, None)), (OTHER, (4, 4))):
        ballot = voting.open_ballot(meeting, item)
        for place, level in enumerate(levels):
            voting.vote(meeting, ballot.public, f"phone-{place}", level)
        voting.close_ballot(meeting)
    running.write_attendees(meeting, "Ana Lopez\nBo Lind")
    running.write_note(meeting, "s3", "Première idée.\n\nSeconde idée.", "")
    consensus = running.agree(meeting, by, sessions.SPLIT, 2, "Nous y venons")
    running.dissent(meeting, consensus, "Les équipes attendent encore", 0, "La Passerelle")
    running.decide_action(meeting, by, title="Écrire la règle", owner_name="Ana Lopez", due_on=date(2027, 3, 1))
    running.close_session(meeting)
    return Meeting.objects.select_related("campaign__alliance", "campaign__release").get()


@pytest.fixture(params=["fr", "en"])
def minutes(request: pytest.FixtureRequest, ended: Meeting) -> Minutes:
    with translation.override(request.param):
        return minutes_of(Session.of(ended, request.param))


def test_it_is_accessible_and_named(minutes: Minutes) -> None:
    pdf = minutes_pdf(minutes)
    root = root_of(pdf)
    assert root["/Lang"] == {"fr": "fr-FR", "en": "en-GB"}[minutes.lang]
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()
    metadata = building.reader(pdf).metadata
    assert metadata is not None
    assert metadata.title is not None
    assert "Le Val" in metadata.title
    levels = [int(tag[2:]) for tag in tags(pdf) if re.fullmatch(r"/H[1-6]", tag)]
    assert levels.count(1) == 5
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))
    assert tags(pdf).count("/TH") == 3


def test_every_word_of_the_minutes_is_there(minutes: Minutes) -> None:
    text = building.text_of(minutes_pdf(minutes))
    (agreed,) = minutes.agreed
    said = [
        *minutes.present,
        *(slot.title for slot in minutes.slots),
        *(ballot.said for ballot in minutes.ballots),
        *(ballot.question for ballot in minutes.ballots),
        agreed.level_text,
        "Nous y venons",
        "Les équipes attendent encore",
        "Première idée.",
        "Seconde idée.",
        "Écrire la règle",
    ]
    assert [words for words in said if building.plain(words) not in text] == []


def test_the_vote_that_may_be_shown_is_drawn_and_said(minutes: Minutes) -> None:
    (drawing,) = [element for element in elements(minutes_pdf(minutes)) if element["/S"] == "/Figure"]
    figure = minutes.ballots[0].figure
    assert figure is not None
    assert building.plain(drawing["/Alt"]) == building.plain(f"{figure.title}. {describe(figure)}")
    assert minutes.ballots[1].figure is None


def test_the_same_minutes_give_the_same_bytes(minutes: Minutes) -> None:
    assert minutes_pdf(minutes) == minutes_pdf(minutes)


def test_minutes_with_nothing_in_them_are_made_too(minutes: Minutes) -> None:
    empty = replace(minutes, present=(), ballots=(), agreed=(), actions=(), place="", is_final=False)
    assert "Le Val" in building.text_of(minutes_pdf(empty))


@pytest.mark.parametrize("words", ["東京 🎉 \u202e", "#panic() \\ $x$ <b>", "a" * 400])
def test_whatever_was_typed_is_drawn(minutes: Minutes, words: str) -> None:
    pdf = minutes_pdf(replace(minutes, present=(words,), place=words))
    assert pdf.startswith(b"%PDF-1.7")


def test_it_is_taken_away_in_the_language_of_the_address(ended: Meeting, client: Client) -> None:
    from cordee.apps.accounts.models import Account

    client.force_login(Account.objects.get(email="observer@example.org"))
    with translation.override("en"):
        url = reverse("reports:minutes_pdf", args=[ended.public])
    answer = client.get(url)
    assert answer["Content-Type"] == "application/pdf"
    assert "cordee-minutes-" in answer["Content-Disposition"]
    assert root_of(answer.content)["/Lang"] == "en-GB"


def test_the_file_is_named_after_its_day(minutes: Minutes) -> None:
    stem: dict[Lang, str] = {"fr": "cordee-compte-rendu", "en": "cordee-minutes"}
    assert minutes_file_name(minutes) == f"{stem[minutes.lang]}-{minutes.day.isoformat()}.pdf"
