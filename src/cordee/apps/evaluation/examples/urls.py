"""The addresses of the examples: open to everybody."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.examples import views

urlpatterns = [
    path(_("evaluations/exemples/"), views.examples, name="examples"),
    path(_("evaluations/exemples/<slug:slug>/"), views.example, name="example"),
]
