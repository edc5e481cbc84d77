"""Django's `migrate`, which lays the tables of a new database in two courses.

Before each step, Django draws again every model that leads to the account of a person. With the tables of the editors'
room and ours in one picture, a hundred and fifty small steps of Wagtail draw sixty models each: 17 seconds. Laid
one after the other, each course with its own picture, the same steps make the same tables in less than half of that.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.management.commands.migrate import Command as Migrate
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

APART = "editorial"
"""The room whose tables, with all that they stand on, come first."""

Node = tuple[str, str]


class Command(Migrate):
    """`migrate`, as Django has it; only the beginning of a new database differs."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Lay a new database, then let Django do the rest: signals, permissions, what is said."""
        connection = connections[options["database"]]
        if is_whole(options) and is_new(connection):
            lay(connection)
        super().handle(*args, **options)


def is_whole(options: dict[str, Any]) -> bool:
    """Tell whether everything is asked for, and really asked for."""
    partial = ("app_label", "migration_name", "fake", "fake_initial", "plan", "check_unapplied", "prune")
    return not any(options.get(name) for name in partial)


def is_new(connection: BaseDatabaseWrapper) -> bool:
    """Tell whether a database has no table yet."""
    connection.prepare_database()
    return not connection.introspection.table_names()


def lay(connection: BaseDatabaseWrapper) -> None:
    """Lay what stands apart with its foundations, then the other rooms."""
    leaves = MigrationExecutor(connection).loader.graph.leaf_nodes()
    first = [node for node in leaves if node[0] == APART or _stands_apart(node)]
    lay_course(connection, first)
    lay_course(connection, [node for node in leaves if node not in first])


def _stands_apart(node: Node) -> bool:
    return node[0].startswith("wagtail") or node[0] == "taggit"


def lay_course(connection: BaseDatabaseWrapper, targets: Iterable[Node]) -> None:
    """Apply what leads to these targets, with a picture of the models that those steps need and no other."""
    executor = MigrationExecutor(connection)
    wanted = list(targets)
    needed = {node for target in wanted for node in executor.loader.graph.forwards_plan(target)}
    done = [node for node in needed if node in executor.loader.applied_migrations]
    state = executor.loader.project_state(done)
    executor.migrate(wanted, state=state)
