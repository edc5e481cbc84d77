"""A worker in a process of its own, on the test's database: python worker.py DATABASE PORT LETTER."""

import os
import sys
import uuid

import django


def main(database: str, port: str, public: str) -> None:
    """Deliver one letter to the server of a test."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    place = {"host": "127.0.0.1", "port": int(port), "timeout": 30}
    settings.MAIL_SERVER = {**place, "user": "", "password": "", "security": "none"}
    django.setup()
    from cordee.apps.post.delivery import deliver

    deliver(uuid.UUID(public))


if __name__ == "__main__":
    main(*sys.argv[1:])
