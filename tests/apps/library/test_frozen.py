"""A release is inserted once: no way through Python or through the database changes it."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from cordee.apps.library.frozen import FrozenRow
from cordee.apps.library.models import PackRelease

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def release() -> PackRelease:
    return PackRelease.objects.create(pack="p", version="1.0.0", sha256="0" * 64, document="{}", loaded_at=NOW)


def test_a_release_is_not_saved_again(release: PackRelease) -> None:
    release.document = "changed"
    with pytest.raises(FrozenRow):
        release.save()
    release.refresh_from_db()
    assert release.document == "{}"


def test_a_release_read_back_is_not_saved_either(release: PackRelease) -> None:
    with pytest.raises(FrozenRow):
        PackRelease.objects.get().save(update_fields=["document"])


def test_a_copy_with_the_same_key_does_not_replace_it(release: PackRelease) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        PackRelease(pk=release.pk, pack="p", version="1.0.1", sha256="1" * 64, document="changed", loaded_at=NOW).save()


def test_querysets_refuse_to_change_or_delete(release: PackRelease) -> None:
    rows = PackRelease.objects.all()
    with pytest.raises(FrozenRow):
        rows.update(document="changed")
    with pytest.raises(FrozenRow):
        rows.bulk_update([release], ["document"])
    with pytest.raises(FrozenRow):
        rows.delete()
    with pytest.raises(FrozenRow):
        PackRelease.objects.update_or_create(pack="p", version="1.0.0", defaults={"document": "changed"})
    with pytest.raises(FrozenRow):
        release.delete()


def test_an_insertion_that_would_update_is_refused(release: PackRelease) -> None:
    again = PackRelease(pack="p", version="1.0.0", sha256="1" * 64, document="changed", loaded_at=NOW)
    with pytest.raises(FrozenRow):
        PackRelease.objects.bulk_create(
            [again], update_conflicts=True, unique_fields=["pack", "version"], update_fields=["document"]
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        PackRelease.objects.bulk_create([again])


def test_a_version_exists_once(release: PackRelease) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        PackRelease.objects.create(pack="p", version="1.0.0", sha256="1" * 64, document="{}", loaded_at=NOW)


def test_the_database_refuses_what_python_did_not_see(release: PackRelease) -> None:
    for statement in (
        "UPDATE library_packrelease SET document = 'changed'",
        "UPDATE library_packrelease SET sha256 = sha256",
    ):
        with pytest.raises(IntegrityError, match="written once"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    with pytest.raises(IntegrityError, match="written once"), transaction.atomic():
        PackRelease._base_manager.update(document="changed")
    assert PackRelease.objects.get().document == "{}"


@pytest.mark.parametrize("table", ["library_packrelease", "diagnosis_snapshot"])
def test_every_table_written_once_has_its_trigger_after_all_migrations(table: str) -> None:
    query = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(query, [table])
        assert cursor.fetchall() == [(f"{table}_frozen",)]
