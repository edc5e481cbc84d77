"""The addresses of the learning room: open to everybody, an account only keeps what is done."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.learning.views import erasing, following, steps, taking

app_name = "learning"

urlpatterns = [
    path("", following.index, name="list"),
    path(_("effacer-mon-avancement/"), erasing.erase, name="erase"),
    path("<slug:slug>/", following.course, name="course"),
    path("<slug:slug>/<int:number>/", steps.step, name="step"),
    path(_("<slug:slug>/paquet-<slug:kind>.zip"), taking.package, name="package"),
]
