"""The addresses of the documents of a 360°, beside those of the pages that tell it."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.diagnosis import urls as _declares_token  # noqa: F401 - the part of an address that is a token
from cordee.apps.reports import shared_views

app_name = "shared_reports"

urlpatterns = [
    path(_("360/<uuid:campaign>/resultat.pdf"), shared_views.pdf, name="pdf"),
    path(_("360/<uuid:campaign>/resultat.xlsx"), shared_views.xlsx, name="xlsx"),
    path(_("360/<uuid:campaign>/resultat.json"), shared_views.json, name="json"),
    path(_("repondre/<token:token>/resultat.pdf"), shared_views.respondent_pdf, name="respondent_pdf"),
    path(_("repondre/<token:token>/resultat.xlsx"), shared_views.respondent_xlsx, name="respondent_xlsx"),
    path(_("repondre/<token:token>/resultat.json"), shared_views.respondent_json, name="respondent_json"),
]
