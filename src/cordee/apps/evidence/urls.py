"""The addresses of a piece of evidence: its page, and the file of each of its versions."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.evidence import views

app_name = "evidence"

urlpatterns = [
    path(_("alliances/<uuid:alliance>/pieces/<uuid:evidence>/"), views.piece, name="piece"),
    path(_("alliances/<uuid:alliance>/pieces/<uuid:evidence>/<int:number>/"), views.file, name="file"),
]
