"""The entry point of WSGI servers (granian by default)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cordee.config.settings")

application = get_wsgi_application()
