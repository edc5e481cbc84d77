"""The addresses of the documents, beside those of the pages they are made from."""

from django.urls import URLPattern, include, path
from django.utils.translation import gettext_lazy as _

from cordee.apps.diagnosis import urls as _declares_token  # noqa: F401 - the part of an address that is a token
from cordee.apps.reports import glossary_views, minutes_views, views

app_name = "reports"

diagnosis: list[URLPattern] = [
    path(_("<token:token>/resultat.pdf"), views.pdf, name="pdf"),
    path(_("<token:token>/resultat.xlsx"), views.xlsx, name="xlsx"),
    path(_("<token:token>/resultat.json"), views.json, name="json"),
    path(_("partage/<token:token>/resultat.pdf"), views.shared_pdf, name="shared_pdf"),
    path(_("partage/<token:token>/resultat.xlsx"), views.shared_xlsx, name="shared_xlsx"),
    path(_("partage/<token:token>/resultat.json"), views.shared_json, name="shared_json"),
]

session: list[URLPattern] = [
    path(_("<uuid:meeting>/compte-rendu.pdf"), minutes_views.minutes, name="minutes_pdf"),
]

urlpatterns = [
    path(_("mots/glossaire.pdf"), glossary_views.glossary, name="glossary_pdf"),
    path(_("diagnostic/"), include(diagnosis)),
    path(_("360/seance/"), include(session)),
]
