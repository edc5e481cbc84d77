"""Running a session: what is written, what is refused, what the minutes keep."""

from collections.abc import Callable
from datetime import date

import pytest
from tests.apps.diagnosis.conftest import reference_pack
from tests.apps.meetings import building
from tests.apps.meetings.conftest import Cast
from tests.apps.world import World

from cordee.apps.accounts.models import Account
from cordee.apps.campaigns.models import Campaign, Consensus, Publication
from cordee.apps.campaigns.operations import agreeing
from cordee.apps.meetings.minutes import minutes_of
from cordee.apps.meetings.models import Meeting
from cordee.apps.meetings.operations import preparing, running, voting
from cordee.apps.meetings.operations.preparing import Appointment
from cordee.apps.meetings.permissions import Reason, Refused
from cordee.apps.meetings.telling import Session, remaining_words
from cordee.apps.plans.models import Action
from cordee.charts.numbers import Lang
from cordee.core.answers import table_of


def refused(call: Callable[[], object]) -> Reason:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.verdict.reason


def test_a_session_rests_on_what_is_published(world: World, facilitator: Account) -> None:
    campaign = building.draft(world.alliance)
    appointment = Appointment(campaign.created_at, 90)
    assert refused(lambda: preparing.prepare(campaign, facilitator, appointment)) is Reason.NOT_PUBLISHED


def test_a_result_that_shows_nothing_gives_no_session(world: World, facilitator: Account) -> None:
    instrument = reference_pack().instrument
    items = [item.id for item in instrument.items_of("express")]
    topics = [topic.id for topic in instrument.topics_of("express")]
    nobody = table_of([], items, topics, [circle.id for circle in instrument.circles])
    campaign = building.closed(world.alliance, nobody)
    appointment = Appointment(campaign.created_at, 90)
    assert refused(lambda: preparing.prepare(campaign, facilitator, appointment)) is Reason.NOTHING_SHOWN


def test_what_the_facilitator_alone_may_read_enters_no_agenda(campaign: Campaign, facilitator: Account) -> None:
    everyone = campaign.publications.get()
    alone = dict(everyone.reading)
    alone["overall"] = {**alone["overall"], "items": []}
    Publication.objects.create(
        campaign=campaign,
        release=campaign.release,
        audience=Publication.Audience.FACILITATOR,
        engine="x",
        plan={},
        reading=alone,
        layers={},
        answers_sha256="0" * 64,
        created_at=everyone.created_at,
    )
    meeting = building.prepared(campaign, facilitator)
    assert any(slot["subject"] and slot["subject"]["item"] == building.SPLIT for slot in meeting.agenda["slots"])


def test_a_session_is_discarded_before_it_opens_only(campaign: Campaign, facilitator: Account) -> None:
    meeting = building.prepared(campaign, facilitator)
    preparing.discard(meeting)
    preparing.discard(meeting)
    assert not Meeting.objects.exists()
    begun = building.opened(campaign, facilitator)
    assert refused(lambda: preparing.discard(begun)) is Reason.OPENED
    assert refused(lambda: preparing.arrange(begun, lambda agenda: agenda.without("s1"))) is Reason.OPENED


def test_opening_twice_keeps_the_first_hour(meeting: Meeting) -> None:
    running.open_session(meeting)
    assert Meeting.objects.get().opened_at == meeting.opened_at


@pytest.mark.parametrize(("asked", "kept"), [(0, 0), (3, 3), (99, 6), (-4, 0)])
def test_the_session_moves_between_its_ends(meeting: Meeting, asked: int, kept: int) -> None:
    running.go_to(meeting, asked)
    last = len(meeting.agenda["slots"]) - 1
    assert Meeting.objects.get().current_slot == (last if asked == 99 else kept)


def test_notes_of_two_people_do_not_overwrite_each_other(meeting: Meeting) -> None:
    running.write_note(meeting, "s2", "Une surprise", seen="")
    running.write_note(meeting, "s3", "Autre moment", seen="")
    running.write_note(meeting, "s2", "Une surprise", seen="")
    with pytest.raises(running.NoteChanged) as caught:
        running.write_note(meeting, "s2", "La mienne", seen="")
    assert caught.value.kept == "Une surprise"
    running.write_note(meeting, "s2", "Les deux", seen="Une surprise")
    assert Meeting.objects.get().notes == {"s2": "Les deux", "s3": "Autre moment"}
    with pytest.raises(KeyError):
        running.write_note(meeting, "s99", "", seen="")


def test_an_action_says_where_it_comes_from(meeting: Meeting, facilitator: Account) -> None:
    action = running.decide_action(
        meeting, facilitator, title="Écrire la règle", topic="clarity.roles", owner_name="Ana", due_on=date(2027, 3, 1)
    )
    assert action.origin == {"kind": "meeting", "meeting": str(meeting.public), "topic": "clarity.roles"}
    assert action.alliance == meeting.campaign.alliance
    assert action.events.get().by == facilitator


# --- a consensus is a layer of its own --------------------------------------------------------------


def test_a_consensus_is_written_again_in_place_and_answers_stay(meeting: Meeting, facilitator: Account) -> None:
    before = Publication.objects.values("reading", "layers").get()
    first = running.agree(meeting, facilitator, building.SPLIT, 2, "À mi-chemin")
    running.dissent(meeting, first, "Pas chez nous", 0, "La Passerelle")
    running.dissent(meeting, first, "Pas chez nous", 0, "La Passerelle")
    second = running.agree(meeting, facilitator, building.SPLIT, None, "")
    assert (second.pk, second.level, second.meeting) == (first.pk, None, meeting.public)
    voice = second.dissents.get()
    assert (voice.reason, voice.level, voice.signed) == ("Pas chez nous", 0, "La Passerelle")
    agreeing.withdraw_dissent(voice)
    agreeing.withdraw_dissent(voice)
    assert not second.dissents.exists()
    assert Publication.objects.values("reading", "layers").get() == before


@pytest.mark.parametrize("item", ["", "no.such.item"])
def test_a_consensus_is_about_a_question_that_was_asked(meeting: Meeting, facilitator: Account, item: str) -> None:
    with pytest.raises(agreeing.NotOfThisCampaign):
        running.agree(meeting, facilitator, item, 2, "")
    assert not Consensus.objects.exists()


def test_a_consensus_comes_after_the_result(world: World, facilitator: Account) -> None:
    with pytest.raises(agreeing.NotOfThisCampaign):
        agreeing.record_consensus(building.draft(world.alliance), building.SPLIT, 2, "", facilitator, None)


# --- the end, and the minutes -----------------------------------------------------------------------


@pytest.fixture
def ended(meeting: Meeting, facilitator: Account, cast: Cast) -> Meeting:
    cast(3, 3, 3, 3, 3)
    running.write_attendees(meeting, "Ana\n\n Bo \n")
    running.write_note(meeting, "s2", "Une surprise", seen="")
    consensus = running.agree(meeting, facilitator, building.SPLIT, 3, "Nous y sommes presque")
    running.dissent(meeting, consensus, "Pas chez nous", None, "")
    running.decide_action(meeting, facilitator, title="Écrire la règle", owner_name="Ana", due_on=date(2027, 3, 1))
    voting.open_ballot(meeting, "clarity.roles.action")
    running.close_session(meeting)
    return Meeting.objects.select_related("campaign__alliance", "campaign__release").get()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_minutes_say_everything(ended: Meeting, lang: Lang) -> None:
    told = minutes_of(Session.of(ended, lang))
    assert told.is_final
    assert told.present == ("Ana", "Bo")
    assert [slot.note for slot in told.slots][1] == "Une surprise"
    assert len(told.slots) == len(ended.agenda["slots"])
    shown, hidden = told.ballots
    assert shown.shown
    assert shown.after
    assert not hidden.shown
    assert hidden.figure is None
    (agreed,) = told.agreed
    assert agreed.text == "Nous y sommes presque"
    assert [reason for _who, reason in agreed.dissents] == ["Pas chez nous"]
    assert [(one.title, one.owner, one.due_on) for one in told.actions] == [
        ("Écrire la règle", "Ana", date(2027, 3, 1))
    ]


def test_what_happens_after_the_session_changes_no_minutes(ended: Meeting, facilitator: Account) -> None:
    before = minutes_of(Session.of(ended, "fr"))
    agreeing.record_consensus(ended.campaign, building.SPLIT, 0, "Autre chose", facilitator, None)
    Action.objects.all().delete()
    assert minutes_of(Session.of(ended, "fr")) == before
    running.close_session(ended)
    assert Meeting.objects.get().record == ended.record


def test_nothing_is_written_once_it_is_over(ended: Meeting, facilitator: Account) -> None:
    consensus = Consensus.objects.get()
    for call in (
        lambda: running.open_session(ended),
        lambda: running.go_to(ended, 1),
        lambda: running.write_note(ended, "s1", "x", ""),
        lambda: running.write_attendees(ended, "x"),
        lambda: running.agree(ended, facilitator, building.SPLIT, 1, ""),
        lambda: running.dissent(ended, consensus, "x", None, ""),
        lambda: running.decide_action(ended, facilitator, title="x"),
    ):
        assert refused(call) is Reason.OVER


def test_a_session_that_never_began_has_no_end(campaign: Campaign, facilitator: Account) -> None:
    meeting = building.prepared(campaign, facilitator)
    assert refused(lambda: running.close_session(meeting)) is Reason.NOT_OPENED


# --- told -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_moment_is_told_with_its_hours(meeting: Meeting, lang: Lang) -> None:
    session = Session.of(meeting, lang)
    for one, after in zip(session.slots, session.slots[1:], strict=False):
        assert one.ends == after.begins
    for slot in session.slots:
        assert slot.title
        assert slot.guide
        assert bool(slot.reason) == bool(slot.opening) == bool(slot.questions)
    assert (session.slots[-1].ends_at - meeting.began_at).total_seconds() == 90 * 60


def test_a_moment_shows_the_answers_to_its_questions_and_no_hidden_one(meeting: Meeting) -> None:
    session = Session.of(meeting, "fr")
    shown = {one.item for one in session.teller.reading.overall.items if one.score.value is not None}
    for slot in session.slots:
        figure = session.figure(slot)
        assert (figure is not None) == any(one.item in shown for one in slot.questions)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(121, "encore 3 minutes"), (60, "encore 1 minute"), (-1, "c’est l’heure"), (-180, "3 minutes de plus que prévu")],
)
def test_the_time_that_remains_is_said_in_minutes(meeting: Meeting, seconds: int, said: str) -> None:
    from datetime import timedelta

    assert remaining_words(meeting.began_at + timedelta(seconds=seconds), meeting.began_at) == said
