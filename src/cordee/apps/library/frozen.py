"""Rows written once: every way of changing them is refused by Python, and by the database itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NoReturn

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


class FrozenRow(TypeError):
    """Someone tried to change or delete a row that is only ever inserted; a fault of the code, never of a reader."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} is written once: insert another one, or delete what owns it.")


class FrozenRows(models.QuerySet[Any]):
    """A queryset that reads and inserts, and refuses the rest."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise FrozenRow(self.model.__name__)

    def bulk_update(self, objs: Iterable[Any], fields: Iterable[str], batch_size: int | None = None) -> NoReturn:
        """Refuse."""
        raise FrozenRow(self.model.__name__)

    def delete(self) -> NoReturn:
        """Refuse; the rows go with what owns them."""
        raise FrozenRow(self.model.__name__)

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        """Insert; refuse the insertion that turns into an update when the row exists."""
        if kwargs.get("update_conflicts") or (len(args) > 2 and args[2]):
            raise FrozenRow(self.model.__name__)
        return super().bulk_create(objs, *args, **kwargs)


FrozenManager = models.Manager.from_queryset(FrozenRows)


class Frozen(models.Model):
    """A row written once. It leaves the database only with the row that owns it, by cascade."""

    objects = FrozenManager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert the row; refuse to write it again."""
        if not self._state.adding:
            raise FrozenRow(type(self).__name__)
        kwargs["force_insert"] = True
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse; the row goes with what owns it."""
        raise FrozenRow(type(self).__name__)


SQLITE = """
CREATE TRIGGER {table}_frozen BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is written once'); END
"""
POSTGRESQL = """
CREATE OR REPLACE FUNCTION {table}_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{table} is written once' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER {table}_frozen BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_frozen()
"""
DROP_POSTGRESQL = "DROP TRIGGER {table}_frozen ON {table}; DROP FUNCTION {table}_frozen()"
DROP_SQLITE = "DROP TRIGGER {table}_frozen"


def forbid_updates(table: str) -> migrations.RunPython:
    """Return the migration step that makes the database refuse any update of a table.

    Deleting is left to foreign keys: a row that something points to cannot go. On SQLite a later migration that
    remakes the table must take this step again; a test watches over it.
    """
    return migrations.RunPython(
        _run({"sqlite": SQLITE, "postgresql": POSTGRESQL}, table),
        _run({"sqlite": DROP_SQLITE, "postgresql": DROP_POSTGRESQL}, table),
    )


def _run(by_vendor: dict[str, str], table: str) -> Callable[[Any, BaseDatabaseSchemaEditor], None]:
    def step(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
        schema_editor.execute(by_vendor[schema_editor.connection.vendor].format(table=table), params=None)

    return step
