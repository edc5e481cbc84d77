"""Publishing takes two people, happens once, changes nothing behind, and lives with the folder at the next start."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client
from tests.apps.workshop import building
from tests.apps.workshop.building import Team

from cordee.apps.diagnosis import operations as diagnosis
from cordee.apps.diagnosis.models import Diagnosis
from cordee.apps.library.models import PackRelease
from cordee.apps.library.operations import PackRefused
from cordee.apps.library.operations import publish as library_publish
from cordee.apps.library.queries import current_release, pack_of
from cordee.apps.post.models import Letter
from cordee.apps.workshop.drafts import operations, publishing, queries
from cordee.apps.workshop.drafts.publishing import NotAllowed, NotReady
from cordee.apps.workshop.models import Draft, EditorRole, Request
from cordee.apps.workshop.permissions import Reason
from cordee.core.packs.publication import release_file
from cordee.ground import packs_folder

pytestmark = pytest.mark.django_db

WORDS: dict[str, str] = {"french": "Un outil renommé.", "english": "A tool renamed."}
PUBLISHER = EditorRole.PUBLISHER


@pytest.fixture
def changed(draft: Draft, team: Team) -> Draft:
    """The draft, with a tool renamed: a patch."""
    building.rename(draft, team.writer, "Un autre nom")
    return draft


def asked(draft: Draft, team: Team, version: str = "1.0.1", who: str = "publisher") -> Request:
    return publishing.ask(draft, getattr(team, who), version=version, **WORDS)


def versions() -> list[str]:
    return sorted(PackRelease.objects.values_list("version", flat=True))


def test_one_asks_and_another_approves(changed: Draft, team: Team) -> None:
    request = asked(changed, team)
    assert versions() == ["1.0.0"]
    release = publishing.approve(changed, team.second, PUBLISHER)
    assert versions() == ["1.0.0", "1.0.1"]
    assert current_release("alliances") == release
    card = pack_of(release).card
    assert (card.changes[0].version, card.changes[0].summary.fr) == ("1.0.1", "Un outil renommé.")
    assert pack_of(release).tools[0].name.fr == "Un autre nom"
    changed.refresh_from_db()
    request.refresh_from_db()
    assert (changed.state, changed.release) == (Draft.State.PUBLISHED, release)
    assert (request.state, request.asked_by, request.decided_by) == ("approved", team.publisher, team.second)
    assert queries.approved_request(release) == request


def test_who_asked_does_not_approve(changed: Draft, team: Team) -> None:
    asked(changed, team)
    with pytest.raises(NotAllowed) as refused:
        publishing.approve(changed, team.publisher, PUBLISHER)
    assert refused.value.verdict.reason is Reason.OWN_REQUEST
    assert versions() == ["1.0.0"]


def test_the_database_refuses_one_person_for_two(changed: Draft, team: Team) -> None:
    request = asked(changed, team)
    with pytest.raises(IntegrityError), transaction.atomic():
        Request.objects.filter(pk=request.pk).update(state="approved", decided_by=team.publisher)


def test_a_writer_does_not_approve(changed: Draft, team: Team) -> None:
    asked(changed, team)
    with pytest.raises(NotAllowed):
        publishing.approve(changed, team.writer, EditorRole.WRITER)


def test_approving_twice_publishes_once(changed: Draft, team: Team) -> None:
    asked(changed, team)
    first = publishing.approve(changed, team.second, PUBLISHER)
    assert publishing.approve(changed, team.second, PUBLISHER) == first
    assert versions() == ["1.0.0", "1.0.1"]


def test_what_was_asked_is_what_is_published(changed: Draft, team: Team) -> None:
    asked(changed, team)
    building.rename(changed, team.writer, "Glissé après la demande")
    with pytest.raises(NotAllowed) as refused:
        publishing.approve(changed, team.second, PUBLISHER)
    assert refused.value.verdict.reason is Reason.CHANGED_SINCE


def test_who_asked_and_left_is_no_first_pair_of_eyes(changed: Draft, team: Team) -> None:
    asked(changed, team)
    team.publisher.delete()
    with pytest.raises(NotAllowed) as refused:
        publishing.approve(changed, team.second, PUBLISHER)
    assert refused.value.verdict.reason is Reason.NO_FIRST_EYES


@pytest.mark.parametrize(("version", "fault"), [
    ("1.0.0", "release-changed"),
    ("0.9.0", "version-behind"),
    ("1.0.1", None),
    ("7.0.0", None),
])  # fmt: skip
def test_the_version_is_judged(changed: Draft, team: Team, version: str, fault: str | None) -> None:
    if fault is None:
        assert asked(changed, team, version).version == version
        return
    with pytest.raises(NotReady) as refused:
        asked(changed, team, version)
    assert [one.id for one in refused.value.faults] == [fault]
    assert changed.revisions.count() == 2


def test_a_step_too_small_is_refused(draft: Draft, team: Team) -> None:
    operations.add_entry(draft, team.writer, ("sources",), {"id": "more", "title": "Une", "address": "https://a.org"})
    operations.save_entry(
        draft,
        team.writer,
        building.spot("scoring"),
        lambda one: {**one, "target": "3.5"},
        queries.latest_of(draft).number,
    )
    with pytest.raises(NotReady) as refused:
        asked(draft, team, "1.1.0")
    assert "bump-too-small" in {one.id for one in refused.value.faults}


def test_a_draft_at_fault_is_not_asked(changed: Draft, team: Team) -> None:
    building.rename(changed, team.writer, "")
    with pytest.raises(NotReady) as refused:
        asked(changed, team)
    assert [one.id for one in refused.value.faults] == ["empty-text"]
    assert not Request.objects.exists()


def test_a_worked_case_that_differs_keeps_a_draft_back(draft: Draft, team: Team) -> None:
    def expecting(case: Any) -> Any:
        return {**case, "expected": {**case["expected"], "headline": "too_early"}}

    spot = next(
        building.spot(f"cases/{number}")
        for number, case in enumerate(building.document(draft)["cases"])
        if case["expected"].get("headline", "too_early") != "too_early"
    )
    operations.save_entry(draft, team.writer, spot, expecting, 1)
    with pytest.raises(NotReady) as refused:
        asked(draft, team)
    assert {one.id for one in refused.value.faults} == {"case-differs"}
    assert {one.place.file.split("/")[1] for one in refused.value.faults} == {"cases"}


def test_asking_again_withdraws_the_request_before(changed: Draft, team: Team) -> None:
    first = asked(changed, team)
    assert asked(changed, team) == first
    building.rename(changed, team.writer, "Encore un autre")
    second = asked(changed, team)
    first.refresh_from_db()
    assert (first.state, second.state) == ("withdrawn", "waiting")
    assert publishing.approve(changed, team.second, PUBLISHER).version == "1.0.1"


def test_a_request_is_refused_with_its_reason_and_the_draft_stays_open(changed: Draft, team: Team) -> None:
    request = asked(changed, team)
    publishing.refuse(changed, team.second, "La source manque.")
    publishing.refuse(changed, team.second, "Une deuxième fois.")
    request.refresh_from_db()
    assert (request.state, request.reason, request.decided_by) == ("refused", "La source manque.", team.second)
    assert queries.last_decision(changed) == request
    with pytest.raises(NotAllowed) as refused:
        publishing.approve(changed, team.second, PUBLISHER)
    assert refused.value.verdict.reason is Reason.NOT_WAITING
    building.rename(changed, team.writer, "Corrigé")
    assert asked(changed, team).state == Request.State.WAITING
    assert queries.last_decision(changed) is None


def test_a_request_is_taken_back(changed: Draft, team: Team) -> None:
    asked(changed, team)
    publishing.withdraw(changed, team.publisher)
    publishing.withdraw(changed, team.publisher)
    assert queries.waiting_request(changed) is None


def test_other_publishers_are_told_once(changed: Draft, team: Team) -> None:
    asked(changed, team)
    asked(changed, team)
    assert list(Letter.objects.values_list("to", flat=True)) == [team.second.email]
    assert "1.0.1" in Letter.objects.get().text


def test_a_draft_left_behind_is_neither_asked_nor_approved(changed: Draft, team: Team) -> None:
    other = building.draft(team.writer, "Autre")
    building.rename(other, team.writer, "Autre nom", "tools/1")
    asked(changed, team)
    asked(other, team)
    publishing.approve(other, team.second, PUBLISHER)
    with pytest.raises(NotAllowed) as refused:
        publishing.approve(changed, team.second, PUBLISHER)
    assert refused.value.verdict.reason is Reason.BEHIND
    with pytest.raises(NotAllowed):
        asked(changed, team, "1.0.2")
    operations.rebase(changed, team.writer)
    asked(changed, team, "1.0.2")
    release = publishing.approve(changed, team.second, PUBLISHER)
    assert [tool.name.fr for tool in pack_of(release).tools[:2]] == ["Un autre nom", "Autre nom"]


def test_the_library_publishes_under_the_rules_of_loading(db: None) -> None:
    building.published()
    pack = building.first_release().pack
    assert library_publish(pack) == PackRelease.objects.get()
    card = pack.card.model_copy(update={"licence": "CC0-1.0"})
    with pytest.raises(PackRefused) as refused:
        library_publish(pack.model_copy(update={"card": card}))
    assert [one.id for one in refused.value.faults] == ["release-changed"]
    assert versions() == ["1.0.0"]


def begun_diagnosis() -> Diagnosis:
    return diagnosis.start(PackRelease.objects.get(version="1.0.0"), "express", "fr", {})[0]


def test_an_old_diagnosis_stays_on_its_release(changed: Draft, team: Team) -> None:
    old = begun_diagnosis()
    diagnosis.finish(old)
    before = old.snapshots.get()
    asked(changed, team)
    publishing.approve(changed, team.second, PUBLISHER)
    old.refresh_from_db()
    assert old.release.version == "1.0.0"
    assert old.snapshots.get().reading == before.reading
    assert old.snapshots.get().release.version == "1.0.0"


@pytest.fixture
def ground(tmp_path: Path) -> Path:
    """A folder of packs that publishes the first release, and nothing after it."""
    releases = tmp_path / "alliances" / "releases"
    shutil.copytree(packs_folder() / "alliances", tmp_path / "alliances", ignore=shutil.ignore_patterns("releases"))
    releases.mkdir()
    (tmp_path / "alliances" / release_file(building.FIRST)).write_text(building.first_release().document)
    return tmp_path


def released(changed: Draft, team: Team) -> PackRelease:
    asked(changed, team)
    return publishing.approve(changed, team.second, PUBLISHER)


def test_the_site_starts_again_after_publishing_on_line(changed: Draft, team: Team, ground: Path) -> None:
    release = released(changed, team)
    call_command("load_packs", folder=ground, verbosity=0)
    call_command("load_packs", folder=ground, verbosity=0)
    assert versions() == ["1.0.0", "1.0.1"]
    assert current_release("alliances") == release


def test_a_folder_may_carry_what_the_site_published(changed: Draft, team: Team, ground: Path) -> None:
    release = released(changed, team)
    answer = team.client("writer").get(f"/atelier/historique/{release.version}/fichier.json")
    (ground / "alliances" / release_file(release.version)).write_bytes(answer.content)
    call_command("load_packs", folder=ground, verbosity=0)
    assert versions() == ["1.0.0", "1.0.1"]


def test_a_folder_with_another_content_under_that_version_is_refused_with_words(
    changed: Draft, team: Team, ground: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en")
    release = released(changed, team)
    text = release.document.replace("Un autre nom", "Encore un autre nom")
    (ground / "alliances" / release_file(release.version)).write_text(text)
    with pytest.raises(CommandError) as refused:
        call_command("load_packs", folder=ground, verbosity=0)
    assert "Version 1.0.1 is already published with another content" in str(refused.value)
    assert "published in the workshop of this site" in str(refused.value)
    assert PackRelease.objects.get(version="1.0.1").document == release.document


def test_a_refused_version_keeps_the_words_that_were_typed(changed: Draft, team: Team) -> None:
    client: Client = team.client("publisher")
    url = f"/atelier/brouillons/{changed.public}/publier/"
    answer = client.post(url, {"version": "0.9.0", **WORDS})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Un outil renommé." in page
    assert "1.0.0, qui est déjà publiée" in page
