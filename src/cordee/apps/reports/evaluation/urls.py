"""The addresses of the report of an evaluation, beside those of its parts."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.reports.evaluation import views

app_name = "evaluation-report"

urlpatterns = [
    path(_("evaluations/<uuid:evaluation>/rapport/"), views.page, name="page"),
    path(_("evaluations/<uuid:evaluation>/rapport.pdf"), views.pdf, name="pdf"),
    path(_("evaluations/<uuid:evaluation>/rapport-court.pdf"), views.short_pdf, name="short-pdf"),
    path(_("evaluations/<uuid:evaluation>/rapport.docx"), views.docx, name="docx"),
    path(_("evaluations/<uuid:evaluation>/rapport.pptx"), views.pptx, name="pptx"),
    path(_("evaluations/<uuid:evaluation>/rapport.xlsx"), views.xlsx, name="xlsx"),
    path(_("evaluations/<uuid:evaluation>/rapport.json"), views.json, name="json"),
]
