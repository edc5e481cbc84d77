"""The address of the certificate of a course, beside the pages that one follows."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.reports import certificate_views

app_name = "certificates"

urlpatterns = [
    path(_("apprendre/<slug:slug>/attestation/"), certificate_views.certificate, name="certificate"),
]
