"""Keep only the tests that touch the database: what runs a second time on PostgreSQL.

Loaded with `-p tests.plugins.database`. The other tests would say nothing new on another engine; nor would those marked
`once`, which read what a few rows say and then look at drawings, links and documents for a long time.
"""

import pytest

DATABASE_FIXTURES = {
    "db",
    "transactional_db",
    "live_server",
    "django_db_reset_sequences",
    "django_db_serialized_rollback",
}


def touches_database(item: pytest.Item) -> bool:
    """Say whether a test asks for the database, by its mark or a fixture, and would say something new on another."""
    if item.get_closest_marker("once") is not None:
        return False
    fixtures = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(DATABASE_FIXTURES & fixtures)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put aside the tests that no other engine could change."""
    others = [item for item in items if not touches_database(item)]
    items[:] = [item for item in items if touches_database(item)]
    config.hook.pytest_deselected(items=others)
