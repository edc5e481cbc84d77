"""The addresses of proposals."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.workshop.proposals import views

app_name = "proposals"

urlpatterns = [
    path("", views.mine, name="mine"),
    path(_("nouvelle/"), views.new, name="new"),
    path(_("recues/"), views.review, name="review"),
    path("<uuid:proposal>/", views.proposal, name="proposal"),
    path(_("<uuid:proposal>/ecrire/"), views.say, name="say"),
    path(_("<uuid:proposal>/decider/"), views.move, name="move"),
]
