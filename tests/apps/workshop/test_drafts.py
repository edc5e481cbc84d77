"""A draft keeps every save, follows entries by their id, and overwrites nobody unseen."""

import pytest
from django.db import IntegrityError, transaction
from tests.apps.workshop import building
from tests.apps.workshop.building import TOOL, Team

from cordee.apps.library.models import PackRelease
from cordee.apps.library.operations import publish
from cordee.apps.workshop.drafts import operations, queries
from cordee.apps.workshop.drafts.bridge import document_of, packed
from cordee.apps.workshop.drafts.operations import ChangedMeanwhile, Closed, Disagreement
from cordee.apps.workshop.entries.outline import at, replaced
from cordee.apps.workshop.models import Draft, Revision
from cordee.core.packs.release import canonical_document

pytestmark = pytest.mark.django_db


def names(draft: Draft) -> list[str]:
    return [tool["name"]["fr"] for tool in building.document(draft)["tools"]]


def test_a_draft_begins_as_its_release_is(draft: Draft, team: Team) -> None:
    assert queries.latest_of(draft).done == Revision.Done.BEGUN
    first = building.first_release()
    assert building.document(draft)["tools"] == document_of(Revision(packed=packed(building.document(draft))))["tools"]
    assert len(building.document(draft)["tools"]) == len(first.pack.tools)
    again = operations.begin(draft.base, "Autre titre", team.publisher, public=draft.public)
    assert (again.pk, again.title, Draft.objects.count()) == (draft.pk, draft.title, 1)


def test_every_save_is_a_revision_with_its_author(draft: Draft, team: Team) -> None:
    building.rename(draft, team.writer, "Un")
    building.rename(draft, team.publisher, "Deux")
    history = list(queries.history_of(draft))
    assert [(one.number, one.by, one.done) for one in history] == [
        (3, team.publisher, "changed"),
        (2, team.writer, "changed"),
        (1, team.writer, "begun"),
    ]
    assert history[0].about == "tools: Deux"
    assert names(draft)[0] == "Deux"


def test_saving_the_same_thing_twice_is_one_revision(draft: Draft, team: Team) -> None:
    building.rename(draft, team.writer, "Un", seen=1)
    again = building.rename(draft, team.writer, "Un", seen=1)
    assert again.number == 2
    assert draft.revisions.count() == 2


def test_two_people_on_one_entry_are_told(draft: Draft, team: Team) -> None:
    building.rename(draft, team.writer, "Un", seen=1)
    with pytest.raises(ChangedMeanwhile) as change:
        building.rename(draft, team.publisher, "Deux", seen=1)
    assert change.value.number == 2
    assert change.value.entry["name"]["fr"] == "Un"
    assert names(draft)[0] == "Un"
    building.rename(draft, team.publisher, "Deux", seen=2)
    assert names(draft)[0] == "Deux"


def test_two_people_on_two_entries_do_not_meet(draft: Draft, team: Team) -> None:
    building.rename(draft, team.writer, "Un", "tools/0", seen=1)
    building.rename(draft, team.publisher, "Deux", "tools/1", seen=1)
    assert names(draft)[:2] == ["Un", "Deux"]


def test_topics_and_their_axis_are_two_things(draft: Draft, team: Team) -> None:
    building.rename(draft, team.writer, "Un sujet", "instrument/axes/0/topics/0", seen=1)
    building.rename(draft, team.publisher, "Un axe", "instrument/axes/0", seen=1)
    axis = building.document(draft)["instrument"]["axes"][0]
    assert (axis["name"]["fr"], axis["topics"][0]["name"]["fr"]) == ("Un axe", "Un sujet")


def test_an_entry_is_followed_where_others_moved_it(draft: Draft, team: Team) -> None:
    before = building.document(draft)["tools"][1]["id"]
    operations.move_entry(draft, team.publisher, building.spot("tools/1"), -1)
    building.rename(draft, team.writer, "Suivi", "tools/1", seen=1)
    tools = building.document(draft)["tools"]
    assert (tools[0]["id"], tools[0]["name"]["fr"]) == (before, "Suivi")
    assert operations.followed(draft, building.spot("tools/1"), 1).shown == "tools/0"


def test_what_somebody_removed_is_told_to_who_was_writing_it(draft: Draft, team: Team) -> None:
    operations.remove_entry(draft, team.publisher, building.spot(), 1)
    with pytest.raises(ChangedMeanwhile) as change:
        building.rename(draft, team.writer, "Perdu ?", seen=1)
    assert change.value.spot is None


def test_removing_is_refused_on_what_somebody_just_changed_and_harmless_twice(draft: Draft, team: Team) -> None:
    count = len(names(draft))
    building.rename(draft, team.writer, "Un", seen=1)
    with pytest.raises(ChangedMeanwhile):
        operations.remove_entry(draft, team.publisher, building.spot(), 1)
    operations.remove_entry(draft, team.publisher, building.spot(), 2)
    operations.remove_entry(draft, team.publisher, building.spot(), 2)
    assert len(names(draft)) == count - 1


def test_adding_twice_adds_once(draft: Draft, team: Team) -> None:
    entry = {"id": "new-one", "name": {"fr": "Neuf", "en": "New"}}
    first = operations.add_entry(draft, team.writer, ("tools",), entry)
    again = operations.add_entry(draft, team.writer, ("tools",), entry)
    assert first == again
    assert names(draft)[-1] == "Neuf"


def test_moving_stops_at_the_ends(draft: Draft, team: Team) -> None:
    before = names(draft)
    operations.move_entry(draft, team.writer, building.spot("tools/0"), -1)
    operations.move_entry(draft, team.writer, building.spot(f"tools/{len(before) - 1}"), 1)
    assert names(draft) == before
    operations.move_entry(draft, team.writer, building.spot("tools/0"), 1)
    assert names(draft) == [before[1], before[0], *before[2:]]


def test_an_older_revision_is_taken_back_and_nothing_is_lost(draft: Draft, team: Team) -> None:
    first = names(draft)[0]
    building.rename(draft, team.writer, "Un")
    operations.restore(draft, team.publisher, 1)
    assert names(draft)[0] == first
    assert [one.done for one in queries.history_of(draft)] == ["restored", "changed", "begun"]
    operations.restore(draft, team.publisher, 2)
    assert names(draft)[0] == "Un"
    with pytest.raises(Revision.DoesNotExist):
        operations.restore(draft, team.writer, 99)


def test_a_draft_that_is_over_changes_no_more(draft: Draft, team: Team) -> None:
    operations.drop(draft)
    operations.drop(draft)
    for verb in (
        lambda: building.rename(draft, team.writer, "Un"),
        lambda: operations.restore(draft, team.writer, 1),
        lambda: operations.add_entry(draft, team.writer, ("tools",), {"id": "a"}),
        lambda: operations.remove_entry(draft, team.writer, building.spot(), 1),
        lambda: operations.move_entry(draft, team.writer, building.spot(), 1),
        lambda: operations.rebase(draft, team.writer),
        lambda: operations.take_document(draft, team.writer, building.document(draft), 1, mine_wins=False),
    ):
        with pytest.raises(Closed):
            verb()
    assert draft.revisions.count() == 1


def test_a_whole_document_keeps_what_others_changed_since(draft: Draft, team: Team) -> None:
    mine = replaced(building.document(draft), ("tools", 1, "name"), {"fr": "Du classeur", "en": "From the workbook"})
    building.rename(draft, team.publisher, "D’une autre", "tools/0")
    operations.take_document(draft, team.writer, mine, 1, mine_wins=False)
    assert names(draft)[:2] == ["D’une autre", "Du classeur"]


def test_a_whole_document_that_disagrees_is_told(draft: Draft, team: Team) -> None:
    mine = replaced(building.document(draft), ("tools", 0, "name"), {"fr": "Du classeur", "en": "From the workbook"})
    building.rename(draft, team.publisher, "D’une autre", "tools/0")
    with pytest.raises(Disagreement) as told:
        operations.take_document(draft, team.writer, mine, 1, mine_wins=False)
    assert [one.path[2] for one in told.value.merged.conflicts] == ["name"]
    assert names(draft)[0] == "D’une autre"
    operations.take_document(draft, team.writer, mine, 1, mine_wins=True)
    assert names(draft)[0] == "Du classeur"


def newer_release(words: str = "En ligne", shown: str = "tools/1") -> PackRelease:
    """A release that came meanwhile, by another way."""
    pack = building.first_release().pack
    number = int(shown.rpartition("/")[2])
    tools = list(pack.tools)
    tools[number] = tools[number].model_copy(update={"name": tools[number].name.model_copy(update={"fr": words})})
    card = pack.card.model_copy(update={"version": "1.0.1"})
    return publish(pack.model_copy(update={"card": card, "tools": tuple(tools)}))


def test_a_draft_left_behind_is_brought_up_to_date(draft: Draft, team: Team) -> None:
    assert not queries.is_behind(draft)
    assert operations.rebase(draft, team.writer).number == 1
    building.rename(draft, team.writer, "À moi", "tools/0")
    newer = newer_release()
    assert queries.is_behind(draft)
    operations.rebase(draft, team.writer)
    assert names(draft)[:2] == ["À moi", "En ligne"]
    assert draft.base == newer
    assert building.document(draft)["card"]["version"] == "1.0.1"
    assert not queries.is_behind(draft)


def test_a_draft_that_disagrees_with_what_is_on_line_is_told(draft: Draft, team: Team) -> None:
    building.rename(draft, team.writer, "À moi", TOOL)
    newer_release("En ligne", TOOL)
    with pytest.raises(Disagreement):
        operations.rebase(draft, team.writer)
    draft.refresh_from_db()
    assert queries.is_behind(draft)
    operations.rebase(draft, team.writer, mine_wins=True)
    assert names(draft)[0] == "À moi"


def test_a_number_is_given_once_to_the_revisions_of_a_draft(draft: Draft, team: Team) -> None:
    latest = queries.latest_of(draft)
    with pytest.raises(IntegrityError), transaction.atomic():
        Revision.objects.create(draft=draft, number=1, packed=latest.packed, sha256="0" * 64, done="changed")


def test_when_an_account_goes_its_revisions_stay_and_name_nobody(draft: Draft, team: Team) -> None:
    building.rename(draft, team.publisher, "Un")
    team.publisher.delete()
    assert [one.by for one in queries.history_of(draft)] == [None, team.writer]
    assert queries.authors_of(draft) == ["Writer"]
    assert names(draft)[0] == "Un"


def test_the_release_a_draft_began_from_is_not_touched(draft: Draft, team: Team) -> None:
    building.rename(draft, team.writer, "Un")
    first = building.first_release()
    assert PackRelease.objects.get().document == first.document == canonical_document(first.pack)
    assert at(building.document(draft), ("tools", 0, "name", "fr")) == "Un"
