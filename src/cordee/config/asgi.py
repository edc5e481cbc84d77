"""The entry point of ASGI servers; WSGI is twice as fast here and is the one that is served."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cordee.config.settings")

application = get_asgi_application()
